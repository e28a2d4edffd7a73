import type { KubernetesObject } from '../../../kubernetes';
import type { ReplicaSetState } from '../states';
import { counts } from './conditionJson';
import { managed } from './managedFields';
import { metadata } from './metadata';
import { templateSpec } from './templateSpec';

/** A ReplicaSet (apps/v1) as the API shows it. */
export function replicaSetObject(state: ReplicaSetState): KubernetesObject {
  const { template, namespace, name, labels } = state;
  return {
    resource: 'replicasets',
    namespace,
    name,
    labels,
    fields: { 'status.replicas': String(state.currentReplicas) },
    body: resourceVersion => {
      const shared = templateSpec(template);
      const spec = {
        replicas: state.replicas,
        selector: { matchLabels: labels },
        template: { ...shared, metadata: { labels } },
      };
      const status = {
        replicas: state.currentReplicas,
        ...counts({
          fullyLabeledReplicas: state.currentReplicas,
          readyReplicas: state.readyReplicas,
          availableReplicas: state.readyReplicas,
        }),
        terminatingReplicas: state.terminatingReplicas,
        observedGeneration: state.generation,
      };
      return {
        metadata: metadata({
          state,
          resourceVersion,
          annotations: {
            'deployment.kubernetes.io/desired-replicas': String(state.desired),
            'deployment.kubernetes.io/max-replicas': String(state.maxReplicas),
            'deployment.kubernetes.io/revision': String(state.revision),
          },
          owner: state.owner,
          managedFields: [
            managed({
              manager: 'kube-controller-manager',
              apiVersion: 'apps/v1',
              at: state.createdAt,
              fields: { metadata: { labels }, spec: shared },
            }),
            managed({
              manager: 'kube-controller-manager',
              apiVersion: 'apps/v1',
              at: state.createdAt,
              fields: { status },
              subresource: 'status',
            }),
          ],
        }),
        spec,
        status,
      };
    },
  };
}
