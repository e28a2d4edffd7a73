import type { Cluster } from './Cluster';
import { claimObject } from './objects/claimObject';
import * as words from './podWords';
import type { ClaimState, PodState } from './states';

const CLAIM_GIBIBYTES = 8;

/** The volumes that a pod has of its own. They outlive it. */
export class PodClaims {
  readonly #cluster: Cluster;
  readonly #claims = new Map<string, ClaimState>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** Makes those that are missing; only claims that waited are written again. */
  ensure(pod: PodState, options: { isPending: boolean }): void {
    const { isPending } = options;
    for (const claim of pod.template.claims ?? []) {
      const place = {
        namespace: pod.namespace,
        name: `${claim}-${pod.name}`,
      };
      const known = this.#cluster.store.get('persistentvolumeclaims', place);
      if (!known || isPending || pod.unschedulable) {
        this.#put({ pod, name: place.name, isPending });
      }
    }
  }

  /** What they were bound to is gone, or back. */
  setLost(pod: PodState, isLost: boolean): void {
    for (const [name, { phase }] of this.#claims) {
      if (phase === (isLost ? 'Bound' : 'Lost')) {
        this.#put({ pod, name, isPending: false, isLost });
      }
    }
  }

  #put(options: {
    pod: PodState;
    name: string;
    isPending: boolean;
    isLost?: boolean;
  }): void {
    const { pod, name, isPending, isLost = false } = options;
    const { namespace, labels, createdAt } = pod;
    const settled = isLost ? 'Lost' : 'Bound';
    const meta = { namespace, name, labels, createdAt };
    const state: ClaimState = {
      ...(this.#claims.get(name) ?? this.#cluster.meta(meta)),
      phase: isPending ? 'Pending' : settled,
      storageClass: 'ssd',
      gibibytes: CLAIM_GIBIBYTES,
      volumeName: `pvc-${pod.uid}`,
    };
    this.#claims.set(name, state);
    this.#cluster.store.put(claimObject(state));
    if (isPending) {
      this.#cluster.events.add({
        kind: 'PersistentVolumeClaim',
        object: state,
        reason: 'ProvisioningFailed',
        message: words.CANNOT_PROVIDE,
        component: 'persistentvolume-controller',
      });
    }
  }
}
