import { isPostgres, type Visibility } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';

/** What is known of every service that was ever on the board, deleted ones included. */
export interface KnownService {
  readonly id: number;
  readonly uid: string;
}

/** The services of a viewer, as a condition of queries. */
export interface VisibleServices {
  /** Keeps the rows whose `idColumn` the viewer may see. */
  where(query: Knex.QueryBuilder, idColumn: string): void;
}

/** The services of those whom no condition restricts. */
export function definitivelyVisible(
  visibility: Visibility & { sees: 'all' | 'nothing' },
): VisibleServices {
  return {
    where: query => {
      if (visibility.sees === 'nothing') {
        query.whereRaw('1 = 0');
      }
    },
  };
}

/**
 * The services of a set, bound as one parameter whatever its size: those that may be seen or, if
 * they are fewer, those that may not. What comes to the board later has a higher id, so that
 * nothing is shown that the set does not know.
 */
export function conditionallyVisible(options: {
  readonly knex: Knex;
  readonly known: readonly KnownService[];
  readonly uids: ReadonlySet<string>;
}): VisibleServices {
  const { knex, known, uids } = options;
  const shown: number[] = [];
  const hidden: number[] = [];
  let lastId = 0;
  for (const { id, uid } of known) {
    (uids.has(uid) ? shown : hidden).push(id);
    lastId = Math.max(lastId, id);
  }
  if (shown.length <= hidden.length) {
    const ids = idList(knex, shown);
    return {
      where: (query, column) =>
        query.whereRaw(`?? ${ids.among}`, [column, ids.list]),
    };
  }
  const ids = idList(knex, hidden);
  return {
    where: (query, column) => {
      query.where(column, '<=', lastId);
      if (hidden.length > 0) {
        query.whereRaw(`not (?? ${ids.among})`, [column, ids.list]);
      }
    },
  };
}

/** Ids in the notation that the database reads as one parameter. */
function idList(
  knex: Knex,
  ids: readonly number[],
): { among: string; list: string } {
  return isPostgres(knex)
    ? { among: '= any(?::integer[])', list: `{${ids.join(',')}}` }
    : {
        among: 'in (select value from json_each(?))',
        list: `[${ids.join(',')}]`,
      };
}
