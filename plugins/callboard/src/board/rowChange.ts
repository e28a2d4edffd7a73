import { ServiceStatus } from '@callboard/plugin-callboard-common';

/** What a person would call a change of a row; its words may change without it. */
export function rowSignature(row: ServiceStatus): string {
  const aspects = Object.entries(row.aspects)
    .map(([aspect, { status, off }]) => `${aspect}=${off ? 'off' : status}`)
    .sort();
  return [row.status, ...aspects].join(' ');
}

/** Services of `fresh` that were known before and are different now. */
export function changedServices(
  known: ReadonlyMap<string, string>,
  fresh: readonly ServiceStatus[],
): readonly string[] {
  return fresh
    .filter(row => {
      const before = known.get(row.entityRef);
      return before !== undefined && before !== rowSignature(row);
    })
    .map(row => row.entityRef);
}
