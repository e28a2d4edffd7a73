import type { KubernetesObject } from '../../../kubernetes';
import type { ClaimState } from '../states';
import { managed } from './managedFields';
import { metadata } from './metadata';

/** A PersistentVolumeClaim (v1) as the API shows it. */
export function claimObject(state: ClaimState): KubernetesObject {
  const { namespace, name, labels, phase, gibibytes } = state;
  const storage = `${gibibytes}Gi`;
  return {
    resource: 'persistentvolumeclaims',
    namespace,
    name,
    labels,
    body: resourceVersion => {
      const spec = {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage } },
        ...(phase === 'Pending' ? {} : { volumeName: state.volumeName }),
        storageClassName: state.storageClass,
        volumeMode: 'Filesystem',
      };
      return {
        metadata: metadata({
          state,
          resourceVersion,
          withGeneration: false,
          annotations:
            phase === 'Pending'
              ? {}
              : {
                  'pv.kubernetes.io/bind-completed': 'yes',
                  'pv.kubernetes.io/bound-by-controller': 'yes',
                },
          finalizers: ['kubernetes.io/pvc-protection'],
          managedFields: [
            managed({
              manager: 'kube-controller-manager',
              apiVersion: 'v1',
              at: state.createdAt,
              fields: { metadata: { labels }, spec },
            }),
          ],
        }),
        spec,
        status:
          phase === 'Bound'
            ? {
                phase,
                accessModes: ['ReadWriteOnce'],
                capacity: { storage },
              }
            : { phase },
      };
    },
  };
}
