import { CronJobFacts, JobFacts } from '../facts';
import { WorkloadContext } from '../ruling';
import { endOf, hasFailed, hasSucceeded, startOf } from './jobStates';
import { Schedule } from './Schedule';

/** A Job and its CronJob tell of the same success within this time. */
const SAME_MOMENT_MS = 60_000;

/** What is known of the runs of a CronJob. */
export interface CronRuns {
  /** Absent where the schedule cannot be read. */
  readonly schedule?: Schedule;
  /** The schedule is by a time zone that we do not know: its due times are not ours. */
  readonly foreignZone: boolean;
  /** The runs that failed since the last good one, newest first. */
  readonly failed: readonly JobFacts[];
  /** More runs failed than are still there to be seen. */
  readonly failedEarlier: boolean;
  readonly lastSuccessAt?: number;
}

export function cronRunsOf({
  head,
  workload,
  snapshot,
}: WorkloadContext<CronJobFacts>): CronRuns {
  const schedule = Schedule.parse(head, snapshot.clockOffsetMs);
  const finished = workload.jobs
    .filter(job => hasFailed(job) || hasSucceeded(job))
    .sort((a, b) => startOf(b) - startOf(a));
  const good = finished.find(hasSucceeded);
  const lastSuccessAt = latest([head.lastSuccessfulAt, good && endOf(good)]);
  const failedRuns = finished.slice(
    0,
    good ? finished.indexOf(good) : finished.length,
  );
  // A run that was repeated by hand, or cleaned up, leaves nothing but the time of its success.
  const failed = failedRuns.filter(
    job => lastSuccessAt === undefined || endOf(job) > lastSuccessAt,
  );
  const foreignZone =
    schedule !== undefined &&
    head.timeZone === undefined &&
    head.lastScheduledAt !== undefined &&
    !schedule.has(head.lastScheduledAt);
  return {
    schedule,
    foreignZone,
    failed,
    failedEarlier:
      schedule !== undefined &&
      !foreignZone &&
      failed.length > 0 &&
      hadRunBetween({
        schedule,
        from: lastGoodRun(head, good),
        to: startOf(failed[failed.length - 1]),
      }),
    ...(lastSuccessAt !== undefined && { lastSuccessAt }),
  };
}

/**
 * Whether some run was due after the last good one and before the oldest failed one that is left:
 * Kubernetes keeps one failed Job by default.
 */
function hadRunBetween(options: {
  schedule: Schedule;
  from: number;
  to: number;
}): boolean {
  const { schedule, from, to } = options;
  const first = schedule.after(schedule.dueAt(from));
  const second = first === undefined ? undefined : schedule.after(first);
  return second !== undefined && second <= to;
}

/** When the last good run began, or the latest time that it can have. */
function lastGoodRun(head: CronJobFacts, good: JobFacts | undefined): number {
  const { lastSuccessfulAt = head.createdAt } = head;
  return good && endOf(good) >= lastSuccessfulAt - SAME_MOMENT_MS
    ? startOf(good)
    : lastSuccessfulAt;
}

function latest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.flatMap(time => time ?? []);
  return known.length > 0 ? Math.max(...known) : undefined;
}
