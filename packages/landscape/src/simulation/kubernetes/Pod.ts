import type { Cluster, Controller } from './Cluster';
import type { Nodes } from './Nodes';
import { claimObject } from './objects/claimObject';
import { podObject } from './objects/podObject';
import type {
  ClaimState,
  ContainerState,
  PodState,
  TerminatedState,
  Trouble,
} from './states';
import * as words from './podWords';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const FIRST_BACK_OFF_SECONDS = 10;
const LONGEST_BACK_OFF_SECONDS = 300;
const GRACE_MS = 30 * SECOND_MS;
const CLAIM_GIBIBYTES = 8;

export interface PodOptions {
  readonly cluster: Cluster;
  readonly nodes: Nodes;
  readonly owner: Controller;
  readonly state: PodState;
  /** Fixed, for pods of a DaemonSet. */
  readonly nodeName?: string;
}

/**
 * A pod as the scheduler and its kubelet see it through: placed, started, ready, and back again;
 * or stuck in what troubles it, with the back-off of a real kubelet.
 */
export class Pod {
  readonly #options: PodOptions;
  readonly #cluster: Cluster;
  readonly #claims = new Map<string, ClaimState>();
  #state: PodState;
  #trouble: Trouble | undefined;
  #isStuck = false;
  #isGone = false;
  /** A step that was planned before the last one does not happen. */
  #step = 0;

  private constructor(options: PodOptions) {
    this.#options = options;
    this.#cluster = options.cluster;
    this.#state = options.state;
    this.#trouble = options.state.template.trouble;
  }

  /** New: it has everything before it. */
  static create(options: PodOptions): Pod {
    const pod = new Pod(options);
    pod.#ensureClaims();
    pod.#change({});
    pod.#next(pod.#between(0.1, 0.4), () => pod.#schedule());
    return pod;
  }

