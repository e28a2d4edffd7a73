import type { JenkinsBuild } from '@callboard/landscape';
import {
  ago,
  build,
  folder,
  GREEN,
  job,
  Observing,
} from '../__testUtils__/observing';

describe('JenkinsSource', () => {
  let jenkins: Observing;

  afterEach(() => jenkins.server.stop());

  describe('which job decides', () => {
    it.each(['pipeline', 'freestyle', 'matrix'] as const)(
      'a %s job decides itself',
      async kind => {
        jenkins = await Observing.start([
          folder('shop', [job('checkout', GREEN, { kind })]),
        ]);
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
        jenkins = await Observing.start([
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
      jenkins = await Observing.start([
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
      jenkins = await Observing.start([
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
      jenkins = await Observing.start([
        folder('nightly', [
          job('good', GREEN),
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
      jenkins = await Observing.start([
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
        job(`job-${index}`, GREEN),
      );
      jenkins = await Observing.start([folder('all', jobs)]);
      const { verdict } = await jenkins.observe('all');
      expect(verdict.findings).toMatchObject([{ code: 'ambiguous' }]);
    });

    it('folders may be of any depth', async () => {
      jenkins = await Observing.start([
        folder('a', [folder('b', [folder('c', [job('d', GREEN)])])]),
      ]);
      const { verdict } = await jenkins.observe('a/b/c/d');
      expect(verdict.status).toBe('ok');
    });
  });
});
