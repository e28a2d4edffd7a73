import { judgePipeline } from './judgePipeline';
import { facts, HOUR, MIN, NOW, runs, SCRIPT_URL } from './testFacts';
import { iso, judge, running } from './testRows';
import { DEFAULT_PIPELINE_THRESHOLDS } from './thresholds';

describe('judgePipeline', () => {
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
