import type {
  FindingDraft,
  SourceDetail,
  SourceHealth,
  SourceState,
} from '@callboard/plugin-callboard-common';
import { NotFoundError } from '@backstage/errors';
import {
  toInstant,
  toNumber,
  toOptionalNumber,
} from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { SourceRow } from '../database/tables';
import type { BoardScope } from './BoardScope';
import { jsonTable } from './jsonTable';
import type { Edition } from './readEdition';
import type { StoredSource } from './SourceAges';
import { usageOfLastHour } from './usageOfLastHour';

/** How many services a source feeds, and how many of them show it stale. */
export interface FedServices {
  readonly services: number;
  readonly staleServices: number;
}

export type SourceColumns = Pick<
  SourceRow,
  | 'source'
  | 'type'
  | 'name'
  | 'state'
  | 'message'
  | 'since'
  | 'last_good_at'
  | 'next_round_at'
  | 'interval_ms'
  | 'production'
  | 'usage_json'
  | 'latency_ms'
  | 'findings_json'
  | 'watched'
>;

const COLUMNS = [
  'source',
  'type',
  'name',
  'state',
  'message',
  'since',
  'last_good_at',
  'next_round_at',
  'interval_ms',
  'production',
  'usage_json',
  'latency_ms',
  'findings_json',
  'watched',
] as const;

/** Reads what is stored of the sources that are configured. */
export async function readSourceRows(knex: Knex): Promise<SourceColumns[]> {
  return knex<SourceRow>('source')
    .where('configured', true)
    .orderBy('source')
    .select(...COLUMNS);
}

/** Reads one of them; throws a NotFoundError where there is no such source. */
export async function readSourceRow(
  knex: Knex,
  source: string,
): Promise<SourceColumns> {
  const row = await knex<SourceRow>('source')
    .where({ source, configured: true })
    .first(...COLUMNS);
  if (!row) {
    throw new NotFoundError(`There is no source '${source}'`);
  }
  return row;
}

/** Reads a source's own facts; changes with the revision. */
export async function readSourceDetail(
  knex: Knex,
  source: string,
): Promise<SourceDetail['detail']> {
  const row = await knex<SourceRow>('source')
    .where({ source })
    .first('detail_json');
  return row?.detail_json ? JSON.parse(row.detail_json) : undefined;
}

/** What an entity says wrongly is known from the catalog, and no age of a source changes that. */
const FED_BY_STALE = `
  exists (select 1 from stale
           where stale.source = f.source
             and (stale.shard is null or stale.shard = f.shard))
  and exists (select 1 from subject s
               where s.service_id = f.id and s.source = f.source
                 and s.aspect = f.aspect and s.shard = f.shard and s.problem = false)`;

/** Counts, by source, the services of the viewer that it feeds. */
export async function readFedServices(
  scope: BoardScope,
): Promise<ReadonlyMap<string, FedServices>> {
  const { knex, visible, edition } = scope;
  const stale = jsonTable(knex, {
    columns: { source: 'text', shard: 'text' },
    rows: edition.ages.stale,
  });
  const query = knex
    .withMaterialized('stale', stale)
    .from('service_source as f')
    .join('service_board as b', 'b.id', 'f.id')
    .whereNull('b.deleted_at')
    .groupBy('f.source');
  visible.where(query, 'b.id');
  const rows: {
    source: string;
    services: number | string;
    stale_services: number | string;
  }[] = await query.select(
    'f.source',
    knex.raw('count(distinct f.id) as services'),
    knex.raw(
      `count(distinct case when ${FED_BY_STALE} then f.id end) as stale_services`,
    ),
  );
  return new Map(
    rows.map(row => [
      row.source,
      {
        services: Number(row.services),
        staleServices: Number(row.stale_services),
      },
    ]),
  );
}

/** What needs somebody first. */
const TROUBLE: readonly SourceState[] = [
  'unreachable',
  'failing',
  'forbidden',
  'not-observable',
  'starting',
  'ok',
];

/** The sources with what they feed, in trouble first. */
export function toSourceHealths(options: {
  readonly rows: readonly SourceColumns[];
  readonly edition: Edition;
  readonly fed: ReadonlyMap<string, FedServices>;
}): SourceHealth[] {
  const { rows, edition, fed } = options;
  const stored = new Map(edition.sources.map(item => [item.source, item]));
  return rows
    .map(row =>
      toSourceHealth({
        row,
        stored: stored.get(row.source),
        fed: fed.get(row.source),
        now: edition.asOf,
      }),
    )
    .sort(
      (a, b) =>
        TROUBLE.indexOf(a.state) - TROUBLE.indexOf(b.state) ||
        (a.source < b.source ? -1 : 1),
    );
}

function toSourceHealth(options: {
  readonly row: SourceColumns;
  readonly stored: StoredSource | undefined;
  readonly fed: FedServices | undefined;
  readonly now: number;
}): SourceHealth {
  const { row, stored, fed, now } = options;
  const since = toOptionalNumber(row.since);
  const lastGoodAt = lastFullRoundAt(row, stored);
  const nextTryAt = toOptionalNumber(row.next_round_at);
  const inTrouble = row.state !== 'ok';
  return {
    source: row.source,
    type: row.type,
    name: row.name,
    state: row.state as SourceState,
    ...(row.message !== null && { message: row.message }),
    ...(inTrouble && since !== undefined && { since: toInstant(since) }),
    ...(lastGoodAt !== undefined && { lastGoodAt: toInstant(lastGoodAt) }),
    ...(inTrouble &&
      nextTryAt !== undefined && { nextTryAt: toInstant(nextTryAt) }),
    intervalSeconds: row.interval_ms / 1000,
    ...usageOfLastHour(row.usage_json, now),
    ...(row.latency_ms !== null && { latencyMs: row.latency_ms }),
    services: fed?.services ?? 0,
    staleServices: fed?.staleServices ?? 0,
    production: Boolean(row.production),
    ...(row.watched && { watched: true }),
    findings: JSON.parse(row.findings_json) as FindingDraft[],
  };
}

/** A round that missed a part did not observe all: what counts is the part that waits longest. */
function lastFullRoundAt(
  row: SourceColumns,
  stored: StoredSource | undefined,
): number | undefined {
  if (row.last_good_at === null) {
    return undefined;
  }
  const times = (stored?.missed ?? []).map(part => part.lastGoodAt);
  return times.includes(undefined)
    ? undefined
    : Math.min(
        toNumber(row.last_good_at),
        ...times.filter(time => time !== undefined),
      );
}
