import { useMemo } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { useApi } from '@backstage/core-plugin-api';
import { runbooksApiRef } from '../api/runbooksApiRef';

/** What may be typed as a matcher, by its key. */
export interface MatcherSuggestions {
  readonly aspect: readonly string[];
  readonly code: readonly string[];
  readonly alertname: readonly string[];
  readonly runbookUrl: readonly string[];
}

const LOOKED_AT_COUNT = 200;

function distinct(values: readonly (string | undefined)[]): string[] {
  return [
    ...new Set(values.filter((value): value is string => Boolean(value))),
  ];
}

/**
 * Findings that the entity had lately first, then what other runbooks are for. Only to save typing:
 * where they cannot be loaded there are none.
 */
export function useMatcherSuggestions(entityRef: string): MatcherSuggestions {
  const api = useApi(runbooksApiRef);
  const { value: coverage } = useAsync(() => api.getCoverage(), [api]);
  const { value: page } = useAsync(
    () => api.getRunbooks({ limit: LOOKED_AT_COUNT }),
    [api],
  );
  return useMemo(() => {
    const services = (coverage?.items ?? []).flatMap(item => item.services);
    const own = services.filter(service => service.entityRef === entityRef);
    const findings = [...own, ...services].flatMap(service => service.findings);
    const matchers = (page?.items ?? []).flatMap(({ matches }) => matches);
    return {
      aspect: distinct([
        ...findings.map(({ aspect }) => aspect),
        ...matchers.map(({ aspect }) => aspect),
      ]),
      code: distinct([
        ...findings.map(({ code }) => code),
        ...matchers.map(({ code }) => code),
      ]),
      alertname: distinct(matchers.map(({ alertname }) => alertname)),
      runbookUrl: distinct(matchers.map(({ runbookUrl }) => runbookUrl)),
    };
  }, [coverage, page, entityRef]);
}
