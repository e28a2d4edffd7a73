import {
  FINDING_STATUSES,
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
  const worst = options.by === 'code' ? 'min(g.rank)' : 'null';
  const rows: {
    value: string;
    position: number;
    services: number | string;
    worst: number | null;
  }[] = await services.query
    .groupByRaw('1, 2')
    .select(
      scope.knex.raw(
        `${value} as value, ? as position, count(distinct b.id) as services, ${worst} as worst`,
        [services.position],
      ),
    );
  const facets = new Map<string, { counts: Counts; worst: number | null }>();
  for (const row of rows) {
    const facet = facets.get(row.value) ?? {
      counts: emptyCounts(),
      worst: row.worst,
    };
    facet.counts[statusAt(row.position)] += Number(row.services);
    facets.set(row.value, {
      ...facet,
      worst: worstRank(facet.worst, row.worst),
    });
  }
  return [...facets]
    .map(([name, facet]) => ({
      value: name,
      counts: facet.counts,
      ...(facet.worst !== null && { worst: FINDING_STATUSES[facet.worst] }),
    }))
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

function worstRank(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.min(a, b);
}

/** By the finding itself where it is one, then by how many services are how. */
function worstFirst(a: Facet, b: Facet): number {
  return (
    rankOf(a) - rankOf(b) ||
    b.counts.failing - a.counts.failing ||
    b.counts.warning - a.counts.warning ||
    b.counts.unknown - a.counts.unknown ||
    b.counts.ok - a.counts.ok ||
    (a.value < b.value ? -1 : 1)
  );
}

function rankOf({ worst }: Facet): number {
  return worst === undefined ? 0 : FINDING_STATUSES.indexOf(worst);
}
