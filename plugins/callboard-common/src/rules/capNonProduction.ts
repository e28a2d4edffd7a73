import { FindingDraft, FindingStatus, Verdict } from '../words';
import { statusOfFindings } from './worstOf';

const CAPPED: Readonly<Record<FindingStatus, FindingStatus>> = {
  failing: 'warning',
  warning: 'note',
  unknown: 'note',
  note: 'note',
};

/**
 * Caps what is not production: failing counts as warning, warning and unknown as note.
 * @public
 */
export function capNonProduction(
  verdict: Verdict,
  /** Why it is capped, as "why not green" names it. */
  because = 'Not production',
): Verdict {
  const findings = verdict.findings.map(
    (finding): FindingDraft => ({
      ...finding,
      status: CAPPED[finding.status],
    }),
  );
  const status = statusOfFindings(findings);
  const { since, atLeast, badSince, ...rest } = verdict;
  // What was bad or unknown and is not any more has no start that the upstream would know.
  const keepsSince = status !== 'ok' || verdict.status === 'ok';
  return {
    ...rest,
    status,
    findings,
    ...(keepsSince && {
      ...(since && { since }),
      ...(atLeast && { atLeast }),
      ...(badSince && { badSince }),
    }),
    explanation: {
      ...verdict.explanation,
      inputs: [
        ...verdict.explanation.inputs,
        {
          name: because,
          value: 'failing counts as warning, warning and unknown as note',
        },
      ],
    },
  };
}
