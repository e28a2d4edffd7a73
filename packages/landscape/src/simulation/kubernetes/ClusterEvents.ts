import type { Cluster } from './Cluster';
import { eventObject } from './objects/eventObject';
import type { EventState, MetaState } from './states';

const HOUR_MS = 60 * 60_000;
const API_VERSIONS: Readonly<Record<string, string>> = {
  CronJob: 'batch/v1',
  DaemonSet: 'apps/v1',
  Deployment: 'apps/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  Job: 'batch/v1',
  ReplicaSet: 'apps/v1',
  StatefulSet: 'apps/v1',
};

export interface Happening {
  readonly kind: string;
  readonly object: MetaState;
  readonly reason: string;
  readonly message: string;
  readonly component: string;
  /** Default: Warning. */
  readonly type?: EventState['type'];
}

/** Events of a cluster: the same again is counted, and each is gone an hour after it was last seen. */
export class ClusterEvents {
  readonly #cluster: Cluster;
  readonly #events = new Map<string, EventState>();

  private constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  static create(cluster: Cluster): ClusterEvents {
    return new ClusterEvents(cluster);
  }

  add(happening: Happening): void {
    const { kind, object, reason, message, component } = happening;
    const { now, store } = this.#cluster;
    const key = [object.uid, reason, message].join('\n');
    const known = this.#events.get(key);
    const event: EventState = known
      ? { ...known, count: known.count + 1, lastAt: now }
      : {
          ...this.#cluster.meta({
            // Events of nodes are in the default namespace.
            namespace: object.namespace || 'default',
            name: `${object.name}.${(0x18eb_0000_0000 + now)
              .toString(16)
              .padStart(12, '0')}${this.#cluster.chances
              .whole(0x1000, 0xffff)
              .toString(16)}`,
            labels: {},
          }),
          involved: {
            kind,
            apiVersion: API_VERSIONS[kind] ?? 'v1',
            namespace: object.namespace,
            name: object.name,
            uid: object.uid,
            resourceVersion: String(store.version),
          },
          type: happening.type ?? 'Warning',
          reason,
          message,
          component,
          count: 1,
          firstAt: now,
          lastAt: now,
        };
    this.#events.set(key, event);
    store.put(eventObject(event));
    if (!known) {
      this.#expireLater(key);
    }
  }

  #expireLater(key: string): void {
    const event = this.#events.get(key);
    if (!event) {
      return;
    }
    const { store, now } = this.#cluster;
    const left = event.lastAt + HOUR_MS - now;
    if (left > 0) {
      this.#cluster.after(left, () => this.#expireLater(key));
      return;
    }
    this.#events.delete(key);
    store.remove('events', event);
  }
}
