import { toNumber, type StoredBigint } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { ReadScope } from '../access/ReadScope';
import { timeCursor } from './cursors';
import { narrow, selectRunbooks } from './queries';
import { readRunbookRow, type RunbookWithEntityRow } from './readRow';
import type { Page, RunbookStore } from './RunbookStore';
import type { StoredRunbook } from './StoredRunbook';

/** A place among runbooks from new to old: when it was saved, and its id. */
type Place = readonly [at: number, id: string];

type Query = Parameters<RunbookStore['page']>[0] & {
  readonly knex: Knex;
  readonly scope: ReadScope;
};

/** A page of the runbooks that a viewer may read, newest version first. */
export function pageOfRunbooks(query: Query): Promise<Page<StoredRunbook>> {
  const { filter, cursor, keeps } = query;
  const after = cursor === undefined ? undefined : timeCursor.read(cursor);
  // Words need every text and problems need the day: such rows are looked at once, not twice.
  return filter.words.length > 0 || keeps
    ? pageOfScan(query, after)
    : pageOfIndex(query, after);
}

async function pageOfIndex(
  { knex, filter, scope, limit }: Query,
  after: Place | undefined,
): Promise<Page<StoredRunbook>> {
  const page = inOrder(knex).limit(limit + 1);
  narrow(page, { knex, filter, scope, ordered: true });
  if (after) {
    const [at, id] = after;
    page.whereRaw('r.updated_at <= ? and (r.updated_at < ? or r.id < ?)', [
      at,
      at,
      id,
    ]);
  }
  const count = knex('runbook as r').count('*');
  if (!scope.readsAll) {
    count.leftJoin('entity as e', 'e.ref', 'r.entity_ref');
  }
  narrow(count, { knex, filter, scope });
  // Within the same statement, which is half the work of two.
  page.select({ total: count });
  const rows: (RunbookWithEntityRow & { total: StoredBigint })[] = await page;
  const [counted] =
    rows.length > 0 ? rows : await knex.select({ total: count });
  return pageOf(rows, { limit, total: toNumber(counted.total) });
}

async function pageOfScan(
  { knex, filter, scope, limit, keeps }: Query,
  after: Place | undefined,
): Promise<Page<StoredRunbook>> {
  const scan = inOrder(knex);
  narrow(scan, { knex, filter, scope });
  const rows: RunbookWithEntityRow[] = await scan;
  const matching = keeps
    ? rows.filter(row => keeps(readRunbookRow(row)))
    : rows;
  const rest = after ? matching.filter(row => isAfter(row, after)) : matching;
  return pageOf(rest.slice(0, limit + 1), { limit, total: matching.length });
}

function inOrder(knex: Knex): Knex.QueryBuilder {
  return selectRunbooks(knex).orderBy([
    { column: 'r.updated_at', order: 'desc' },
    { column: 'r.id', order: 'desc' },
  ]);
}

function pageOf(
  rows: readonly RunbookWithEntityRow[],
  options: { readonly limit: number; readonly total: number },
): Page<StoredRunbook> {
  const { limit, total } = options;
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(readRunbookRow),
    total,
    ...(rows.length > limit &&
      last && {
        nextCursor: timeCursor.write([toNumber(last.updated_at), last.id]),
      }),
  };
}

function isAfter(row: RunbookWithEntityRow, [at, id]: Place): boolean {
  const updatedAt = toNumber(row.updated_at);
  return updatedAt < at || (updatedAt === at && row.id < id);
}
