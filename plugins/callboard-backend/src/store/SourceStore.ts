import type {
  FindingDraft,
  SourceState,
} from '@callboard/plugin-callboard-common';
import {
  toNumber,
  toOptionalNumber,
  type MissedShard,
} from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { Lease } from '../collect/Lease';
import type { UsageBucket } from '../collect/usageBuckets';
import { inChunks } from '../database/inChunks';
import type { SourceRow, SourceShardRow } from '../database/tables';
import { bumpRevision } from './bumpRevision';
import { storedShard } from './boundedText';

/** A source as its config has it. */
export interface SourceSettings {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly intervalMs: number;
  readonly deadlineMs: number;
  readonly production: boolean;
  /** It tells its changes by itself. */
  readonly watched: boolean;
  readonly notObservable?: string;
}

/** What a loop has to know of its source before it starts. */
export interface SourceMemory {
  /** Its last round brought nothing. */
  readonly troubled: boolean;
  readonly subjectsRevision: number;
  readonly refreshRequestedAt?: number;
  readonly nextRoundAt?: number;
  readonly usage: readonly UsageBucket[];
  /** Its own facts as they are stored. */
  readonly detailJson?: string;
}

/** How a round went, as it is stored; times are epoch milliseconds. */
export interface RoundOutcome {
  readonly state: SourceState;
  readonly message?: string;
  readonly endedAt: number;
  readonly nextRoundAt: number;
  /** Something was observed: what was not missed is fresh. */
  readonly answered: boolean;
  readonly missed: readonly MissedShard[];
  readonly findings: readonly FindingDraft[];
  readonly usage: readonly UsageBucket[];
  readonly latencyMs?: number;
  /** The request that this round answers. */
  readonly refreshRequestedAt?: number;
  /** The source's own facts where they changed; null where it tells none any more. */
  readonly detailJson?: string | null;
}

/** The tables `source` and `source_shard`. */
export class SourceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Makes known which sources there are. Those that no config has any more are no trouble. */
  async register(
    sources: readonly SourceSettings[],
    options: {
      /** Types whose sources are not all found yet: what was known of them stays. */
      readonly searching?: readonly string[];
    } = {},
  ): Promise<void> {
    const { searching = [] } = options;
    await this.#knex.transaction(async tx => {
      await writeSettings(tx, sources);
      await tx('source')
        .whereNotIn(
          'source',
          sources.map(({ id }) => id),
        )
        .whereNotIn('type', [...searching])
        .update({ configured: false });
      await bumpRevision(tx);
    });
  }

  async remember(source: string): Promise<SourceMemory> {
    const row = await this.#knex<SourceRow>('source').where({ source }).first();
    return {
      troubled: row?.state !== 'ok' && row?.state !== 'starting',
      subjectsRevision: toNumber(row?.subjects_revision ?? 0),
      refreshRequestedAt: toOptionalNumber(row?.refresh_requested_at),
      nextRoundAt: toOptionalNumber(row?.next_round_at),
      usage: JSON.parse(row?.usage_json ?? '[]'),
      detailJson: row?.detail_json ?? undefined,
    };
  }

  /** What others ask of the loops: refreshes, and subjects that changed. */
  async requests(
    sources: readonly string[],
  ): Promise<
    Map<string, { subjectsRevision: number; refreshRequestedAt?: number }>
  > {
    const rows = await this.#knex<SourceRow>('source')
      .whereIn('source', sources)
      .select('source', 'subjects_revision', 'refresh_requested_at');
    return new Map(
      rows.map(row => [
        row.source,
        {
          subjectsRevision: toNumber(row.subjects_revision),
          refreshRequestedAt: toOptionalNumber(row.refresh_requested_at),
        },
      ]),
    );
  }

  /**
   * Keeps how a round went. Says whether anything changed that a reader could see but the times:
   * freshness moves with every round and is no reason to send everybody everything again.
   */
  async finishRound(lease: Lease, outcome: RoundOutcome): Promise<boolean> {
    return this.#knex.transaction(async tx => {
      await lease.fence(tx);
      const { source } = lease;
      const before = await tx<SourceRow>('source')
        .where({ source })
        .first('state', 'message', 'since', 'last_good_at', 'findings_json');
      const findingsJson = JSON.stringify(outcome.findings);
      const message = outcome.message ?? null;
      const { state, endedAt, answered, detailJson } = outcome;
      const since =
        state === 'ok'
          ? null
          : toOptionalNumber(
              before?.state === 'ok' || before?.state === 'starting'
                ? undefined
                : before?.since,
            ) ?? endedAt;
      await tx('source')
        .where({ source })
        .update({
          state,
          message,
          since,
          // An instance with an older config may have started meanwhile, and not know it.
          configured: true,
          last_round_at: endedAt,
          next_round_at: outcome.nextRoundAt,
          usage_json: JSON.stringify(outcome.usage),
          findings_json: findingsJson,
          ...(answered && { last_good_at: endedAt }),
          ...(outcome.latencyMs !== undefined && {
            latency_ms: outcome.latencyMs,
          }),
          ...(detailJson !== undefined && { detail_json: detailJson }),
        });
      if (outcome.refreshRequestedAt !== undefined) {
        await tx('source')
          .where({ source })
          .where('refresh_requested_at', '<=', outcome.refreshRequestedAt)
          .update({ refresh_requested_at: null });
      }
      const shardsChanged =
        answered &&
        (await writeShards(tx, {
          source,
          missed: outcome.missed,
          wasGoodAt: toOptionalNumber(before?.last_good_at),
          now: endedAt,
        }));
      const changed =
        shardsChanged ||
        detailJson !== undefined ||
        before?.state !== state ||
        before.message !== message ||
        before.findings_json !== findingsJson;
      if (changed) {
        await bumpRevision(tx);
      }
      return changed;
    });
  }
}

