import type { JenkinsResult } from '../jenkins';
import type { EstateJob } from './JenkinsEstate';
import type { JobHistory } from './JobHistory';

/** What can be made to happen to a job. */
export const JOB_INCIDENTS = [
  'build-failed',
  'build-succeeded',
  'build-started',
  'unstable',
  'aborted',
  'build-overdue',
  'queue-stuck',
  'waits-for-input',
  'job-missing',
  'forbidden',
  'job-restored',
] as const;

export type JobIncidentKind = (typeof JOB_INCIDENTS)[number];

export interface JobIncident {
  readonly kind: JobIncidentKind;
  /** Default: the branch that decides. */
  readonly branch?: string;
  /** How long a hold-up lasts already; default: long enough to be a finding. */
  readonly minutes?: number;
  /** How many builds in a row; default 1, 3 for `aborted`. */
  readonly times?: number;
}

const MINUTE_MS = 60_000;
/** How much longer a hold-up lasts. */
const HOLD_AHEAD_MS = 15 * MINUTE_MS;
const DECIDING_BRANCHES = ['main', 'master', 'trunk'];

const HOLDS = {
  'build-overdue': { mood: 'overdue', minutes: 150 },
  'queue-stuck': { mood: 'stuck-in-queue', minutes: 22 },
  'waits-for-input': { mood: 'waiting-for-input', minutes: 300 },
} as const;

const RESULTS = {
  'build-failed': { result: 'FAILURE', times: 1 },
  'build-succeeded': { result: 'SUCCESS', times: 1 },
  unstable: { result: 'UNSTABLE', times: 1 },
  aborted: { result: 'ABORTED', times: 3 },
} as const satisfies Readonly<
  Record<string, { result: JenkinsResult; times: number }>
>;

function historyOf(job: EstateJob, branch: string | undefined): JobHistory {
  const { branches } = job.plan;
  if (!branches || branch !== undefined) {
    return job.history(branch);
  }
  const deciding = branches.find(({ name }) =>
    DECIDING_BRANCHES.includes(name),
  );
  return job.history((deciding ?? branches[0]).name);
}

/** Makes it happen now. Returns the number of the build that it happened to, where it was one. */
export function applyIncident(options: {
  job: EstateJob;
  incident: JobIncident;
  now: number;
}): number | undefined {
  const { job, incident, now } = options;
  const { kind } = incident;
  switch (kind) {
    case 'job-missing':
      job.missing = true;
      return undefined;
    case 'forbidden':
      job.access = 'discover';
      return undefined;
    case 'job-restored':
      job.missing = false;
      job.access = 'read';
      return undefined;
    case 'build-started':
      return historyOf(job, incident.branch).forceStart(now);
    case 'build-overdue':
    case 'queue-stuck':
    case 'waits-for-input': {
      const { mood, minutes } = HOLDS[kind];
      return historyOf(job, incident.branch).forceHold({
        mood,
        sinceMs: now - (incident.minutes ?? minutes) * MINUTE_MS,
        untilMs: now + HOLD_AHEAD_MS,
        now,
      });
    }
    default: {
      const { result, times } = RESULTS[kind];
      const history = historyOf(job, incident.branch);
      let number = history.forceResult(result, now);
      for (let more = incident.times ?? times; more > 1; more -= 1) {
        number = history.forceResult(result, now);
      }
      return number;
    }
  }
}
