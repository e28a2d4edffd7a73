import { OVERALL_STATUSES } from '@callboard/plugin-callboard-common';
import type { Knex } from 'knex';
import type { StoredRow } from '../board/StoredRow';
import { inChunks } from '../database/inChunks';
import type {
  ServiceAspectRow,
  ServiceCodeRow,
  ServiceSourceRow,
  TransitionRow,
} from '../database/tables';
import { updateInBulk } from '../database/updateInBulk';
import { writeFindingHistory } from './findingHistory';
import { lastChanges } from './lastChanges';
import { loadServices, type LoadedService } from './loadServices';
import { projectService, type ServiceAfter } from './projectService';
import type { StatusRules } from './StatusRules';

export interface ProjectServicesOptions {
  readonly tx: Knex.Transaction;
  readonly ids: readonly number[];
  readonly rules: StatusRules;
  readonly now: number;
}

interface Projected {
  readonly before: LoadedService;
  readonly after: ServiceAfter;
  readonly row: StoredRow;
}

/**
 * Makes the rows of the board from what was observed, and keeps what changed as transitions.
 * Writes only what differs. The caller holds the fence and has locked the services.
 */
export async function projectServices(
  options: ProjectServicesOptions,
): Promise<void> {
  for (const ids of inChunks([...new Set(options.ids)])) {
    await projectChunk({ ...options, ids });
  }
}

async function projectChunk(options: ProjectServicesOptions): Promise<void> {
  const { tx, ids, rules, now } = options;
  const loaded = await loadServices(tx, ids);
  const projections = loaded.map(before => ({
    before,
    after: projectService({
      entityRef: before.ref,
      subjects: before.subjects,
      before: before.before,
      rules,
      now,
    }),
  }));
  const changes = await lastChanges(
    tx,
    projections.map(({ before, after }) => ({
      serviceId: before.id,
      before: after.changedBefore,
    })),
  );
  const projected = projections.map(({ before, after }) => {
    const lastChange = changes.get(before.id);
    return {
      before,
      after,
      row: { ...after.row, ...(lastChange && { lastChange }) },
    };
  });
  await writeBoard(tx, projected);
  await writeDetails(tx, projected);
  await writeAspects(tx, projected);
  await writeSets(tx, projected);
  await writeTransitions(tx, projected);
  await writeFindingHistory(
    tx,
    projected.map(({ before, after }) => ({
      serviceId: before.id,
      lasting: before.lasting,
      aspects: after.aspects,
    })),
    now,
  );
}

async function writeBoard(
  tx: Knex.Transaction,
  projected: readonly Projected[],
): Promise<void> {
  await updateInBulk(tx, {
    table: 'service_board',
    key: 'id',
    columns: { rank: 'integer', since: 'bigint' },
    rows: projected
      .filter(
        ({ before, after }) =>
          before.rank !== after.rank || before.since !== after.since,
      )
      .map(({ before, after }) => ({
        id: before.id,
        rank: after.rank,
        since: after.since,
      })),
  });
}

async function writeDetails(
  tx: Knex.Transaction,
  projected: readonly Projected[],
): Promise<void> {
  const rows = projected
    .map(({ before, after, row }) => ({
      before,
      id: before.id,
      row_json: JSON.stringify(row),
      settled_json: JSON.stringify(after.settled),
      recheck_at: after.recheckAt ?? null,
    }))
    .filter(
      ({ before, row_json, settled_json, recheck_at }) =>
        before.rowJson !== row_json ||
        before.settledJson !== settled_json ||
        (before.recheckAt ?? null) !== recheck_at,
    );
  await updateInBulk(tx, {
    table: 'service_detail',
    key: 'id',
    columns: { row_json: 'text', settled_json: 'text', recheck_at: 'bigint' },
    rows: rows.map(({ before, ...row }) => row),
  });
}

async function writeAspects(
  tx: Knex.Transaction,
  projected: readonly Projected[],
): Promise<void> {
  const changed: ServiceAspectRow[] = [];
  const gone: (readonly [number, string])[] = [];
  for (const { before, after } of projected) {
    const kept = new Set<string>();
    for (const { aspect, settled, stored } of after.aspects) {
      kept.add(aspect);
      const row = {
        id: before.id,
        aspect,
        rank: OVERALL_STATUSES.indexOf(stored.status),
        settled_json: JSON.stringify(settled.state),
      };
      const known = before.aspectRows.get(aspect);
      if (known?.rank !== row.rank || known.settled_json !== row.settled_json) {
        changed.push(row);
      }
    }
    for (const aspect of before.aspectRows.keys()) {
      if (!kept.has(aspect)) {
        gone.push([before.id, aspect]);
      }
    }
  }
  for (const chunk of inChunks(changed)) {
    await tx('service_aspect')
      .insert(chunk)
      .onConflict(['id', 'aspect'])
      .merge(['rank', 'settled_json']);
  }
  for (const [id, aspect] of gone) {
    await tx('service_aspect').where({ id, aspect }).delete();
  }
}

/** What the board filters by: sources that feed a service, and codes of its findings. */
async function writeSets(
  tx: Knex.Transaction,
  projected: readonly Projected[],
): Promise<void> {
  await replaceSets<ServiceSourceRow>(
    tx,
    'service_source',
    projected.map(({ before, after }) => ({
      id: before.id,
      before: before.sources,
      after: distinct(
        after.aspects.flatMap(({ aspect, stored }) =>
          stored.feeds.map(({ source, shard }) => ({
            id: before.id,
            source,
            aspect,
            shard,
          })),
        ),
      ),
    })),
  );
  await replaceSets<ServiceCodeRow>(
    tx,
    'service_code',
    projected.map(({ before, after }) => ({
      id: before.id,
      before: before.codes,
      after: after.codes.map(code => ({ id: before.id, ...code })),
    })),
  );
}

interface SetOf<T> {
  readonly id: number;
  readonly before: readonly T[];
  readonly after: readonly T[];
}

async function replaceSets<T extends object>(
  tx: Knex.Transaction,
  table: string,
  sets: readonly SetOf<T>[],
): Promise<void> {
  const changed = sets.filter(
    ({ before, after }) => setKey(before) !== setKey(after),
  );
  const replaced = changed.filter(({ before }) => before.length > 0);
  if (replaced.length > 0) {
    await tx(table)
      .whereIn(
        'id',
        replaced.map(({ id }) => id),
      )
      .delete();
  }
  for (const chunk of inChunks(changed.flatMap(({ after }) => after))) {
    await tx(table).insert(chunk);
  }
}

/** The same for equal sets, whatever the order of rows and of their columns. */
function setKey(rows: readonly object[]): string {
  return rows
    .map(row => JSON.stringify(Object.entries(row).sort()))
    .sort()
    .join();
}

function distinct<T extends object>(rows: readonly T[]): T[] {
  return [...new Map(rows.map(row => [JSON.stringify(row), row])).values()];
}

async function writeTransitions(
  tx: Knex.Transaction,
  projected: readonly Projected[],
): Promise<void> {
  const rows: Omit<TransitionRow, 'id'>[] = projected.flatMap(
    ({ before, after }) =>
      after.transitions.map(transition => ({
        service_id: before.id,
        aspect: transition.aspect,
        from_status: transition.from,
        to_status: transition.to,
        at: transition.at,
        message: transition.message ?? null,
        flapping_since: transition.flappingSince ?? null,
        from_since: transition.fromSince ?? null,
      })),
  );
  for (const chunk of inChunks(rows)) {
    await tx('transition').insert(chunk);
  }
}
