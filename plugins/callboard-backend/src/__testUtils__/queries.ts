import type { PageQuery, ServiceFilter } from '../board/Board';

export const EVERY_SERVICE: ServiceFilter = {
  statuses: [],
  aspects: [],
  sources: [],
  codes: [],
  owners: [],
  systems: [],
  lifecycles: [],
  tags: [],
};

export function page(
  filter: Partial<ServiceFilter> = {},
  query: Partial<PageQuery> = {},
): PageQuery {
  return {
    filter: { ...EVERY_SERVICE, ...filter },
    sort: 'worst',
    limit: 50,
    ...query,
  };
}
