import type { ClusterAccess } from './ClusterAccess';
import type { KubernetesCluster } from './KubernetesCluster';

/** One cluster that config or the catalog names, with the way to it or why there is none. */
export interface ConfiguredCluster {
  readonly cluster: KubernetesCluster;
  readonly access:
    | ClusterAccess
    | {
        readonly kind: 'none';
        /** Why it cannot be observed in the background, and what to do. */
        readonly notObservable: string;
      };
}
