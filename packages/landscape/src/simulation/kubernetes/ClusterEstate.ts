import { InputError, NotFoundError } from '@backstage/errors';
import { Autoscaler } from './Autoscaler';
import { Cluster } from './Cluster';
import { CronJob } from './CronJob';
import { DaemonSet } from './DaemonSet';
import { Deployment } from './Deployment';
import { resolveBounds } from './deploymentStatus';
import { BAD_REVISIONS, POD_TROUBLES } from './incidents';
import type { NodeIncidentKind, WorkloadIncident } from './incidents';
import { Job, type JobOptions } from './Job';
import { Nodes } from './Nodes';
import type { Pod } from './Pod';
import { StatefulSet } from './StatefulSet';
import { templateOf } from './templates';
import { versionOf } from './Workload';
import type { Workload, WorkloadPlan } from './Workload';

const MINUTE_MS = 60_000;
const STUCK_DEADLINE_SECONDS = 60;
const JOB_TRIES_COUNT = 2;
/** A Job that takes too long began so long ago, and goes on for as long as anybody looks. */
const LONG_JOB_AGO_MS = 13 * 60 * MINUTE_MS;
const LONG_JOB_MS = 30 * 24 * 60 * MINUTE_MS;

const isDeployment = (workload: Workload): workload is Deployment =>
  workload instanceof Deployment;
const isStatefulSet = (workload: Workload): workload is StatefulSet =>
  workload instanceof StatefulSet;
const isCronJob = (workload: Workload): workload is CronJob =>
  workload instanceof CronJob;

/** One cluster of the company with all that runs in it. */
export class ClusterEstate {
  readonly cluster: Cluster;
  readonly nodes: Nodes;
  readonly #isQuiet: boolean;
  readonly #workloads = new Map<string, Workload>();
  readonly #autoscalers = new Map<Workload, Autoscaler>();
  readonly #jobs = new Map<Workload, Job[]>();

  private constructor(options: {
    cluster: Cluster;
    nodes: Nodes;
    isQuiet: boolean;
  }) {
    this.cluster = options.cluster;
    this.nodes = options.nodes;
    this.#isQuiet = options.isQuiet;
  }

  static create(options: {
    name: string;
    seed: string;
    startAt: number;
    nodes: number;
    plans: readonly WorkloadPlan[];
    /** Whether autoscalers see a load that never changes. */
    isQuiet?: boolean;
  }): ClusterEstate {
    const cluster = Cluster.create(options);
    const nodes = Nodes.create({ cluster, count: options.nodes });
    const { isQuiet = false } = options;
    const estate = new ClusterEstate({ cluster, nodes, isQuiet });
    options.plans.forEach(plan => estate.add(plan));
    return estate;
  }

  get workloads(): readonly Workload[] {
    return [...this.#workloads.values()];
  }

  /** By `namespace/name`. */
  find(reference: string): Workload {
    const workload = this.#workloads.get(reference);
    if (!workload) {
      throw new NotFoundError(
        `There is no workload ${reference} in ${this.cluster.name}`,
      );
    }
    return workload;
  }

  autoscaler(workload: Workload): Autoscaler | undefined {
    return this.#autoscalers.get(workload);
  }

  add(plan: WorkloadPlan): Workload {
    const { cluster, nodes } = this;
    cluster.ensureNamespace(plan.namespace, cluster.now - plan.ageMs);
    const workload = createWorkload({ cluster, nodes, plan });
    this.#workloads.set(`${plan.namespace}/${plan.name}`, workload);
    if (plan.autoscaler && workload instanceof Deployment) {
      this.#autoscalers.set(
        workload,
        Autoscaler.create({
          cluster,
          target: workload,
          isSteady: this.#isQuiet,
        }),
      );
    }
    return workload;
  }

  /** Makes it happen now, and lets what follows at once follow. */
  incident(workload: Workload, incident: WorkloadIncident): void {
    this.#happen(workload, incident);
    this.cluster.settle();
    if (incident.forMinutes !== undefined) {
      this.cluster.after(incident.forMinutes * MINUTE_MS, () =>
        this.#restore(workload),
      );
    }
  }

  nodeIncident(kind: NodeIncidentKind, name: string): void {
    if (!this.nodes.state(name)) {
      throw new NotFoundError(
        `There is no node ${name} in ${this.cluster.name}`,
      );
    }
    switch (kind) {
      case 'node-not-ready':
        this.nodes.lose(name);
        break;
      case 'node-drained':
        this.nodes.drain(name);
        break;
      case 'node-pressure':
        this.nodes.setMemoryPressure(name, true);
        break;
      default:
        this.nodes.find(name);
        this.nodes.uncordon(name);
        this.nodes.setMemoryPressure(name, false);
    }
    this.cluster.settle();
  }

