import {
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
  nearNames,
  plainText,
  unknownVerdict,
  type Verdict,
} from '@callboard/plugin-callboard-common';
import type { ResolutionProblem } from '@callboard/plugin-callboard-node';
import { OWN_CLUSTERS_KEY } from '../config/authProviders';
import type { NamedWorkloads, NamingProblem } from './namedWorkloads';

/** Longest name of a cluster that is shown as it is. */
const MAX_CLUSTER_LENGTH_COUNT = 60;

/** How many clusters are listed in a sentence. */
const MAX_LISTED_COUNT = 10;

/** A value that is no selector, no label, no namespace. */
export function invalidValue(named: NamingProblem): ResolutionProblem {
  const { annotation, problem, example } = named;
  const value = plainText(named.value);
  return {
    // Wrong in every cluster alike, so it is told once.
    source: 'kubernetes/?',
    aspect: 'kubernetes',
    key: value || '(empty)',
    verdict: unknownVerdict({
      reason: 'not-found',
      message: `${annotation} names no workloads: ${problem}`,
      hint: `Correct ${annotation}: ${value}, for example to ${example}`,
      params: { annotation, value },
      clears: 'when the entity names workloads',
    }),
  };
}

/** A cluster that nobody configured. */
export function unknownCluster(options: {
  readonly named: NamedWorkloads;
  readonly wanted: string;
  readonly configured: readonly string[];
}): ResolutionProblem {
  const { named, wanted, configured } = options;
  const cluster = plainText(wanted, MAX_CLUSTER_LENGTH_COUNT) || '?';
  const near = nearNames(wanted, configured);
  const annotation = KUBERNETES_CLUSTER_ANNOTATION;
  return {
    source: `kubernetes/${cluster}`,
    aspect: 'kubernetes',
    key: keyOf(named),
    verdict: unknownVerdict({
      reason: 'not-configured',
      message: `No cluster called ${cluster} is configured`,
      hint: `Correct ${annotation}: ${cluster}${
        near.length > 0 ? `, near ${near.join(', ')}` : ''
      }, or add ${cluster} to kubernetes.clusterLocatorMethods (${listed(
        configured,
      )})`,
      params: { annotation, value: cluster, cluster },
      clears: 'when the cluster is configured, or the entity names another one',
    }),
  };
}

/** There is no cluster at all to look in. */
export function noCluster(options: {
  readonly named: NamedWorkloads;
  readonly configured: readonly string[];
}): ResolutionProblem {
  const { named, configured } = options;
  const { annotation } = named;
  const value = plainText(named.value);
  return {
    source: 'kubernetes/?',
    aspect: 'kubernetes',
    key: keyOf(named),
    verdict: unknownVerdict({
      reason: 'not-configured',
      message:
        configured.length === 0
          ? 'No Kubernetes cluster is configured'
          : 'The entity depends on no resource that is a configured cluster',
      hint:
        configured.length === 0
          ? 'Add a cluster to kubernetes.clusterLocatorMethods'
          : `Add a cluster to spec.dependsOn of the entity, or ${KUBERNETES_CLUSTER_ANNOTATION} (${listed(
              configured,
            )})`,
      params: { annotation, value },
      clears: 'when there is a cluster to look in',
    }),
  };
}

/** What is the same of every cluster that is not watched where the entity wants it to be. */
export interface NotWatched {
  readonly named: NamedWorkloads;
  readonly cluster: string;
  /** The entity does not say that it runs there, so that other clusters may answer for this one. */
  readonly maybe: boolean;
}

/** A cluster that no server can watch. */
export function notObservableCluster(
  options: NotWatched & { readonly notObservable: string },
): ResolutionProblem {
  const { cluster, notObservable } = options;
  return notWatched(options, {
    message: `${cluster} cannot be watched in the background`,
    hint: notObservable,
    clears: `when ${cluster} can be watched`,
  });
}

/** Config keeps us out of the namespace that the entity names. */
export function unwatchedNamespace(
  options: NotWatched & { readonly namespace: string },
): ResolutionProblem {
  const { cluster, namespace } = options;
  return notWatched(options, {
    message: `Namespace ${namespace} of ${cluster} is not watched`,
    hint: `Correct ${KUBERNETES_NAMESPACE_ANNOTATION}: ${namespace}, or add it to the namespaces of ${cluster} in ${OWN_CLUSTERS_KEY}`,
    clears: 'when the namespace is watched, or the entity names another one',
  });
}

function notWatched(
  { named, cluster, maybe }: NotWatched,
  words: { message: string; hint: string; clears: string },
): ResolutionProblem {
  const { annotation } = named;
  const verdict = unknownVerdict({
    reason: 'not-configured',
    ...words,
    params: { annotation, value: plainText(named.value), cluster },
  });
  return {
    source: `kubernetes/${cluster}`,
    aspect: 'kubernetes',
    key: keyOf(named),
    verdict: maybe ? asAbsent(verdict) : verdict,
  };
}

/** What an entity says of its workloads, as people read it. */
export function keyOf({ selector, namespace }: NamedWorkloads): string {
  const text = plainText(selector);
  return namespace ? `${text} in ${namespace}` : text;
}

function asAbsent(verdict: Verdict): Verdict {
  return { ...verdict, absent: true };
}

function listed(configured: readonly string[]): string {
  if (configured.length === 0) {
    return 'none is configured';
  }
  const names = configured.slice(0, MAX_LISTED_COUNT).join(', ');
  const more = configured.length - MAX_LISTED_COUNT;
  return `configured: ${names}${more > 0 ? ` and ${more} more` : ''}`;
}
