const DAY_MS = 24 * 3_600_000;

/** How long a run proves a runbook. @public */
export const VERIFIED_FOR_MS = 180 * DAY_MS;

/**
 * Whether somebody other than the author went through this version within the last 180 days.
 * @public
 */
export function isVerified(
  runbook: { readonly verifiedAt?: string },
  now: Date,
): boolean {
  if (!runbook.verifiedAt) {
    return false;
  }
  const age = now.getTime() - Date.parse(runbook.verifiedAt);
  return age <= VERIFIED_FOR_MS;
}
