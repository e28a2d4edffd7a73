import { JobHistory } from './JobHistory';
import type { JobTraits, Mood } from './JobTraits';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START = Date.UTC(2026, 10, 24, 14, 0);

function traits(overrides: Partial<JobTraits> = {}): JobTraits {
  return {
    seed: 'test',
    kind: 'pipeline',
    periodMs: 20 * MINUTE_MS,
    usualMs: 4 * MINUTE_MS,
    troubleChance: 0.4,
    testCount: 812,
    firstNumber: 100,
    authors: ['Ana Petrov'],
    ...overrides,
  };
}

function history(overrides: Partial<JobTraits> = {}): JobHistory {
  return JobHistory.create({ traits: traits(overrides), startAt: START });
}

function opened(mood: Mood, agoMs: number): JobHistory {
  return history({ opening: { mood, agoMs } });
}

function summary(job: JobHistory, now: number): readonly string[] {
  return job
    .buildsAt(now)
    .map(
      ({ number, startedAt, durationMs, result, commit }) =>
        `${number} ${startedAt} ${durationMs} ${result} ${commit}`,
    );
}

describe('JobHistory', () => {
  it('is the same whoever asks, however often', () => {
    const rarely = history();
    const often = history();
    const end = START + 12 * HOUR_MS;
    for (let now = START; now < end; now += 37_000) {
      often.buildsAt(now);
    }
    expect(summary(often, end)).toEqual(summary(rarely, end));
    expect(summary(history({ seed: 'other' }), end)).not.toEqual(
      summary(rarely, end),
    );
  });

  it('has a past when time begins, in order and numbered without gaps', () => {
    const builds = history().buildsAt(START);
    expect(builds.length).toBeGreaterThan(15);
    builds.slice(1).forEach((older, index) => {
      expect(older.number).toBe(builds[index].number - 1);
      expect(older.startedAt).toBeLessThan(builds[index].startedAt);
    });
  });

  it('starts and finishes builds, and breaks and mends them', () => {
    const job = history({ troubleChance: 0.8 });
    const results = new Set<string>();
    for (let now = START; now < START + 48 * HOUR_MS; now += MINUTE_MS) {
      results.add(job.buildsAt(now)[0].result ?? 'running');
    }
    expect([...results]).toEqual(
      expect.arrayContaining(['running', 'SUCCESS', 'FAILURE', 'UNSTABLE']),
    );
  });

  it.each([
    ['broken', 'FAILURE'],
    ['unstable', 'UNSTABLE'],
    ['aborting', 'ABORTED'],
  ] as const)('opens in the mood %s', (mood, result) => {
    const newest = opened(mood, 3 * HOUR_MS)
      .buildsAt(START)
      .filter(build => build.result !== undefined)
      .slice(0, 3);
    expect(newest.map(build => build.result)).toEqual([result, result, result]);
  });

  it('opens with a build that never comes to an end', () => {
    const [newest] = opened('overdue', 2 * HOUR_MS).buildsAt(START);
    expect(newest).toMatchObject({
      result: undefined,
      estimatedMs: 4 * MINUTE_MS,
    });
    expect(START - newest.startedAt).toBeGreaterThan(110 * MINUTE_MS);
  });

  it('opens with a build that waits in the queue', () => {
    const job = opened('stuck-in-queue', 25 * MINUTE_MS);
    expect(job.queueAt(START)).toMatchObject({ stuck: true });
    expect(job.buildsAt(START)[0].result).toBe('SUCCESS');
  });

  it('opens with a build that asks a person', () => {
    const [newest] = opened('waiting-for-input', 5 * HOUR_MS).buildsAt(START);
    expect(newest.result).toBeUndefined();
    expect(START - (newest.input?.since ?? START)).toBeGreaterThan(4 * HOUR_MS);
    expect(newest.stages?.at(-1)?.status).toBe('PAUSED_PENDING_INPUT');
  });

  it('can be abandoned, or never begun', () => {
    const day = 24 * HOUR_MS;
    const idle = history({ idleMs: 40 * day });
    const end = START + day;
    expect(end - idle.buildsAt(end)[0].startedAt).toBeGreaterThan(40 * day);
    expect(history({ neverBuilt: true }).buildsAt(end)).toEqual([]);
  });

  it('names the stage that broke', () => {
    const broken = opened('broken', 3 * HOUR_MS)
      .buildsAt(START)
      .find(build => build.result === 'FAILURE');
    expect(broken?.stages?.at(-1)).toMatchObject({
      status: 'FAILED',
      error: expect.any(String),
    });
    const total = broken?.stages?.reduce(
      (sum, stage) => sum + stage.durationMs,
      0,
    );
    expect(total).toBe(broken?.durationMs);
  });

  describe('made to happen', () => {
    const NOW = START + HOUR_MS;

    it.each(['FAILURE', 'UNSTABLE', 'ABORTED', 'SUCCESS'] as const)(
      'ends a build with %s now',
      result => {
        const job = history();
        const number = job.forceResult(result, NOW);
        expect(job.buildsAt(NOW)[0]).toMatchObject({ number, result });
      },
    );

    it('stays red for a while after a failure', () => {
      const job = history({ troubleChance: 0 });
      job.forceResult('FAILURE', NOW);
      const later = job
        .buildsAt(NOW + 20 * MINUTE_MS)
        .filter(build => build.result !== undefined);
      expect(later[0].result).toBe('FAILURE');
    });

    it('starts a build, once', () => {
      const job = history();
      job.forceResult('FAILURE', NOW);
      const number = job.forceStart(NOW + 1);
      expect(job.buildsAt(NOW + 1)[0]).toMatchObject({
        number,
        result: undefined,
      });
      expect(job.forceStart(NOW + 2)).toBe(number);
    });

    it('holds a build up in the queue, and lets it go', () => {
      const job = history();
      const number = job.forceHold({
        mood: 'stuck-in-queue',
        sinceMs: NOW - 22 * MINUTE_MS,
        untilMs: NOW + 10 * MINUTE_MS,
        now: NOW,
      });
      expect(job.queueAt(NOW)?.since).toBe(NOW - 22 * MINUTE_MS);
      expect(job.queueAt(NOW + 11 * MINUTE_MS)).toBeUndefined();
      expect(job.buildsAt(NOW + 11 * MINUTE_MS)[0].number).toBe(number);
    });
  });
});
