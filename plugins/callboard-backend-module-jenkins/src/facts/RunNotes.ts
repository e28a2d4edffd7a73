import type { RunNote } from './RunNote';

/** Notes about the runs of one job, by number. */
export type JobNotes = ReadonlyMap<number, RunNote>;

/**
 * What is known about the runs of every job, kept as text: a tenth of the memory of the objects,
 * and read once a round.
 */
export class RunNotes {
  readonly #byJob = new Map<string, string>();

  static create(): RunNotes {
    return new RunNotes();
  }

  private constructor() {}

  /** Undefined for a job that was not met before. */
  read(job: string): JobNotes | undefined {
    const text = this.#byJob.get(job);
    if (text === undefined) {
      return undefined;
    }
    // Our own text of a moment ago, so it needs no checking.
    const notes: readonly RunNote[] = JSON.parse(text);
    return new Map(notes.map(note => [note.n, note]));
  }

  has(job: string): boolean {
    return this.#byJob.has(job);
  }

  write(job: string, notes: Iterable<RunNote>): void {
    this.#byJob.set(job, JSON.stringify([...notes]));
  }

  /** Forgets all jobs but these. */
  keep(jobs: ReadonlySet<string>): void {
    for (const job of this.#byJob.keys()) {
      if (!jobs.has(job)) {
        this.#byJob.delete(job);
      }
    }
  }
}
