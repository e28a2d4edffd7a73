import type { KubernetesResourceName } from './resources';

/** One request that reached an API server. */
export interface KubernetesCall {
  /** `list pods`, `watch pods`, `get nodes`, `get /version`; each page of a list is one. */
  readonly kind: string;
  readonly verb: string;
  readonly resource?: KubernetesResourceName | (string & {});
  readonly namespace?: string;
  readonly method: string;
  /** Path and query as they were sent, nothing decoded. */
  readonly url: string;
  /** 0 where no answer was given. */
  readonly status: number;
  /** Of a watch: 0, what it sends is counted in the total only. */
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Calls of an API server, counted. */
export interface KubernetesCallCounts {
  readonly total: number;
  readonly bytes: number;
  /** `{ 'list pods': 2, 'watch pods': 1 }` */
  readonly byKind: Readonly<Partial<Record<string, number>>>;
  /** `{ list: 12, watch: 9, get: 1 }` */
  readonly byVerb: Readonly<Partial<Record<string, number>>>;
  /** Watches that are open now. */
  readonly watching: number;
}

export function countsByVerb(
  byKind: KubernetesCallCounts['byKind'],
): KubernetesCallCounts['byVerb'] {
  const counts: Record<string, number> = {};
  for (const [kind, count] of Object.entries(byKind)) {
    const [verb] = kind.split(' ');
    counts[verb] = (counts[verb] ?? 0) + (count ?? 0);
  }
  return counts;
}
