import type { Cluster, Controller } from './Cluster';
import type { WorkloadOptions } from './Deployment';
import type { Nodes } from './Nodes';
import { daemonSetObject } from './objects/daemonSetObject';
import { Pod } from './Pod';
import type { PodOptions } from './PodRecord';
import type { DaemonSetState, TemplateState, Trouble } from './states';
import { templateOf } from './templates';
import { versionOf } from './Workload';
import type { Workload, WorkloadPlan } from './Workload';

/** A DaemonSet: one pod a node, cordoned or not. */
export class DaemonSet implements Workload, Controller {
  readonly plan: WorkloadPlan;
  readonly #cluster: Cluster;
  readonly #nodes: Nodes;
  readonly #pods = new Map<string, Pod>();
  #state: DaemonSetState;
  #written = '';

  private constructor(options: WorkloadOptions) {
    const { cluster, nodes, plan } = options;
    this.plan = plan;
    this.#cluster = cluster;
    this.#nodes = nodes;
    const createdAt = cluster.now - plan.ageMs;
    this.#state = {
      ...cluster.meta({ ...plan, createdAt }),
      template: templateOf({ plan, version: plan.version, revision: 1 }),
      selector: plan.labels,
      desired: 0,
      scheduled: 0,
      ready: 0,
      updated: 0,
    };
  }

  /** One that runs on every node since a while. */
  static create(options: WorkloadOptions): DaemonSet {
    const set = new DaemonSet(options);
    set.#nodes.names.forEach(nodeName => {
      const createdAt = Math.max(
        set.#state.createdAt,
        set.#nodes.state(nodeName)?.createdAt ?? 0,
      );
      set.#pods.set(
        nodeName,
        Pod.running(set.#podOptions(nodeName, createdAt)),
      );
    });
    set.#write();
    return set;
  }

  get pods(): readonly Pod[] {
    return [...this.#pods.values()];
  }

  get replicas(): number {
    return this.#nodes.count;
  }

  get template(): TemplateState {
    return this.#state.template;
  }

  get state(): DaemonSetState {
    return this.#state;
  }

  /** Pods are replaced one by one. */
  roll(change: { version?: string; trouble?: Trouble }): void {
    const { version = versionOf(this.template), trouble } = change;
    const generation = this.#state.generation + 1;
    this.#state = {
      ...this.#state,
      generation,
      template: templateOf({
        plan: this.plan,
        version,
        revision: generation,
        trouble,
      }),
    };
    this.#cluster.touch(this);
  }

  /** The nodes decide. */
  scale(): void {}

  restore(): void {
    if (this.template.trouble) {
      this.roll({});
    }
    this.pods.forEach(pod => pod.heal());
  }

  reconcile(): void {
    this.#nodes.names.forEach(nodeName => {
      const pod = this.#pods.get(nodeName);
      if (!pod || pod.isGone) {
        const { now } = this.#cluster;
        this.#pods.set(nodeName, Pod.create(this.#podOptions(nodeName, now)));
      }
    });
    const outdated = this.pods.filter(pod => !this.#isUpdated(pod));
    const missing = this.pods.filter(pod => !pod.isReady);
    // What does not serve costs nothing to replace; of the others one at a time.
    const next =
      outdated.find(pod => !pod.isReady && !pod.isTerminating) ??
      (missing.length === 0 ? outdated[0] : undefined);
    next?.terminate();
    this.#write();
  }

  #isUpdated(pod: Pod): boolean {
    return pod.state.template.hash === this.template.hash;
  }

  #podOptions(nodeName: string, createdAt: number): PodOptions {
    const { namespace, name, uid, template, generation } = this.#state;
    return {
      cluster: this.#cluster,
      nodes: this.#nodes,
      owner: this,
      nodeName,
      state: {
        ...this.#cluster.meta({
          namespace,
          name: `${name}-${this.#cluster.suffix()}`,
          labels: {
            ...template.labels,
            'controller-revision-hash': template.hash,
            'pod-template-generation': String(generation),
          },
          createdAt,
        }),
        template,
        owner: { apiVersion: 'apps/v1', kind: 'DaemonSet', name, uid },
        phase: 'Pending',
        ready: false,
        readySince: createdAt,
      },
    };
  }

  #write(): void {
    const active = this.pods.filter(pod => pod.isActive);
    this.#state = {
      ...this.#state,
      desired: this.#nodes.count,
      scheduled: active.length,
      ready: active.filter(pod => pod.isReady).length,
      updated: active.filter(pod => this.#isUpdated(pod)).length,
    };
    const { desired, scheduled, ready, updated, generation } = this.#state;
    const written = [desired, scheduled, ready, updated, generation].join();
    if (written !== this.#written) {
      this.#written = written;
      this.#cluster.store.put(daemonSetObject(this.#state));
    }
  }
}
