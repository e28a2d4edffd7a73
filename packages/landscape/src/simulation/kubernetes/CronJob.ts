import type { Cluster, Controller } from './Cluster';
import type { WorkloadOptions } from './Deployment';
import { Job } from './Job';
import type { Nodes } from './Nodes';
import { cronJobObject } from './objects/cronJobObject';
import type { Pod } from './Pod';
import { lastRun, nextRun } from './schedule';
import type { CronJobState, TemplateState } from './states';
import { templateOf } from './templates';
import type { Workload, WorkloadPlan } from './Workload';

const MINUTE_MS = 60_000;
const SUCCEEDED_KEPT_COUNT = 3;
const FAILED_KEPT_COUNT = 1;
const DEFAULT_SCHEDULE = '0 2 * * *';

/** A CronJob and its Jobs; it runs by the clock, or when it is told to. */
export class CronJob implements Workload, Controller {
  readonly plan: WorkloadPlan;
  readonly #cluster: Cluster;
  readonly #nodes: Nodes;
  #state: CronJobState;
  #jobs: Job[] = [];
  #fails = false;
  #isStalled = false;
  #written = '';

  private constructor(options: WorkloadOptions) {
    const { cluster, nodes, plan } = options;
    this.plan = plan;
    this.#cluster = cluster;
    this.#nodes = nodes;
    const schedule = plan.schedule ?? DEFAULT_SCHEDULE;
    const lastAt = lastRun(schedule, cluster.now);
    const createdAt = cluster.now - plan.ageMs;
    const ran = lastAt > createdAt;
    this.#state = {
      ...cluster.meta({ ...plan, createdAt }),
      template: templateOf({ plan, version: plan.version, revision: 1 }),
      schedule,
      timeZone: plan.timeZone,
      suspended: plan.paused ?? false,
      active: [],
      lastScheduledAt: ran ? lastAt : undefined,
      lastSuccessfulAt: ran ? lastAt + 3 * MINUTE_MS : undefined,
    };
  }

  static create(options: WorkloadOptions): CronJob {
    const cron = new CronJob(options);
    cron.#write();
    cron.#planNext();
    return cron;
  }

  get pods(): readonly Pod[] {
    return this.#jobs.flatMap(job => job.pods);
  }

  get replicas(): number {
    return 1;
  }

  get template(): TemplateState {
    return this.#state.template;
  }

  get state(): CronJobState {
    return this.#state;
  }

  /** A run now, as by `kubectl create job --from`, and all after it, end like that. */
  run(options: { succeeds: boolean }): void {
    this.#fails = !options.succeeds;
    this.#start(this.#cluster.now);
  }

  /** Nothing starts any more. */
  stall(): void {
    this.#isStalled = true;
  }

  suspend(suspended: boolean): void {
    this.#state = {
      ...this.#state,
      suspended,
      generation: this.#state.generation + 1,
    };
    this.#cluster.touch(this);
  }

  roll(change: { version?: string }): void {
    const generation = this.#state.generation + 1;
    this.#state = {
      ...this.#state,
      generation,
      template: templateOf({
        plan: this.plan,
        version: change.version ?? this.plan.version,
        revision: generation,
      }),
    };
    this.#cluster.touch(this);
  }

  scale(replicas: number): void {
    this.suspend(replicas === 0);
  }

  restore(): void {
    if (this.#state.suspended && !this.plan.paused) {
      this.suspend(false);
    }
    const failed = this.#fails;
    this.#fails = false;
    if (this.#isStalled || failed) {
      this.#isStalled = false;
      this.#start(this.#cluster.now);
    }
  }

  reconcile(): void {
    this.#tidy();
    this.#write();
  }

  #planNext(): void {
    const at = nextRun(this.#state.schedule, this.#cluster.now);
    this.#cluster.after(at - this.#cluster.now, () => {
      if (!this.#isStalled && !this.#state.suspended) {
        this.#start(at);
      }
      this.#planNext();
    });
  }

  #start(scheduledAt: number): void {
    const { namespace, name, uid, template } = this.#state;
    const jobName = `${name}-${Math.floor(scheduledAt / MINUTE_MS)}`;
    if (this.#jobs.some(job => job.state.name === jobName || !job.isOver)) {
      return;
    }
    const job = Job.start({
      cluster: this.#cluster,
      nodes: this.#nodes,
      namespace,
      name: jobName,
      template,
      owner: { apiVersion: 'batch/v1', kind: 'CronJob', name, uid },
      scheduledAt,
      backoffLimit: 1,
      takesMs: Math.round(this.#cluster.chances.between(0.5, 3) * MINUTE_MS),
      succeeds: !this.#fails,
      onEnd: () => this.#ended(),
    });
    this.#jobs.push(job);
    this.#state = { ...this.#state, lastScheduledAt: scheduledAt };
    this.#cluster.touch(this);
  }

  #ended(): void {
    const completed = this.#jobs.flatMap(
      ({ state }) => state.completedAt ?? [],
    );
    this.#state = {
      ...this.#state,
      lastSuccessfulAt:
        Math.max(this.#state.lastSuccessfulAt ?? 0, ...completed) || undefined,
    };
    this.#cluster.touch(this);
  }

  #tidy(): void {
    const over = this.#jobs.filter(job => job.isOver);
    const succeeded = over.filter(({ state }) => state.completedAt);
    const failed = over.filter(({ state }) => state.failedAt);
    const spent = [
      ...succeeded.slice(0, -SUCCEEDED_KEPT_COUNT),
      ...failed.slice(0, -FAILED_KEPT_COUNT),
    ];
    spent.forEach(job => job.remove());
    this.#jobs = this.#jobs.filter(job => !spent.includes(job));
  }

  #write(): void {
    const active = this.#jobs
      .filter(job => !job.isOver)
      .map(({ state: { name, uid } }) => ({ name, uid }));
    this.#state = { ...this.#state, active };
    const written = JSON.stringify({
      ...this.#state,
      template: this.template.hash,
    });
    if (written !== this.#written) {
      this.#written = written;
      this.#cluster.store.put(cronJobObject(this.#state));
    }
  }
}
