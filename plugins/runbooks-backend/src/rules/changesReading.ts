import type { RunbookFields } from '../store/StoredRunbook';

/** Everything but the state, which is settled last. */
type Fields = Omit<RunbookFields, 'state'>;

/** Whether what readers act on, and when they are shown it, is another. */
export function changesReading(before: Fields, after: Fields): boolean {
  const key = ({ entityRef, title, matches, pinned }: Fields) =>
    JSON.stringify([entityRef, title, matchesKey(matches), pinned]);
  return key(before) !== key(after);
}

/** Whether what a runbook is found by is another. */
export function changesIndex(before: Fields, after: Fields): boolean {
  const key = ({ title, matches, tags }: Fields) =>
    JSON.stringify([title, matchesKey(matches), tags]);
  return key(before) !== key(after);
}

/** The same for the same matchers, in whatever order they name their keys. */
function matchesKey(matches: Fields['matches']): unknown {
  return matches.map(({ aspect, code, alertname, runbookUrl }) => [
    aspect,
    code,
    alertname,
    runbookUrl,
  ]);
}
