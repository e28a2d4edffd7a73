import { Verdict } from '../words';
import { compareFindings } from './findings';
import { compareStatus, isBad } from './worstOf';

/**
 * Which of several verdicts about the same subject speaks for all of them: the worst, of those the
 * one that began first; one that is off only where all are. `undefined` where there is none.
 * @public
 */
export function worstVerdict(
  verdicts: readonly Verdict[],
): Verdict | undefined {
  return [...verdicts].sort(compareVerdicts).at(0);
}

/**
 * Makes one verdict of several about the same subject, e.g. the jobs of a folder: the worst gives
 * status, start, summary and explanation. `undefined` where there is none.
 * @public
 */
export function combineVerdicts(
  verdicts: readonly Verdict[],
  options: {
    /** What several of them are called, where all are ok: "3 jobs are ok". */
    readonly noun?: string;
  } = {},
): Verdict | undefined {
  if (verdicts.length < 2) {
    return verdicts.at(0);
  }
  const sorted = [...verdicts].sort(compareVerdicts);
  const [worst] = sorted;
  const same = sorted.filter(({ status }) => status === worst.status);
  const activity = sorted.find(verdict => verdict.activity)?.activity;
  return {
    status: worst.status,
    ...startOf(same, verdicts),
    summary:
      worst.status === 'ok' && !worst.off
        ? `${verdicts.length} ${options.noun ?? 'parts'} are ok`
        : withOthers(worst.summary, same.length - 1),
    findings: verdicts
      .flatMap(verdict => verdict.findings)
      .sort(compareFindings),
    ...(activity && { activity }),
    ...(verdicts.every(verdict => verdict.off) && { off: true }),
    explanation: worst.explanation,
  };
}

/** Worst first; what is off says least, what has begun first says most. */
function compareVerdicts(a: Verdict, b: Verdict): number {
  return (
    compareStatus(a.status, b.status) ||
    Number(a.off ?? false) - Number(b.off ?? false) ||
    compareInstants(a.since, b.since)
  );
}

/** Sorts instants, those that are not known last. */
function compareInstants(a?: string, b?: string): number {
  if (a === b) {
    return 0;
  }
  return b === undefined || (a !== undefined && a < b) ? -1 : 1;
}

function startOf(
  same: readonly Verdict[],
  all: readonly Verdict[],
): Pick<Verdict, 'since' | 'atLeast' | 'badSince'> {
  const ordered = [...same].sort((a, b) => compareInstants(a.since, b.since));
  const { status } = same[0];
  // One bad part is enough to be bad, but all have to be ok to be ok.
  const start = ordered.at(status === 'ok' ? -1 : 0);
  if (!start?.since) {
    return {};
  }
  const [badSince] = all
    .flatMap(verdict =>
      isBad(verdict.status) ? verdict.badSince ?? verdict.since ?? [] : [],
    )
    .sort();
  // Any of the bad ones may be the first, also one of which we do not know when it began.
  const atLeast =
    status === 'ok'
      ? start.atLeast
      : same.some(verdict => verdict.atLeast || !verdict.since);
  return {
    since: start.since,
    ...(atLeast && { atLeast: true }),
    ...(isBad(status) &&
      badSince !== undefined &&
      badSince < start.since && { badSince }),
  };
}

function withOthers(summary: string, count: number): string {
  return count > 0 ? `${summary}, and ${count} more` : summary;
}
