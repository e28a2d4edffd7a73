export { KubernetesServer } from './KubernetesServer';
export type {
  KubernetesAuth,
  KubernetesServerOptions,
} from './KubernetesServer';
export type { KubernetesRefusal, KubernetesVerb } from './access';
export type { KubernetesCall, KubernetesCallCounts } from './calls';
export type { KubernetesFault } from './faults';
export { ObjectStore } from './ObjectStore';
export type {
  KubernetesBody,
  KubernetesObject,
  StoredObject,
  StoreChange,
} from './ObjectStore';
export type { KubernetesResource, KubernetesResourceName } from './resources';
