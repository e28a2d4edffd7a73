import type { KubernetesObject } from '../../../kubernetes';
import type { StatefulSetState } from '../states';
import { counts } from './conditionJson';
import { managed } from './managedFields';
import { metadata } from './metadata';
import { templateSpec } from './templateSpec';

const CLAIM_GIBIBYTES = 8;

function claimTemplate(name: string): unknown {
  return {
    kind: 'PersistentVolumeClaim',
    apiVersion: 'v1',
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: `${CLAIM_GIBIBYTES}Gi` } },
      storageClassName: 'ssd',
      volumeMode: 'Filesystem',
    },
    status: { phase: 'Pending' },
  };
}

/** A StatefulSet (apps/v1) as the API shows it. */
export function statefulSetObject(state: StatefulSetState): KubernetesObject {
  const { template, selector, namespace, name, labels } = state;
  return {
    resource: 'statefulsets',
    namespace,
    name,
    labels,
    body: resourceVersion => {
      const spec = {
        replicas: state.replicas,
        selector: { matchLabels: selector },
        template: templateSpec(template),
        ...(template.claims
          ? { volumeClaimTemplates: template.claims.map(claimTemplate) }
          : {}),
        serviceName: name,
        podManagementPolicy: 'OrderedReady',
        updateStrategy: {
          type: 'RollingUpdate',
          rollingUpdate: { partition: state.partition },
        },
        revisionHistoryLimit: 10,
        persistentVolumeClaimRetentionPolicy: {
          whenDeleted: 'Retain',
          whenScaled: 'Retain',
        },
      };
      const status = {
        observedGeneration: state.observedGeneration,
        replicas: state.createdReplicas,
        ...counts({
          readyReplicas: state.readyReplicas,
          currentReplicas: state.currentReplicas,
          updatedReplicas: state.updatedReplicas,
        }),
        currentRevision: state.currentRevision,
        updateRevision: state.updateRevision,
        collisionCount: 0,
        availableReplicas: state.readyReplicas,
      };
      return {
        metadata: metadata({
          state,
          resourceVersion,
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
