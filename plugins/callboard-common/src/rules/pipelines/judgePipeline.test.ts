import { Status, Verdict, verdictSchema } from '../../words';
import { toInstant } from '../instants';
import { PipelineFacts } from './facts';
import { judgePipeline } from './judgePipeline';
import { DAY, facts, HOUR, MIN, NOW, runs, SCRIPT_URL } from './testFacts';
import { DEFAULT_PIPELINE_THRESHOLDS } from './thresholds';

const iso = (agoMs: number) => toInstant(NOW - agoMs);

function judge(overrides: Partial<PipelineFacts>, now = NOW): Verdict {
  const verdict = judgePipeline(facts(overrides), { now });
  // Whatever a rule makes passes the door of the HTTP seam.
  return verdictSchema.parse(verdict);
}

interface Row {
  readonly name: string;
  readonly facts: Partial<PipelineFacts>;
  readonly status: Status;
  /** Codes in order, notes with a `~`. */
  readonly codes: readonly string[];
  readonly message?: string;
  readonly since?: string;
  readonly badSince?: string;
  readonly atLeast?: boolean;
  readonly summary?: string;
}

const running = (ageMs: number, estimatedMs?: number) => ({
  number: 813,
  startedAt: NOW - ageMs,
  ...(estimatedMs !== undefined && { estimatedMs }),
});

