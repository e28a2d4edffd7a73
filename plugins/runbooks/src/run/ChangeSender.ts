import { toError } from '@backstage/errors';
import {
  maskSecrets,
  type Run,
  type RunbooksApi,
  type StepChange,
} from '@callboard/plugin-runbooks-common';
import { within } from '../api/within';
import { changeFailure, conflictWith } from './changeFailure';
import {
  nextToSend,
  ownAfter,
  queueAfter,
  type ChangeQueue,
  type PendingChange,
  type QueueEvent,
} from './changeQueue';
import type { KeptItems } from './KeptItems';

/**
 * A server that does not answer within this is taken for unreachable: a run with much evidence, on a
 * line as people have it where they are called.
 */
const ANSWER_MAX_MS = 60_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** What is not saved yet, and why. */
export interface SenderState {
  readonly queue: ChangeQueue;
  /** What the last try came to; absent while nothing is known to be wrong. */
  readonly problem?: string;
  /** False where this device keeps nothing: then a reload loses what is not saved. */
  readonly isKept: boolean;
}

export interface ChangeSenderOptions {
  readonly api: Pick<RunbooksApi, 'changeStep' | 'getRun'>;
  readonly runId: string;
  readonly kept: KeptItems<PendingChange>;
  /** Told of every answer. */
  readonly onRun: (run: Run) => void;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
}

/**
 * Sends the changes of a run's steps in the order in which they were made, until the server has
 * taken or refused each. They are kept on this device meanwhile. A change whose answer got lost is
 * sent again as it was; the server takes it once.
 */
