import type { Cluster, Controller } from './Cluster';
import {
  deadlineAt,
  deploymentStatus,
  resolveBounds,
  withCondition,
} from './deploymentStatus';
import type { Nodes } from './Nodes';
import { deploymentObject } from './objects/deploymentObject';
import type { Pod } from './Pod';
import { ReplicaSet } from './ReplicaSet';
import { rollOut } from './rollOut';
import type { DeploymentState, TemplateState, Trouble } from './states';
import { templateOf } from './templates';
import { versionOf } from './Workload';
import type { Workload, WorkloadPlan } from './Workload';

/** Old revisions that are kept, as `revisionHistoryLimit` says. */
const HISTORY_COUNT = 2;
const DEFAULT_DEADLINE_SECONDS = 600;
const SECOND_MS = 1_000;

export interface WorkloadOptions {
  readonly cluster: Cluster;
  readonly nodes: Nodes;
  readonly plan: WorkloadPlan;
}

/** A Deployment and its ReplicaSets, kept as the deployment controller keeps them. */
export class Deployment implements Workload, Controller {
  readonly plan: WorkloadPlan;
  readonly #cluster: Cluster;
  readonly #nodes: Nodes;
  #sets: ReplicaSet[] = [];
  #state: DeploymentState;
  #good: TemplateState;
  #goodReplicas: number;
  #written = '';
  #deadlinePlanned = 0;

