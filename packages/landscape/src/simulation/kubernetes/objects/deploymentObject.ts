import type { KubernetesObject } from '../../../kubernetes';
import type { DeploymentState } from '../states';
import { counts, deploymentCondition } from './conditionJson';
import { managed } from './managedFields';
import { metadata } from './metadata';
import { templateSpec } from './templateSpec';

function strategy(state: DeploymentState): unknown {
  const { maxUnavailable, maxSurge } = state;
  return state.strategy === 'Recreate'
    ? { type: 'Recreate' }
    : { type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge } };
}

/** A Deployment (apps/v1) as the API shows it. */
export function deploymentObject(state: DeploymentState): KubernetesObject {
  const { template, selector, namespace, name, labels } = state;
  return {
    resource: 'deployments',
    namespace,
    name,
    labels,
    body: resourceVersion => {
      const spec = {
        replicas: state.replicas,
        selector: { matchLabels: selector },
        template: templateSpec(template),
        strategy: strategy(state),
        revisionHistoryLimit: 2,
        ...(state.paused ? { paused: true } : {}),
        progressDeadlineSeconds: state.deadlineSeconds,
      };
      const status = {
        observedGeneration: state.observedGeneration,
        ...counts({
          replicas: state.currentReplicas,
          updatedReplicas: state.updatedReplicas,
          readyReplicas: state.readyReplicas,
          availableReplicas: state.availableReplicas,
          unavailableReplicas: state.unavailableReplicas,
        }),
        terminatingReplicas: state.terminatingReplicas,
        conditions: state.conditions.map(deploymentCondition),
      };
      return {
        metadata: metadata({
          state,
          resourceVersion,
          annotations: {
            'deployment.kubernetes.io/revision': String(state.revision),
          },
          managedFields: [
            managed({
              manager: 'argocd-controller',
              apiVersion: 'apps/v1',
              at: state.createdAt,
              fields: { metadata: { labels }, spec },
            }),
            managed({
              manager: 'kube-controller-manager',
              apiVersion: 'apps/v1',
              at: Math.max(
                ...state.conditions.map(({ updateAt }) => updateAt),
                state.createdAt,
              ),
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
