import { Verdict } from '../../words';
import { plainText } from '../plainText';
import { unknownVerdict } from '../unknownVerdict';
import { KubernetesSnapshot } from './facts';
import { clusterParams, textParams } from './ruling';

/** The cluster has nothing of what the entity names; another one may. */
export function nothingMatches(snapshot: KubernetesSnapshot): Verdict {
  const { near = [] } = snapshot;
  const selector = plainText(snapshot.selector, 160);
  const cluster = plainText(snapshot.cluster, 60);
  const namespace =
    snapshot.namespace === undefined
      ? undefined
      : plainText(snapshot.namespace, 63);
  const nearWords =
    near.length > 0
      ? `; near: ${near.map(name => plainText(name)).join(', ')}`
      : '';
  const where =
    namespace === undefined
      ? `any namespace of ${cluster}`
      : `namespace ${namespace} of ${cluster}`;
  return {
    ...unknownVerdict({
      reason: 'not-found',
      message: `Nothing in ${where} matches ${selector}`,
      hint: `Label the workloads and their pods so, or correct backstage.io/kubernetes-id, kubernetes-label-selector${
        namespace === undefined ? '' : ' or kubernetes-namespace'
      } of the entity${nearWords}`,
      params: {
        ...clusterParams(snapshot),
        ...textParams({
          selector: snapshot.selector,
          namespace: snapshot.namespace,
          suggestion: near.at(0),
        }),
      },
      clears: 'when a workload matches, or the entity names another one',
    }),
    absent: true,
  };
}
