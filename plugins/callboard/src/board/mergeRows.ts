import { ServiceStatus } from '@callboard/plugin-callboard-common';

/**
 * One list out of several: the first to name a service wins, because cursors over moving ranks
 * repeat themselves.
 */
export function mergeRows(
  ...lists: ReadonlyArray<readonly ServiceStatus[]>
): readonly ServiceStatus[] {
  const seen = new Set<string>();
  const rows: ServiceStatus[] = [];
  for (const list of lists) {
    for (const row of list) {
      if (!seen.has(row.entityRef)) {
        seen.add(row.entityRef);
        rows.push(row);
      }
    }
  }
  return rows;
}
