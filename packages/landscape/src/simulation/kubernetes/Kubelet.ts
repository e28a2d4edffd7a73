import type { PodRecord } from './PodRecord';
import * as words from './podWords';
import type {
  ContainerState,
  PodState,
  TerminatedState,
  Trouble,
} from './states';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const FIRST_BACK_OFF_SECONDS = 10;
const LONGEST_BACK_OFF_SECONDS = 300;

/** The scheduler and the kubelet of one pod: what they do with it, step by step. */
export class Kubelet {
  readonly #record: PodRecord;
  /** What the pod suffers from. */
  trouble: Trouble | undefined;

  constructor(record: PodRecord) {
    this.#record = record;
    this.trouble = record.state.template.trouble;
  }

  /** Finds it a node, or says why there is none. */
  schedule(): void {
    const { nodesCount } = this.#record;
    const { template } = this.#record.state;
    const waitsForVolume = this.trouble === 'volume-pending';
    const message = waitsForVolume
      ? words.unboundClaims(nodesCount)
      : words.nothingFits(nodesCount);
    if (waitsForVolume || this.trouble === 'unschedulable') {
      this.#record.change({
        unschedulable: message,
        readySince: this.#record.state.unschedulable
          ? this.#record.state.readySince
          : this.#record.cluster.now,
      });
      this.#record.warn({
        reason: 'FailedScheduling',
        message,
        component: 'default-scheduler',
      });
      this.#record.next(5 * MINUTE_MS, () => this.schedule());
      return;
    }
    this.#record.change({
      ...this.#record.placement(this.#record.cluster.now),
      startedAt: this.#record.cluster.now,
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
    this.#record.next(this.#record.between(1, 3), () => this.begin());
  }

  /** Starts over from wherever it is. */
  begin(): void {
    if (this.#record.state.scheduledAt === undefined) {
      this.schedule();
      return;
    }
    switch (this.trouble) {
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
    const { now } = this.#record.cluster;
    const { container, initializedAt = now } = this.#record.state;
    const isRunning = container?.now.kind === 'running';
    const restarts = (container?.restarts ?? 0) + (container?.last ? 1 : 0);
    if (!isRunning) {
      this.#record.change({
        phase: 'Running',
        initializedAt,
        ...this.initialized(initializedAt),
        container: {
          now: { kind: 'running', startedAt: now },
          last: container?.last,
          restarts,
        },
      });
    }
    switch (this.trouble) {
      case 'crash-loop':
      case 'oom-killed':
        this.#record.next(this.#record.between(2, 15), () => this.crash());
        break;
      case 'not-ready':
        this.#record.next(this.#record.between(10, 20), () => this.notReady());
        break;
      default:
        this.#record.next(this.#record.between(3, 8), () =>
          this.#setReady(true),
        );
    }
  }

  #setReady(ready: boolean): void {
    if (this.#record.state.ready !== ready) {
      this.#record.change({ ready, readySince: this.#record.cluster.now });
    }
  }

  /** Fails its readiness probe from now on. */
  notReady(): void {
    this.#setReady(false);
    this.#record.warn({
      reason: 'Unhealthy',
      message: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
    });
    this.#record.next(2 * MINUTE_MS, () => this.notReady());
  }

  /** Its container ends; the kubelet starts it again, sooner or later. */
  crash(): void {
    const { now } = this.#record.cluster;
    const { container, ready, readySince, template } = this.#record.state;
    if (container?.now.kind !== 'running') {
      return;
    }
    const isOom = this.trouble === 'oom-killed';
    const last: TerminatedState = {
      reason: isOom ? 'OOMKilled' : 'Error',
      exitCode: isOom ? 137 : 1,
      startedAt: container.now.startedAt,
      finishedAt: now,
    };
    const unready = { ready: false, readySince: ready ? now : readySince };
    const { restarts } = container;
    // The first restart is immediate; from the second on the kubelet holds back.
    if (container.last === undefined || this.trouble === undefined) {
      this.#record.change({
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
    this.#record.change({
      ...unready,
      container: {
        now: {
          kind: 'waiting',
          reason: 'CrashLoopBackOff',
          message: words.backOff({
            seconds,
            container: template.container,
            pod: this.#record.state,
          }),
        },
        last,
        restarts,
      },
    });
    this.#record.warn({
      reason: 'BackOff',
      message: words.backOffEvent(template.container, this.#record.state),
    });
    this.#record.next(seconds * SECOND_MS, () => this.#run());
  }

  #cannotPull(attempt: number): void {
    const { template } = this.#record.state;
    const failed = words.cannotPull(template.image);
    this.#wait({ reason: 'ErrImagePull', message: failed });
    this.#record.warn({
      reason: 'Failed',
      message: `Failed to pull image: ${failed}`,
    });
    this.#record.next(2 * SECOND_MS, () => {
      this.#wait({
        reason: 'ImagePullBackOff',
        message: words.pullBackOff(template.image),
      });
      this.#record.next(backOffSeconds(attempt) * SECOND_MS, () =>
        this.#cannotPull(attempt + 1),
      );
    });
  }

  #cannotConfigure(): void {
    const message = words.missingSecret(this.#record.state.template.container);
    this.#wait({ reason: 'CreateContainerConfigError', message });
    this.#record.warn({ reason: 'Failed', message: `Error: ${message}` });
    this.#record.next(5 * MINUTE_MS, () => this.#cannotConfigure());
  }

  #crashInit(attempt: number): void {
    const { now } = this.#record.cluster;
    const { template } = this.#record.state;
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
          pod: this.#record.state,
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
    this.#record.change({ init });
    this.#record.warn({
      reason: 'BackOff',
      message: words.backOffEvent(template.init.name, this.#record.state),
    });
    this.#record.next(seconds * SECOND_MS, () => {
      this.#record.change({
        init: {
          ...init,
          now: { kind: 'running', startedAt: this.#record.cluster.now },
        },
      });
      this.#record.next(3 * SECOND_MS, () => this.#crashInit(attempt + 1));
    });
  }

  #wait(waiting: { reason: string; message: string }): void {
    this.#record.change({
      container: { now: { kind: 'waiting', ...waiting }, restarts: 0 },
    });
  }

  /** Its init container is through. */
  initialized(at: number): Partial<PodState> {
    return this.#record.state.template.init
      ? {
          init: {
            restarts: this.#record.state.init?.restarts ?? 0,
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
}

/** Doubles from ten seconds to five minutes. */
function backOffSeconds(attempt: number): number {
  return Math.min(
    FIRST_BACK_OFF_SECONDS * 2 ** Math.max(0, attempt - 1),
    LONGEST_BACK_OFF_SECONDS,
  );
}
