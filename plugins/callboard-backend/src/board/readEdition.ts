import type { SourceState } from '@callboard/plugin-callboard-common';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  toNumber,
  toOptionalNumber,
  type StoredBigint,
} from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import {
  SourceAges,
  type DecayRules,
  type StoredShard,
  type StoredSource,
} from './SourceAges';

/** Everything that the age of an answer depends on, read anew for every question. */
export interface Edition {
  readonly revision: number;
  /** Epoch milliseconds. */
  readonly asOf: number;
  readonly ages: SourceAges;
  readonly sources: readonly StoredSource[];
}

interface EditionRow {
  revision: StoredBigint;
  source: string | null;
  state: string;
  message: string | null;
  since: StoredBigint | null;
  last_good_at: StoredBigint | null;
  interval_ms: number;
  deadline_ms: number;
  production: boolean | number;
  configured: boolean | number;
  shard: string | null;
  shard_last_good_at: StoredBigint | null;
  shard_reason: 'unreachable' | 'forbidden';
  shard_message: string;
}

/** Reads revision and sources in one round trip: this is on the way of every request. */
export async function readEdition(options: {
  knex: Knex;
  now: number;
  decayMs?: DecayRules;
}): Promise<Edition> {
  const { knex, now, decayMs } = options;
  const rows: EditionRow[] = await knex('revision as r')
    // One row, and the planner has to know: a guess of thousands makes it compile the query.
    .where('r.id', 1)
    .joinRaw('left join source s on 1 = 1')
    .leftJoin('source_shard as h', 'h.source', 's.source')
    .orderBy(['s.source', 'h.shard'])
    .select({
      revision: 'r.value',
      source: 's.source',
      state: 's.state',
      message: 's.message',
      since: 's.since',
      last_good_at: 's.last_good_at',
      interval_ms: 's.interval_ms',
      deadline_ms: 's.deadline_ms',
      production: 's.production',
      configured: 's.configured',
      shard: 'h.shard',
      shard_last_good_at: 'h.last_good_at',
      shard_reason: 'h.reason',
      shard_message: 'h.message',
    });
  if (rows.length === 0) {
    throw new ServiceUnavailableError(
      'The table revision is empty: the migrations of callboard did not run to their end',
    );
  }
  const sources = toSources(rows);
  return {
    revision: toNumber(rows[0].revision),
    asOf: now,
    sources,
    ages: SourceAges.create({ now, sources, decayMs }),
  };
}

function toSources(rows: readonly EditionRow[]): StoredSource[] {
  const missed = new Map<string, StoredShard[]>();
  const sources: StoredSource[] = [];
  for (const row of rows) {
    if (row.source === null) {
      continue;
    }
    const parts = missed.get(row.source) ?? [];
    if (!missed.has(row.source)) {
      missed.set(row.source, parts);
      sources.push(toSource(row, row.source, parts));
    }
    if (row.shard !== null) {
      parts.push({
        shard: row.shard,
        lastGoodAt: toOptionalNumber(row.shard_last_good_at),
        reason: row.shard_reason,
        message: row.shard_message,
      });
    }
  }
  return sources;
}

function toSource(
  row: EditionRow,
  source: string,
  missed: readonly StoredShard[],
): StoredSource {
  return {
    source,
    state: row.state as SourceState,
    message: row.message ?? undefined,
    since: toOptionalNumber(row.since),
    lastGoodAt: toOptionalNumber(row.last_good_at),
    intervalMs: row.interval_ms,
    deadlineMs: row.deadline_ms,
    production: Boolean(row.production),
    configured: Boolean(row.configured),
    missed,
  };
}