async function writeSettings(
  tx: Knex.Transaction,
  sources: readonly SourceSettings[],
): Promise<void> {
  for (const source of sources) {
    const { id, type, name, watched, notObservable } = source;
    const settings = {
      type,
      name,
      interval_ms: source.intervalMs,
      deadline_ms: source.deadlineMs,
      production: source.production,
      watched,
      configured: true,
    };
    const known = await tx<SourceRow>('source')
      .where({ source: id })
      .first('state');
    if (!known) {
      await tx('source')
        .insert({
          source: id,
          ...settings,
          state: notObservable ? 'not-observable' : 'starting',
          message: notObservable ?? null,
          usage_json: '[]',
          findings_json: '[]',
        })
        .onConflict('source')
        .ignore();
      continue;
    }
    const wasNotObservable = known.state === 'not-observable';
    await tx('source')
      .where({ source: id })
      .update({
        ...settings,
        ...(notObservable && {
          state: 'not-observable',
          message: notObservable,
          since: null,
        }),
        ...(!notObservable &&
          wasNotObservable && { state: 'starting', message: null }),
      });
  }
}

async function writeShards(
  tx: Knex.Transaction,
  options: {
    source: string;
    missed: readonly MissedShard[];
    wasGoodAt?: number;
    now: number;
  },
): Promise<boolean> {
  const { source, wasGoodAt, now } = options;
  const known = await tx<SourceShardRow>('source_shard').where({ source });
  const missed = new Map(
    options.missed.map(part => [storedShard(part.shard), part]),
  );
  const before = new Map(known.map(row => [row.shard, row]));
  const mended = known.map(row => row.shard).filter(key => !missed.has(key));
  for (const chunk of inChunks(mended)) {
    await tx('source_shard').where({ source }).whereIn('shard', chunk).delete();
  }
  const changed = [...missed].filter(([shard, { reason, message }]) => {
    const row = before.get(shard);
    return row?.reason !== reason || row.message !== message;
  });
  for (const chunk of inChunks(changed)) {
    await tx('source_shard')
      .insert(
        chunk.map(([shard, { reason, message }]) => ({
          source,
          shard,
          reason,
          message,
          last_good_at: wasGoodAt ?? null,
          since: now,
        })),
      )
      .onConflict(['source', 'shard'])
      .merge(['reason', 'message']);
  }
  return mended.length > 0 || changed.length > 0;
}
