import {
  ago,
  build,
  commit,
  GREEN,
  job,
  Observing,
} from '../__testUtils__/observing';

describe('JenkinsSource', () => {
  let jenkins: Observing;

  afterEach(() => jenkins.server.stop());

  describe('what it tells of runs', () => {
    it('tells result, start, duration, cause, commit and who', async () => {
      jenkins = await Observing.start([
        job('checkout', [
          build(3, 'SUCCESS', {
            cause: { kind: 'user', id: 'ana', name: 'Ana Petrov' },
          }),
          build(2, 'SUCCESS', { cause: { kind: 'scm' } }),
        ]),
      ]);
      const { detail, changes } = await jenkins.observe('checkout');
      expect(detail.runsUrl).toBe(`${jenkins.server.url}/job/checkout/`);
      expect(detail.runs).toEqual([
        {
          number: 3,
          result: 'success',
          startedAt: ago(60 * 17),
          durationMs: 120_000,
          cause: 'Started by user Ana Petrov',
          actor: 'Ana Petrov',
          commit: commit(3),
        },
        expect.objectContaining({
          number: 2,
          cause: expect.stringMatching(/SCM/),
          commit: commit(2),
        }),
      ]);
      expect(changes).toEqual([
        {
          key: 'checkout#3',
          kind: 'build',
          at: new Date(ago(60 * 17)).toISOString(),
          title: 'Commit 0000000, checkout #3',
          actor: 'Ana Petrov',
          url: `${jenkins.server.url}/job/checkout/3/`,
        },
      ]);
    });

    it('keeps at most 20 runs', async () => {
      const builds = Array.from({ length: 30 }, (_, index) =>
        build(30 - index, 'SUCCESS', { at: ago(index) }),
      );
      jenkins = await Observing.start([job('checkout', builds)]);
      const { detail } = await jenkins.observe('checkout');
      expect(detail.runs).toHaveLength(20);
    });

    it('knows the author of the newest commit where nobody started it by hand', async () => {
      jenkins = await Observing.start([
        job('checkout', [
          build(3, 'SUCCESS', {
            cause: { kind: 'scm' },
            commits: [
              {
                id: commit(3),
                message: 'Fix it',
                author: 'Ana Petrov',
                committedAt: ago(100),
              },
            ],
          }),
        ]),
      ]);
      const { detail } = await jenkins.observe('checkout');
      expect(detail.runs).toMatchObject([{ actor: 'Ana Petrov' }]);
    });

    it('keeps what it learned when later rounds ask for less', async () => {
      const builds = [build(3, 'SUCCESS'), build(2, 'SUCCESS')];
      jenkins = await Observing.start([job('checkout', builds)]);
      const first = await jenkins.observe('checkout');
      const { urls } = await jenkins.calls(() => jenkins.round('checkout'));
      expect(urls).toHaveLength(1);
      const second = await jenkins.observe('checkout');
      expect(second.detail).toEqual(first.detail);
      expect(second.verdict).toEqual(first.verdict);
      expect(second.changes).toEqual([]);
    });

    it('says the same while nothing happens, whatever the time', async () => {
      jenkins = await Observing.start([
        job('running', [build(3, undefined, { at: ago(5) }), ...GREEN]),
        job('asking', [
          build(3, undefined, {
            at: ago(5),
            input: { since: ago(4), message: 'Deploy?' },
          }),
        ]),
        job('queued', GREEN, {
          queue: { since: ago(2), why: 'Blocked (ETA: 5 min 3 sec)' },
        }),
      ]);
      const names = ['running', 'asking', 'queued'];
      const first = await jenkins.round(names);
      jenkins.now += 31_234;
      const second = await jenkins.round(names);
      expect(second.observations.map(o => [o.verdict, o.detail])).toEqual(
        first.observations.map(o => [o.verdict, o.detail]),
      );
    });

    it('tells a new commit once, with what came before it still known', async () => {
      const builds = [build(3, 'SUCCESS'), build(2, 'SUCCESS')];
      jenkins = await Observing.start([job('checkout', builds)]);
      await jenkins.round('checkout');
      jenkins.server.setItems([
        job('checkout', [build(4, 'FAILURE'), ...builds]),
      ]);
      const { changes, detail } = await jenkins.observe('checkout');
      expect(changes?.map(({ key }) => key)).toEqual(['checkout#4']);
      expect(detail.runs).toMatchObject([
        { commit: commit(4) },
        { commit: commit(3) },
        { commit: commit(2) },
      ]);
    });

    it('asks for everything again where it missed a run', async () => {
      const builds = [build(3, 'SUCCESS'), build(2, 'SUCCESS')];
      jenkins = await Observing.start([job('checkout', builds)]);
      await jenkins.round('checkout');
      jenkins.server.setItems([
        job('checkout', [build(5, 'SUCCESS'), build(4, 'SUCCESS'), ...builds]),
      ]);
      await jenkins.round('checkout');
      const { detail } = await jenkins.observe('checkout');
      expect(detail.runs).toMatchObject([
        { commit: commit(5) },
        { commit: commit(4) },
        { commit: commit(3) },
        { commit: commit(2) },
      ]);
    });

    const red = build(3, 'FAILURE', {
      stages: [
        { name: 'Build', status: 'SUCCESS', durationMs: 1_000 },
        { name: 'Integration tests', status: 'FAILED', durationMs: 1_000 },
      ],
    });

    it('asks for the stage that failed once, also after a restart', async () => {
      jenkins = await Observing.start([job('checkout', [red, ...GREEN])]);
      const { detail, verdict } = await jenkins.observe('checkout');
      expect(detail.runs).toMatchObject([
        { failedStage: { name: 'Integration tests' } },
        {},
        {},
      ]);
      expect(JSON.stringify(verdict)).toContain('Integration tests');
      expect(jenkins.server.callCounts.byKind.stages).toBe(1);
      await jenkins.round('checkout');
      jenkins.restart();
      const restarted = await jenkins.observe('checkout');
      expect(restarted.detail).toEqual(detail);
      expect(restarted.changes).toEqual([]);
      expect(jenkins.server.callCounts.byKind.stages).toBe(1);
    });

    it('does without a stage API, and asks for it only now and then', async () => {
      jenkins = await Observing.start([job('checkout', [red])], {
        stageApi: false,
      });
      await jenkins.round('checkout');
      await jenkins.round('checkout');
      expect(jenkins.server.callCounts.byKind.stages).toBe(1);
      jenkins.now += 2 * 60 * 60_000;
      await jenkins.round('checkout');
      expect(jenkins.server.callCounts.byKind.stages).toBe(2);
    });

    it('never asks for stages of a job that can have none', async () => {
      jenkins = await Observing.start([
        job('checkout', [red], { kind: 'freestyle' }),
      ]);
      const { verdict } = await jenkins.observe('checkout');
      expect(verdict.status).toBe('failing');
      expect(jenkins.server.callCounts.byKind.stages).toBeUndefined();
    });

    it('reads the store once for a job that it meets, and never again', async () => {
      jenkins = await Observing.start([job('checkout', GREEN)]);
      await jenkins.round('checkout');
      await jenkins.round('checkout');
      expect(jenkins.storeReads).toHaveLength(1);
    });
  });
});
