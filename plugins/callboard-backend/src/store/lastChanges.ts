import type { Change } from '@callboard/plugin-callboard-common';
import type { Knex } from 'knex';
import type { ChangeRow } from '../database/tables';

/** A service, and the newest time that its last change may have. */
export interface ChangeLimit {
  readonly serviceId: number;
  readonly before?: number;
}

/**
 * The last change of each service: the newest of all, or of those before its trouble began. One
 * look into the index for each service, however many changes it has.
 */
export async function lastChanges(
  tx: Knex.Transaction,
  limits: readonly ChangeLimit[],
): Promise<ReadonlyMap<number, Change>> {
  if (limits.length === 0) {
    return new Map();
  }
  const { rows }: { rows: Pick<ChangeRow, 'service_id' | 'change_json'>[] } =
    toRows(
      await tx.raw(
        `select c.service_id, c.change_json
         from (values ${limits.map(() => '(?, ?)').join(', ')}) as v
         join ?? c on c.id = (
           select x.id from ?? x
           where x.service_id = cast(v.column1 as integer)
             and x.at <= cast(v.column2 as bigint)
           order by x.at desc, x.id desc limit 1
         )`,
        [
          ...limits.flatMap(({ serviceId, before }) => [
            serviceId,
            before ?? Number.MAX_SAFE_INTEGER,
          ]),
          'change',
          'change',
        ],
      ),
    );
  return new Map(
    rows.map(row => [row.service_id, JSON.parse(row.change_json)]),
  );
}

/** PostgreSQL answers a raw query with an object, SQLite with the rows. */
function toRows<T>(result: { rows: T[] } | T[]): { rows: T[] } {
  return Array.isArray(result) ? { rows: result } : result;
}
