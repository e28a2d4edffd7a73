import type { RunbookSummary } from '@callboard/plugin-runbooks-common';
import { judge } from '../rules/judge';
import type { RunbookStore } from '../store/RunbookStore';
import type { StoredRunbook } from '../store/StoredRunbook';

/** How long it may take until a link to a runbook of another instance is right. */
const NAMES_MAX_AGE_MS = 30_000;

/** A runbook with what is wrong with it today. */
export type Judge = (runbook: StoredRunbook) => RunbookSummary;

interface Names {
  readonly readAt: number;
  readonly runbookIds: Set<string>;
  readonly fileNames: Set<string>;
}

/** Says what is wrong with runbooks: it knows the day, and which runbooks links can lead to. */
export class Judges {
  readonly #store: Pick<RunbookStore, 'names'>;
  readonly #now: () => number;
  #names?: Names;
  #reading?: Promise<Names>;

  static create(options: {
    readonly store: Pick<RunbookStore, 'names'>;
    readonly now: () => number;
  }): Judges {
    return new Judges(options);
  }

  private constructor(options: {
    readonly store: Pick<RunbookStore, 'names'>;
    readonly now: () => number;
  }) {
    this.#store = options.store;
    this.#now = options.now;
  }

  /** A judge for the runbooks of one answer. */
  async call(): Promise<Judge> {
    const now = this.#now();
    const known = this.#names;
    if (known && now - known.readAt > NAMES_MAX_AGE_MS) {
      // Nobody waits for it; if it fails, whoever comes next tries again.
      this.#read().catch(() => {});
    }
    const { runbookIds, fileNames } = known ?? (await this.#read());
    const context = { now: new Date(now), runbookIds, fileNames };
    return runbook => judge(runbook, context);
  }

  /** Links to what was written just now are right at once. */
  learn({ summary }: StoredRunbook): void {
    this.#names?.runbookIds.add(summary.id);
    this.#names?.fileNames.add(fileNameOf(summary.title));
  }

  /** One question at a time, for all who ask. */
  async #read(): Promise<Names> {
    this.#reading ??= this.#readNames();
    try {
      this.#names = await this.#reading;
      return this.#names;
    } finally {
      this.#reading = undefined;
    }
  }

  async #readNames(): Promise<Names> {
    const readAt = this.#now();
    const names = await this.#store.names();
    return {
      readAt,
      runbookIds: new Set(names.map(({ id }) => id)),
      fileNames: new Set(names.map(({ title }) => fileNameOf(title))),
    };
  }
}

function fileNameOf(title: string): string {
  return `${title}.md`;
}