  private constructor(options: WorkloadOptions) {
    const { cluster, nodes, plan } = options;
    this.plan = plan;
    this.#cluster = cluster;
    this.#nodes = nodes;
    const revision = 1 + cluster.chances.whole(0, 40);
    const createdAt = cluster.now - plan.ageMs;
    this.#good = templateOf({ plan, version: plan.version, revision });
    this.#goodReplicas = plan.replicas;
    this.#state = {
      ...cluster.meta({ ...plan, createdAt }),
      generation: revision,
      template: this.#good,
      selector: plan.labels,
      revision,
      replicas: plan.replicas,
      paused: plan.paused ?? false,
      strategy: plan.strategy ?? 'RollingUpdate',
      maxUnavailable: plan.maxUnavailable ?? '25%',
      maxSurge: plan.maxSurge ?? '25%',
      deadlineSeconds: DEFAULT_DEADLINE_SECONDS,
      observedGeneration: revision,
      currentReplicas: 0,
      updatedReplicas: 0,
      readyReplicas: 0,
      availableReplicas: 0,
      unavailableReplicas: 0,
      terminatingReplicas: 0,
      conditions: [],
    };
  }

  /** One that was rolled out a while ago and runs. */
  static create(options: WorkloadOptions): Deployment {
    const deployment = new Deployment(options);
    deployment.#install();
    return deployment;
  }

  get pods(): readonly Pod[] {
    return this.#sets.flatMap(set => set.pods);
  }

  get replicas(): number {
    return this.#state.replicas;
  }

  get template(): TemplateState {
    return this.#state.template;
  }

  get state(): DeploymentState {
    return this.#state;
  }

  roll(change: {
    version?: string;
    trouble?: Trouble;
    deadlineSeconds?: number;
  }): void {
    const { version = versionOf(this.#good), trouble } = change;
    const template = templateOf({
      plan: this.plan,
      version,
      revision: this.#state.revision + 1,
      trouble,
    });
    if (!trouble) {
      this.#good = template;
    }
    this.#want({
      template,
      deadlineSeconds: change.deadlineSeconds ?? DEFAULT_DEADLINE_SECONDS,
    });
  }

  scale(replicas: number): void {
    if (replicas > 0) {
      this.#goodReplicas = replicas;
    }
    if (replicas === this.#state.replicas) {
      return;
    }
    const from = this.#state.replicas;
    this.#want({ replicas });
    const newest = this.#newest();
    if (newest) {
      newest.replicas = replicas;
      this.#scaled(newest, from);
    }
  }

  pause(paused: boolean): void {
    this.#want({ paused });
    this.#state = {
      ...this.#state,
      conditions: withCondition(
        this.#state.conditions,
        {
          type: 'Progressing',
          status: 'Unknown',
          reason: paused ? 'DeploymentPaused' : 'DeploymentResumed',
          message: paused ? 'Deployment is paused' : 'Deployment is resumed',
        },
        this.#cluster.now,
      ),
    };
  }

  restore(): void {
    this.pods.forEach(pod => pod.heal());
    if (this.#state.paused && !this.plan.paused) {
      this.pause(false);
    }
    this.#want({
      template: this.#good,
      replicas: this.#goodReplicas,
      deadlineSeconds: DEFAULT_DEADLINE_SECONDS,
    });
  }

  reconcile(): void {
    const { paused } = this.#state;
    const newest = paused ? this.#newest() : this.#newest() ?? this.#newSet();
    if (newest && !paused) {
      this.#rollOut(newest);
    }
    this.#sets.forEach(set => set.keep());
    this.#tidy();
    this.#write();
  }

  #install(): void {
    const { cluster, plan } = { cluster: this.#cluster, plan: this.plan };
    const { chances, now } = cluster;
    const rolledAt = now - Math.round(plan.ageMs * chances.between(0.05, 0.6));
    const set = this.#makeSet(rolledAt);
    set.replicas = this.#state.replicas;
    set.fill(() => rolledAt + Math.round(chances.between(0, 90) * SECOND_MS));
    const at = {
      transitionAt: rolledAt + 100_000,
      updateAt: rolledAt + 100_000,
    };
    this.#state = {
      ...this.#state,
      conditions: [
        {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
          ...at,
        },
        {
          type: 'Progressing',
          status: this.#state.paused ? 'Unknown' : 'True',
          reason: this.#state.paused
            ? 'DeploymentPaused'
            : 'NewReplicaSetAvailable',
          message: this.#state.paused
            ? 'Deployment is paused'
            : `ReplicaSet "${set.name}" has successfully progressed.`,
          ...at,
        },
      ],
      currentReplicas: plan.replicas,
      updatedReplicas: plan.replicas,
      readyReplicas: plan.replicas,
      availableReplicas: plan.replicas,
    };
    this.#write();
  }

  #want(
    wanted: Partial<
      Pick<
        DeploymentState,
        'template' | 'replicas' | 'deadlineSeconds' | 'paused'
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

  #newest(): ReplicaSet | undefined {
    const { hash } = this.#state.template;
    const found = this.#sets.find(set => set.template.hash === hash);
    if (found && found.revision !== this.#state.revision) {
      // An old revision that is wanted again becomes the newest.
      this.#state = { ...this.#state, revision: this.#state.revision + 1 };
      found.renew(this.#state.revision);
    }
    return found;
  }

  #newSet(): ReplicaSet {
    this.#state = { ...this.#state, revision: this.#state.revision + 1 };
    const set = this.#makeSet(this.#cluster.now);
    this.#progress(
      'NewReplicaSetCreated',
      `Created new replica set "${set.name}"`,
    );
    return set;
  }

  #makeSet(createdAt: number): ReplicaSet {
    const { namespace, name, uid, template, revision } = this.#state;
    const set = new ReplicaSet({
      cluster: this.#cluster,
      nodes: this.#nodes,
      owner: this,
      state: {
        ...this.#cluster.meta({
          namespace,
          name: `${name}-${template.hash}`,
          labels: { ...template.labels, 'pod-template-hash': template.hash },
          createdAt,
        }),
        template,
        owner: { apiVersion: 'apps/v1', kind: 'Deployment', name, uid },
        revision,
        replicas: 0,
        desired: this.#state.replicas,
        maxReplicas: this.#state.replicas,
        currentReplicas: 0,
        readyReplicas: 0,
        terminatingReplicas: 0,
      },
    });
    this.#sets.push(set);
    return set;
  }

  #progress(reason: string, message: string): void {
    const { conditions } = this.#state;
    this.#state = {
      ...this.#state,
      conditions: withCondition(
        conditions,
        { type: 'Progressing', status: 'True', reason, message },
        this.#cluster.now,
      ),
    };
  }

  #rollOut(newest: ReplicaSet): void {
    const before = new Map(this.#sets.map(set => [set, set.replicas]));
    const old = this.#sets.filter(set => set !== newest);
    rollOut({ state: this.#state, newest, old });
    before.forEach((replicas, set) => this.#scaled(set, replicas));
  }

  #scaled(set: ReplicaSet, before: number): void {
    if (set.replicas !== before) {
      const way = set.replicas > before ? 'up' : 'down';
      this.#cluster.events.add({
        kind: 'Deployment',
        object: this.#state,
        type: 'Normal',
        reason: 'ScalingReplicaSet',
        message: `Scaled ${way} replica set ${set.name} from ${before} to ${set.replicas}`,
        component: 'deployment-controller',
      });
    }
  }

  #wanted(): number {
    return this.#sets.reduce((sum, set) => sum + set.replicas, 0);
  }

  #tidy(): void {
    const spent = this.#sets
      .filter(
        set =>
          set.template.hash !== this.#state.template.hash &&
          set.replicas === 0 &&
          set.pods.length === 0,
      )
      .sort((one, other) => other.revision - one.revision)
      .slice(HISTORY_COUNT);
    spent.forEach(set => set.remove());
    this.#sets = this.#sets.filter(set => !spent.includes(set));
  }

  #write(): void {
    const newest = this.#newest();
    const active = (sets: readonly ReplicaSet[]): number =>
      sets.reduce((sum, set) => sum + set.active.length, 0);
    this.#state = deploymentStatus({
      state: this.#state,
      replicaSet: newest?.name ?? '',
      now: this.#cluster.now,
      counts: {
        currentReplicas: active(this.#sets),
        updatedReplicas: newest ? newest.active.length : 0,
        readyReplicas: this.#sets.reduce((sum, set) => sum + set.readyCount, 0),
        terminatingReplicas: this.#sets.reduce(
          (sum, set) => sum + set.terminatingCount,
          0,
        ),
        wantedReplicas: this.#wanted(),
      },
    });
    const { replicas } = this.#state;
    const maxReplicas = replicas + resolveBounds(this.#state).maxSurge;
    this.#sets.forEach(set => set.write({ desired: replicas, maxReplicas }));
    const written = JSON.stringify({
      ...this.#state,
      template: this.template.hash,
    });
    if (written !== this.#written) {
      this.#written = written;
      this.#cluster.store.put(deploymentObject(this.#state));
    }
    this.#planDeadline();
  }

  #planDeadline(): void {
    const at = deadlineAt(this.#state);
    if (at !== undefined && at !== this.#deadlinePlanned) {
      this.#deadlinePlanned = at;
      const delay = Math.max(0, at - this.#cluster.now) + SECOND_MS;
      this.#cluster.after(delay, () => this.#cluster.touch(this));
    }
  }
}
