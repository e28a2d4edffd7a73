import {
  NO_VALUE,
  OVERALL_STATUSES,
  STATUSES,
  type OverallStatus,
} from '@callboard/plugin-callboard-common';
import { containing } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { ServiceFilter } from './Board';
import type { BoardScope } from './BoardScope';

/** The services that a query is about, as table `b`. */
export interface FilteredServices {
  readonly query: Knex.QueryBuilder;
  /** SQL of the position of the status that the filter is about, worst 0. */
  readonly position: Knex.Raw;
}

/**
 * Starts a query over the services that a viewer may see and that pass a filter. The filter of
 * `statuses` is left to {@link whereStatus}: counts are made without it.
 */
export function filteredServices(
  scope: BoardScope,
  filter: ServiceFilter,
): FilteredServices {
  const { knex, view, visible } = scope;
  const query = knex.from(view.board('b')).whereNull('b.deleted_at');
  visible.where(query, 'b.id');
  whereOneOf(query, 'b.owner', filter.owners);
  whereOneOf(query, 'b.system', filter.systems);
  whereOneOf(query, 'b.lifecycle', filter.lifecycles);
  whereHas(query, { table: 'service_tag', column: 'tag' }, filter.tags);
  whereHas(
    query,
    { table: 'service_source', column: 'source' },
    filter.sources,
  );
  whereHas(query, { table: view.code('c'), column: 'code' }, filter.codes);
  if (filter.text) {
    query.whereRaw(`b.q like ? escape '\\'`, [
      containing(filter.text.toLowerCase()),
    ]);
  }
  if (filter.aspects.length === 0) {
    return { query, position: knex.raw('b.rank / 2') };
  }
  query.whereIn('b.id', withAspect(scope, filter));
  return { query, position: worstOfAspects(scope, filter) };
}

/** Keeps the services whose status, or that of the aspects asked for, is one of some. */
export function whereStatus(
  scope: BoardScope,
  query: Knex.QueryBuilder,
  filter: ServiceFilter,
): void {
  const positions = [...new Set(filter.statuses.map(positionOf))].sort();
  if (positions.length === 0) {
    return;
  }
  if (filter.aspects.length > 0) {
    whereWorst(scope, query, { filter, positions });
    return;
  }
  const first = positions[0];
  const last = positions[positions.length - 1];
  // A range keeps the order of the index; a list does not.
  query.whereBetween('b.rank', [2 * first, 2 * last + 1]);
  if (last - first + 1 > positions.length) {
    query.whereIn(
      'b.rank',
      positions.flatMap(position => [2 * position, 2 * position + 1]),
    );
  }
}

// Sets of ids rather than joins: SQLite would join what has no index row by row.

/** Services with one of the aspects, at one of some positions if they are given. */
function withAspect(
  { knex, view }: BoardScope,
  { aspects }: ServiceFilter,
  positions?: readonly number[],
): Knex.QueryBuilder {
  const query = knex
    .from(view.aspect('x'))
    .select('x.id')
    .whereIn('x.aspect', [...aspects]);
  return positions ? query.whereIn('x.rank', [...positions]) : query;
}

/** SQL of the position of the worst of the aspects. */
function worstOfAspects(scope: BoardScope, filter: ServiceFilter): Knex.Raw {
  const cases = STATUSES.map((_, position) =>
    scope.knex.raw(`when b.id in (?) then ${position}`, [
      withAspect(scope, filter, [position]),
    ]),
  );
  return scope.knex.raw(`case ${cases.map(() => '?').join(' ')} end`, cases);
}

function whereWorst(
  scope: BoardScope,
  query: Knex.QueryBuilder,
  options: { filter: ServiceFilter; positions: readonly number[] },
): void {
  const { filter, positions } = options;
  if (filter.aspects.length === 1) {
    query.whereIn('b.id', withAspect(scope, filter, positions));
    return;
  }
  query.where(inner => {
    for (const position of positions) {
      const worse = [...Array(position).keys()];
      inner.orWhere(one =>
        one
          .whereIn('b.id', withAspect(scope, filter, [position]))
          .whereNotIn('b.id', withAspect(scope, filter, worse)),
      );
    }
  });
}

/** The status at a position of the column `position` of {@link FilteredServices}. */
export function statusAt(position: number | string): OverallStatus {
  return OVERALL_STATUSES[Number(position)] ?? 'unknown';
}

function positionOf(status: OverallStatus): number {
  return OVERALL_STATUSES.indexOf(status);
}

/** Keeps the rows whose column has one of some values, if there are any to choose from. */
export function whereOneOf(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): void {
  if (values.length === 0) {
    return;
  }
  const named = values.filter(value => value !== NO_VALUE);
  query.where(inner => {
    inner.whereIn(column, named);
    if (named.length < values.length) {
      inner.orWhereNull(column);
    }
  });
}

/** Keeps the services that have one of some values in a table beside theirs. */
function whereHas(
  query: Knex.QueryBuilder,
  { table, column }: { table: string | Knex.Raw; column: string },
  values: readonly string[],
): void {
  if (values.length > 0) {
    query.whereIn('b.id', inner =>
      inner
        .from(table)
        .select('id')
        .whereIn(column, [...values]),
    );
  }
}
