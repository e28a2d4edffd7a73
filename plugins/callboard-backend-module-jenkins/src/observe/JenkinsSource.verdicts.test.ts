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
        [build(3, undefined, { at: ago(150) }), ...GREEN],
        'warning',
        'build-overdue',
      ],
      ['no build at all', [], 'unknown', 'no-data'],
    ])('%s', async (_, builds, status, code) => {
      jenkins = await Observing.start([
        folder('shop', [job('checkout', builds)]),
      ]);
      const { verdict } = await jenkins.observe('shop/checkout');
      expect(verdict.status).toBe(status);
      expect(verdict.findings.map(finding => finding.code)).toContain(code);
    });

    it('a job that is switched off rests', async () => {
      jenkins = await Observing.start([
        job('old', [build(3, 'FAILURE')], { disabled: true }),
      ]);
      const { verdict } = await jenkins.observe('old');
      expect(verdict).toMatchObject({ status: 'ok', off: true });
    });

    it('a red job that builds again stays red, with the activity beside it', async () => {
      jenkins = await Observing.start([
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
      jenkins = await Observing.start([
        job('nightly', [build(3, 'SUCCESS', { at: ago(60 * 40) })]),
      ]);
      const { verdict } = await jenkins.observe('nightly', {
        'callboard.io/pipeline-cadence': 'P1D',
      });
      expect(verdict.findings).toMatchObject([{ code: 'build-missed' }]);
    });

    it('a run that waits for a person', async () => {
      jenkins = await Observing.start([
        job('deploy', [
          build(3, undefined, {
            at: ago(400),
            input: { since: ago(300), message: 'Deploy?' },
          }),
          ...GREEN,
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
      job(name, GREEN, {
        queue: {
          since: ago(minutes),
          why: 'There are no nodes with the label ‘linux’',
        },
      });

    it('a job that waits in the queue', async () => {
      jenkins = await Observing.start([waiting('checkout')]);
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
      jenkins = await Observing.start(names.map(name => waiting(name)));
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
});
