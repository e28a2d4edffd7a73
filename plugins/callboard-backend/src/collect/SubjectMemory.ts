import type { StoredDetails, Subject } from '@callboard/plugin-callboard-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import type { ObservationRow } from '../database/tables';
import { loadSubjects, type KnownSubject } from '../store/loadSubjects';
import type { RecordedObservation } from '../store/recordObservations';

/**
 * What entities name in a source, with a hash of what was last observed of each: all that the
 * collector keeps in memory of a source.
 */
export class SubjectMemory {
  readonly #knex: Knex;
  readonly #source: string;
  #known = new Map<string, KnownSubject>();
  #subjects: readonly Subject[] = [];
  /** Those that have to be settled again, and when. */
  readonly #recheckAt = new Map<string, number>();
  #revision: number | undefined;

  constructor(knex: Knex, source: string) {
    this.#knex = knex;
    this.#source = source;
  }

  get subjects(): readonly Subject[] {
    return this.#subjects;
  }

  get(subjectId: string): KnownSubject | undefined {
    return this.#known.get(subjectId);
  }

  /** Whether some subject was never observed. */
  get hasUnobserved(): boolean {
    for (const { hash } of this.#known.values()) {
      if (hash === undefined) {
        return true;
      }
    }
    return false;
  }

  /** When some subject has to be settled again, after a time; in epoch milliseconds. */
  nextRecheckAt(after: number): number | undefined {
    let next: number | undefined;
    for (const at of this.#recheckAt.values()) {
      next = at > after ? Math.min(at, next ?? at) : next;
    }
    return next;
  }

  /** Subjects that have to be settled again by now. */
  due(now: number): string[] {
    return [...this.#recheckAt].flatMap(([id, at]) => (at <= now ? [id] : []));
  }

  isOutdated(revision: number): boolean {
    return this.#revision !== revision;
  }

  /**
   * Gives the ids of those that are new, or are to be judged by something else than before. The
   * revision has to be read before the subjects: at worst they are loaded once too often.
   */
  async load(revision: number): Promise<readonly string[]> {
    const before = this.#known;
    const loaded = await loadSubjects(this.#knex, this.#source);
    this.#known = new Map(loaded.map(known => [known.subject.id, known]));
    this.#subjects = loaded.map(({ subject }) => subject);
    this.#recheckAt.clear();
    loaded.forEach(known => this.#remember(known));
    this.#revision = revision;
    return this.#subjects
      .filter(subject => !isSame(before.get(subject.id)?.subject, subject))
      .map(({ id }) => id);
  }

  recorded(observations: readonly RecordedObservation[]): void {
    for (const { subjectId, hash, recheckAt } of observations) {
      const known = this.#known.get(String(subjectId));
      if (known) {
        known.hash = hash;
        known.recheckAt = recheckAt;
        this.#remember(known);
      }
    }
  }

  #remember({ subject, recheckAt }: KnownSubject): void {
    if (recheckAt === undefined) {
      this.#recheckAt.delete(subject.id);
    } else {
      this.#recheckAt.set(subject.id, recheckAt);
    }
  }

  async details(subjectIds: readonly string[]): Promise<StoredDetails> {
    const details = new Map<string, JsonObject>();
    const ids = subjectIds.flatMap(id => this.#known.get(id)?.id ?? []);
    for (const chunk of inChunks(ids)) {
      const rows = await this.#knex<ObservationRow>('observation')
        .whereIn('subject_id', chunk)
        .select('subject_id', 'detail_json');
      rows.forEach(row =>
        details.set(String(row.subject_id), JSON.parse(row.detail_json)),
      );
    }
    return details;
  }
}

function isSame(before: Subject | undefined, after: Subject): boolean {
  return (
    before !== undefined &&
    before.key === after.key &&
    before.shard === after.shard &&
    JSON.stringify(before.spec) === JSON.stringify(after.spec)
  );
}
