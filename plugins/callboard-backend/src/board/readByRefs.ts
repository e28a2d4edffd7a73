import type { ServiceStatus } from '@callboard/plugin-callboard-common';
import type { BoardScope } from './BoardScope';
import { SERVICE_COLUMNS, type ServiceRow } from './ServiceRow';
import { toServiceStatus } from './toServiceStatus';

/** Reads services by ref, in the order asked for; null for what is not there. */
export async function readByRefs(
  scope: BoardScope,
  entityRefs: readonly string[],
): Promise<(ServiceStatus | null)[]> {
  const rows = await readServiceRows(scope, entityRefs);
  return entityRefs.map(ref => {
    const row = rows.get(ref);
    return row ? toServiceStatus(row, scope.edition.ages) : null;
  });
}

/** The stored row of a service that the viewer may see. */
export async function readServiceRow(
  scope: BoardScope,
  entityRef: string,
): Promise<ServiceRow | undefined> {
  return (await readServiceRows(scope, [entityRef])).get(entityRef);
}

/** The stored rows of services that the viewer may see, by ref. */
async function readServiceRows(
  scope: BoardScope,
  entityRefs: readonly string[],
): Promise<ReadonlyMap<string, ServiceRow>> {
  const { knex, view, visible } = scope;
  const query = knex
    .from(view.board('b'))
    .join('service_detail as d', 'd.id', 'b.id')
    .whereNull('b.deleted_at')
    .whereIn('b.ref', [...new Set(entityRefs.filter(isStorable))]);
  visible.where(query, 'b.id');
  const rows: ServiceRow[] = await query.select(SERVICE_COLUMNS);
  return new Map(rows.map(row => [row.ref, row]));
}

/** PostgreSQL refuses the NUL character, so nothing that holds one is stored. */
function isStorable(ref: string): boolean {
  return !ref.includes('\0');
}
