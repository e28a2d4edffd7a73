import type { StoredRunbook, StoredVersion } from '../store/StoredRunbook';

/** A runbook as it will be once the version that waits for a review is published. */
export function waitingRunbook(
  runbook: StoredRunbook,
  { summary: waiting, contentBy }: StoredVersion,
): StoredRunbook {
  const { summary, entityOwner, entityGoneAt } = runbook;
  const { version, savedAt, savedBy, note, restoredFrom, ...fields } = waiting;
  const { id, createdAt, createdBy, helpedCount, runsCount } = summary;
  return {
    summary: {
      id,
      ...fields,
      version,
      createdAt,
      createdBy,
      updatedAt: savedAt,
      updatedBy: savedBy,
      helpedCount,
      runsCount,
      ...(summary.lastRunAt && { lastRunAt: summary.lastRunAt }),
      inForce: summary.version,
    },
    contentBy,
    noHelpAt: [],
    reports: [],
    ...(entityOwner && { entityOwner }),
    ...(entityGoneAt && { entityGoneAt }),
  };
}

/** The newest version of a runbook, which the next one comes after. */
export function latestVersionOf({ summary }: StoredRunbook): number {
  return summary.waiting?.version ?? summary.version;
}
