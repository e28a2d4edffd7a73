import type { KubernetesObject } from '../../../kubernetes';
import type { MetaState } from '../states';
import { managed } from './managedFields';
import { metadata } from './metadata';

/** A Namespace (v1) as the API shows it. */
export function namespaceObject(state: MetaState): KubernetesObject {
  const { name, labels } = state;
  return {
    resource: 'namespaces',
    namespace: '',
    name,
    labels,
    fields: { 'status.phase': 'Active' },
    body: resourceVersion => ({
      metadata: metadata({
        state,
        resourceVersion,
        withGeneration: false,
        managedFields: [
          managed({
            manager: 'argocd-controller',
            apiVersion: 'v1',
            at: state.createdAt,
            fields: { metadata: { labels } },
          }),
        ],
      }),
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    }),
  };
}
