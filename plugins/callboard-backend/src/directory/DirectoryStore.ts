import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Lease } from '../collect/Lease';
import { inChunks } from '../database/inChunks';
import type { ServiceBoardRow, ServiceDetailRow } from '../database/tables';
import { bumpRevision } from '../store/bumpRevision';
import { lockServices } from '../store/lockServices';
import { projectServices } from '../store/projectServices';
import type { StatusRules } from '../store/StatusRules';
import type { KnownService } from './planSweep';
import type { ProjectedService } from './projectEntity';
import type { ServiceResolution } from './resolveService';
import { compareSubjects, writeSubjects } from './syncSubjects';
import { writeServices } from './writeServices';

/** Services a transaction; each may have several subjects. */
const CHUNK_SERVICE_COUNT = 250;

/** A service of the sweep, and what its entity names. */
export interface SweptService {
  readonly service: ProjectedService;
  readonly resolution: ServiceResolution;
}

export interface DirectoryStoreOptions {
  readonly knex: Knex;
  readonly rules: StatusRules;
  readonly now: () => number;
}

/** Keeps services and their subjects as the catalog has them; every write proves the lease. */
export class DirectoryStore {
  readonly #knex: Knex;
  readonly #rules: StatusRules;
  readonly #now: () => number;

  constructor(options: DirectoryStoreOptions) {
    this.#knex = options.knex;
    this.#rules = options.rules;
    this.#now = options.now;
  }

  async known(): Promise<Map<string, KnownService>> {
    const rows = await this.#knex<ServiceBoardRow>('service_board').select(
      'ref',
      'hash',
      'deleted_at',
    );
    return new Map(
      rows.map(({ ref, hash, deleted_at }) => [
        ref,
        { ref, hash, deleted: deleted_at !== null },
      ]),
    );
  }

  /** Writes new and changed services with their subjects. */
  async write(lease: Lease, swept: readonly SweptService[]): Promise<void> {
    for (const chunk of inChunks(swept, CHUNK_SERVICE_COUNT)) {
      await this.#knex.transaction(async tx => {
        await lease.fence(tx);
        const ids = await writeServices(
          tx,
          chunk.map(({ service }) => service),
          this.#now(),
        );
        await this.#sync(tx, {
          services: chunk.flatMap(({ service, resolution }) => {
            const id = ids.get(service.ref);
            return id === undefined
              ? []
              : [{ id, ref: service.ref, resolution }];
          }),
          touched: [...ids.values()],
        });
      });
      // SQLite answers at once: without a turn for others nobody is served until all is written.
      await setImmediate();
    }
  }

  /**
   * Writes what differs for services that did not change themselves; for the start, when sources
   * may be others than before. Returns how many services it touched.
   */
  async resync(lease: Lease, swept: readonly SweptService[]): Promise<number> {
    let touched = 0;
    for (const chunk of inChunks(swept, CHUNK_SERVICE_COUNT)) {
      const rows = await this.#knex<ServiceBoardRow>('service_board')
        .whereIn(
          'ref',
          chunk.map(({ service }) => service.ref),
        )
        .select('id', 'ref');
      const ids = new Map(rows.map(({ id, ref }) => [ref, id]));
      const services = chunk.flatMap(({ service, resolution }) => {
        const id = ids.get(service.ref);
        return id === undefined ? [] : [{ id, ref: service.ref, resolution }];
      });
      const differing = await this.#differing(services);
      if (differing.length > 0) {
        touched += differing.length;
        await this.#knex.transaction(async tx => {
          await lease.fence(tx);
          await lockServices(tx, { ids: differing.map(({ id }) => id) });
          await this.#sync(tx, { services: differing, touched: [] });
        });
      }
    }
    return touched;
  }

  /** Takes services off the board; their history stays. */
  async delete(lease: Lease, refs: readonly string[]): Promise<void> {
    for (const chunk of inChunks(refs)) {
      await this.#knex.transaction(async tx => {
        await lease.fence(tx);
        const ids = await lockServices(tx, { refs: chunk });
        const subjects = await tx('subject')
          .whereIn('service_id', ids)
          .distinct<{ source: string }[]>('source');
        await tx('subject').whereIn('service_id', ids).delete();
        await tx('service_board')
          .whereIn('id', ids)
          .update({ deleted_at: this.#now() });
        await this.#finish(tx, {
          serviceIds: ids,
          sources: subjects.map(({ source }) => source).sort(),
        });
      });
    }
  }

  /** Settles services again whose time has come, e.g. because a flapping is over. */
  async recheck(lease: Lease): Promise<void> {
    const due = await this.#knex<ServiceDetailRow>('service_detail')
      .where('recheck_at', '<=', this.#now())
      .orderBy('id')
      .limit(CHUNK_SERVICE_COUNT)
      .select('id');
    if (due.length === 0) {
      return;
    }
    await this.#knex.transaction(async tx => {
      await lease.fence(tx);
      const serviceIds = await lockServices(tx, {
        ids: due.map(({ id }) => id),
      });
      await this.#finish(tx, { serviceIds, sources: [] });
    });
  }

  async #differing<T extends { id: number; ref: string }>(
    services: readonly (T & { resolution: ServiceResolution })[],
  ) {
    const changes = await compareSubjects(this.#knex, services);
    const ids = new Set([
      ...changes.added.map(({ row }) => row.service_id),
      ...changes.changed.map(({ want }) => want.row.service_id),
      ...changes.problems.map(({ want }) => want.row.service_id),
      ...changes.removed.map(row => row.service_id),
    ]);
    return services.filter(({ id }) => ids.has(id));
  }

  async #sync(
    tx: Knex.Transaction,
    options: {
      services: readonly {
        id: number;
        ref: string;
        resolution: ServiceResolution;
      }[];
      /** Projected even where no subject changed. */
      touched: readonly number[];
    },
  ): Promise<void> {
    const { services, touched } = options;
    const written = await writeSubjects({
      tx,
      changes: await compareSubjects(tx, services),
      refs: new Map(services.map(({ id, ref }) => [id, ref])),
      rules: this.#rules,
      now: this.#now(),
    });
    await this.#finish(tx, {
      serviceIds: [...new Set([...touched, ...written.serviceIds])],
      sources: written.sources,
    });
  }

  /** In the order that all writers keep: services, sources, revision. */
  async #finish(
    tx: Knex.Transaction,
    options: { serviceIds: readonly number[]; sources: readonly string[] },
  ): Promise<void> {
    const { serviceIds, sources } = options;
    await projectServices({
      tx,
      ids: serviceIds,
      rules: this.#rules,
      now: this.#now(),
    });
    for (const source of sources) {
      await tx('source').where({ source }).increment('subjects_revision', 1);
    }
    await bumpRevision(tx);
  }
}
