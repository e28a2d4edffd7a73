import type { Run } from '@callboard/plugin-runbooks-common';

/**
 * Answers may overtake each other: what is older never replaces what is newer. The same revision
 * stays the same object, so that nothing is drawn again for it.
 */
export function newerRun(known: Run | undefined, answer: Run): Run {
  if (!known || known.id !== answer.id) {
    return answer;
  }
  if (known.revision >= answer.revision) {
    return known;
  }
  // Values are filled in once, and every command of the page hangs on them.
  return { ...answer, params: known.params };
}
