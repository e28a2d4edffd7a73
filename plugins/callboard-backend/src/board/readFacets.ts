import {
  NO_VALUE,
  type Counts,
  type Facet,
  type FacetName,
} from '@callboard/plugin-callboard-common';
import type { Knex } from 'knex';
import type { ServiceFilter } from './Board';
import type { BoardScope } from './BoardScope';
import { emptyCounts } from './emptyCounts';
import { filteredServices, statusAt, whereStatus } from './filteredServices';

/**
 * What services are grouped by, worst group first. Services without an owner, system or lifecycle
 * are a group as well: one that is left out would look as if nothing were wrong in it.
 */
export async function readFacets(
  scope: BoardScope,
  options: { readonly by: FacetName; readonly filter: ServiceFilter },
): Promise<Facet[]> {
  const services = filteredServices(scope, options.filter);
  whereStatus(scope, services.query, options.filter);
  const value = groupBy(scope, services.query, options.by);
  const rows: {
    value: string;
    position: number;
    services: number | string;
  }[] = await services.query
    .groupByRaw('1, 2')
    .select(
      scope.knex.raw(
        `${value} as value, ? as position, count(distinct b.id) as services`,
        [services.position],
      ),
    );
  const facets = new Map<string, Counts>();
  for (const row of rows) {
    const counts = facets.get(row.value) ?? emptyCounts();
    counts[statusAt(row.position)] += Number(row.services);
    facets.set(row.value, counts);
  }
  return [...facets]
    .map(([name, counts]) => ({ value: name, counts }))
    .sort(worstFirst);
}

/** Joins what a facet needs and names the SQL of its value. */
function groupBy(
  { view }: BoardScope,
  query: Knex.QueryBuilder,
  by: FacetName,
): string {
  switch (by) {
    case 'source':
      query.join('service_source as g', 'g.id', 'b.id');
      return 'g.source';
    case 'code':
      query.join(view.code('g'), 'g.id', 'b.id');
      return 'g.code';
    case 'tag':
      query.join('service_tag as g', 'g.id', 'b.id');
      return 'g.tag';
    default:
      return `coalesce(b.${by}, '${NO_VALUE}')`;
  }
}

function worstFirst(a: Facet, b: Facet): number {
  return (
    b.counts.failing - a.counts.failing ||
    b.counts.warning - a.counts.warning ||
    b.counts.unknown - a.counts.unknown ||
    b.counts.ok - a.counts.ok ||
    (a.value < b.value ? -1 : 1)
  );
}