  /** One that runs since a while. */
  static running(options: PodOptions): Pod {
    const pod = new Pod(options);
    const { createdAt } = options.state;
    const readyAt = createdAt + 9 * SECOND_MS;
    pod.#ensureClaims();
    pod.#change({
      ...pod.#placement(createdAt),
      phase: 'Running',
      startedAt: createdAt + SECOND_MS,
      initializedAt: createdAt + 2 * SECOND_MS,
      ...pod.#initialized(createdAt + 2 * SECOND_MS),
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
    return this.#state;
  }

  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** Counts for its controller: neither over nor going. */
  get isActive(): boolean {
    const { phase, deletionAt } = this.#state;
    return (
      deletionAt === undefined && phase !== 'Failed' && phase !== 'Succeeded'
    );
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  get isReady(): boolean {
    return this.isActive && this.#state.ready && !this.#state.nodeLost;
  }

  get isTerminating(): boolean {
    return this.#state.deletionAt !== undefined;
  }

  /** Begins to suffer, whatever it did before. */
  fall(trouble: Trouble): void {
    if (!this.isActive) {
      return;
    }
    this.#trouble = trouble;
    const { container } = this.#state;
    if (container?.now.kind !== 'running') {
      this.#next(0, () => this.#begin());
    } else if (trouble === 'not-ready') {
      this.#notReady();
    } else {
      this.#crash();
    }
  }

  /** Ends what it suffers from. */
  heal(): void {
    this.#isStuck = false;
    if (this.isTerminating) {
      this.#next(SECOND_MS / 2, () => this.#remove());
      return;
    }
    if (this.#trouble === undefined || !this.isActive) {
      return;
    }
    this.#trouble = undefined;
    this.#ensureClaims();
    this.#next(this.#between(0.5, 1.5), () => this.#begin());
  }

  /** Put off its node for want of memory; what is left of it stays. */
  evict(): void {
    const { template } = this.#state;
    const message = words.evicted(template);
    this.#step += 1;
    this.#change({
      phase: 'Failed',
      reason: 'Evicted',
      message,
      ready: false,
      readySince: this.#cluster.now,
      container: undefined,
      init: undefined,
    });
    this.#warn({ reason: 'Evicted', message });
  }

  /** It ends by itself. */
  finish(options: { succeeded: boolean }): void {
    const { now } = this.#cluster;
    const { container } = this.#state;
    this.#step += 1;
    const startedAt =
      container?.now.kind === 'running' ? container.now.startedAt : now;
    this.#change({
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
    if (this.#state.container?.now.kind === 'running') {
      this.#crash();
    }
  }

  /** Deletes it: gone within seconds, or never where it is stuck. */
  terminate(options: { isStuck?: boolean } = {}): void {
    if (this.isTerminating) {
      return;
    }
    this.#isStuck = options.isStuck ?? false;
    this.#change({ deletionAt: this.#cluster.now + GRACE_MS });
    const isUp = this.#state.container?.now.kind === 'running';
    if (!this.#isStuck && !this.#state.nodeLost) {
      this.#next(isUp ? this.#between(1, 6) : 500, () => this.#remove());
    }
  }

  /** Removes it without waiting for anybody. */
  discard(): void {
    this.#remove();
  }

  /** Its node is not heard of any more, or is again. */
  setNodeLost(nodeLost: boolean): void {
    const { nodeLost: was = false, ready } = this.#state;
    if (was === nodeLost) {
      return;
    }
    this.#change({
      nodeLost: nodeLost || undefined,
      ...(ready ? { readySince: this.#cluster.now } : {}),
    });
    if (!nodeLost && this.isTerminating && !this.#isStuck) {
      this.#next(SECOND_MS, () => this.#remove());
    }
  }

  #schedule(): void {
    const { nodes } = this.#options;
    const { template } = this.#state;
    const waitsForVolume = this.#trouble === 'volume-pending';
    const message = waitsForVolume
      ? words.unboundClaims(nodes.count)
      : words.nothingFits(nodes.count);
    if (waitsForVolume || this.#trouble === 'unschedulable') {
      this.#change({
        unschedulable: message,
        readySince: this.#state.unschedulable
          ? this.#state.readySince
          : this.#cluster.now,
      });
      this.#warn({
        reason: 'FailedScheduling',
        message,
        component: 'default-scheduler',
      });
      this.#next(5 * MINUTE_MS, () => this.#schedule());
      return;
    }
    this.#change({
      ...this.#placement(this.#cluster.now),
      startedAt: this.#cluster.now,
      unschedulable: undefined,
      container: {
        now: {
          kind: 'waiting',
          reason: template.init ? 'PodInitializing' : 'ContainerCreating',
        },
        restarts: 0,
      },
      ...(template.init
        ? {
            init: {
              now: { kind: 'waiting', reason: 'PodInitializing' },
              restarts: 0,
            },
          }
        : {}),
    });
    this.#next(this.#between(1, 3), () => this.#begin());
  }

  /** Starts over from wherever it is. */
  #begin(): void {
    if (this.#state.scheduledAt === undefined) {
      this.#schedule();
      return;
    }
    switch (this.#trouble) {
      case 'image-pull':
        this.#cannotPull(1);
        break;
      case 'config-error':
        this.#cannotConfigure();
        break;
      case 'init-crash':
        this.#crashInit(1);
        break;
      default:
        this.#run();
    }
  }

  #run(): void {
    const { now } = this.#cluster;
    const { container, initializedAt = now } = this.#state;
    const isRunning = container?.now.kind === 'running';
    const restarts = (container?.restarts ?? 0) + (container?.last ? 1 : 0);
    if (!isRunning) {
      this.#change({
        phase: 'Running',
        initializedAt,
        ...this.#initialized(initializedAt),
        container: {
          now: { kind: 'running', startedAt: now },
          last: container?.last,
          restarts,
        },
      });
    }
    switch (this.#trouble) {
      case 'crash-loop':
      case 'oom-killed':
        this.#next(this.#between(2, 15), () => this.#crash());
        break;
      case 'not-ready':
        this.#next(this.#between(10, 20), () => this.#notReady());
        break;
      default:
        this.#next(this.#between(3, 8), () => this.#setReady(true));
    }
  }

  #setReady(ready: boolean): void {
    if (this.#state.ready !== ready) {
      this.#change({ ready, readySince: this.#cluster.now });
    }
  }

  #notReady(): void {
    this.#setReady(false);
    this.#warn({
      reason: 'Unhealthy',
      message: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
    });
    this.#next(2 * MINUTE_MS, () => this.#notReady());
  }

  #crash(): void {
    const { now } = this.#cluster;
    const { container, ready, readySince, template } = this.#state;
    if (container?.now.kind !== 'running') {
      return;
    }
    const isOom = this.#trouble === 'oom-killed';
    const last: TerminatedState = {
      reason: isOom ? 'OOMKilled' : 'Error',
      exitCode: isOom ? 137 : 1,
      startedAt: container.now.startedAt,
      finishedAt: now,
    };
    const unready = { ready: false, readySince: ready ? now : readySince };
    const { restarts } = container;
    // The first restart is immediate; from the second on the kubelet holds back.
    if (container.last === undefined || this.#trouble === undefined) {
      this.#change({
        ...unready,
        container: {
          now: { kind: 'running', startedAt: now },
          last,
          restarts: restarts + 1,
        },
      });
      this.#run();
      return;
    }
    const seconds = backOffSeconds(restarts);
    this.#change({
      ...unready,
      container: {
        now: {
          kind: 'waiting',
          reason: 'CrashLoopBackOff',
          message: words.backOff({
            seconds,
            container: template.container,
            pod: this.#state,
          }),
        },
        last,
        restarts,
      },
    });
    this.#warn({
      reason: 'BackOff',
      message: words.backOffEvent(template.container, this.#state),
    });
    this.#next(seconds * SECOND_MS, () => this.#run());
  }

  #cannotPull(attempt: number): void {
    const { template } = this.#state;
    const failed = words.cannotPull(template.image);
    this.#wait({ reason: 'ErrImagePull', message: failed });
    this.#warn({
      reason: 'Failed',
      message: `Failed to pull image: ${failed}`,
    });
    this.#next(2 * SECOND_MS, () => {
      this.#wait({
        reason: 'ImagePullBackOff',
        message: words.pullBackOff(template.image),
      });
      this.#next(backOffSeconds(attempt) * SECOND_MS, () =>
        this.#cannotPull(attempt + 1),
      );
    });
  }

  #cannotConfigure(): void {
    const message = words.missingSecret(this.#state.template.container);
    this.#wait({ reason: 'CreateContainerConfigError', message });
    this.#warn({ reason: 'Failed', message: `Error: ${message}` });
    this.#next(5 * MINUTE_MS, () => this.#cannotConfigure());
  }

  #crashInit(attempt: number): void {
    const { now } = this.#cluster;
    const { template } = this.#state;
    if (!template.init) {
      this.#run();
      return;
    }
    const seconds = backOffSeconds(attempt);
    const init: ContainerState = {
      now: {
        kind: 'waiting',
        reason: 'CrashLoopBackOff',
        message: words.backOff({
          seconds,
          container: template.init.name,
          pod: this.#state,
        }),
      },
      last: {
        reason: 'Error',
        exitCode: 1,
        startedAt: now - 3 * SECOND_MS,
        finishedAt: now,
      },
      restarts: attempt,
    };
    this.#change({ init });
    this.#warn({
      reason: 'BackOff',
      message: words.backOffEvent(template.init.name, this.#state),
    });
    this.#next(seconds * SECOND_MS, () => {
      this.#change({
        init: {
          ...init,
          now: { kind: 'running', startedAt: this.#cluster.now },
        },
      });
      this.#next(3 * SECOND_MS, () => this.#crashInit(attempt + 1));
    });
  }

  #wait(waiting: { reason: string; message: string }): void {
    this.#change({
      container: { now: { kind: 'waiting', ...waiting }, restarts: 0 },
    });
  }

  #placement(at: number): Partial<PodState> {
    const { nodes, nodeName } = this.#options;
    const node = nodes.place({
      nodeName,
      podName: this.#state.name,
      chances: this.#cluster.chances,
    });
    return { nodeName: node.name, ip: node.ip, scheduledAt: at };
  }

  #initialized(at: number): Partial<PodState> {
    return this.#state.template.init
      ? {
          init: {
            restarts: this.#state.init?.restarts ?? 0,
            now: {
              kind: 'terminated',
              reason: 'Completed',
              exitCode: 0,
              startedAt: at - SECOND_MS,
              finishedAt: at,
            },
          },
        }
      : {};
  }

  #ensureClaims(): void {
    const { template, name, namespace, labels, createdAt } = this.#state;
    const { store } = this.#cluster;
    for (const claim of template.claims ?? []) {
      const place = { namespace, name: `${claim}-${name}` };
      const isPending = this.#trouble === 'volume-pending';
      const known = store.get('persistentvolumeclaims', place);
      // A claim outlives its pod: only one that waited is written again.
      if (!known || isPending || this.#state.unschedulable) {
        this.#putClaim({ ...place, labels, createdAt, isPending });
      }
    }
  }

  #putClaim(options: {
    namespace: string;
    name: string;
    labels: PodState['labels'];
    createdAt: number;
    isPending: boolean;
  }): void {
    const { isPending, ...meta } = options;
    const state: ClaimState = {
      ...(this.#claims.get(meta.name) ?? this.#cluster.meta(meta)),
      phase: isPending ? 'Pending' : 'Bound',
      storageClass: 'ssd',
      gibibytes: CLAIM_GIBIBYTES,
      volumeName: `pvc-${this.#state.uid}`,
    };
    this.#claims.set(state.name, state);
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

  #remove(): void {
    this.#step += 1;
    this.#options.nodes.leave(this.#state.nodeName, this);
    this.#cluster.store.remove('pods', this.#state);
    this.#state = { ...this.#state, deletionAt: this.#cluster.now };
    this.#isGone = true;
    this.#cluster.touch(this.#options.owner);
  }

  #change(patch: Partial<PodState>): void {
    const before = this.#state.nodeName;
    this.#state = { ...this.#state, ...patch };
    if (this.#state.nodeName && before !== this.#state.nodeName) {
      this.#options.nodes.enter(this.#state.nodeName, this);
    }
    this.#cluster.store.put(podObject(this.#state));
    this.#cluster.touch(this.#options.owner);
  }

  #warn(what: { reason: string; message: string; component?: string }): void {
    const { component = 'kubelet', ...rest } = what;
    this.#cluster.events.add({
      kind: 'Pod',
      object: this.#state,
      component,
      ...rest,
    });
  }

  #next(delayMs: number, step: () => void): void {
    this.#step += 1;
    const planned = this.#step;
    this.#cluster.after(delayMs, () => {
      if (planned === this.#step) {
        step();
      }
    });
  }

  #between(fromSeconds: number, toSeconds: number): number {
    return Math.round(
      this.#cluster.chances.between(fromSeconds, toSeconds) * SECOND_MS,
    );
  }
}

/** Doubles from ten seconds to five minutes. */
function backOffSeconds(attempt: number): number {
  return Math.min(
    FIRST_BACK_OFF_SECONDS * 2 ** Math.max(0, attempt - 1),
    LONGEST_BACK_OFF_SECONDS,
  );
}
