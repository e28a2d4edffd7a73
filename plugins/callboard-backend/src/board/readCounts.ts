import type { Counts } from '@callboard/plugin-callboard-common';
import type { ServiceFilter } from './Board';
import type { BoardScope } from './BoardScope';
import { emptyCounts } from './emptyCounts';
import { filteredServices, statusAt } from './filteredServices';

/** Services by status, whatever statuses the filter names. */
export async function readCounts(
  scope: BoardScope,
  filter: ServiceFilter,
): Promise<Counts> {
  const { query, position } = filteredServices(scope, filter);
  const rows: { position: number; services: number | string }[] = await query
    .groupByRaw('1')
    .select(scope.knex.raw('? as position, count(*) as services', [position]));
  const counts = emptyCounts();
  for (const row of rows) {
    counts[statusAt(row.position)] += Number(row.services);
  }
  return counts;
}

/** How many of the counted services have one of the statuses that a filter names. */
export function totalOf(counts: Counts, filter: ServiceFilter): number {
  const statuses =
    filter.statuses.length > 0
      ? [...new Set(filter.statuses)]
      : (Object.keys(counts) as (keyof Counts)[]);
  return statuses.reduce((total, status) => total + counts[status], 0);
}