export class ChangeSender {
  readonly #options: ChangeSenderOptions;
  readonly #listeners = new Set<() => void>();
  #state: SenderState;
  #triesCount = 0;
  #isBusy = false;
  #isActive = false;
  #lastMadeAtMs = 0;
  /** What somebody knows of their own changes, by the numbers of the steps. */
  readonly #own = new Map<number, StepChange['own']>();
  /** Changes that this device did not let us keep. */
  readonly #unkept = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(options: ChangeSenderOptions) {
    this.#options = options;
    const queue = [...options.kept.readAll().values()].sort(
      (one, other) => one.madeAtMs - other.madeAtMs,
    );
    this.#lastMadeAtMs = queue.at(-1)?.madeAtMs ?? 0;
    this.#state = { queue, isKept: true };
  }

  /** Begins with what this device kept. */
  static create(options: ChangeSenderOptions): ChangeSender {
    return new ChangeSender(options);
  }

  readonly getSnapshot = (): SenderState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    this.#isActive = true;
    void this.#sendAll();
  }

  /** What is on its way is waited for; what failed is not tried again. */
  stop(): void {
    this.#isActive = false;
    clearTimeout(this.#timer);
  }

  /** `change.seen` says which revision of the run the person saw. */
  make(n: number, change: StepChange & { readonly seen: number }): void {
    const { random } = this.#options;
    const madeAtMs = this.#nextInstant();
    const own = this.#own.get(n);
    this.#apply({
      type: 'made',
      pending: {
        id: `${madeAtMs}-${random().toString(36).slice(2)}`,
        n,
        change: { ...change, ...(own && { own }) },
        madeAtMs,
      },
    });
    void this.#sendAll();
  }

  /** Sends what was refused once more, by somebody who has seen the run as of a revision. */
  insist(id: string, seen: number): void {
    const atMs = this.#nextInstant();
    this.#apply({ type: 'insisted', id, seen, atMs });
    this.retryNow();
  }

  drop(id: string): void {
    this.#apply({ type: 'dropped', id });
  }

  /** Does not wait for its next try, where it waits for one. */
  readonly retryNow = (): void => {
    this.#triesCount = 0;
    void this.#sendAll();
  };

  async #sendAll(): Promise<void> {
    if (this.#isBusy) {
      return;
    }
    this.#isBusy = true;
    clearTimeout(this.#timer);
    let isLost = false;
    for (
      let next = nextToSend(this.#state.queue);
      next && !isLost;
      next = nextToSend(this.#state.queue)
    ) {
      isLost = !(await this.#send(next));
    }
    this.#isBusy = false;
    if (isLost && this.#isActive) {
      this.#timer = setTimeout(() => void this.#sendAll(), this.#pauseMs());
      this.#triesCount++;
    }
  }

  /** False where nobody knows whether it arrived. */
  async #send(pending: PendingChange): Promise<boolean> {
    const { id, n, madeAtMs } = pending;
    const { api, runId, onRun, now } = this.#options;
    const agoMs = Math.max(0, Math.round(now() - madeAtMs));
    const change = { ...pending.change, id, agoMs };
    try {
      const run = await within(ANSWER_MAX_MS, signal =>
        api.changeStep(runId, n, change, { signal }),
      );
      // In this order: the page never shows the step as it was before.
      onRun(run);
      const { revision } = run;
      this.#own.set(n, ownAfter(this.#own.get(n), { change, revision }));
      this.#apply({ type: 'taken', id, revision });
      return this.#heard();
    } catch (reason) {
      const failure = changeFailure(toError(reason));
      switch (failure.kind) {
        case 'lost':
          return this.#lost(failure.message);
        case 'conflict':
          return await this.#explain(id, failure.message);
        default:
          this.#apply({ type: 'refused', id, refusal: failure.refusal });
          return this.#heard();
      }
    }
  }

  /** Reads the run anew, for it to say why a change does not go with it. */
  async #explain(id: string, message: string): Promise<boolean> {
    const { api, runId, onRun } = this.#options;
    try {
      const run = await within(ANSWER_MAX_MS, signal =>
        api.getRun(runId, { signal }),
      );
      onRun(run);
      const refusal = conflictWith(run, message);
      this.#apply({ type: 'refused', id, refusal });
      return this.#heard();
    } catch (reason) {
      return this.#lost(toError(reason).message);
    }
  }

  #heard(): true {
    this.#triesCount = 0;
    this.#tell({ ...this.#state, problem: undefined });
    return true;
  }

  #lost(problem: string): false {
    this.#tell({ ...this.#state, problem });
    return false;
  }

  #apply(event: QueueEvent): void {
    const { kept } = this.#options;
    const before = this.#state.queue;
    const queue = queueAfter(before, event);
    for (const { id } of before) {
      if (!queue.some(one => one.id === id)) {
        kept.drop(id);
        this.#unkept.delete(id);
      }
    }
    for (const pending of queue) {
      const { id } = pending;
      if (!before.includes(pending) || this.#unkept.has(id)) {
        const isKept = kept.keep(id, withoutSecrets(pending));
        this.#unkept[isKept ? 'delete' : 'add'](id);
      }
    }
    const { problem } = this.#state;
    this.#tell({
      queue,
      isKept: this.#unkept.size === 0,
      ...(nextToSend(queue) && { problem }),
    });
  }

  /** No two changes of a run are made at the same time: their times are their order. */
  #nextInstant(): number {
    this.#lastMadeAtMs = Math.max(this.#options.now(), this.#lastMadeAtMs + 1);
    return this.#lastMadeAtMs;
  }

  #pauseMs(): number {
    const longest = Math.min(
      FIRST_PAUSE_MS * 2 ** this.#triesCount,
      LONGEST_PAUSE_MS,
    );
    return longest * (0.5 + this.#options.random() / 2);
  }

  #tell(state: SenderState): void {
    this.#state = state;
    this.#listeners.forEach(notify => notify());
  }
}

/** The server masks secrets; this device shall not keep them meanwhile. */
function withoutSecrets(pending: PendingChange): PendingChange {
  const { note, evidence } = pending.change;
  return {
    ...pending,
    change: {
      ...pending.change,
      ...(note !== undefined && { note: maskSecrets(note) }),
      ...(evidence !== undefined && { evidence: maskSecrets(evidence) }),
    },
  };
}
