import type { Cluster, Controller } from './Cluster';
import type { WorkloadOptions } from './Deployment';
import type { Nodes } from './Nodes';
import { statefulSetObject } from './objects/statefulSetObject';
import { Pod } from './Pod';
import type { PodOptions } from './PodRecord';
import type { StatefulSetState, TemplateState, Trouble } from './states';
import { templateOf } from './templates';
import { versionOf } from './Workload';
import type { Workload, WorkloadPlan } from './Workload';

/** A StatefulSet and its pods, one after the other, as its controller keeps them. */
export class StatefulSet implements Workload, Controller {
  readonly plan: WorkloadPlan;
  readonly #cluster: Cluster;
  readonly #nodes: Nodes;
  readonly #templates = new Map<string, TemplateState>();
  #pods = new Map<number, Pod>();
  #state: StatefulSetState;
  #good: TemplateState;
  #goodReplicas: number;
  #revision = 1;
  #nextTrouble: Trouble | undefined;
  #written = '';

  private constructor(options: WorkloadOptions) {
    const { cluster, nodes, plan } = options;
    this.plan = plan;
    this.#cluster = cluster;
    this.#nodes = nodes;
    this.#good = templateOf({ plan, version: plan.version, revision: 1 });
    this.#goodReplicas = plan.replicas;
    const createdAt = cluster.now - plan.ageMs;
    const revision = this.#remember(this.#good);
    this.#state = {
      ...cluster.meta({ ...plan, createdAt }),
      template: this.#good,
      selector: plan.labels,
      replicas: plan.replicas,
      partition: plan.partition ?? 0,
      observedGeneration: 1,
      currentRevision: revision,
      updateRevision: revision,
      createdReplicas: 0,
      readyReplicas: 0,
      currentReplicas: 0,
      updatedReplicas: 0,
    };
  }

  /** One that runs since a while. */
  static create(options: WorkloadOptions): StatefulSet {
    const set = new StatefulSet(options);
    const { chances, now } = set.#cluster;
    const podsSince =
      now - Math.round(options.plan.ageMs * chances.between(0.1, 0.8));
    for (let ordinal = 0; ordinal < set.replicas; ordinal += 1) {
      const createdAt = podsSince + ordinal * 20_000;
      const revision = set.#state.currentRevision;
      set.#pods.set(
        ordinal,
        Pod.running(set.#podOptions({ ordinal, revision, createdAt })),
      );
    }
    set.#write();
    return set;
  }

  get pods(): readonly Pod[] {
    return [...this.#pods.values()];
  }

  get replicas(): number {
    return this.#state.replicas;
  }

  get template(): TemplateState {
    return this.#state.template;
  }

  get state(): StatefulSetState {
    return this.#state;
  }

  roll(change: { version?: string; trouble?: Trouble }): void {
    const { version = versionOf(this.#good), trouble } = change;
    this.#revision += 1;
    const template = templateOf({
      plan: this.plan,
      version,
      revision: this.#revision,
      trouble,
    });
    if (!trouble) {
      this.#good = template;
    }
    this.#want({ template, updateRevision: this.#remember(template) });
  }

  /** The next version for the last of its pods only, until someone goes on or back. */
  tryOut(version: string): void {
    this.#revision += 1;
    const { plan } = this;
    const template = templateOf({ plan, version, revision: this.#revision });
    this.#want({
      template,
      updateRevision: this.#remember(template),
      partition: Math.max(this.#state.replicas - 1, 0),
    });
  }

  scale(replicas: number): void {
    if (replicas > 0) {
      this.#goodReplicas = replicas;
    }
    if (replicas !== this.#state.replicas) {
      this.#want({ replicas });
    }
  }

  /** One more pod, which does not come up. */
  grow(trouble: Trouble): void {
    this.#nextTrouble = trouble;
    this.#want({ replicas: this.#state.replicas + 1 });
  }

  restore(): void {
    this.#nextTrouble = undefined;
    this.#want({
      template: this.#good,
      updateRevision: this.#remember(this.#good),
      replicas: this.#goodReplicas,
      partition: this.plan.partition ?? 0,
    });
    this.pods.forEach(pod => {
      // A pod of a revision that never worked is deleted by hand, as it must be.
      if (pod.state.template.trouble) {
        pod.terminate();
      }
      pod.heal();
    });
  }

  reconcile(): void {
    this.#pods.forEach((pod, ordinal) => {
      if (pod.isGone) {
        this.#pods.delete(ordinal);
      }
    });
    this.#keepOrder();
    this.#write();
  }

  #want(
    wanted: Partial<
      Pick<
        StatefulSetState,
        'template' | 'replicas' | 'updateRevision' | 'partition'
      >
    >,
  ): void {
    this.#state = {
      ...this.#state,
      ...wanted,
      generation: this.#state.generation + 1,
    };
    this.#cluster.touch(this);
  }

  #remember(template: TemplateState): string {
    const revision = `${this.plan.name}-${template.hash}`;
    this.#templates.set(revision, template);
    return revision;
  }

  /** Ordered: the next only when the one before is ready; what is too much goes from the end. */
  #keepOrder(): void {
    const { replicas, partition, updateRevision, currentRevision } =
      this.#state;
    for (let ordinal = 0; ordinal < replicas; ordinal += 1) {
      const pod = this.#pods.get(ordinal);
      if (!pod) {
        const revision =
          ordinal >= partition ? updateRevision : currentRevision;
        this.#create(ordinal, revision);
        return;
      }
      if (pod.state.phase === 'Failed') {
        pod.discard();
        return;
      }
      if (!pod.isReady) {
        return;
      }
    }
    const extra = [...this.#pods.keys()].filter(at => at >= replicas);
    if (extra.length > 0) {
      this.#pods.get(Math.max(...extra))?.terminate();
      return;
    }
    this.#update();
  }

  #update(): void {
    const { replicas, partition, updateRevision } = this.#state;
    for (let ordinal = replicas - 1; ordinal >= partition; ordinal -= 1) {
      const pod = this.#pods.get(ordinal);
      if (pod && this.#revisionOf(pod) !== updateRevision) {
        pod.terminate();
        return;
      }
    }
    if (partition === 0) {
      this.#state = { ...this.#state, currentRevision: updateRevision };
    }
  }

  #create(ordinal: number, revision: string): void {
    const createdAt = this.#cluster.now;
    const options = this.#podOptions({ ordinal, revision, createdAt });
    const isNew = ordinal >= this.#goodReplicas;
    const trouble = isNew ? this.#nextTrouble : undefined;
    const { template } = options.state;
    this.#pods.set(
      ordinal,
      Pod.create(
        trouble
          ? {
              ...options,
              state: { ...options.state, template: { ...template, trouble } },
            }
          : options,
      ),
    );
  }

  #revisionOf(pod: Pod): string {
    return pod.state.labels['controller-revision-hash'];
  }

  #podOptions(options: {
    ordinal: number;
    revision: string;
    createdAt: number;
  }): PodOptions {
    const { ordinal, revision, createdAt } = options;
    const { namespace, name, uid, template } = this.#state;
    const podName = `${name}-${ordinal}`;
    return {
      cluster: this.#cluster,
      nodes: this.#nodes,
      owner: this,
      state: {
        ...this.#cluster.meta({
          namespace,
          name: podName,
          labels: {
            ...template.labels,
            'apps.kubernetes.io/pod-index': String(ordinal),
            'controller-revision-hash': revision,
            'statefulset.kubernetes.io/pod-name': podName,
          },
          createdAt,
        }),
        template: this.#templates.get(revision) ?? template,
        owner: { apiVersion: 'apps/v1', kind: 'StatefulSet', name, uid },
        phase: 'Pending',
        ready: false,
        readySince: createdAt,
        ordinal,
      },
    };
  }

  #write(): void {
    const { currentRevision, updateRevision, generation } = this.#state;
    const pods = this.pods.filter(pod => !pod.isGone);
    const ofRevision = (revision: string): number =>
      pods.filter(pod => pod.isActive && this.#revisionOf(pod) === revision)
        .length;
    this.#state = {
      ...this.#state,
      observedGeneration: generation,
      createdReplicas: pods.length,
      readyReplicas: pods.filter(pod => pod.isReady).length,
      currentReplicas: ofRevision(currentRevision),
      updatedReplicas: ofRevision(updateRevision),
    };
    const written = JSON.stringify({
      ...this.#state,
      template: this.template.hash,
    });
    if (written !== this.#written) {
      this.#written = written;
      this.#cluster.store.put(statefulSetObject(this.#state));
    }
  }
}
