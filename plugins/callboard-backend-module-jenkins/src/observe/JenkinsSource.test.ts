import type { JenkinsBuild, JenkinsItem } from '@callboard/landscape';
import {
  ago,
  build,
  commit,
  folder,
  job,
  NOW,
  Observing,
} from '../__testUtils__/observing';

describe('JenkinsSource', () => {
  let jenkins: Observing;

  async function start(
    items: readonly JenkinsItem[],
    options: Parameters<typeof Observing.start>[1] = {},
  ) {
    jenkins = await Observing.start(items, options);
    return jenkins;
  }

  afterEach(() => jenkins.server.stop());

  const green = [build(2, 'SUCCESS'), build(1, 'SUCCESS')];

  describe('which job decides', () => {
    it.each(['pipeline', 'freestyle', 'matrix'] as const)(
      'a %s job decides itself',
      async kind => {
        await start([folder('shop', [job('checkout', green, { kind })])]);
        const { verdict, detail } = await jenkins.observe('shop/checkout');
        expect(verdict).toMatchObject({ status: 'ok' });
        expect(detail).toMatchObject({
          kind: 'job',
          decidingJob: 'shop/checkout',
          runs: [{ number: 2 }, { number: 1 }],
        });
      },
    );

    const branch = (name: string, result: JenkinsBuild['result']) => ({
      name,
      builds: [build(7, result)],
    });

    it.each<[string, string[], Record<string, string>, string]>([
      ['main', ['feature/x', 'main', 'master'], {}, 'main'],
      ['master', ['feature/x', 'master', 'trunk'], {}, 'master'],
      ['trunk', ['feature/x', 'trunk'], {}, 'trunk'],
      [
        'the one that the entity names',
        ['main', 'release/2'],
        { 'callboard.io/default-branch': 'release/2' },
        'release%2F2',
      ],
    ])(
      'of a multibranch project %s decides',
      async (_, branches, annotations, deciding) => {
        await start([
          folder('shop', [
            {
              kind: 'multibranch',
              name: 'checkout',
              branches: branches.map(name =>
                branch(
                  name,
                  encodeURIComponent(name) === deciding ? 'SUCCESS' : 'FAILURE',
                ),
              ),
            },
          ]),
        ]);
        const { verdict, detail, links } = await jenkins.observe(
          'shop/checkout',
          annotations,
        );
        expect(verdict).toMatchObject({ status: 'ok', findings: [] });
        expect(detail).toMatchObject({
          kind: 'multibranch',
          decidingJob: `shop/checkout/${deciding}`,
        });
        expect(detail.branches).toHaveLength(branches.length);
        expect(links[0].url).toBe(
          `${jenkins.server.url}/job/shop/job/checkout/job/${encodeURIComponent(
            deciding,
          )}/`,
        );
      },
    );

    it.each([
      [['develop', 'feature/x'], {}, 'ambiguous'],
      [['main'], { 'callboard.io/default-branch': 'mian' }, 'not-found'],
      [[], {}, 'no-data'],
    ])('branches %j with %j are %s', async (branches, annotations, code) => {
      await start([
        {
          kind: 'multibranch',
          name: 'checkout',
          branches: branches.map(name => branch(name, 'SUCCESS')),
        },
      ]);
      const { verdict } = await jenkins.observe('checkout', annotations);
      expect(verdict).toMatchObject({
        status: 'unknown',
        findings: [{ code, hint: expect.stringContaining('main:checkout') }],
      });
    });

    it('a branch that is named decides itself', async () => {
      await start([
        {
          kind: 'multibranch',
          name: 'checkout',
          branches: [branch('main', 'SUCCESS'), branch('feature/x', 'FAILURE')],
        },
      ]);
      const { verdict } = await jenkins.observe('checkout/feature%2Fx');
      expect(verdict).toMatchObject({
        status: 'failing',
        findings: [{ code: 'build-failed', params: { label: 'feature/x' } }],
      });
      expect(jenkins.server.calls.map(({ status }) => status)).not.toContain(
        404,
      );
    });

    it('of a folder all jobs built within 30 days decide, the worst first', async () => {
      await start([
        folder('nightly', [
          job('good', green),
          job('bad', [build(3, 'FAILURE')]),
          job('old', [build(1, 'FAILURE', { at: ago(60 * 24 * 40) })]),
          job('off', [build(1, 'FAILURE')], { disabled: true }),
          folder('empty', []),
        ]),
      ]);
      const { verdict, detail } = await jenkins.observe('nightly');
      expect(verdict).toMatchObject({
        status: 'failing',
        findings: [{ code: 'build-failed', params: { job: 'nightly/bad' } }],
      });
      expect(detail).toMatchObject({
        kind: 'folder',
        decidingJob: 'nightly/bad',
        jobs: [{ job: 'nightly/bad' }, { job: 'nightly/good' }],
      });
    });

    it('of an organization folder the main branches decide', async () => {
      const project = (name: string, result: 'SUCCESS' | 'FAILURE') => ({
        kind: 'multibranch' as const,
        name,
        branches: [branch('main', result), branch('PR-1', 'FAILURE')],
      });
      await start([
        {
          kind: 'organization',
          name: 'acme',
          items: [project('api', 'SUCCESS'), project('web', 'FAILURE')],
        },
      ]);
      const { verdict } = await jenkins.observe('acme');
      expect(verdict).toMatchObject({
        status: 'failing',
        findings: [{ params: { job: 'acme/web', label: 'main' } }],
      });
      const project1 = await jenkins.observe('acme/api');
      expect(project1.verdict.status).toBe('ok');
    });

    it('a folder of more than 20 jobs is ambiguous', async () => {
      const jobs = Array.from({ length: 21 }, (_, index) =>
        job(`job-${index}`, green),
      );
      await start([folder('all', jobs)]);
      const { verdict } = await jenkins.observe('all');
      expect(verdict.findings).toMatchObject([{ code: 'ambiguous' }]);
    });

    it('folders may be of any depth', async () => {
      await start([
        folder('a', [folder('b', [folder('c', [job('d', green)])])]),
      ]);
      const { verdict } = await jenkins.observe('a/b/c/d');
      expect(verdict.status).toBe('ok');
    });
  });

  describe('what it means', () => {
    it.each<[string, readonly JenkinsBuild[], string, string]>([
      ['a failure', [build(3, 'FAILURE')], 'failing', 'build-failed'],
      [
        'a failure that nobody rebuilt',
        [build(3, 'FAILURE', { at: ago(60 * 24 * 20) })],
        'warning',
        'build-abandoned',
      ],
      [
        'failing tests',
        [
          build(3, 'UNSTABLE', {
            tests: { failed: 7, skipped: 0, total: 812 },
          }),
        ],
        'warning',
        'tests-failed',
      ],
      [
        'three that stopped early',
        [
          build(4, 'ABORTED'),
          build(3, 'NOT_BUILT'),
          build(2, 'ABORTED'),
          build(1, 'SUCCESS'),
        ],
        'warning',
        'builds-aborted',
      ],
      [
        'one that runs for hours',
        [build(3, undefined, { at: ago(150) }), ...green],
        'warning',
        'build-overdue',
      ],
      ['no build at all', [], 'unknown', 'no-data'],
    ])('%s', async (_, builds, status, code) => {
      await start([folder('shop', [job('checkout', builds)])]);
      const { verdict } = await jenkins.observe('shop/checkout');
      expect(verdict.status).toBe(status);
      expect(verdict.findings.map(finding => finding.code)).toContain(code);
    });

    it('a job that is switched off rests', async () => {
      await start([job('old', [build(3, 'FAILURE')], { disabled: true })]);
      const { verdict } = await jenkins.observe('old');
      expect(verdict).toMatchObject({ status: 'ok', off: true });
    });

    it('a red job that builds again stays red, with the activity beside it', async () => {
      await start([
        job('checkout', [
          build(4, undefined, { at: ago(1) }),
          build(3, 'FAILURE'),
        ]),
      ]);
      const { verdict } = await jenkins.observe('checkout');
      expect(verdict).toMatchObject({
        status: 'failing',
        activity: { kind: 'building', message: 'building #4' },
      });
    });

    it('a job that misses its cadence', async () => {
      await start([
        job('nightly', [build(3, 'SUCCESS', { at: ago(60 * 40) })]),
      ]);
      const { verdict } = await jenkins.observe('nightly', {
        'callboard.io/pipeline-cadence': 'P1D',
      });
      expect(verdict.findings).toMatchObject([{ code: 'build-missed' }]);
    });

    it('a run that waits for a person', async () => {
      await start([
        job('deploy', [
          build(3, undefined, {
            at: ago(400),
            input: { since: ago(300), message: 'Deploy?' },
          }),
          ...green,
        ]),
      ]);
      const { verdict } = await jenkins.observe('deploy');
      expect(verdict).toMatchObject({
        status: 'warning',
        activity: {
          kind: 'waiting-for-person',
          since: new Date(ago(300)).toISOString(),
        },
        findings: [
          {
            code: 'waits-for-person',
            links: expect.arrayContaining([
              {
                title: 'Answer',
                url: `${jenkins.server.url}/job/deploy/3/input/`,
              },
            ]),
          },
        ],
      });
    });

    const waiting = (name: string, minutes = 20) =>
      job(name, green, {
        queue: {
          since: ago(minutes),
          why: 'There are no nodes with the label ‘linux’',
        },
      });

    it('a job that waits in the queue', async () => {
      await start([waiting('checkout')]);
      const round = await jenkins.round('checkout');
      expect(round.findings).toEqual([]);
      expect(round.observations[0].verdict).toMatchObject({
        status: 'warning',
        activity: { kind: 'queued' },
        findings: [
          { code: 'queue-stuck', message: expect.stringContaining('linux') },
        ],
      });
    });

    it('five jobs that wait are one finding on the source', async () => {
      const names = ['a', 'b', 'c', 'd', 'e'];
      await start(names.map(name => waiting(name)));
      const round = await jenkins.round(names);
      expect(round.findings).toMatchObject([
        {
          code: 'queue-stuck',
          message: expect.stringContaining('5 jobs wait'),
        },
      ]);
      expect(round.observations.map(({ verdict }) => verdict.status)).toEqual(
        names.map(() => 'ok'),
      );
    });
  });

  describe('what it tells of runs', () => {
    it('tells result, start, duration, cause, commit and who', async () => {
      await start([
        job('checkout', [
          build(3, 'SUCCESS', {
            cause: { kind: 'user', id: 'ana', name: 'Ana Petrov' },
          }),
          build(2, 'SUCCESS', { cause: { kind: 'scm' } }),
        ]),
      ]);
      const { detail, changes } = await jenkins.observe('checkout');
      expect(detail.runs).toEqual([
        {
          number: 3,
          url: `${jenkins.server.url}/job/checkout/3/`,
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
          title: 'Build #3 of checkout, commit 0000000',
          actor: 'Ana Petrov',
          url: `${jenkins.server.url}/job/checkout/3/`,
        },
      ]);
    });

    it('keeps at most 20 runs', async () => {
      const builds = Array.from({ length: 30 }, (_, index) =>
        build(30 - index, 'SUCCESS', { at: ago(index) }),
      );
      await start([job('checkout', builds)]);
      const { detail } = await jenkins.observe('checkout');
      expect(detail.runs).toHaveLength(20);
    });

    it('knows the author of the newest commit where nobody started it by hand', async () => {
      await start([
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
      await start([job('checkout', builds)]);
      const first = await jenkins.observe('checkout');
      const { urls } = await jenkins.calls(() => jenkins.round('checkout'));
      expect(urls).toHaveLength(1);
      const second = await jenkins.observe('checkout');
      expect(second.detail).toEqual(first.detail);
      expect(second.verdict).toEqual(first.verdict);
      expect(second.changes).toEqual([]);
    });

    it('tells a new commit once, with what came before it still known', async () => {
      const builds = [build(3, 'SUCCESS'), build(2, 'SUCCESS')];
      await start([job('checkout', builds)]);
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
      await start([job('checkout', builds)]);
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
      await start([job('checkout', [red, ...green])]);
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
      await start([job('checkout', [red])], { stageApi: false });
      await jenkins.round('checkout');
      await jenkins.round('checkout');
      expect(jenkins.server.callCounts.byKind.stages).toBe(1);
      jenkins.now += 2 * 60 * 60_000;
      await jenkins.round('checkout');
      expect(jenkins.server.callCounts.byKind.stages).toBe(2);
    });

    it('never asks for stages of a job that can have none', async () => {
      await start([job('checkout', [red], { kind: 'freestyle' })]);
      const { verdict } = await jenkins.observe('checkout');
      expect(verdict.status).toBe('failing');
      expect(jenkins.server.callCounts.byKind.stages).toBeUndefined();
    });

    it('reads the store once for a job that it meets, and never again', async () => {
      await start([job('checkout', green)]);
      await jenkins.round('checkout');
      await jenkins.round('checkout');
      expect(jenkins.storeReads).toHaveLength(1);
    });
  });

  describe('when a job cannot be seen', () => {
    it('says that it is not there, and what is near', async () => {
      await start([folder('shop', [job('gift-cards', green)])]);
      const { verdict } = await jenkins.observe('shop/giftcards');
      expect(verdict).toMatchObject({
        status: 'unknown',
        findings: [
          {
            code: 'not-found',
            message: 'Jenkins main shows no job shop/giftcards to us',
            hint: expect.stringMatching(
              /jenkins\.io\/job-full-name: main:shop\/giftcards.*instance main.*near: shop\/gift-cards/,
            ),
          },
        ],
      });
    });

    it('says that its folder is not there', async () => {
      await start([job('checkout', green)]);
      const { verdict } = await jenkins.observe('shop/checkout');
      expect(verdict.findings).toMatchObject([{ code: 'not-found' }]);
    });

    it('says that what should be its folder is a job', async () => {
      await start([job('shop', green)]);
      const { verdict } = await jenkins.observe('shop/checkout');
      expect(verdict.findings).toMatchObject([{ code: 'not-found' }]);
    });

    it('tells forbidden from missing, and does not ask again for an hour', async () => {
      await start([
        folder('shop', [
          job('secret', green, { access: 'discover' }),
          job('hidden', green, { access: 'none' }),
        ]),
      ]);
      const names = ['shop/secret', 'shop/hidden'];
      const { observations } = await jenkins.round(names);
      expect(
        observations.map(({ verdict }) => verdict.findings[0]),
      ).toMatchObject([
        {
          code: 'forbidden',
          hint: expect.stringMatching(/Job\/Read.*main:shop\/secret/),
        },
        { code: 'not-found' },
      ]);
      const again = await jenkins.calls(() => jenkins.round(names));
      expect(again.total).toBe(1);
      jenkins.now += 61 * 60_000;
      const later = await jenkins.calls(() => jenkins.round(names));
      expect(later.total).toBe(3);
    });

    it('does not let a folder that it may not read spoil the others', async () => {
      await start([
        {
          kind: 'folder',
          name: 'shut',
          access: 'discover',
          items: [job('a', green)],
        },
        folder('open', [job('b', green)]),
      ]);
      const { observations, missed } = await jenkins.round([
        'shut/a',
        'open/b',
      ]);
      expect(missed).toEqual([]);
      expect(
        observations.map(({ verdict }) => verdict.findings[0]?.code),
      ).toEqual(['forbidden', undefined]);
    });

    it('blames the source where not even the root can be read', async () => {
      await start([job('checkout', green)]);
      await jenkins.server.setFault({ kind: 'error', status: 403 });
      await expect(jenkins.round('shop/checkout')).rejects.toMatchObject({
        name: 'UpstreamError',
        reason: 'forbidden',
      });
    });

    it('blames the source where the credentials are wrong, after one call', async () => {
      await start([job('checkout', green)]);
      await jenkins.server.setFault({ kind: 'unauthorized' });
      const { total } = await jenkins.calls(() =>
        expect(
          jenkins.round(['a/b', 'c/d', 'e/f', 'g/h', 'i/j', 'k/l']),
        ).rejects.toMatchObject({
          reason: 'forbidden',
          message: expect.not.stringContaining('token-of-the-test'),
        }),
      );
      expect(total).toBeLessThanOrEqual(4);
    });

    it('gives up on a Jenkins that is down after a few calls', async () => {
      await start([]);
      await jenkins.server.setFault({ kind: 'error', status: 503 });
      const names = Array.from({ length: 50 }, (_, i) => `folder-${i}/job`);
      const { total } = await jenkins.calls(() =>
        expect(jenkins.round(names)).rejects.toMatchObject({
          reason: 'unreachable',
        }),
      );
      expect(total).toBeLessThanOrEqual(8);
    });

    it('asks the root where nobody names a job, to know how it is', async () => {
      await start([]);
      expect((await jenkins.calls(() => jenkins.round([]))).total).toBe(1);
      await jenkins.server.setFault({ kind: 'down' });
      await expect(jenkins.round([])).rejects.toMatchObject({
        reason: 'unreachable',
      });
    });
  });

  it('corrects a clock that is off, and says so', async () => {
    await start([job('checkout', [build(3, 'SUCCESS', { at: ago(-50) })])], {
      clock: () => NOW + 60 * 60_000 + 20_000,
    });
    const round = await jenkins.round('checkout');
    expect(round.observations[0].detail.runs).toMatchObject([
      { startedAt: ago(10) },
    ]);
    expect(round.findings).toMatchObject([
      { code: 'clock-off', message: expect.stringContaining('60 min ahead') },
    ]);
  });

  it('links to where it is configured, whatever Jenkins takes its address for', async () => {
    await start([job('checkout', [build(3, 'FAILURE')])], {
      rootUrl: 'http://elsewhere.example/',
      contextPath: '/jenkins',
    });
    const observation = await jenkins.observe('checkout');
    expect(JSON.stringify(observation)).not.toContain('elsewhere');
    expect(observation.links).toEqual([
      {
        title: 'Jenkins job',
        url: `${jenkins.server.url}/job/checkout/`,
      },
    ]);
  });
});
