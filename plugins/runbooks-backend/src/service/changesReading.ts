import type { RunbookFields } from '../store/StoredRunbook';

/** Whether what readers act on, and when they are shown it, is another. */
export function changesReading(
  before: RunbookFields,
  after: Omit<RunbookFields, 'state'>,
): boolean {
  const key = (fields: Omit<RunbookFields, 'state'>) =>
    JSON.stringify([
      fields.entityRef,
      fields.title,
      fields.matches.map(({ aspect, code, alertname, runbookUrl }) => [
        aspect,
        code,
        alertname,
        runbookUrl,
      ]),
      fields.pinned,
    ]);
  return key(before) !== key(after);
}
