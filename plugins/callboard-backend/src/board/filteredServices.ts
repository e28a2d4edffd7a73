import {
  OVERALL_STATUSES,
  type OverallStatus,
} from '@callboard/plugin-callboard-common';
import type { Knex } from 'knex';
import { NONE, type ServiceFilter } from './Board';
import type { BoardScope } from './BoardScope';
import { boardView, type BoardView } from './boardView';
import { whereVisible } from './Visibility';

/** The services that a query is about, as table `b`. */
export interface FilteredServices {
  readonly query: Knex.QueryBuilder;
  readonly view: BoardView;
  /** SQL of the position of the status that the filter is about, worst 0. */
  readonly position: string;
}

/**
 * Starts a query over the services that a viewer may see and that pass a filter. The filter of
 * `statuses` is left to {@link whereStatus}: counts are made without it.
 */
export function filteredServices(
  scope: BoardScope,
  filter: ServiceFilter,
): FilteredServices {
  const { knex, edition, visibility } = scope;
  const view = boardView(knex, edition.ages.decayed);
  const query = view
    .define(knex.queryBuilder())
    .from(`${view.board} as b`)
    .whereNull('b.deleted_at');
  whereVisible({ query, knex, visibility, uidColumn: 'b.uid' });
  whereOneOf(query, 'b.owner', filter.owners);
  whereOneOf(query, 'b.system', filter.systems);
  whereOneOf(query, 'b.lifecycle', filter.lifecycles);
  whereHas(query, 'service_tag', { tag: filter.tags });
  whereHas(query, 'service_source', { source: filter.sources });
  whereHas(query, view.code, { code: filter.codes });
  if (filter.text) {
    query.whereRaw(`b.q like ? escape '\\'`, [likePattern(filter.text)]);
  }
  if (filter.aspects.length === 0) {
    return { query, view, position: 'b.rank / 2' };
  }
  query.joinRaw(
    `join (select id, min(rank) as rank from ${view.aspect}
            where aspect in (${filter.aspects.map(() => '?')})
            group by id) a on a.id = b.id`,
    [...filter.aspects],
  );
  return { query, view, position: 'a.rank' };
}

/** Keeps the services whose status, or that of the aspects asked for, is one of some. */
export function whereStatus(
  services: FilteredServices,
  filter: ServiceFilter,
): void {
  const positions = [...new Set(filter.statuses.map(positionOf))].sort();
  if (positions.length === 0) {
    return;
  }
  if (filter.aspects.length > 0) {
    services.query.whereIn('a.rank', positions);
    return;
  }
  const first = positions[0];
  const last = positions[positions.length - 1];
  // A range keeps the order of the index; a list does not.
  services.query.whereBetween('b.rank', [2 * first, 2 * last + 1]);
  if (last - first + 1 > positions.length) {
    services.query.whereIn(
      'b.rank',
      positions.flatMap(position => [2 * position, 2 * position + 1]),
    );
  }
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
  const named = values.filter(value => value !== NONE);
  query.where(inner => {
    inner.whereIn(column, named);
    if (named.length < values.length) {
      inner.orWhereNull(column);
    }
  });
}

function whereHas(
  query: Knex.QueryBuilder,
  table: string,
  wanted: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [column, values] of Object.entries(wanted)) {
    if (values.length > 0) {
      query.whereIn('b.id', inner =>
        inner
          .from(table)
          .select('id')
          .whereIn(column, [...values]),
      );
    }
  }
}

/** Matches a text anywhere; what LIKE takes for a wildcard is taken as it is written. */
function likePattern(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}
