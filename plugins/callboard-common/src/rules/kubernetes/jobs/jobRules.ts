import { Explanation, FindingStatus } from '../../../words';
import { formatDuration } from '../../formatDuration';
import { plainText } from '../../plainText';
import { CronJobFacts, JobFacts } from '../facts';
import { isFinished } from '../pods/podStates';
import {
  placeOf,
  timeInput,
  Ruling,
  WorkloadContext,
  workloadFinding,
  WorkloadRule,
} from '../ruling';
import { topReason } from '../topReason';
import {
  endOf,
  failureWords,
  hasFailed,
  hasSucceeded,
  jobStem,
  startOf,
} from './jobStates';

/** A Job failed for good, and no newer one like it succeeded. */
export const jobFailed: WorkloadRule<JobFacts> = context => {
  const { head, clock, thresholds } = context;
  if (!hasFailed(head) || newerSuccess(context)) {
    return undefined;
  }
  const endedAt = endOf(head);
  const { status, since } = ageOf(context, endedAt);
  const words = plainText(failureWords(head));
  const pod = lastPod(context, head);
  return {
    finding: workloadFinding(context, {
      code: 'job-failed',
      status,
      message: `Job ${plainText(head.name, 80)} ${words}`,
      hint: 'Read the log of its last pod',
      since: { at: since },
      params: { job: head.name, pod: pod?.name },
    }),
    summary: words,
    badSince: { at: endedAt },
    explanation: {
      rule: `${placeOf(context)} failed, and no newer one succeeded`,
      threshold: `failing for ${formatDuration(
        thresholds.jobFailingForMs,
      )}, a warning for ${formatDuration(
        thresholds.jobWarningForMs,
      )}, history after that`,
      inputs: [
        ...jobInputs(head),
        ...timeInput(clock, 'Failed', { at: endedAt }),
      ],
      clears: 'when a newer one succeeds, or it is deleted',
    },
  };
};

function ageOf(
  { clock, thresholds }: WorkloadContext,
  endedAt: number,
): { status: FindingStatus; since: number } {
  const failingUntil = endedAt + thresholds.jobFailingForMs;
  const warningUntil = endedAt + thresholds.jobWarningForMs;
  if (!clock.passed(failingUntil)) {
    return { status: 'failing', since: endedAt };
  }
  return clock.passed(warningUntil)
    ? { status: 'note', since: warningUntil }
    : { status: 'warning', since: failingUntil };
}

function newerSuccess({ head, snapshot }: WorkloadContext<JobFacts>): boolean {
  const stem = jobStem(head.name);
  return snapshot.workloads.some(
    ({ head: other }) =>
      other.kind === 'Job' &&
      other.namespace === head.namespace &&
      hasSucceeded(other) &&
      startOf(other) > startOf(head) &&
      jobStem(other.name) === stem,
  );
}

/** The pod whose log tells why a Job failed. */
export function lastPod(
  { workload }: WorkloadContext,
  job: JobFacts,
): WorkloadContext['workload']['pods'][number] | undefined {
  return workload.pods
    .filter(({ owner, phase }) => owner?.uid === job.uid && phase === 'Failed')
    .sort((a, b) => b.createdAt - a.createdAt || (a.name < b.name ? -1 : 1))
    .at(0);
}

/** A Job, or one of a CronJob's, runs for longer than any should. */
export const jobLong: WorkloadRule<JobFacts | CronJobFacts> = context => {
  const { head, workload } = context;
  const jobs = head.kind === 'Job' ? [head] : workload.jobs;
  const [longest] = jobs
    .flatMap(job => longRun(context, job) ?? [])
    .sort((a, b) => a.at - b.at);
  return longest && longRuling(context, longest);
};

/** A run that goes on, and since when that is too long. */
interface LongRun {
  readonly job: JobFacts;
  readonly at: number;
  readonly limitMs: number;
}

function longRun(
  { clock, thresholds }: WorkloadContext,
  job: JobFacts,
): LongRun | undefined {
  const isOver = hasFailed(job) || hasSucceeded(job);
  if (job.suspended || isOver || job.startedAt === undefined) {
    return undefined;
  }
  // Who declares a longer deadline means it.
  const limitMs = Math.max(
    thresholds.jobLongAfterMs,
    (job.activeDeadlineSeconds ?? 0) * 1000,
  );
  const at = job.startedAt + limitMs;
  return clock.passed(at) ? { job, at, limitMs } : undefined;
}

function longRuling(
  context: WorkloadContext,
  { job, at, limitMs }: LongRun,
): Ruling {
  const { clock, workload } = context;
  const began = clock.instant(job.startedAt);
  const pod = workload.pods.find(
    ({ owner, ...rest }) =>
      owner?.uid === job.uid && !isFinished({ ...rest, owner }),
  );
  return {
    finding: workloadFinding(context, {
      code: 'job-long',
      status: 'warning',
      message:
        job.active > 0
          ? `Runs since ${began}`
          : `Began ${began}, has not ended and has no pod`,
      hint:
        topReason(context) ??
        'See what it waits for; a deadline (activeDeadlineSeconds) would end it',
      since: { at },
      params: { job: job.name, pod: pod?.name },
    }),
    summary: 'runs for long',
    explanation: {
      rule: `A run of ${placeOf(context)} takes longer than any should`,
      threshold: `more than ${formatDuration(limitMs)}`,
      inputs: [
        ...jobInputs(job),
        ...timeInput(clock, 'Started', { at: startOf(job) }),
      ],
      clears: 'when it ends',
    },
  };
}

/** What is known of a Job. */
export function jobInputs(job: JobFacts): Explanation['inputs'] {
  return [
    { name: 'Job', value: plainText(job.name) },
    { name: 'Pods that succeeded', value: String(job.succeeded) },
    { name: 'Pods that failed', value: String(job.failed) },
  ];
}
