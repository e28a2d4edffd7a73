import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { isPostgres } from '../database/engine';

/**
 * The services that a viewer may see. A set is bound to queries as one parameter, whatever its
 * size, and is known by a key: equal keys see the same services.
 */
export type Visibility =
  | { readonly sees: 'all' }
  | { readonly sees: 'nothing' }
  | { readonly sees: 'some'; readonly uids: VisibleUids; readonly key: string };

/** The same set in the two notations that the databases read. */
export interface VisibleUids {
  /** `["uid", …]`, for SQLite. */
  readonly json: string;
  /** `{"uid", …}`, for PostgreSQL. */
  readonly array: string;
}

export const SEES_ALL: Visibility = { sees: 'all' };
export const SEES_NOTHING: Visibility = { sees: 'nothing' };

/** Sees the services whose entities have these uids. */
export function seesOnly(uids: readonly string[]): Visibility {
  const sorted = [...new Set(uids)].sort();
  const json = JSON.stringify(sorted);
  const quoted = sorted.map(uid => `"${uid.replace(/["\\]/g, '\\$&')}"`);
  return {
    sees: 'some',
    uids: { json, array: `{${quoted.join(',')}}` },
    key: createHash('sha256').update(json).digest('base64url'),
  };
}

/** What two viewers who see the same have in common. */
export function visibilityKey(visibility: Visibility): string {
  return visibility.sees === 'some' ? visibility.key : visibility.sees;
}

/** Keeps the rows whose `uidColumn` the viewer may see. */
export function whereVisible(options: {
  query: Knex.QueryBuilder;
  knex: Knex;
  visibility: Visibility;
  uidColumn: string;
}): void {
  const { query, knex, visibility, uidColumn } = options;
  if (visibility.sees === 'nothing') {
    query.whereRaw('1 = 0');
  } else if (visibility.sees === 'some' && isPostgres(knex)) {
    query.whereRaw('?? = ANY(?::text[])', [uidColumn, visibility.uids.array]);
  } else if (visibility.sees === 'some') {
    query.whereRaw('?? IN (SELECT value FROM json_each(?))', [
      uidColumn,
      visibility.uids.json,
    ]);
  }
}
