import type {
  Aspect,
  Observation,
  ServiceDetail,
} from '@callboard/plugin-callboard-common';
import { STATUSES } from '@callboard/plugin-callboard-common';
import type { AskedFinding } from '../../runbooks/runbookQuestion';
import { countingObservations } from '../Findings';

/** What there is to say about the status of one aspect. */
export type WhyParts =
  | { readonly type: 'observed'; readonly observations: readonly Observation[] }
  /** The entity says that it has no such side. */
  | { readonly type: 'not-applicable' }
  /** The entity names nothing, so nobody looks. */
  | { readonly type: 'not-named' };

/** The observations that made the status of an aspect, the one that decides first. */
export function whyParts(service: ServiceDetail, aspect: Aspect): WhyParts {
  const observations = countingObservations(
    service.observations.filter(observation => observation.aspect === aspect),
  ).sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
  if (observations.length > 0) {
    return { type: 'observed', observations };
  }
  return service.notApplicable.includes(aspect)
    ? { type: 'not-applicable' }
    : { type: 'not-named' };
}

/** What runbooks are asked for. */
export function findingsOf(
  observations: readonly Observation[],
): readonly AskedFinding[] {
  return observations.flatMap(({ aspect, findings }) =>
    findings.map(finding => ({ aspect, finding })),
  );
}
