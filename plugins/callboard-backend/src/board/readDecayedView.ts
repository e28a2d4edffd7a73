import {
  isHealthAspect,
  type Aspect,
  type UnknownReason,
} from '@callboard/plugin-callboard-common';
import { toNumber, type StoredBigint } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { BoardView } from './BoardView';
import { jsonTable } from './jsonTable';
import type { DecayedPart } from './SourceAges';

/** Positions in `STATUSES`; ranks of the board are twice that. */
const OK_POSITION = 3;
const UNKNOWN_POSITION = 2;
const OK_RANK = 2 * OK_POSITION;
const UNKNOWN_RANK = 2 * UNKNOWN_POSITION;

// Unions of what decayed and what did not, because SQLite takes a parameter for a table of few rows
// and would read all of it for each row of a join, or of a NOT IN of two columns.
const COLUMNS =
  'b.id, b.ref, b.uid, b.name, b.owner, b.system, b.lifecycle, b.q, b.deleted_at';

const SEEN_BOARD = `
  select ${COLUMNS}, ${UNKNOWN_RANK} as rank, d.at as since
    from decayed d cross join service_board b
   where b.id = d.id and b.rank = ${OK_RANK}
   union all
  select ${COLUMNS}, b.rank, b.since
    from service_board b
   where b.rank <> ${OK_RANK} or b.id not in (select id from decayed)`;

const SEEN_ASPECT = `
  select a.id, a.aspect, ${UNKNOWN_POSITION} as rank
    from decayed d cross join service_aspect a
   where a.id = d.id and a.aspect = d.aspect and a.rank = ${OK_POSITION}
   union all
  select a.id, a.aspect, a.rank
    from service_aspect a
   where a.rank <> ${OK_POSITION} or a.id || ' ' || a.aspect not in (select key from decayed)`;

const SEEN_CODE = `
  select id, code, source, rank from service_code
   union
  select id, code, source, ${UNKNOWN_POSITION} as rank from decayed`;

interface DecayedFeedRow {
  id: number;
  aspect: Aspect;
  source: string;
  reason: UnknownReason;
  at: StoredBigint;
}

/**
 * Makes the view of a board on which some `ok` is not believed any more. Which services that
 * concerns takes long to find out and stays the same until something is written, so it is asked
 * once and then bound to each query as one parameter.
 */
export async function readDecayedView(
  knex: Knex,
  decayed: readonly DecayedPart[],
): Promise<BoardView> {
  const rows: DecayedFeedRow[] = await knex
    .with('part', partTable(knex, decayed))
    .from('part')
    // Only an aspect that is ok turns unknown: what is worse stays what it is.
    .joinRaw(
      `join service_source f
          on f.source = part.source and f.aspect = part.aspect
         and (part.shard is null or part.shard = f.shard)
        join service_aspect a
          on a.id = f.id and a.aspect = f.aspect and a.rank = ?`,
      [OK_POSITION],
    )
    .select('f.id', 'f.aspect', 'f.source', 'part.reason', 'part.at');
  return {
    board: seen(
      knex,
      jsonTable(knex, {
        columns: { id: 'integer', at: 'bigint' },
        rows: servicesOf(rows),
      }),
      SEEN_BOARD,
    ),
    aspect: seen(
      knex,
      jsonTable(knex, {
        columns: { id: 'integer', aspect: 'text', key: 'text' },
        rows: distinct(
          rows.map(({ id, aspect }) => ({
            id,
            aspect,
            key: `${id} ${aspect}`,
          })),
        ),
      }),
      SEEN_ASPECT,
    ),
    code: seen(
      knex,
      jsonTable(knex, {
        columns: { id: 'integer', code: 'text', source: 'text' },
        rows: rows.map(({ id, reason, source }) => ({
          id,
          code: reason,
          source,
        })),
      }),
      SEEN_CODE,
    ),
  };
}

/** A table that reads the parameter once. */
function seen(
  knex: Knex,
  decayed: Knex.Raw,
  select: string,
): (alias: string) => Knex.Raw {
  return alias =>
    knex.raw(`(with decayed as materialized (?) ${select}) as ??`, [
      decayed,
      alias,
    ]);
}

function partTable(knex: Knex, decayed: readonly DecayedPart[]): Knex.Raw {
  return jsonTable(knex, {
    columns: {
      source: 'text',
      shard: 'text',
      aspect: 'text',
      at: 'bigint',
      reason: 'text',
    },
    rows: decayed,
  });
}

/** Services that are not ok any more, by the first time that one of their aspects decayed. */
function servicesOf(
  rows: readonly DecayedFeedRow[],
): { id: number; at: number }[] {
  const firsts = new Map<number, number>();
  for (const { id, aspect, at } of rows) {
    if (isHealthAspect(aspect)) {
      firsts.set(id, Math.min(toNumber(at), firsts.get(id) ?? Infinity));
    }
  }
  return [...firsts].map(([id, at]) => ({ id, at }));
}

function distinct<T extends object>(rows: readonly T[]): T[] {
  return [...new Map(rows.map(row => [JSON.stringify(row), row])).values()];
}
