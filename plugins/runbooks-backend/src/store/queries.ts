import { containing, isPostgres } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { ReadScope } from '../access/ReadScope';
import { whereAmong } from '../database/among';
import type { RunbookFilter } from './RunbookStore';

/** Runbooks as `r` beside their entities as `e`; never a text. */
export function selectRunbooks(knex: Knex): Knex.QueryBuilder {
  return knex('runbook as r')
    .leftJoin('entity as e', 'e.ref', 'r.entity_ref')
    .select('r.*', 'e.owner as entity_owner', 'e.gone_at as entity_gone_at');
}

/** Keeps the runbooks of a filter that the viewer may read. */
export function narrow(
  query: Knex.QueryBuilder,
  options: {
    readonly knex: Knex;
    readonly filter: RunbookFilter;
    readonly scope: ReadScope;
    /** Whether the rows are read in their order, which a condition on the state must not spoil. */
    readonly ordered?: boolean;
  },
): void {
  const { knex, filter, scope, ordered } = options;
  const { entityRefs, states, tags, owners, words } = filter;
  scope.where(query);
  if (entityRefs) {
    whereAmong(query, { knex, column: 'r.entity_ref', values: entityRefs });
  }
  if (states.includes('draft') && !states.includes('published')) {
    // What waits for a review is a draft of something published.
    query.where(either => {
      either.whereIn('r.state', [...states]).orWhereNotNull('r.waiting_since');
    });
  } else if (states.length > 0) {
    // Nearly all runbooks have these states, but SQLite would look them up by state and sort them all.
    if (ordered && !isPostgres(knex)) {
      const marks = states.map(() => '?').join(', ');
      query.whereRaw(`+r.state in (${marks})`, [...states]);
    } else {
      query.whereIn('r.state', [...states]);
    }
  }
  if (filter.updatedSinceMs !== undefined) {
    query.where('r.updated_at', '>=', filter.updatedSinceMs);
  }
  if (tags.length > 0) {
    const tagged = knex('runbook_tag').select('runbook_id');
    whereAmong(tagged, { knex, column: 'tag', values: tags });
    query.whereIn('r.id', tagged);
  }
  if (owners.length > 0) {
    query.where(either => {
      whereAmong(either, { knex, column: 'r.owner', values: owners });
      const owned = knex('entity_owner').select('ref');
      whereAmong(owned, { knex, column: 'owner', values: owners });
      either.orWhere(inherited => {
        inherited.whereNull('r.owner').whereIn('r.entity_ref', owned);
      });
    });
  }
  if (words.length > 0) {
    query.join('runbook_text as t', 't.hash', 'r.content_hash');
    const like = isPostgres(knex) ? 'ilike' : 'like';
    for (const word of words) {
      query.whereRaw(
        `(r.search like ? escape '\\' or t.content ${like} ? escape '\\')`,
        [containing(word.toLocaleLowerCase('en-US')), containing(word)],
      );
    }
  }
}
