/**
 * Runs by their number, the newest first. Systems nearly always tell them so, and then they are
 * taken as they are.
 * @public
 */
export function newestFirst<R extends { readonly number: number }>(
  runs: readonly R[],
): readonly R[] {
  const isSorted = runs.every(
    ({ number }, index) => index === 0 || runs[index - 1].number >= number,
  );
  return isSorted ? runs : [...runs].sort((a, b) => b.number - a.number);
}
