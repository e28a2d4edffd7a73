import type { JenkinsItem } from '@callboard/landscape';
import { build, folder, job, Observing } from '../__testUtils__/observing';

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
});
