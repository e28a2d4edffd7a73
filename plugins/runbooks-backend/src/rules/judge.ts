import {
  problemsOf,
  type ProblemContext,
  type RunbookSummary,
} from '@callboard/plugin-runbooks-common';
import type { StoredRunbook } from '../store/StoredRunbook';

/** What a runbook is held against. */
export interface JudgeContext extends ProblemContext {
  /** Since when owners are not in the catalog, ISO 8601 in UTC. */
  readonly missingOwners: ReadonlyMap<string, string>;
}

/** A runbook with what its team should look at. */
export function judge(
  runbook: StoredRunbook,
  context: JudgeContext,
): RunbookSummary {
  const { summary, facts, noHelpAt, reports, entityOwner, entityGoneAt } =
    runbook;
  const { state, owner = entityOwner, reviewBy, verifiedAt, matches } = summary;
  const problems = problemsOf(
    {
      state,
      owner,
      ownerGoneAt: owner && context.missingOwners.get(owner),
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
