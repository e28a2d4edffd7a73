import type { KubernetesObject } from '../../../kubernetes';
import { timestamp } from '../naming';
import type { AutoscalerState } from '../states';
import { plainCondition } from './conditionJson';
import { managed } from './managedFields';
import { metadata } from './metadata';

const TARGET_UTILIZATION = 70;

/** A HorizontalPodAutoscaler (autoscaling/v2) as the API shows it. */
export function autoscalerObject(state: AutoscalerState): KubernetesObject {
  const { namespace, name, labels, target, utilization } = state;
  return {
    resource: 'horizontalpodautoscalers',
    namespace,
    name,
    labels,
    body: resourceVersion => {
      const spec = {
        scaleTargetRef: { ...target, apiVersion: 'apps/v1' },
        minReplicas: state.min,
        maxReplicas: state.max,
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: {
                type: 'Utilization',
                averageUtilization: TARGET_UTILIZATION,
              },
            },
          },
        ],
      };
      const status = {
        ...(state.lastScaledAt === undefined
          ? {}
          : { lastScaleTime: timestamp(state.lastScaledAt) }),
        currentReplicas: state.current,
        desiredReplicas: state.desired,
        currentMetrics:
          utilization === undefined
            ? [{ type: '' }]
            : [
                {
                  type: 'Resource',
                  resource: {
                    name: 'cpu',
                    current: {
                      averageValue: `${utilization * 2}m`,
                      averageUtilization: utilization,
                    },
                  },
                },
              ],
        conditions: state.conditions.map(plainCondition),
      };
      return {
        metadata: metadata({
          state,
          resourceVersion,
          withGeneration: false,
          managedFields: [
            managed({
              manager: 'argocd-controller',
              apiVersion: 'autoscaling/v2',
              at: state.createdAt,
              fields: { metadata: { labels }, spec },
            }),
            managed({
              manager: 'kube-controller-manager',
              apiVersion: 'autoscaling/v2',
              at: state.lastScaledAt ?? state.createdAt,
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
