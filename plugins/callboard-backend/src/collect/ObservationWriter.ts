import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import { bumpRevision } from '../store/bumpRevision';
import { lockServices } from '../store/lockServices';
import { projectServices } from '../store/projectServices';
import {
  recordObservations,
  type ObservedSubject,
  type RecordedObservation,
} from '../store/recordObservations';
import type { StatusRules } from '../store/StatusRules';
import type { Lease } from './Lease';

export interface ObservationWriterOptions {
  readonly knex: Knex;
  readonly rules: StatusRules;
  readonly now: () => number;
}

/** Stores what changed, in fenced transactions that are short enough not to be in anyone's way. */
export class ObservationWriter {
  readonly #options: ObservationWriterOptions;

  constructor(options: ObservationWriterOptions) {
    this.#options = options;
  }

  /** Calls back after each transaction; throws a LeaseLostError where the lease is over. */
  async write(options: {
    readonly lease: Lease;
    readonly observed: readonly ObservedSubject[];
    readonly onWritten: (recorded: readonly RecordedObservation[]) => void;
  }): Promise<void> {
    const { lease, observed, onWritten } = options;
    // Subjects of one service together, so that it is projected once.
    const sorted = [...observed].sort((a, b) => a.serviceId - b.serviceId);
    for (const chunk of inChunks(sorted)) {
      onWritten(
        await this.#options.knex.transaction(tx =>
          this.#writeChunk(tx, lease, chunk),
        ),
      );
      // SQLite answers at once: without a turn for others nobody is served until all is written.
      await setImmediate();
    }
  }

  async #writeChunk(
    tx: Knex.Transaction,
    lease: Lease,
    chunk: readonly ObservedSubject[],
  ): Promise<RecordedObservation[]> {
    const { rules, now } = this.#options;
    await lease.fence(tx);
    const ids = await lockServices(tx, {
      ids: [...new Set(chunk.map(({ serviceId }) => serviceId))],
    });
    const existing = new Set(
      (
        await tx('subject')
          .whereIn(
            'id',
            chunk.map(({ subjectId }) => subjectId),
          )
          .select<{ id: number }[]>('id')
      ).map(({ id }) => id),
    );
    const recorded = await recordObservations({
      tx,
      // The entity may have stopped naming it while the source was asked.
      observed: chunk.filter(({ subjectId }) => existing.has(subjectId)),
      rules,
      now: now(),
    });
    await projectServices({ tx, ids, rules, now: now() });
    await bumpRevision(tx);
    return recorded;
  }
}
