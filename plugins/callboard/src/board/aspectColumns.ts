import {
  Aspect,
  ASPECTS,
  ServiceStatus,
} from '@callboard/plugin-callboard-common';

/**
 * The aspects that get a column: pipelines always, others once a row has them. A column of
 * nothing but dashes says nothing.
 */
export function aspectColumns(
  rows: readonly ServiceStatus[],
): readonly Aspect[] {
  const present = new Set<string>(['pipelines']);
  for (const row of rows) {
    Object.keys(row.aspects).forEach(aspect => present.add(aspect));
  }
  return ASPECTS.filter(aspect => present.has(aspect));
}
