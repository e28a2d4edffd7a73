import { ago, build, job, NOW, Observing } from '../__testUtils__/observing';

describe('JenkinsSource', () => {
  let jenkins: Observing;

  afterEach(() => jenkins.server.stop());

  it('corrects a clock that is off, and says so', async () => {
    jenkins = await Observing.start(
      [job('checkout', [build(3, 'SUCCESS', { at: ago(-50) })])],
      {
        clock: () => NOW + 60 * 60_000 + 20_000,
      },
    );
    const round = await jenkins.round('checkout');
    expect(round.observations[0].detail.runs).toMatchObject([
      { startedAt: ago(10) },
    ]);
    expect(round.findings).toMatchObject([
      { code: 'clock-off', message: expect.stringContaining('60 min ahead') },
    ]);
  });

  it('links to where it is configured, whatever Jenkins takes its address for', async () => {
    jenkins = await Observing.start([job('checkout', [build(3, 'FAILURE')])], {
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
