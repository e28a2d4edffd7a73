import {
  expectedOf,
  iso,
  judge,
  Row,
  seenOf,
  snapshotOf,
  workloadOf,
} from '../testJudging';
import {
  ago,
  badPod,
  cronJob,
  DAY,
  event,
  HOUR,
  job,
  MIN,
  NOW,
  waiting,
} from '../testObjects';

const jobs: readonly Row[] = [
  {
    name: 'failed 24 h ago',
    head: job('failed', DAY),
    status: 'failing',
    codes: ['job-failed'],
    message: 'Job migrate-v42 failed 6 of 6 tries',
    since: iso(DAY),
    recheckIn: 1,
  },
  {
    name: 'failed more than 24 h ago',
    head: job('failed', DAY + 1),
    status: 'warning',
    codes: ['job-failed'],
    since: iso(1),
    badSince: iso(DAY + 1),
  },
  {
    name: 'failed 7 d ago',
    head: job('failed', 7 * DAY),
    status: 'warning',
    codes: ['job-failed'],
  },
  {
    name: 'failed more than 7 d ago: history',
    head: job('failed', 7 * DAY + 1),
    status: 'ok',
    codes: ['~job-failed'],
  },
  {
    name: 'failed for its deadline',
    head: job('failed', HOUR, {
      conditions: [
        { type: 'Failed', status: 'True', reason: 'DeadlineExceeded' },
      ],
    }),
    status: 'failing',
    codes: ['job-failed'],
    message: 'Job migrate-v42 failed: DeadlineExceeded',
  },
  {
    name: 'succeeded',
    head: job('succeeded', HOUR),
    status: 'ok',
    codes: [],
    summary: 'completed',
    since: iso(HOUR),
  },
  {
    name: 'is active for 12 h',
    head: job('active', 12 * HOUR),
    status: 'ok',
    codes: [],
    activity: 'runs',
    recheckIn: 1,
  },
  {
    name: 'has had no pod for more than 12 h, because a quota says no',
    head: job('active', 13 * HOUR, { active: 0 }),
    parts: {
      events: [
        event({ reason: 'FailedCreate', message: 'exceeded quota: compute' }),
      ],
    },
    status: 'warning',
    codes: ['job-long'],
    message: `Began ${iso(13 * HOUR)}, has not ended and has no pod`,
    hint: 'Top reason: exceeded quota: compute',
  },
  {
    name: 'is active for more than 12 h',
    head: job('active', 12 * HOUR + 1),
    status: 'warning',
    codes: ['job-long'],
    message: `Runs since ${iso(12 * HOUR + 1)}`,
    since: iso(1),
    activity: 'runs',
  },
  {
    name: 'is active for long, and declares to be',
    head: job('active', 13 * HOUR, { activeDeadlineSeconds: 86_400 }),
    status: 'ok',
    codes: [],
  },
  {
    name: 'is suspended',
    head: job('active', DAY, { suspended: true }),
    status: 'ok',
    off: true,
    codes: [],
    summary: 'suspended',
  },
  {
    name: 'has a pod that cannot pull',
    head: job('active', HOUR),
    parts: { pods: [badPod(HOUR, { current: waiting('ImagePullBackOff') })] },
    status: 'warning',
    codes: ['image-pull'],
  },
  {
    name: 'has a pod of which one container has ended',
    head: job('active', HOUR),
    parts: {
      pods: [
        badPod(
          HOUR,
          { current: { state: 'terminated', exitCode: 0 } },
          {
            owner: { kind: 'Job', name: 'migrate-v42', uid: 'uid-migrate-v42' },
          },
        ),
      ],
    },
    status: 'ok',
    codes: [],
  },
];

const failedRun = (agoMs: number) =>
  job('failed', agoMs, { name: `backup-${agoMs}` });
const goodRun = (agoMs: number) =>
  job('succeeded', agoMs, { name: `backup-${agoMs}` });