const rows: readonly Row[] = [
  {
    name: 'green, the last red one still known',
    facts: { runs: runs('SSSF') },
    status: 'ok',
    codes: [],
    since: iso(3 * HOUR),
    summary: 'main #812 passed',
  },
  {
    name: 'green as far back as is known',
    facts: { runs: runs('SSSS') },
    status: 'ok',
    codes: [],
    since: iso(4 * HOUR),
    atLeast: true,
  },
  {
    name: 'green from the very first build on',
    facts: { runs: runs('SS', { newest: 2 }) },
    status: 'ok',
    codes: [],
    since: iso(2 * HOUR),
    atLeast: undefined,
  },
  {
    name: 'green, aborted and unbuilt ones passed over',
    facts: { runs: runs('ANSF') },
    status: 'ok',
    codes: [],
    since: iso(3 * HOUR),
    summary: 'main #810 passed',
  },
  {
    name: 'red',
    facts: { runs: runs('FFFS') },
    status: 'failing',
    codes: ['build-failed'],
    message: `main is red since ${iso(3 * HOUR)}: 3 in a row, first #810`,
    since: iso(3 * HOUR),
    summary: 'main #812 failed',
  },
  {
    name: 'red once',
    facts: { runs: runs('FS') },
    status: 'failing',
    codes: ['build-failed'],
    message: `main is red since ${iso(HOUR)}: #812`,
    since: iso(HOUR),
  },
  {
    name: 'red as far back as is known',
    facts: { runs: runs('FF'), lastSuccessAt: NOW - 30 * DAY },
    status: 'failing',
    codes: ['build-failed'],
    message: `main is red since at least ${iso(
      2 * HOUR,
    )}: 2 or more in a row, oldest known #811`,
    since: iso(2 * HOUR),
    atLeast: true,
  },
  {
    name: 'red, rebuilt now',
    facts: { runs: runs('RFS') },
    status: 'failing',
    codes: ['build-failed'],
    since: iso(2 * HOUR),
  },
  {
    name: 'red, the rebuild aborted',
    facts: { runs: runs('AAFS') },
    status: 'failing',
    codes: ['build-failed'],
    since: iso(3 * HOUR),
  },
  {
    name: 'red after unstable',
    facts: { runs: runs('FUUS') },
    status: 'failing',
    codes: ['build-failed'],
    since: iso(HOUR),
    badSince: iso(3 * HOUR),
  },
  {
    name: 'red, last built almost 14 days ago',
    facts: { runs: runs('FFS', { agoMs: 14 * DAY }) },
    status: 'failing',
    codes: ['build-failed'],
  },
  {
    name: 'red, nobody rebuilt for over 14 days',
    facts: { runs: runs('FFS', { agoMs: 14 * DAY + MIN }) },
    status: 'warning',
    codes: ['build-abandoned'],
    message: `main is red since ${iso(
      14 * DAY + HOUR + MIN,
    )}, and nobody rebuilt it since ${iso(14 * DAY + MIN)}`,
    since: iso(14 * DAY + HOUR + MIN),
  },
  {
    name: 'red long ago, an aborted build yesterday',
    facts: {
      runs: [
        ...runs('A', { newest: 900, agoMs: DAY }),
        ...runs('FS', { agoMs: 40 * DAY }),
      ],
    },
    status: 'failing',
    codes: ['build-failed'],
  },
  {
    name: 'unstable, with a report',
    facts: {
      runs: runs('UUS').map(run => ({
        ...run,
        tests: { failed: 7, skipped: 1, total: 812 },
      })),
    },
    status: 'warning',
    codes: ['tests-failed'],
    message: '7 of 812 tests fail since #811',
    since: iso(2 * HOUR),
    summary: 'main #812: 7 of 812 tests fail',
  },
  {
    name: 'unstable, without a report',
    facts: { runs: runs('UU') },
    status: 'warning',
    codes: ['tests-failed'],
    message: 'main is unstable since #811 or earlier',
    atLeast: true,
    since: iso(2 * HOUR),
  },
  {
    name: 'unstable after red',
    facts: { runs: runs('UFS') },
    status: 'warning',
    codes: ['tests-failed'],
    since: iso(HOUR),
    badSince: iso(2 * HOUR),
  },
  {
    name: 'never built',
    facts: { runs: [] },
    status: 'unknown',
    codes: ['no-data'],
    message: 'Never completed a build',
  },
  {
    name: 'the first build runs',
    facts: { runs: runs('R', { newest: 1 }) },
    status: 'unknown',
    codes: ['no-data'],
  },
  {
    name: 'two aborted, nothing completed',
    facts: { runs: runs('AA') },
    status: 'unknown',
    codes: ['no-data'],
  },
  {
    name: 'nothing completed among the builds known, but before them',
    facts: { runs: runs('AA'), lastSuccessAt: NOW - 90 * DAY },
    status: 'unknown',
    codes: ['no-data'],
    message: 'None of the last 2 builds was completed',
  },
  {
    name: 'the three newest aborted, green before',
    facts: { runs: runs('ANAS') },
    status: 'warning',
    codes: ['builds-aborted'],
    message: 'The last 3 builds stopped early',
    since: iso(HOUR),
  },
  {
    name: 'five aborted: it was worth a word from the third on',
    facts: { runs: runs('AAAAAS') },
    status: 'warning',
    codes: ['builds-aborted'],
    message: 'The last 5 builds stopped early',
    since: iso(3 * HOUR),
  },
  {
    name: 'two aborted are nothing',
    facts: { runs: runs('AAS') },
    status: 'ok',
    codes: [],
  },
  {
    name: 'three aborted while another runs',
    facts: { runs: runs('RAAAS') },
    status: 'warning',
    codes: ['builds-aborted'],
  },
  {
    name: 'three aborted, red before: the worst wins',
    facts: { runs: runs('AAAFS') },
    status: 'failing',
    codes: ['build-failed', 'builds-aborted'],
    since: iso(4 * HOUR),
  },
  {
    name: 'three aborted, nothing ever completed',
    facts: { runs: runs('AAA', { newest: 3 }) },
    status: 'warning',
    codes: ['builds-aborted', 'no-data'],
  },
  {
    name: 'runs for three times its usual time, and over 30 min',
    facts: { runs: [running(61 * MIN, 20 * MIN), ...runs('SF')] },
    status: 'warning',
    codes: ['build-overdue'],
    message: `#813 runs since ${iso(61 * MIN)}, usually 20 min`,
    since: iso(MIN),
    summary: 'main #813 is overdue',
  },
  {
    name: 'runs just below three times its usual time',
    facts: { runs: [running(60 * MIN, 20 * MIN), ...runs('SF')] },
    status: 'ok',
    codes: [],
  },
  {
    name: 'runs for long by its own measure, but not for 30 min',
    facts: { runs: [running(30 * MIN, MIN), ...runs('SF')] },
    status: 'ok',
    codes: [],
  },
  {
    name: 'runs without an estimate: what it took before counts',
    facts: { runs: [running(37 * MIN, -1), ...runs('SF')] },
    status: 'warning',
    codes: ['build-overdue'],
    message: `#813 runs since ${iso(37 * MIN)}, usually 12 min`,
  },
  {
    name: 'the first build ever runs for long',
    facts: { runs: [{ ...running(31 * MIN), number: 1 }] },
    status: 'warning',
    codes: ['build-overdue', 'no-data'],
    message: `#1 runs since ${iso(31 * MIN)}`,
  },
  {
    name: 'overdue while red',
    facts: { runs: [running(3 * HOUR, MIN), ...runs('FS')] },
    status: 'failing',
    codes: ['build-failed', 'build-overdue'],
    since: iso(HOUR),
    badSince: iso(150 * MIN - 0),
  },
  {
    name: 'a clock ahead of ours makes nothing overdue',
    facts: { runs: [running(-HOUR, MIN), ...runs('SF')] },
    status: 'ok',
    codes: [],
  },
  {
    name: 'waits in the queue for 15 min',
    facts: {
      runs: runs('SF'),
      queue: { since: NOW - 15 * MIN, why: 'no agent linux' },
    },
    status: 'warning',
    codes: ['queue-stuck'],
    message: `Waits in the queue since ${iso(15 * MIN)}: no agent linux`,
    since: iso(0),
  },
  {
    name: 'waits in the queue for less',
    facts: {
      runs: runs('SF'),
      queue: { since: NOW - 15 * MIN + 1, why: 'no agent linux' },
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'waits behind its own build, which takes its usual time',
    facts: {
      runs: runs('RSF'),
      queue: { since: NOW - HOUR, why: 'already in progress' },
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'waits behind its own build, which is overdue',
    facts: {
      runs: [running(2 * HOUR, MIN), ...runs('SF')],
      queue: { since: NOW - HOUR, why: 'already in progress' },
    },
    status: 'warning',
    codes: ['build-overdue', 'queue-stuck'],
    since: iso(90 * MIN),
  },
  {
    name: 'never completed, and does not get an agent',
    facts: { runs: [], queue: { since: NOW - HOUR, why: 'no agent' } },
    status: 'warning',
    codes: ['queue-stuck', 'no-data'],
  },
  {
    name: 'paused for input for 4 h',
    facts: {
      runs: [running(5 * HOUR, MIN), ...runs('SF')],
      input: { since: NOW - 4 * HOUR, url: 'https://ci.example/input' },
    },
    status: 'warning',
    codes: ['waits-for-person'],
    message: `Waits for approval since ${iso(4 * HOUR)}`,
    since: iso(0),
  },
  {
    name: 'paused for input for less, and overdue by that alone',
    facts: {
      runs: [running(5 * HOUR, MIN), ...runs('SF')],
      input: { since: NOW - 4 * HOUR + 1 },
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'a cadence missed by half',
    facts: { runs: runs('SF', { agoMs: 37 * HOUR }), cadenceMs: DAY },
    status: 'warning',
    codes: ['build-missed'],
    message: `The run that was due at ${iso(
      13 * HOUR + 12 * MIN,
    )} did not begin`,
    since: iso(HOUR + 12 * MIN),
  },
  {
    name: 'a cadence late by less than half',
    facts: { runs: runs('SF', { agoMs: 35 * HOUR }), cadenceMs: DAY },
    status: 'ok',
    codes: [],
  },
  {
    name: 'a cadence kept by an aborted build',
    facts: {
      runs: [
        ...runs('A', { newest: 900 }),
        ...runs('SF', { agoMs: 40 * HOUR }),
      ],
      cadenceMs: DAY,
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'a missed cadence that waits in the queue by now',
    facts: {
      runs: runs('SF', { agoMs: 40 * HOUR }),
      cadenceMs: DAY,
      queue: { since: NOW - MIN, why: 'quiet period' },
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'four flips in ten',
    facts: { runs: runs('SFSFSSSSSSFF') },
    status: 'ok',
    codes: ['~flaky'],
    message: 'Passes 8 of 10',
  },
  {
    name: 'three flips in ten',
    facts: { runs: runs('SFSFFFFFFFS') },
    status: 'ok',
    codes: [],
  },
  {
    name: 'flips, red now',
    facts: { runs: runs('FSFSFS') },
    status: 'failing',
    codes: ['build-failed', '~flaky'],
  },
  {
    name: 'disabled while red',
    facts: { disabled: true, runs: runs('FS', { agoMs: 40 * DAY }) },
    status: 'ok',
    codes: ['~disabled'],
    message: `Disabled; last result FAILURE at ${iso(40 * DAY)}`,
  },
  {
    name: 'disabled before any build',
    facts: { disabled: true, runs: [], cadenceMs: DAY },
    status: 'ok',
    codes: ['~disabled'],
    message: 'Disabled; it never completed a build',
  },
];

describe('judgePipeline', () => {
  it.each(rows)('$name', row => {
    const verdict = judge(row.facts);
    expect({
      status: verdict.status,
      codes: verdict.findings.map(
        ({ status, code }) => `${status === 'note' ? '~' : ''}${code}`,
      ),
    }).toEqual({ status: row.status, codes: row.codes });
    const asked = (['since', 'badSince', 'atLeast', 'summary'] as const).filter(
      field => field in row,
    );
    expect(asked.map(field => [field, verdict[field]])).toEqual(
      asked.map(field => [field, row[field]]),
    );
    const message = verdict.findings.at(0)?.message;
    expect(message).toBe(row.message ?? message);
    expect(verdict.explanation.rule).not.toBe('');
    expect(verdict.findings.map(({ impact }) => impact)).toEqual(
      verdict.findings.map(() => 'delivery'),
    );
  });

  it.each(rows)(
    '$name: says the same a minute later, unless the verdict changed',
    row => {
      const verdict = judge(row.facts);
      const later = judge(row.facts, NOW + MIN);
      const known = new Map(
        later.findings.map(finding => [finding.code, finding]),
      );
      for (const finding of verdict.findings) {
        expect(known.get(finding.code) ?? finding).toEqual(finding);
      }
    },
  );

  it('is off only where it is disabled', () => {
    expect(judge({ disabled: true }).off).toBe(true);
    expect(judge({}).off).toBeUndefined();
  });

  describe('activity', () => {
    const input = { since: NOW - 10 * MIN };
    const queue = { since: NOW - 2 * MIN, why: 'agent' };

    it.each([
      { name: 'nothing', facts: {}, activity: undefined },
      {
        name: 'a build that runs',
        facts: { runs: runs('RFS'), queue },
        activity: {
          kind: 'building',
          message: 'building #812',
          since: iso(5 * MIN),
          expectedEndAt: iso(-7 * MIN),
        },
      },
      {
        name: 'a build without an estimate',
        facts: { runs: [running(MIN, -1)] },
        activity: {
          kind: 'building',
          message: 'building #813',
          since: iso(MIN),
        },
      },
      {
        name: 'the queue',
        facts: { queue },
        activity: { kind: 'queued', message: 'queued', since: iso(2 * MIN) },
      },
      {
        name: 'a person that is waited for',
        facts: { runs: runs('RFS'), queue, input },
        activity: {
          kind: 'waiting-for-person',
          message: '#812 waits for approval',
          since: iso(10 * MIN),
        },
      },
      {
        name: 'a build of what was disabled meanwhile',
        facts: { disabled: true, runs: runs('RS') },
        activity: expect.objectContaining({ kind: 'building' }),
      },
    ])('$name', ({ facts: overrides, activity }) => {
      expect(judge(overrides).activity).toEqual(activity);
    });
  });

  it('names stage, commit and person of what broke', () => {
    const [newest, first, ...rest] = runs('FFS');
    const [finding] = judge({
      runs: [
        {
          ...newest,
          commit: 'aaaaaaaaaaaaaaaaaaaa',
          logUrl: 'https://ci.example/job/shop/812/console',
          failedStage: { name: 'Test', url: 'https://ci.example/stage/1' },
        },
        { ...first, commit: '4be1f02c0ffee4be1f02', actor: 'Priya Nair' },
        ...rest,
      ],
    }).findings;
    expect(finding.hint).toBe(
      "Stage 'Test' of #812 failed first. It turned red with commit 4be1f02c0f by Priya Nair. Read the console of #812",
    );
    expect(finding.params).toEqual({
      source: 'jenkins/main',
      job: 'shop/checkout/main',
      label: 'main',
      build: '812',
      firstBuild: '811',
      stage: 'Test',
      commit: 'aaaaaaaaaa',
    });
    expect(finding.links).toEqual([
      { title: 'Stage Test', url: 'https://ci.example/stage/1' },
      {
        title: 'Console of #812',
        url: 'https://ci.example/job/shop/812/console',
      },
      { title: 'Build #812', url: 'https://ci.example/job/shop/812/' },
      { title: 'shop/checkout/main', url: 'https://ci.example/job/shop/' },
    ]);
  });

  it('lets no hostile value through', () => {
    const verdict = judge({
      label: `\u202Eevil\n${'x'.repeat(5000)}`,
      url: SCRIPT_URL,
      runs: [
        {
          ...runs('F')[0],
          url: 'data:text/html,hi',
          failedStage: { name: `a\u0000b${'😀'.repeat(999)}`, url: '/../' },
          startedAt: 1e300,
        },
      ],
    });
    const [finding] = verdict.findings;
    expect(finding.links).toEqual([]);
    expect(finding.since).toBeUndefined();
    const texts = [verdict.summary, finding.message, finding.hint ?? ''];
    expect(texts.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(Object.values(finding.params).join('')).not.toMatch(
      /[\p{Cc}\p{Cf}]/u,
    );
    expect(JSON.stringify(verdict).length).toBeLessThan(3000);
  });

  it('does not depend on the order of the runs', () => {
    const ordered = runs('FFSS');
    expect(judge({ runs: [...ordered].reverse() })).toEqual(
      judge({ runs: ordered }),
    );
  });

  it('takes every number from the thresholds', () => {
    const verdict = judgePipeline(facts({ runs: runs('AFS') }), {
      now: NOW,
      thresholds: {
        ...DEFAULT_PIPELINE_THRESHOLDS,
        abandonedAfterMs: 30 * MIN,
        abortedCount: 1,
      },
    });
    expect(verdict.findings.map(({ code }) => code).sort()).toEqual([
      'build-abandoned',
      'builds-aborted',
    ]);
  });

  it('leaves a stuck queue to the source where that is to blame', () => {
    const verdict = judgePipeline(
      facts({ queue: { since: NOW - HOUR, why: 'agent linux' } }),
      { now: NOW, queueStuckOnSource: true },
    );
    expect(verdict.status).toBe('ok');
    expect(verdict.findings).toMatchObject([
      { code: 'queue-stuck', status: 'note' },
    ]);
  });
});
