import { readNotes, writeNotes } from './noteText';
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
    const notes = this.#read(job);
    return notes && new Map(notes.map(note => [note.n, note]));
  }

  has(job: string): boolean {
    return this.#byJob.has(job);
  }

  /** Takes what `writeNotes` made. */
  write(job: string, notes: string): void {
    this.#byJob.set(job, notes);
  }

  /** Adds what was asked for one run. */
  learn(job: string, number: number, news: Pick<RunNote, 'r' | 'f'>): void {
    const notes = this.#read(job) ?? [];
    const learned = notes.map(note =>
      note.n === number ? { ...note, ...news } : note,
    );
    this.write(job, writeNotes(learned));
  }

  /** Forgets all jobs but these. */
  keep(jobs: ReadonlySet<string>): void {
    for (const job of this.#byJob.keys()) {
      if (!jobs.has(job)) {
        this.#byJob.delete(job);
      }
    }
  }

  #read(job: string): readonly RunNote[] | undefined {
    const text = this.#byJob.get(job);
    return text === undefined ? undefined : readNotes(text);
  }
}
