import type { Aspect, PastFinding } from '@callboard/plugin-callboard-common';
import {
  Cursor,
  toInstant,
  toNumber,
  type StoredBigint,
} from '@callboard/plugin-callboard-node';
import { z } from 'zod';
import type { FindingHistoryQuery } from './Board';
import type { BoardScope } from './BoardScope';

const text = z.string().refine(value => !value.includes('\0'));
const cursors = Cursor.of(
  z.tuple([
    z.literal('findings'),
    z.int().min(0).max(2_147_483_647),
    text,
    text,
  ]),
);

export interface FindingsOfPage {
  readonly items: PastFinding[];
  readonly nextCursor?: string;
}

interface HistoryRow {
  readonly id: number;
  readonly ref: string;
  readonly aspect: string;
  readonly code: string;
  readonly last: StoredBigint;
}

/** Reads which findings services had in a window, each code of a service once. */
export async function readFindingHistory(
  scope: BoardScope,
  query: FindingHistoryQuery,
): Promise<FindingsOfPage> {
  const { knex, view, visible, edition } = scope;
  const { from, to, entityRef, limit, cursor } = query;
  const rows: HistoryRow[] = await knex
    .from(view.board('b'))
    .whereNull('b.deleted_at')
    .modify(builder => {
      visible.where(builder, 'b.id');
      if (entityRef !== undefined) {
        builder.where('b.ref', entityRef);
      }
      if (cursor !== undefined) {
        const [, id, aspect, code] = cursors.read(cursor);
        builder.whereRaw(
          'b.id >= ? and (b.id > ? or f.aspect > ? or (f.aspect = ? and f.code > ?))',
          [id, id, aspect, aspect, code],
        );
      }
    })
    .join('finding_history as f', 'f.service_id', 'b.id')
    .where('f.first_at', '<', to)
    .where(inner =>
      inner.whereNull('f.last_at').orWhere('f.last_at', '>=', from),
    )
    .groupBy('b.id', 'b.ref', 'f.aspect', 'f.code')
    .orderBy(['b.id', 'f.aspect', 'f.code'])
    .limit(limit + 1)
    .select(
      'b.id',
      'b.ref',
      'f.aspect',
      'f.code',
      // what goes on was there when the answer was made
      knex.raw('max(coalesce(f.last_at, ?)) as last', [edition.asOf]),
    );
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  return {
    items: shown.map(row => ({
      entityRef: row.ref,
      aspect: row.aspect as Aspect,
      code: row.code,
      lastAt: toInstant(Math.min(toNumber(row.last), to)),
    })),
    ...(rows.length > limit && {
      nextCursor: cursors.write(['findings', last.id, last.aspect, last.code]),
    }),
  };
}