const crons: readonly Row[] = [
  {
    name: 'the last run succeeded',
    head: cronJob(),
    status: 'ok',
    codes: [],
    summary: 'last run succeeded',
  },
  {
    name: 'the last run failed',
    head: cronJob({ lastSuccessfulAt: ago(55 * MIN) }),
    parts: { jobs: [failedRun(0 + MIN), goodRun(55 * MIN)] },
    status: 'warning',
    codes: ['cron-failed'],
    message: `backup failed ${iso(MIN)}; last good ${iso(55 * MIN)}`,
    since: iso(MIN),
  },
  {
    name: 'the last two runs failed',
    head: cronJob({ lastSuccessfulAt: ago(3 * HOUR) }),
    parts: { jobs: [failedRun(MIN), failedRun(HOUR), goodRun(3 * HOUR)] },
    status: 'failing',
    codes: ['cron-failed'],
    since: iso(MIN),
    badSince: iso(HOUR),
  },
  {
    name: 'one failed run is all that is kept, and the last good one is long ago',
    head: cronJob({ lastSuccessfulAt: ago(5 * HOUR) }),
    parts: { jobs: [failedRun(MIN)] },
    status: 'failing',
    codes: ['cron-failed'],
    atLeast: true,
  },
  {
    name: 'the last run of a nightly failed',
    head: cronJob({
      schedule: '0 2 * * *',
      lastScheduledAt: ago(12 * HOUR),
      lastSuccessfulAt: ago(36 * HOUR),
    }),
    parts: { jobs: [failedRun(11 * HOUR), goodRun(36 * HOUR)] },
    status: 'failing',
    codes: ['cron-failed'],
    since: iso(11 * HOUR),
  },
  {
    name: 'a newer success clears it',
    head: cronJob({ lastSuccessfulAt: ago(MIN) }),
    parts: { jobs: [goodRun(MIN), failedRun(HOUR), failedRun(2 * HOUR)] },
    status: 'ok',
    codes: [],
  },
  {
    name: 'a newer success that was cleaned up clears it',
    head: cronJob({ lastSuccessfulAt: ago(MIN) }),
    parts: { jobs: [failedRun(HOUR)] },
    status: 'ok',
    codes: [],
  },
  {
    name: 'a run is more than 10 min late',
    head: cronJob({
      lastScheduledAt: ago(70 * MIN),
      schedule: '50 * * * *',
    }),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'a run is late by 10 min and a moment',
    head: cronJob({ schedule: '50 * * * *', lastScheduledAt: ago(70 * MIN) }),
    options: { now: NOW + 1 },
    status: 'warning',
    codes: ['cron-missed'],
    message: `The run of ${iso(10 * MIN)} never started`,
    since: iso(0),
  },
  {
    name: 'a nightly is late by less than a tenth of its interval',
    head: cronJob({
      schedule: '0 12 * * *',
      lastScheduledAt: ago(26 * HOUR),
    }),
    status: 'ok',
    codes: [],
  },
  {
    name: 'a nightly is late by more than a tenth of its interval',
    head: cronJob({
      schedule: '30 11 * * *',
      lastScheduledAt: ago(26.5 * HOUR),
    }),
    status: 'warning',
    codes: ['cron-missed'],
  },
  {
    name: 'its time zone says when it is due',
    head: cronJob({
      schedule: '30 11 * * *',
      timeZone: 'America/New_York',
      lastScheduledAt: ago(21.5 * HOUR),
    }),
    status: 'ok',
    codes: [],
  },
  {
    name: 'it never ran and was not due yet',
    head: cronJob({
      createdAt: ago(5 * MIN),
      lastScheduledAt: undefined,
      lastSuccessfulAt: undefined,
      schedule: '0 15 * * *',
    }),
    status: 'ok',
    codes: [],
    summary: 'no run has ended yet',
  },
  {
    name: 'it never ran and was due',
    head: cronJob({
      createdAt: ago(5 * HOUR),
      lastScheduledAt: undefined,
      lastSuccessfulAt: undefined,
    }),
    status: 'warning',
    codes: ['cron-missed'],
    message: `The run of ${iso(4 * HOUR)} never started`,
  },
  {
    name: 'it is suspended, whatever it did before',
    head: cronJob({ suspended: true, lastScheduledAt: ago(9 * DAY) }),
    parts: { jobs: [failedRun(MIN)] },
    status: 'ok',
    off: true,
    codes: [],
    summary: 'suspended',
  },
  {
    name: 'one of its runs takes long',
    head: cronJob({ active: 1 }),
    parts: { jobs: [job('active', 13 * HOUR, { name: 'backup-1' })] },
    status: 'warning',
    codes: ['job-long'],
    activity: 'runs',
  },
  {
    name: 'a schedule that nobody can read',
    head: cronJob({ schedule: '@every 5m', lastScheduledAt: ago(DAY) }),
    status: 'ok',
    codes: ['~schedule-unclear'],
    message:
      'We cannot read the schedule @every 5m UTC: a run that does not start goes unnoticed',
  },
  {
    name: 'a time zone that there is not',
    head: cronJob({ timeZone: 'Mars/Olympus' }),
    status: 'ok',
    codes: ['~schedule-unclear'],
  },
  {
    name: 'a schedule by the cluster itself, which is not in UTC',
    head: cronJob({
      timeZone: undefined,
      schedule: '0 2 * * *',
      lastScheduledAt: ago(13 * HOUR),
    }),
    status: 'ok',
    codes: ['~schedule-unclear'],
  },
  {
    name: 'a schedule by the cluster itself, missed by any clock',
    head: cronJob({
      timeZone: undefined,
      schedule: '0 2 * * *',
      lastScheduledAt: ago(37 * HOUR),
    }),
    status: 'warning',
    codes: ['cron-missed', '~schedule-unclear'],
  },
  {
    name: 'the clock of the cluster is off by an hour',
    head: cronJob({
      schedule: '0 14 * * *',
      lastScheduledAt: ago(HOUR - 400),
    }),
    snapshot: { clockOffsetMs: HOUR },
    status: 'ok',
    codes: [],
  },
];

describe('Jobs and CronJobs', () => {
  it.each(jobs)('a Job: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each(crons)('a CronJob: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each([
    ['of the same purpose', 'migrate-v43', 'ok'],
    ['of another purpose', 'seed-v43', 'failing'],
  ])('a newer success %s', (_, name, status) => {
    const { verdict } = judge(
      snapshotOf([
        workloadOf(job('failed', HOUR)),
        workloadOf(job('succeeded', MIN, { name })),
      ]),
    );
    expect(verdict.status).toBe(status);
  });

  it('an older success does not clear a failure', () => {
    const { verdict } = judge(
      snapshotOf([
        workloadOf(job('failed', HOUR)),
        workloadOf(job('succeeded', DAY, { name: 'migrate-v41' })),
      ]),
    );
    expect(verdict.status).toBe('failing');
  });

  it('shows when a CronJob runs next', () => {
    const [{ schedule }] = judge(
      snapshotOf([
        workloadOf(
          cronJob({ schedule: '30 2 * * *', timeZone: 'Europe/Berlin' }),
        ),
      ]),
    ).workloads;
    expect(schedule).toEqual({
      schedule: '30 2 * * *',
      timeZone: 'Europe/Berlin',
      suspended: false,
      lastAt: iso(0),
      lastSuccessAt: iso(0),
      nextAt: '2026-11-25T01:30:00.000Z',
    });
  });
});
