import type { Cluster, Controller } from './Cluster';
import type { Nodes } from './Nodes';
import { jobObject } from './objects/jobObject';
import { Pod } from './Pod';
import type { PodOptions } from './PodRecord';
import type { JobState, OwnerState, TemplateState } from './states';

const SECOND_MS = 1_000;
const RETRY_MS = 10 * SECOND_MS;

export interface JobOptions {
  readonly cluster: Cluster;
  readonly nodes: Nodes;
  readonly namespace: string;
  readonly name: string;
  readonly template: TemplateState;
  readonly owner?: OwnerState;
  readonly scheduledAt?: number;
  readonly backoffLimit: number;
  /** How long each try takes. */
  readonly takesMs: number;
  readonly succeeds: boolean;
  /** When it began; now by default. */
  readonly beganAt?: number;
  readonly onEnd?: () => void;
}

/** A Job: one pod that has to end well, with as many tries as it may have. */
export class Job implements Controller {
  readonly #options: JobOptions;
  #state: JobState;
  #pods: Pod[] = [];
  #written = '';
  #isRemoved = false;

  private constructor(options: JobOptions) {
    const { cluster, namespace, name, template, beganAt } = options;
    this.#options = options;
    const meta = cluster.meta({
      namespace,
      name,
      labels: template.labels,
      createdAt: beganAt,
    });
    const ids = {
      'batch.kubernetes.io/controller-uid': meta.uid,
      'batch.kubernetes.io/job-name': name,
      'controller-uid': meta.uid,
      'job-name': name,
    };
    this.#state = {
      ...meta,
      labels: { ...template.labels, ...ids },
      template,
      owner: options.owner,
      scheduledAt: options.scheduledAt,
      backoffLimit: options.backoffLimit,
      startedAt: beganAt ?? cluster.now,
      active: 0,
      succeeded: 0,
      failed: 0,
    };
  }

  static start(options: JobOptions): Job {
    const job = new Job(options);
    job.#try();
    return job;
  }

  get state(): JobState {
    return this.#state;
  }

  get pods(): readonly Pod[] {
    return this.#pods;
  }

  get isOver(): boolean {
    return (
      this.#state.completedAt !== undefined ||
      this.#state.failedAt !== undefined
    );
  }

  remove(): void {
    this.#isRemoved = true;
    this.#pods.forEach(pod => pod.discard());
    this.#options.cluster.store.remove('jobs', this.#state);
  }

  reconcile(): void {
    // Its pods go after it.
    if (this.#isRemoved) {
      return;
    }
    this.#pods = this.#pods.filter(pod => !pod.isGone);
    const active = this.#pods.filter(pod => pod.isActive).length;
    const { succeeded, failed, completedAt, failedAt } = this.#state;
    const written = [active, succeeded, failed, completedAt, failedAt].join();
    if (written !== this.#written) {
      this.#written = written;
      this.#state = { ...this.#state, active };
      this.#options.cluster.store.put(jobObject(this.#state));
    }
  }

  #try(): void {
    const { cluster, nodes, template, takesMs, beganAt } = this.#options;
    const { namespace, name, uid, labels } = this.#state;
    const options: PodOptions = {
      cluster,
      nodes,
      owner: this,
      state: {
        ...cluster.meta({
          namespace,
          name: `${name}-${cluster.suffix()}`,
          labels,
          createdAt: beganAt,
        }),
        template,
        owner: { apiVersion: 'batch/v1', kind: 'Job', name, uid },
        phase: 'Pending',
        ready: false,
        readySince: cluster.now,
      },
    };
    const pod =
      beganAt === undefined ? Pod.create(options) : Pod.running(options);
    this.#pods.push(pod);
    cluster.touch(this);
    cluster.after(takesMs, () => this.#ended(pod));
  }

  #ended(pod: Pod): void {
    const { cluster, succeeds, backoffLimit, onEnd } = this.#options;
    if (!pod.isActive) {
      return;
    }
    if (pod.state.container?.now.kind !== 'running') {
      cluster.after(5 * SECOND_MS, () => this.#ended(pod));
      return;
    }
    pod.finish({ succeeded: succeeds });
    const { now } = cluster;
    const failed = this.#state.failed + (succeeds ? 0 : 1);
    if (succeeds) {
      this.#state = { ...this.#state, succeeded: 1, completedAt: now };
    } else if (failed > backoffLimit) {
      this.#state = { ...this.#state, failed, failedAt: now };
      cluster.events.add({
        kind: 'Job',
        object: this.#state,
        reason: 'BackoffLimitExceeded',
        message: 'Job has reached the specified backoff limit',
        component: 'job-controller',
      });
    } else {
      this.#state = { ...this.#state, failed };
      cluster.after(RETRY_MS * 2 ** (failed - 1), () => this.#try());
    }
    cluster.touch(this);
    if (this.isOver) {
      onEnd?.();
    }
  }
}
