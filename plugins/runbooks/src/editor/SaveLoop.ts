import {
  RunbookConflictError,
  type Runbook,
  type RunbooksApi,
  type RunbookWrite,
} from '@callboard/plugin-runbooks-common';
import { isWritten } from './isWritten';
import { saveFailure, type SaveFailure } from './saveFailure';

/** A server that does not answer within this is taken for unreachable. */
const ANSWER_MAX_MS = 60_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** What is to be saved. */
export interface SaveOrder {
  /** Absent for a new runbook. */
  readonly id?: string;
  /** The version that it comes after; 0 for a new runbook. */
  readonly version: number;
  readonly write: RunbookWrite;
}

/** How saving goes. */
export type SaveState =
  | { readonly type: 'idle' }
  | { readonly type: 'saving' }
  /** It could not be sent and is tried again by itself. */
  | { readonly type: 'waiting'; readonly message: string }
  | {
      readonly type: 'saved';
      readonly runbook: Runbook;
      readonly write: RunbookWrite;
    }
  | { readonly type: 'conflict'; readonly current: Runbook }
  | {
      readonly type: 'refused';
      readonly failure: SaveFailure;
      readonly order: SaveOrder;
    };

type SaveApi = Pick<
  RunbooksApi,
  'createRunbook' | 'saveRunbook' | 'getRunbooks' | 'getRunbook'
>;

/**
 * Saves what it is told to, until it is saved or somebody has to decide. A request whose answer got
 * lost is sent again, and what it may have saved already is not saved twice.
 */
export class SaveLoop {
  readonly #api: SaveApi;
  readonly #random: () => number;
  readonly #onState: (state: SaveState) => void;
  #order: SaveOrder | undefined;
  /** What was sent and never answered. */
  #unanswered: RunbookWrite[] = [];
  #triesCount = 0;
  #busy = false;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;

  private constructor(options: {
    readonly api: SaveApi;
    readonly random: () => number;
    readonly onState: (state: SaveState) => void;
  }) {
    this.#api = options.api;
    this.#random = options.random;
    this.#onState = options.onState;
  }

  static create(options: {
    readonly api: SaveApi;
    readonly onState: (state: SaveState) => void;
    readonly random?: () => number;
  }): SaveLoop {
    return new SaveLoop({ random: Math.random, ...options });
  }

  /** A later order takes the place of one that still waits. */
  save(order: SaveOrder): void {
    if (this.#busy) {
      return;
    }
    this.#order = order;
    this.#triesCount = 0;
    void this.#try();
  }

  /** Does not wait for its next try, where it waits for one. */
  retryNow(): void {
    if (this.#order && !this.#busy) {
      void this.#try();
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  async #try(): Promise<void> {
    clearTimeout(this.#timer);
    this.#busy = true;
    this.#tell({ type: 'saving' });
    const state = await this.#untilAnswered();
    this.#busy = false;
    if (this.#stopped) {
      return;
    }
    if (state.type === 'waiting') {
      this.#timer = setTimeout(() => this.retryNow(), this.#pauseMs());
      this.#triesCount++;
    } else {
      this.#order = undefined;
      this.#unanswered = [];
    }
    this.#tell(state);
  }

  async #untilAnswered(): Promise<SaveState> {
    for (;;) {
      const order = this.#order;
      if (!order) {
        return { type: 'idle' };
      }
      const abort = new AbortController();
      this.#abort = abort;
      const deadline = setTimeout(() => abort.abort(), ANSWER_MAX_MS);
      try {
        const runbook = await this.#send(order, abort.signal);
        return { type: 'saved', runbook, write: order.write };
      } catch (error) {
        if (error instanceof RunbookConflictError) {
          const { current } = error;
          if (isWritten(order.write, current)) {
            return { type: 'saved', runbook: current, write: order.write };
          }
          if (!this.#isMine(current)) {
            return { type: 'conflict', current };
          }
          this.#order = { ...order, version: current.version };
        } else {
          const failure = saveFailure(error);
          if (failure.kind !== 'lost') {
            return { type: 'refused', failure, order };
          }
          this.#unanswered.push(order.write);
          return { type: 'waiting', message: failure.message };
        }
      } finally {
        clearTimeout(deadline);
      }
    }
  }

  async #send(order: SaveOrder, signal: AbortSignal): Promise<Runbook> {
    const { id, version, write } = order;
    if (id !== undefined) {
      return this.#api.saveRunbook(id, write, { version, signal });
    }
    const created = await this.#findCreated(write.entityRef, signal);
    if (!created) {
      return this.#api.createRunbook(write, { signal });
    }
    return isWritten(write, created)
      ? created
      : this.#api.saveRunbook(created.id, write, {
          version: created.version,
          signal,
        });
  }

  /** A new runbook has no version to hold on to: look whether an earlier try created it. */
  async #findCreated(
    entityRef: string,
    signal: AbortSignal,
  ): Promise<Runbook | undefined> {
    if (this.#unanswered.length === 0) {
      return undefined;
    }
    const titles = new Set(this.#unanswered.map(({ title }) => title));
    const { items } = await this.#api.getRunbooks({ entityRef }, { signal });
    for (const { id, title } of items) {
      if (titles.has(title)) {
        const runbook = await this.#api.getRunbook(id, { signal });
        if (this.#isMine(runbook)) {
          return runbook;
        }
      }
    }
    return undefined;
  }

  #isMine(runbook: Runbook): boolean {
    return this.#unanswered.some(write => isWritten(write, runbook));
  }

  #pauseMs(): number {
    const longest = Math.min(
      FIRST_PAUSE_MS * 2 ** this.#triesCount,
      LONGEST_PAUSE_MS,
    );
    return longest * (0.5 + this.#random() / 2);
  }

  #tell(state: SaveState): void {
    if (!this.#stopped) {
      this.#onState(state);
    }
  }
}
