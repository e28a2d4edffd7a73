import { Kubelet } from './Kubelet';
import { PodClaims } from './PodClaims';
import { PodRecord } from './PodRecord';
import type { PodOptions } from './PodRecord';
import * as words from './podWords';
import type { PodState, Trouble } from './states';

const SECOND_MS = 1_000;
const GRACE_MS = 30 * SECOND_MS;

/**
 * A pod as the scheduler and its kubelet see it through: placed, started, ready, and back again;
 * or stuck in what troubles it, with the back-off of a real kubelet.
 */
export class Pod {
  readonly #record: PodRecord;
  readonly #kubelet: Kubelet;
  readonly #claims: PodClaims;
  #isStuck = false;

  private constructor(options: PodOptions) {
    this.#record = new PodRecord(options, this);
    this.#kubelet = new Kubelet(this.#record);
    this.#claims = new PodClaims(options.cluster);
  }

  /** New: it has everything before it. */
  static create(options: PodOptions): Pod {
    const pod = new Pod(options);
    pod.#ensureClaims();
    pod.#record.change({});
    pod.#record.next(pod.#record.between(0.1, 0.4), () =>
      pod.#kubelet.schedule(),
    );
    return pod;
  }

  /** One that runs since a while. */
  static running(options: PodOptions): Pod {
    const pod = new Pod(options);
    const { createdAt } = options.state;
    const readyAt = createdAt + 9 * SECOND_MS;
    pod.#ensureClaims();
    pod.#record.change({
      ...pod.#record.placement(createdAt),
      phase: 'Running',
      startedAt: createdAt + SECOND_MS,
      initializedAt: createdAt + 2 * SECOND_MS,
      ...pod.#kubelet.initialized(createdAt + 2 * SECOND_MS),
      container: {
        now: { kind: 'running', startedAt: createdAt + 4 * SECOND_MS },
        restarts: 0,
      },
      ready: true,
      readySince: readyAt,
    });
    return pod;
  }

  get state(): PodState {
    return this.#record.state;
  }

  get trouble(): Trouble | undefined {
    return this.#kubelet.trouble;
  }

  /** Counts for its controller: neither over nor going. */
  get isActive(): boolean {
    const { phase, deletionAt } = this.#record.state;
    return (
      deletionAt === undefined && phase !== 'Failed' && phase !== 'Succeeded'
    );
  }

  get isGone(): boolean {
    return this.#record.isGone;
  }

  get isReady(): boolean {
    return (
      this.isActive && this.#record.state.ready && !this.#record.state.nodeLost
    );
  }

  get isTerminating(): boolean {
    return this.#record.state.deletionAt !== undefined;
  }

  /** Begins to suffer, whatever it did before. */
  fall(trouble: Trouble): void {
    if (!this.isActive) {
      return;
    }
    this.#kubelet.trouble = trouble;
    const { container } = this.#record.state;
    if (container?.now.kind !== 'running') {
      this.#record.next(0, () => this.#kubelet.begin());
    } else if (trouble === 'not-ready') {
      this.#kubelet.notReady();
    } else {
      this.#kubelet.crash();
    }
  }

  /** Ends what it suffers from. */
  heal(): void {
    this.#isStuck = false;
    this.#claims.setLost(this.state, false);
    if (this.isTerminating) {
      this.#record.next(SECOND_MS / 2, () => this.#record.remove());
      return;
    }
    if (this.#kubelet.trouble === undefined || !this.isActive) {
      return;
    }
    this.#kubelet.trouble = undefined;
    this.#ensureClaims();
    this.#record.next(this.#record.between(0.5, 1.5), () =>
      this.#kubelet.begin(),
    );
  }

  /** What its volumes were bound to is gone. */
  loseVolumes(): void {
    this.#claims.setLost(this.state, true);
  }

  /** Put off its node for want of memory; what is left of it stays. */
  evict(): void {
    const { template } = this.#record.state;
    const message = words.evicted(template);
    this.#record.stop();
    this.#record.change({
      phase: 'Failed',
      reason: 'Evicted',
      message,
      ready: false,
      readySince: this.#record.cluster.now,
      container: undefined,
      init: undefined,
    });
    this.#record.warn({ reason: 'Evicted', message });
  }

  /** It ends by itself. */
  finish(options: { succeeded: boolean }): void {
    const { now } = this.#record.cluster;
    const { container } = this.#record.state;
    this.#record.stop();
    const startedAt =
      container?.now.kind === 'running' ? container.now.startedAt : now;
    this.#record.change({
      phase: options.succeeded ? 'Succeeded' : 'Failed',
      ready: false,
      readySince: now,
      container: {
        restarts: container?.restarts ?? 0,
        now: {
          kind: 'terminated',
          reason: options.succeeded ? 'Completed' : 'Error',
          exitCode: options.succeeded ? 0 : 1,
          startedAt,
          finishedAt: now,
        },
      },
    });
  }

  /** It restarts now, once. */
  restart(): void {
    if (this.#record.state.container?.now.kind === 'running') {
      this.#kubelet.crash();
    }
  }

  /** Deletes it: gone within seconds, or never where it is stuck. */
  terminate(options: { isStuck?: boolean } = {}): void {
    if (this.isTerminating) {
      return;
    }
    this.#isStuck = options.isStuck ?? false;
    this.#record.change({ deletionAt: this.#record.cluster.now + GRACE_MS });
    const isUp = this.#record.state.container?.now.kind === 'running';
    if (!this.#isStuck && !this.#record.state.nodeLost) {
      this.#record.next(isUp ? this.#record.between(1, 6) : 500, () =>
        this.#record.remove(),
      );
    }
  }

  /** Removes it without waiting for anybody. */
  discard(): void {
    this.#record.remove();
  }

  /** Its node is not heard of any more, or is again. */
  setNodeLost(nodeLost: boolean): void {
    const { nodeLost: was = false, ready } = this.#record.state;
    if (was === nodeLost) {
      return;
    }
    this.#record.change({
      nodeLost: nodeLost || undefined,
      ...(ready ? { readySince: this.#record.cluster.now } : {}),
    });
    if (!nodeLost && this.isTerminating && !this.#isStuck) {
      this.#record.next(SECOND_MS, () => this.#record.remove());
    }
  }

  #ensureClaims(): void {
    const isPending = this.trouble === 'volume-pending';
    this.#claims.ensure(this.state, { isPending });
  }
}
