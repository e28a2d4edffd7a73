import { JobFacts } from '../facts';
import { conditionOf } from '../pods/podStates';

export function hasFailed(job: JobFacts): boolean {
  return conditionOf(job, 'Failed')?.status === 'True';
}

export function hasSucceeded(job: JobFacts): boolean {
  return conditionOf(job, 'Complete')?.status === 'True';
}

/** When it ended for good, or the latest time that we know of. */
export function endOf(job: JobFacts): number {
  return (
    job.endedAt ??
    conditionOf(job, 'Failed')?.since ??
    job.startedAt ??
    job.createdAt
  );
}

/** When it began; when it was made, where it did not begin. */
export function startOf(job: JobFacts): number {
  return job.startedAt ?? job.createdAt;
}

/** How a Job failed: `failed 6 of 6 tries`, `failed: DeadlineExceeded`. */
export function failureWords(job: JobFacts): string {
  const { reason } = conditionOf(job, 'Failed') ?? {};
  const tries = job.backoffLimit + 1;
  return reason === undefined || reason === 'BackoffLimitExceeded'
    ? `failed ${job.failed} of ${Math.max(tries, job.failed)} tries`
    : `failed: ${reason}`;
}

/**
 * What Jobs of the same purpose have in common: their name without versions and hashes at its end,
 * `migrate` of `migrate-v42`.
 */
export function jobStem(name: string): string {
  const parts = name.split(/[-.]/);
  while (parts.length > 1 && /\d/.test(parts[parts.length - 1])) {
    parts.pop();
  }
  return parts.join('-');
}
