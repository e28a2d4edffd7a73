import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { whereAmong } from '../database/among';
import type { OwnedBy } from './isOwnerOfEntity';

/** Keeps rows whose entity, which the query names `e`, meets conditions of a policy. */
export function whereCriteria(
  query: Knex.QueryBuilder,
  options: {
    readonly knex: Knex;
    readonly criteria: PermissionCriteria<OwnedBy>;
  },
): void {
  const { knex, criteria } = options;
  if ('allOf' in criteria) {
    for (const part of criteria.allOf) {
      query.andWhere(all => whereCriteria(all, { knex, criteria: part }));
    }
  } else if ('anyOf' in criteria) {
    query.andWhere(any => {
      for (const part of criteria.anyOf) {
        any.orWhere(one => whereCriteria(one, { knex, criteria: part }));
      }
    });
  } else if ('not' in criteria) {
    query.whereNot(not => whereCriteria(not, { knex, criteria: criteria.not }));
  } else {
    const owned = knex('entity_owner').select('ref');
    whereAmong(owned, { knex, column: 'owner', values: criteria.claims });
    // Of an entity that nobody knows nobody is the owner.
    query.whereRaw('(e.ref is not null and e.ref in (?))', [owned]);
  }
}
