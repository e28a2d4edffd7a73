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
  #revision: number | undefined;

  constructor(knex: Knex, source: string) {
    this.#knex = knex;
    this.#source = source;
  }

  get subjects(): Subject[] {
    return [...this.#known.values()].map(({ subject }) => subject);
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

  isOutdated(revision: number): boolean {
    return this.#revision !== revision;
  }

  /** The revision has to be read before the subjects: at worst they are loaded once too often. */
  async load(revision: number): Promise<void> {
    const subjects = await loadSubjects(this.#knex, this.#source);
    this.#known = new Map(subjects.map(known => [known.subject.id, known]));
    this.#revision = revision;
  }

  recorded(observations: readonly RecordedObservation[]): void {
    for (const { subjectId, hash, recheckAt } of observations) {
      const known = this.#known.get(String(subjectId));
      if (known) {
        known.hash = hash;
        known.recheckAt = recheckAt;
      }
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
