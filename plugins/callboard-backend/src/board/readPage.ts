import type { ServiceStatus } from '@callboard/plugin-callboard-common';
import type { PageQuery } from './Board';
import type { BoardScope } from './BoardScope';
import { filteredServices, whereStatus } from './filteredServices';
import { SERVICE_COLUMNS, type ServiceRow } from './ServiceRow';
import { SERVICE_ORDERS } from './sortOrders';
import { toServiceStatus } from './toServiceStatus';

export interface RowsOfPage {
  readonly items: ServiceStatus[];
  readonly nextCursor?: string;
}

/** Reads one page of services; one query, along an index. */
export async function readPage(
  scope: BoardScope,
  query: PageQuery,
): Promise<RowsOfPage> {
  const { filter, sort, limit, cursor } = query;
  const order = SERVICE_ORDERS[sort];
  const { query: services } = filteredServices(scope, filter);
  whereStatus(scope, services, filter);
  if (cursor !== undefined) {
    order.goOn(services, cursor);
  }
  if (limit === 0) {
    return { items: [] };
  }
  order.sort(services);
  const rows: ServiceRow[] = await services
    .join('service_detail as d', 'd.id', 'b.id')
    .limit(limit + 1)
    .select(SERVICE_COLUMNS);
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  return {
    items: shown.map(row => toServiceStatus(row, scope.edition.ages)),
    ...(rows.length > limit && { nextCursor: order.cursorAfter(last) }),
  };
}
