import {
  compareStatus,
  composeAspect,
  type FindingDraft,
  type Verdict,
} from '@callboard/plugin-callboard-common';

/** The worst of some verdicts; of equal ones the first. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return [...verdicts].sort((a, b) => compareStatus(a.status, b.status))[0];
}

/** One verdict about a folder, made of those about the jobs in it. */
export function composeVerdicts(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 1) {
    return verdicts[0];
  }
  const composed = composeAspect<FindingDraft>(verdicts);
  const worst = worstVerdict(verdicts);
  const badSince = verdicts
    .flatMap(verdict => verdict.badSince ?? [])
    .sort()
    .at(0);
  const { badSince: _, activity: __, off: ___, ...rest } = worst;
  return {
    ...rest,
    ...(badSince && { badSince }),
    ...composed,
  };
}
