import type { ServiceStatus } from '@callboard/plugin-callboard-common';
import type { BoardScope } from './BoardScope';
import { boardView } from './boardView';
import { SERVICE_COLUMNS, type ServiceRow } from './ServiceRow';
import { toServiceStatus } from './toServiceStatus';
import { whereVisible } from './Visibility';

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

/** The stored rows of services that the viewer may see, by ref. */
export async function readServiceRows(
  scope: BoardScope,
  entityRefs: readonly string[],
): Promise<ReadonlyMap<string, ServiceRow>> {
  const { knex, edition, visibility } = scope;
  const view = boardView(knex, edition.ages.decayed);
  const query = view
    .define(knex.queryBuilder())
    .from(`${view.board} as b`)
    .join('service_detail as d', 'd.id', 'b.id')
    .whereNull('b.deleted_at')
    .whereIn('b.ref', [...new Set(entityRefs.filter(isStorable))]);
  whereVisible({ query, knex, visibility, uidColumn: 'b.uid' });
  const rows: ServiceRow[] = await query.select(SERVICE_COLUMNS);
  return new Map(rows.map(row => [row.ref, row]));
}

/** PostgreSQL refuses the NUL character, so nothing that holds one is stored. */
function isStorable(ref: string): boolean {
  return !ref.includes('\0');
}
