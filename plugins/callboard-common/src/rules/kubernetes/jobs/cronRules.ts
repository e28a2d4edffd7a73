import { Explanation } from '../../../words';
import { formatDuration } from '../../formatDuration';
import { plainText } from '../../plainText';
import { CronJobFacts } from '../facts';
import {
  placeOf,
  Ruling,
  timeInput,
  WorkloadContext,
  workloadFinding,
} from '../ruling';
import { CronRuns } from './cronRuns';
import { lastPod } from './jobRules';
import { endOf, failureWords, startOf } from './jobStates';

type Context = WorkloadContext<CronJobFacts>;

/** The last run failed, and nothing has succeeded since. */
export function cronFailed(
  context: Context,
  runs: CronRuns,
): Ruling | undefined {
  const { head, clock, thresholds } = context;
  const newest = runs.failed.at(0);
  if (!newest) {
    return undefined;
  }
  const count = runs.failed.length + Number(runs.failedEarlier);
  const intervalMs = intervalAfter(runs, startOf(newest));
  const rare = intervalMs !== undefined && intervalMs >= thresholds.cronRareMs;
  const often = count >= thresholds.cronFailedCount;
  const oldest = runs.failed[runs.failed.length - 1];
  const decisive =
    rare || !often
      ? oldest
      : runs.failed.at(-thresholds.cronFailedCount) ?? newest;
  const failedAt = clock.instant(endOf(newest)) ?? '';
  const good = clock.instant(runs.lastSuccessAt);
  const name = plainText(head.name, 80);
  return {
    finding: workloadFinding(context, {
      code: 'cron-failed',
      status: rare || often ? 'failing' : 'warning',
      message: `${name} failed ${failedAt}; ${
        good ? `last good ${good}` : 'never succeeded'
      }`,
      hint: `Job ${plainText(newest.name, 80)} ${plainText(
        failureWords(newest),
      )}. Read its log and run it again: a newer success clears it`,
      since: {
        at: endOf(decisive),
        ...(runs.failedEarlier && { atLeast: true }),
      },
      params: { job: newest.name, pod: lastPod(context, newest)?.name },
    }),
    summary: 'last run failed',
    badSince: { at: endOf(oldest) },
    explanation: {
      rule: `The last run of ${placeOf(context)} failed`,
      threshold: `failing after ${
        thresholds.cronFailedCount
      } in a row, or where the next run is ${formatDuration(
        thresholds.cronRareMs,
      )} or more away; else a warning`,
      inputs: [
        ...cronInputs(context, runs),
        {
          name: 'Failed in a row',
          value: `${count}${runs.failedEarlier ? ' or more' : ''}`,
        },
        ...timeInput(clock, 'Failed', { at: endOf(newest) }),
      ],
      clears: 'with the next run that succeeds',
    },
  };
}

/** A run was due and did not begin. */
export function cronMissed(
  context: Context,
  runs: CronRuns,
): Ruling | undefined {
  const { head, clock, thresholds } = context;
  const missed = missedRun(context, runs);
  if (!missed || !clock.passed(missed.at)) {
    return undefined;
  }
  const due = clock.instant(missed.due) ?? '';
  return {
    finding: workloadFinding(context, {
      code: 'cron-missed',
      status: 'warning',
      message: `The run of ${due} never started`,
      hint:
        head.active > 0
          ? 'The run before it still goes on'
          : 'See whether its controller works, its starting deadline and its time zone',
      since: { at: missed.at },
    }),
    summary: 'a run never started',
    explanation: {
      rule: `A run of ${placeOf(context)} was due and did not begin`,
      threshold: `${formatDuration(thresholds.cronMissedMinMs)} or ${Math.round(
        100 * thresholds.cronMissedShare,
      )} % of its interval after it was due, whichever is more`,
      inputs: [
        ...cronInputs(context, runs),
        { name: 'Due', value: due },
        ...timeInput(clock, 'Missed from', { at: missed.at }),
      ],
      clears: 'when it runs again',
    },
  };
}

function missedRun(
  { head, thresholds }: Context,
  { schedule, foreignZone }: CronRuns,
): { due: number; at: number } | undefined {
  if (!schedule) {
    return undefined;
  }
  const last = head.lastScheduledAt;
  const from = last === undefined ? head.createdAt : schedule.dueAt(last);
  const next = schedule.after(from);
  const afterNext = next === undefined ? undefined : schedule.after(next);
  if (next === undefined || afterNext === undefined) {
    return undefined;
  }
  const intervalMs = afterNext - next;
  // By a clock that we do not know it is due one interval after the last time, more or less.
  const due = foreignZone ? from + Math.max(intervalMs, next - from) : next;
  return {
    due,
    at:
      due +
      Math.max(
        thresholds.cronMissedMinMs,
        thresholds.cronMissedShare * intervalMs,
      ),
  };
}

/** Time from one due run to the one after it. */
function intervalAfter(
  { schedule }: CronRuns,
  startedAt: number,
): number | undefined {
  const next = schedule?.after(startedAt);
  const afterNext = next === undefined ? undefined : schedule?.after(next);
  return next === undefined || afterNext === undefined
    ? undefined
    : afterNext - next;
}

/** The schedule is one that we cannot read; worth a note, because nothing can be missed then. */
export function scheduleUnreadable(
  context: Context,
  { schedule, foreignZone }: CronRuns,
): Ruling | undefined {
  const { head } = context;
  if (schedule && !foreignZone) {
    return undefined;
  }
  const written = plainText(
    [head.schedule, head.timeZone].filter(Boolean).join(' '),
  );
  return {
    finding: workloadFinding(context, {
      code: 'schedule-unclear',
      status: 'note',
      message: schedule
        ? `The last run was not due by the schedule ${written} in UTC: the cluster's own time zone is another, or the schedule is new`
        : `We cannot read the schedule ${written}: a run that does not start goes unnoticed`,
      hint: schedule
        ? 'Declare spec.timeZone, so that everyone knows when it is due'
        : 'Write it in five fields, with a time zone of the IANA list',
      impact: 'delivery',
    }),
    summary: 'schedule unclear',
    explanation: {
      rule: `When ${placeOf(context)} is due is not clear`,
      inputs: [{ name: 'Schedule', value: written }],
    },
  };
}

/** What is known of a CronJob. */
export function cronInputs(
  { head, clock }: Context,
  runs: CronRuns,
): Explanation['inputs'] {
  const { lastScheduledAt } = head;
  return [
    { name: 'Schedule', value: plainText(head.schedule) },
    {
      name: 'Time zone',
      value: head.timeZone
        ? plainText(head.timeZone)
        : 'not declared, taken as UTC',
    },
    ...timeInput(
      clock,
      'Last begun',
      lastScheduledAt === undefined ? undefined : { at: lastScheduledAt },
    ),
    ...timeInput(
      clock,
      'Last success',
      runs.lastSuccessAt === undefined ? undefined : { at: runs.lastSuccessAt },
    ),
  ];
}
