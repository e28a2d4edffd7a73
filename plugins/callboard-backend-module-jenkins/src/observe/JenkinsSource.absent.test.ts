import { folder, GREEN, job, Observing } from '../__testUtils__/observing';

describe('JenkinsSource', () => {
  let jenkins: Observing;

  afterEach(() => jenkins.server.stop());

  describe('when a job cannot be seen', () => {
    it('says that it is not there, and what is near', async () => {
      jenkins = await Observing.start([
        folder('shop', [job('gift-cards', GREEN)]),
      ]);
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
      jenkins = await Observing.start([job('checkout', GREEN)]);
      const { verdict } = await jenkins.observe('shop/checkout');
      expect(verdict.findings).toMatchObject([{ code: 'not-found' }]);
    });

    it('says that what should be its folder is a job', async () => {
      jenkins = await Observing.start([job('shop', GREEN)]);
      const { verdict } = await jenkins.observe('shop/checkout');
      expect(verdict.findings).toMatchObject([{ code: 'not-found' }]);
    });

    it('tells forbidden from missing, and does not ask again for an hour', async () => {
      jenkins = await Observing.start([
        folder('shop', [
          job('secret', GREEN, { access: 'discover' }),
          job('hidden', GREEN, { access: 'none' }),
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
      jenkins = await Observing.start([
        {
          kind: 'folder',
          name: 'shut',
          access: 'discover',
          items: [job('a', GREEN)],
        },
        folder('open', [job('b', GREEN)]),
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
      jenkins = await Observing.start([job('checkout', GREEN)]);
      await jenkins.server.setFault({ kind: 'error', status: 403 });
      await expect(jenkins.round('shop/checkout')).rejects.toMatchObject({
        name: 'UpstreamError',
        reason: 'forbidden',
      });
    });

    it('blames the source where the credentials are wrong, after one call', async () => {
      jenkins = await Observing.start([job('checkout', GREEN)]);
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
      jenkins = await Observing.start([]);
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
      jenkins = await Observing.start([]);
      expect((await jenkins.calls(() => jenkins.round([]))).total).toBe(1);
      await jenkins.server.setFault({ kind: 'down' });
      await expect(jenkins.round([])).rejects.toMatchObject({
        reason: 'unreachable',
      });
    });
  });
});
