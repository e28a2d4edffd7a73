import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aFailingService,
  aFinding,
  anAspect,
  anObservation,
  aRun,
  aService,
  minutesAgo,
  NOW_MS,
} from '../../__testUtils__/builders';
import {
  aRefusal,
  FakeCallboardApi,
} from '../../__testUtils__/FakeCallboardApi';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { ServiceTab } from './ServiceTab';

describe('ServiceTab', () => {
  let api: FakeCallboardApi;

  beforeEach(() => {
    api = new FakeCallboardApi();
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('says first how the service is, since when, why, and what goes on', async () => {
    const service = aFailingService({ badSince: minutesAgo(95) });
    api.service = {
      ...service,
      aspects: {
        pipelines: anAspect({
          status: 'failing',
          activity: { kind: 'building', message: 'building #641' },
        }),
      },
    };
    await renderCallboard(<ServiceTab />, { api });
    const status = await screen.findByRole('region', { name: 'Status' });
    expect(
      within(status).getByRole('heading', { name: /Failing since .*38 min/ }),
    ).toBeInTheDocument();
    expect(within(status).getByText(/main is red since/)).toBeInTheDocument();
    expect(within(status).getByText('building #641')).toBeInTheDocument();
    expect(
      within(status).getByText(/not ok since .*1 h 35 min/),
    ).toBeInTheDocument();
  });

  it('says whose it is, what changed before, and who feels it', async () => {
    api.service = aFailingService();
    await renderCallboard(<ServiceTab />, { api });
    expect(
      await screen.findByRole('link', { name: 'team-checkout' }),
    ).toHaveAttribute('href', '/catalog/default/group/team-checkout');
    expect(screen.getByText('Cache the price list')).toBeInTheDocument();
    expect(screen.getByText(/4 min before/)).toBeInTheDocument();
    expect(screen.getByText('Delivery only')).toBeInTheDocument();
  });

  it('lists a finding with its code, hint, command and links', async () => {
    api.service = aFailingService();
    await renderCallboard(<ServiceTab />, { api });
    const finding = await screen.findByRole('article');
    expect(within(finding).getByText('build-failed')).toBeInTheDocument();
    expect(within(finding).getByText('delivery only')).toBeInTheDocument();
    expect(within(finding).getByText(/It turned red with/)).toBeInTheDocument();
    expect(
      within(finding).getByRole('button', {
        name: 'Copy the command, it only looks',
      }),
    ).toBeInTheDocument();
    expect(
      within(finding).getByRole('link', { name: /^Console of #640/ }),
    ).toHaveAttribute('href', 'https://jenkins.example.com/640/log');
  });

  it('never links what is no web address', async () => {
    api.service = aFailingService({
      observations: [
        anObservation({
          findings: [
            aFinding({
              links: [{ title: 'Trap', url: `javascript${':'}alert(1)` }],
            }),
          ],
        }),
      ],
    });
    await renderCallboard(<ServiceTab />, { api });
    expect(await screen.findByText('Trap')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Trap/ })).toBeNull();
  });

  it('sets notes apart, since they change no status', async () => {
    api.service = aService({
      observations: [
        anObservation({
          findings: [
            aFinding({ status: 'note', message: 'Passes 6 of 10', hint: '' }),
          ],
        }),
      ],
    });
    await renderCallboard(<ServiceTab />, { api });
    expect(await screen.findByText('Passes 6 of 10')).toBeInTheDocument();
    expect(screen.getByText('Note, changes no status:')).toBeInTheDocument();
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('draws the runs, each with all that is known of it', async () => {
    api.service = aService({
      observations: [
        anObservation({
          stale: true,
          observedAt: minutesAgo(4),
          detail: {
            runs: [
              aRun(640, {
                result: 'failure',
                actor: 'Ana Petrov',
                failedStage: { name: 'Deploy' },
                tests: { failed: 7, skipped: 1, total: 812 },
              }),
              aRun(639),
            ],
          },
        }),
      ],
    });
    await renderCallboard(<ServiceTab />, { api });
    const runs = await screen.findByRole('group', {
      name: 'Last 2 runs of shop/checkout: 1 passed, 1 failed',
    });
    const [older, newer] = within(runs).getAllByRole('link');
    expect(older).toHaveAccessibleName(/^#639 passed, Started .*, Took 14 min/);
    expect(newer).toHaveAccessibleName(
      /Failed in Deploy, 7 of 812 tests fail, Push to main, by Ana Petrov$/,
    );
    const panel = screen.getByRole('region', { name: 'Pipeline runs' });
    expect(within(panel).getByText(/^stale, seen/)).toBeInTheDocument();
    expect(
      screen.getByText(/jenkins\/main not heard since/),
    ).toBeInTheDocument();
  });

  it('goes from run to run with the arrow keys, with one tab stop', async () => {
    api.service = aService();
    await renderCallboard(<ServiceTab />, { api });
    const runs = await screen.findByRole('group', { name: /^Last 3 runs/ });
    const links = within(runs).getAllByRole('link');
    expect(links.map(link => link.tabIndex)).toEqual([-1, -1, 0]);
    links[2].focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(links[1]).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(links[0]).toHaveFocus();
  });

  it('tells the timeline, and goes further back on demand', async () => {
    api.service = aService({ observations: [anObservation({ detail: {} })] });
    api.timeline = [
      {
        type: 'transition',
        at: minutesAgo(40),
        from: 'ok',
        to: 'failing',
        message: 'main is red',
      },
    ];
    await renderCallboard(<ServiceTab />, { api });
    expect(await screen.findByText('OK became failing:')).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: /^Timeline from/ }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '3 h' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.click(screen.getByRole('button', { name: '7 d' }));
    expect(await screen.findByText('OK became failing:')).toBeInTheDocument();
    expect(api.timelineFroms).toEqual([
      minutesAgo(3 * 60),
      minutesAgo(7 * 24 * 60),
    ]);
  });

  it('asks its sources again, once each', async () => {
    api.service = aService({
      observations: [
        anObservation(),
        anObservation({ subject: 'shop/checkout-e2e' }),
        anObservation({ source: 'jenkins/mobile' }),
      ],
    });
    await renderCallboard(<ServiceTab />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Refresh' }),
    );
    expect(
      await screen.findByText('Asked; what is new shows by itself'),
    ).toBeInTheDocument();
    expect(api.refreshed).toEqual(['jenkins/main', 'jenkins/mobile']);
  });

  it('says why asking was not possible', async () => {
    api.service = aService();
    api.refreshError = await aRefusal(429, 'Too often');
    await renderCallboard(<ServiceTab />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Refresh' }),
    );
    expect(
      await screen.findByText('Asking was not possible: Too often'),
    ).toBeInTheDocument();
  });

  it('shows what to connect where nothing is, and what is waived', async () => {
    api.service = aService({
      status: 'none',
      aspects: {},
      observations: [],
      notApplicable: ['alerts'],
    });
    await renderCallboard(<ServiceTab />, { api });
    expect(await screen.findByText('Nothing connected')).toBeInTheDocument();
    expect(screen.getByText('Not applicable')).toBeInTheDocument();
    expect(screen.queryByText('Timeline')).toBeNull();
  });

  it('shows rest on purpose as off, never as a tick', async () => {
    api.service = aService({
      aspects: { pipelines: anAspect({ off: true, summary: 'Disabled' }) },
    });
    await renderCallboard(<ServiceTab />, { api });
    const status = await screen.findByRole('region', { name: 'Status' });
    expect(within(status).getByText('Off')).toBeInTheDocument();
    expect(within(status).queryByText('OK')).toBeNull();
  });

  it('says that Callboard does not answer', async () => {
    api.service = await aRefusal(503, 'Down');
    await renderCallboard(<ServiceTab />, { api });
    expect(
      await screen.findByText('Callboard does not answer'),
    ).toBeInTheDocument();
  });
});
