import type { KubernetesResource, KubernetesResourceName } from './resources';

/** What the API server does not let its caller do, or does not have. */
export interface KubernetesRefusal {
  readonly resource: KubernetesResourceName;
  /** `absent`: the kind is not served at all. */
  readonly reason: 'forbidden' | 'absent';
  /** Default: get, list and watch. */
  readonly verbs?: readonly KubernetesVerb[];
  /**
   * `cluster`: over all namespaces at once only. Names: in these, and over all at once. Default:
   * everywhere.
   */
  readonly where?: 'cluster' | readonly string[];
}

export type KubernetesVerb = 'get' | 'list' | 'watch';

/** Nobody needs these to tell how a service is. */
const NEVER_ALLOWED: readonly string[] = ['secrets', 'configmaps'];

/** Whether the caller may do it. */
export function isAllowed(options: {
  refusals: readonly KubernetesRefusal[];
  verb: string;
  resource: KubernetesResource;
  namespace: string;
}): boolean {
  const { refusals, verb, resource, namespace } = options;
  if (!['get', 'list', 'watch'].includes(verb)) {
    return false;
  }
  if (NEVER_ALLOWED.includes(resource.name)) {
    return false;
  }
  return !refusals.some(
    refusal =>
      refusal.reason === 'forbidden' &&
      refusal.resource === resource.name &&
      (!refusal.verbs || refusal.verbs.some(refused => refused === verb)) &&
      coversNamespace(refusal.where, namespace),
  );
}

function coversNamespace(
  where: KubernetesRefusal['where'],
  namespace: string,
): boolean {
  if (where === undefined || namespace === '') {
    return true;
  }
  return where !== 'cluster' && where.includes(namespace);
}

export function isServed(
  refusals: readonly KubernetesRefusal[],
  resource: KubernetesResource,
): boolean {
  return !refusals.some(
    refusal =>
      refusal.reason === 'absent' && refusal.resource === resource.name,
  );
}
