import {
  problemsOf,
  type ProblemContext,
  type RunbookSummary,
} from '@callboard/plugin-runbooks-common';
import type { StoredRunbook } from '../store/StoredRunbook';

/** A runbook with what its team should look at. */
export function judge(
  runbook: StoredRunbook,
  context: ProblemContext,
): RunbookSummary {
  const { summary, facts, noHelpAt, reports, entityOwner, entityGoneAt } =
    runbook;
  const { state, owner = entityOwner, reviewBy, verifiedAt, matches } = summary;
  const problems = problemsOf(
    {
      state,
      owner,
      entityGoneAt,
      reviewBy,
      verifiedAt,
      noHelpAt,
      reports,
      links: facts?.links,
      anchors: facts?.anchors,
      plainLine: facts?.plainLine,
      alertnames: [
        ...new Set([
          ...matches.flatMap(({ alertname }) => alertname ?? []),
          ...(facts?.alertnames ?? []),
        ]),
      ],
    },
    context,
  );
  return { ...summary, problems: [...problems] };
}
