import { Finding, FINDING_STATUSES, Impact } from '../words';

/** What findings are compared by. @public */
export type ComparableFinding = Pick<Finding, 'status' | 'impact'> &
  Partial<Pick<Finding, 'since'>>;

/**
 * Sorts findings worst first, then live before delivery, then oldest first: what came first is
 * more often the cause.
 * @public
 */
export function compareFindings(
  a: ComparableFinding,
  b: ComparableFinding,
): number {
  return (
    FINDING_STATUSES.indexOf(a.status) - FINDING_STATUSES.indexOf(b.status) ||
    Number(a.impact === 'delivery') - Number(b.impact === 'delivery') ||
    compareSince(a.since, b.since)
  );
}

function compareSince(a?: string, b?: string): number {
  if (a === b) {
    return 0;
  }
  // Without a time it was seen first just now, so it sorts last.
  if (a === undefined || b === undefined) {
    return a === undefined ? 1 : -1;
  }
  return Date.parse(a) - Date.parse(b) || 0;
}

/**
 * The finding that explains a status, notes left out; `undefined` where all is well.
 * @public
 */
export function worstFinding<F extends ComparableFinding>(
  findings: readonly F[],
): F | undefined {
  return findings
    .filter(finding => finding.status !== 'note')
    .reduce<F | undefined>(
      (worst, finding) =>
        worst && compareFindings(worst, finding) <= 0 ? worst : finding,
      undefined,
    );
}

/**
 * Who feels the worst of some findings: `delivery` only where all of the worst are about delivery.
 * @public
 */
export function impactOf(
  findings: readonly ComparableFinding[],
): Impact | undefined {
  // Live sorts before delivery, so the first of the worst tells.
  return worstFinding(findings)?.impact;
}
