import type { Cluster, Controller } from './Cluster';
import type { Nodes } from './Nodes';
import { replicaSetObject } from './objects/replicaSetObject';
import { Pod } from './Pod';
import type { PodOptions } from './PodRecord';
import type { ReplicaSetState, TemplateState } from './states';

/** A revision of a Deployment: keeps as many pods as it is told to. */
export class ReplicaSet {
  readonly #cluster: Cluster;
  readonly #nodes: Nodes;
  readonly #owner: Controller;
  #pods: Pod[] = [];
  #state: ReplicaSetState;
  #written = '';

  constructor(options: {
    cluster: Cluster;
    nodes: Nodes;
    owner: Controller;
    state: ReplicaSetState;
  }) {
    this.#cluster = options.cluster;
    this.#nodes = options.nodes;
    this.#owner = options.owner;
    this.#state = options.state;
  }

  get name(): string {
    return this.#state.name;
  }

  get template(): TemplateState {
    return this.#state.template;
  }

  get revision(): number {
    return this.#state.revision;
  }

  get replicas(): number {
    return this.#state.replicas;
  }

  set replicas(replicas: number) {
    if (replicas !== this.#state.replicas) {
      this.#state = {
        ...this.#state,
        replicas,
        generation: this.#state.generation + 1,
      };
    }
  }

  get pods(): readonly Pod[] {
    return this.#pods;
  }

  get active(): readonly Pod[] {
    return this.#pods.filter(pod => pod.isActive);
  }

  get readyCount(): number {
    return this.#pods.filter(pod => pod.isReady).length;
  }

  get terminatingCount(): number {
    return this.#pods.filter(pod => pod.isTerminating && !pod.isGone).length;
  }

  /** Wanted again after a newer one failed. */
  renew(revision: number): void {
    this.#state = { ...this.#state, revision };
  }

  /** Pods that run since it was made, or a while later. */
  fill(podCreatedAt: () => number): void {
    for (let count = 0; count < this.#state.replicas; count += 1) {
      this.#pods.push(Pod.running(this.#podOptions(podCreatedAt())));
    }
  }

  /** Makes pods that are missing and ends those that are too many. */
  keep(): void {
    this.#pods = this.#pods.filter(pod => !pod.isGone);
    const { active } = this;
    const missing = this.#state.replicas - active.length;
    for (let count = 0; count < missing; count += 1) {
      this.#pods.push(Pod.create(this.#podOptions(this.#cluster.now)));
    }
    if (missing < 0) {
      [...active]
        .sort(expendableFirst)
        .slice(0, -missing)
        .forEach(pod => pod.terminate());
    }
  }

  write(bounds: { desired: number; maxReplicas: number }): void {
    const { active } = this;
    this.#state = {
      ...this.#state,
      ...bounds,
      currentReplicas: active.length,
      readyReplicas: this.readyCount,
      terminatingReplicas: this.terminatingCount,
    };
    const { replicas, revision, currentReplicas, readyReplicas } = this.#state;
    const written = [
      replicas,
      revision,
      currentReplicas,
      readyReplicas,
      this.#state.terminatingReplicas,
      bounds.desired,
      bounds.maxReplicas,
    ].join();
    if (written !== this.#written) {
      this.#written = written;
      this.#cluster.store.put(replicaSetObject(this.#state));
    }
  }

  remove(): void {
    this.#cluster.store.remove('replicasets', this.#state);
  }

  #podOptions(createdAt: number): PodOptions {
    const { namespace, name, labels, uid, template } = this.#state;
    const meta = this.#cluster.meta({
      namespace,
      name: `${name}-${this.#cluster.suffix()}`,
      labels,
      createdAt,
    });
    return {
      cluster: this.#cluster,
      nodes: this.#nodes,
      owner: this.#owner,
      state: {
        ...meta,
        template,
        owner: { apiVersion: 'apps/v1', kind: 'ReplicaSet', name, uid },
        phase: 'Pending',
        ready: false,
        readySince: createdAt,
      },
    };
  }
}

/** What is not placed or not ready goes first, then what is youngest. */
function expendableFirst(one: Pod, other: Pod): number {
  const rank = (pod: Pod): number =>
    (pod.state.scheduledAt === undefined ? 0 : 2) + (pod.isReady ? 1 : 0);
  return rank(one) - rank(other) || other.state.createdAt - one.state.createdAt;
}
