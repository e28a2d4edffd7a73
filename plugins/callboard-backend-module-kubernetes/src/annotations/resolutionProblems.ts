import {
  KUBERNETES_CLUSTER_ANNOTATION,
  nearNames,
  plainText,
  unknownVerdict,
  type Verdict,
} from '@callboard/plugin-callboard-common';
import type { ResolutionProblem } from '@callboard/plugin-callboard-node';
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

/** A cluster that no server can watch. */
export function notObservableCluster(options: {
  readonly named: NamedWorkloads;
  readonly cluster: string;
  readonly notObservable: string;
  /** The entity does not say that it runs there, so that other clusters may answer for this one. */
  readonly maybe: boolean;
}): ResolutionProblem {
  const { named, cluster, notObservable, maybe } = options;
  const { annotation } = named;
  const verdict = unknownVerdict({
    reason: 'not-configured',
    message: `${cluster} cannot be watched in the background`,
    hint: notObservable,
    params: { annotation, value: plainText(named.value), cluster },
    clears: `when ${cluster} can be watched`,
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
