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
  #names?: Promise<Names>;

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
    const known = await this.#names;
    const isOld = !known || now - known.readAt > NAMES_MAX_AGE_MS;
    const { runbookIds, fileNames } = isOld ? await this.#read() : known;
    const context = { now: new Date(now), runbookIds, fileNames };
    return runbook => judge(runbook, context);
  }

  /** Links to what was written just now are right at once. */
  async learn({ summary }: StoredRunbook): Promise<void> {
    const names = await this.#names;
    names?.runbookIds.add(summary.id);
    names?.fileNames.add(fileNameOf(summary.title));
  }

  async #read(): Promise<Names> {
    const reading = this.#readNames();
    this.#names = reading;
    try {
      return await reading;
    } catch (error) {
      this.#names = undefined;
      throw error;
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
