import { KubernetesWorkload } from '../../../kubernetes';
import { plainText } from '../../plainText';
import { toInstant } from '../../instants';
import { CronJobFacts } from '../facts';
import { cronRunsOf } from '../jobs/cronRuns';
import { WorkloadContext } from '../ruling';

/** When a CronJob runs, ran, and runs next. */
export function describeSchedule(
  context: WorkloadContext<CronJobFacts>,
): NonNullable<KubernetesWorkload['schedule']> {
  const { head, clock } = context;
  const { schedule, foreignZone, lastSuccessAt } = cronRunsOf(context);
  const nextAt =
    head.suspended || foreignZone ? undefined : schedule?.after(clock.now);
  if (nextAt !== undefined) {
    // The next one is another from then on.
    clock.reached(nextAt);
  }
  const lastAt = clock.instant(head.lastScheduledAt);
  const lastSuccess = clock.instant(lastSuccessAt);
  return {
    schedule: plainText(head.schedule),
    ...(head.timeZone && { timeZone: plainText(head.timeZone) }),
    suspended: head.suspended ?? false,
    ...(lastAt && { lastAt }),
    ...(lastSuccess && { lastSuccessAt: lastSuccess }),
    ...(nextAt !== undefined && { nextAt: toInstant(nextAt) }),
  };
}
