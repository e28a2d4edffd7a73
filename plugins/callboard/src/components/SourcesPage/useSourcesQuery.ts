import { useLocation, useSearchParams } from 'react-router-dom';
import type { SourceState } from '@callboard/plugin-callboard-common';
import { SOURCE_STATES } from '@callboard/plugin-callboard-common';

/** What the URL of the sources page says: a view of it is a link. */
export interface SourcesQuery {
  /** The source to show: `?source=jenkins/main`, or as an anchor. */
  readonly source: string | undefined;
  readonly state: SourceState | undefined;
  readonly mine: boolean;
  readonly setState: (state: SourceState | undefined) => void;
  readonly setMine: (mine: boolean) => void;
}

function decodeAnchor(hash: string): string | undefined {
  try {
    return decodeURIComponent(hash.slice(1)) || undefined;
  } catch {
    return undefined;
  }
}

/** Reads and writes the URL of the sources page. */
export function useSourcesQuery(): SourcesQuery {
  const [params, setParams] = useSearchParams();
  const { hash } = useLocation();
  const write = (name: string, value: string | undefined) =>
    setParams(
      before => {
        const after = new URLSearchParams(before);
        if (value === undefined) {
          after.delete(name);
        } else {
          after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  return {
    source: params.get('source') ?? decodeAnchor(hash),
    state: SOURCE_STATES.find(state => state === params.get('state')),
    mine: params.get('owner') === '@me',
    setState: state => write('state', state),
    setMine: mine => write('owner', mine ? '@me' : undefined),
  };
}