  #happen(workload: Workload, incident: WorkloadIncident): void {
    const { kind, version } = incident;
    const badRevision = BAD_REVISIONS[kind];
    const podTrouble = POD_TROUBLES[kind];
    if (badRevision) {
      workload.roll({
        version: version ?? nextVersion(versionOf(workload.template)),
        trouble: badRevision,
        deadlineSeconds: incident.deadlineSeconds ?? STUCK_DEADLINE_SECONDS,
      });
      return;
    }
    if (podTrouble) {
      victims(workload, incident).forEach(pod => pod.fall(podTrouble));
      return;
    }
    switch (kind) {
      case 'rollout':
        workload.roll({
          version: version ?? nextVersion(versionOf(workload.template)),
        });
        break;
      case 'restarting':
        victims(workload, incident).forEach(pod => this.#restartOften(pod));
        break;
      case 'evicted':
        victims(workload, incident).forEach(pod => pod.evict());
        break;
      case 'stuck-terminating':
        victims(workload, incident).forEach(pod =>
          pod.terminate({ isStuck: true }),
        );
        break;
      case 'scaled-to-zero':
        workload.scale(0);
        break;
      case 'rollout-paused':
        only(workload, isDeployment).pause(true);
        break;
      case 'canary':
        only(workload, isStatefulSet).tryOut(
          version ?? nextVersion(versionOf(workload.template)),
        );
        break;
      case 'volume-pending':
        only(workload, isStatefulSet).grow('volume-pending');
        break;
      case 'volume-lost':
        victims(only(workload, isStatefulSet), incident).forEach(pod =>
          pod.loseVolumes(),
        );
        break;
      case 'hpa-maxed':
        this.#scaler(workload).mood = 'maxed';
        break;
      case 'hpa-blind':
        this.#scaler(workload).mood = 'blind';
        break;
      case 'job-failed':
        this.#startJob(workload, { takesMs: 8_000, succeeds: false });
        break;
      case 'job-long':
        this.#startJob(workload, {
          beganAt: this.cluster.now - LONG_JOB_AGO_MS,
          takesMs: LONG_JOB_MS,
          succeeds: true,
        });
        break;
      case 'cron-failed':
        only(workload, isCronJob).run({ succeeds: false });
        break;
      case 'cron-missed':
        only(workload, isCronJob).stall();
        break;
      default:
        this.#restore(workload);
    }
  }

  #restore(workload: Workload): void {
    const scaler = this.#autoscalers.get(workload);
    if (scaler) {
      scaler.mood = 'usual';
    }
    this.#jobs.get(workload)?.forEach(job => job.remove());
    this.#jobs.delete(workload);
    workload.restore();
    // Leftovers of evictions are cleared away with the rest.
    workload.pods
      .filter(
        pod => pod.state.reason === 'Evicted' && !(workload instanceof CronJob),
      )
      .forEach(pod => pod.discard());
  }

  #restartOften(pod: Pod): void {
    [0, 4, 8, 12].forEach(minutes =>
      this.cluster.after(minutes * MINUTE_MS, () => {
        if (pod.isActive && !pod.isGone) {
          pod.restart();
        }
      }),
    );
  }

  #startJob(
    workload: Workload,
    run: Pick<JobOptions, 'beganAt' | 'takesMs' | 'succeeds'>,
  ): void {
    const { cluster, nodes } = this;
    const { namespace, name } = workload.plan;
    const template = templateOf({
      plan: { ...workload.plan, kind: 'CronJob', storage: false, init: false },
      version: versionOf(workload.template),
      revision: 1,
    });
    const job = Job.start({
      cluster,
      nodes,
      namespace,
      name: `${name}-migrate-${cluster.suffix()}`,
      template,
      backoffLimit: JOB_TRIES_COUNT - 1,
      ...run,
    });
    this.#jobs.set(workload, [...(this.#jobs.get(workload) ?? []), job]);
  }

  #scaler(workload: Workload): Autoscaler {
    const scaler = this.#autoscalers.get(workload);
    if (!scaler) {
      throw new InputError(
        `${workload.plan.name} has no autoscaler in ${this.cluster.name}`,
      );
    }
    return scaler;
  }
}

function createWorkload(options: {
  cluster: Cluster;
  nodes: Nodes;
  plan: WorkloadPlan;
}): Workload {
  switch (options.plan.kind) {
    case 'StatefulSet':
      return StatefulSet.create(options);
    case 'DaemonSet':
      return DaemonSet.create(options);
    case 'CronJob':
      return CronJob.create(options);
    default:
      return Deployment.create(options);
  }
}

/** What only one kind of workload can do. */
function only<T extends Workload>(
  workload: Workload,
  is: (workload: Workload) => workload is T,
): T {
  if (!is(workload)) {
    throw new InputError(
      `${workload.plan.name} is a ${workload.plan.kind}: that cannot happen to it`,
    );
  }
  return workload;
}

/** Pods that it happens to: so many, or as many as break the workload's promise. */
function victims(
  workload: Workload,
  incident: WorkloadIncident,
): readonly Pod[] {
  const healthy = workload.pods.filter(pod => pod.isActive && !pod.trouble);
  return healthy.slice(
    0,
    incident.pods ?? victimsCount(workload, incident.kind),
  );
}

function victimsCount(
  workload: Workload,
  kind: WorkloadIncident['kind'],
): number {
  switch (kind) {
    case 'below-minimum':
      return workload instanceof Deployment
        ? resolveBounds(workload.state).maxUnavailable + 1
        : workload.replicas;
    case 'quorum-risk':
      return Math.ceil(workload.replicas / 2);
    case 'daemon-missing':
      return Math.floor(workload.replicas / 2) + 1;
    default:
      return 1;
  }
}

/** `1.4.812` follows `1.4.811`. */
function nextVersion(version: string): string {
  return version.replace(/\d+$/, digits => String(Number(digits) + 1));
}
