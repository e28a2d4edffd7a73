import type { KubernetesObject } from '../../../kubernetes';
import type { DaemonSetState } from '../states';
import { counts } from './conditionJson';
import { managed } from './managedFields';
import { metadata } from './metadata';
import { templateSpec } from './templateSpec';

/** A DaemonSet (apps/v1) as the API shows it. */
export function daemonSetObject(state: DaemonSetState): KubernetesObject {
  const { template, selector, namespace, name, labels } = state;
  return {
    resource: 'daemonsets',
    namespace,
    name,
    labels,
    body: resourceVersion => {
      const spec = {
        selector: { matchLabels: selector },
        template: templateSpec(template),
        updateStrategy: {
          type: 'RollingUpdate',
          rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
        },
        revisionHistoryLimit: 10,
      };
      const status = {
        currentNumberScheduled: state.scheduled,
        numberMisscheduled: 0,
        desiredNumberScheduled: state.desired,
        numberReady: state.ready,
        observedGeneration: state.generation,
        ...counts({
          updatedNumberScheduled: state.updated,
          numberAvailable: state.ready,
          numberUnavailable: state.desired - state.ready,
        }),
      };
      return {
        metadata: metadata({
          state,
          resourceVersion,
          annotations: {
            'deprecated.daemonset.template.generation': String(
              state.generation,
            ),
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
