import { FindingDraft } from '../../words';
import { plainText } from '../plainText';
import { KubernetesSnapshot } from './facts';
import { clusterParams, plural, textParams } from './ruling';
import { KubernetesThresholds } from './thresholds';

/**
 * One service seldom has so much: its selector may match what belongs to others too. Worth a note
 * and no more, because nothing is wrong with a service that is large.
 */
export function matchesMuch(
  snapshot: KubernetesSnapshot,
  thresholds: KubernetesThresholds,
): readonly FindingDraft[] {
  const { workloads, namespace } = snapshot;
  const podsCount = workloads.reduce((sum, { pods }) => sum + pods.length, 0);
  if (
    workloads.length <= thresholds.broadWorkloadsCount &&
    podsCount <= thresholds.broadPodsCount
  ) {
    return [];
  }
  const found = `${workloads.length} ${plural(workloads.length, 'workload')}`;
  return [
    {
      code: 'selector-broad',
      status: 'note',
      message: `${plainText(
        snapshot.selector,
        160,
      )} matches ${found} with ${podsCount} ${plural(podsCount, 'pod')}`,
      hint: `Where some of them belong to other services, narrow backstage.io/kubernetes-label-selector${
        namespace === undefined
          ? ', or name the backstage.io/kubernetes-namespace'
          : ''
      }`,
      impact: 'delivery',
      params: {
        ...clusterParams(snapshot),
        ...textParams({ selector: snapshot.selector, namespace }),
      },
      links: [],
    },
  ];
}
