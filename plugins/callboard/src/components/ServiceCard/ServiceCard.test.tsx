import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aFailingService,
  aFinding,
  anAspect,
  anObservation,
  aService,
  NOW_MS,
} from '../../__testUtils__/builders';
import {
  aRefusal,
  FakeCallboardApi,
} from '../../__testUtils__/FakeCallboardApi';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { ServiceCard } from './ServiceCard';

describe('ServiceCard', () => {
  const api = new FakeCallboardApi();

  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('says how the service is, since when, why, and what changed before', async () => {
    api.service = aFailingService();
    await renderCallboard(<ServiceCard />, { api });
    const aspects = await screen.findByRole('list', { name: 'Aspects' });
    expect(within(aspects).getByText('Failing')).toBeInTheDocument();
    expect(screen.getAllByText(/since .*\(38 min\)/).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/main is red since/).length).toBeGreaterThan(0);
    expect(screen.getByText('Last change before it')).toBeInTheDocument();
    expect(screen.getByText(/by Ana Petrov$/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout-api/callboard',
    );
  });

  it('shows three findings, and how many more there are', async () => {
    const findings = [1, 2, 3, 4, 5].map(n =>
      aFinding({ fingerprint: `f${n}`, message: `Finding ${n}` }),
    );
    api.service = aFailingService({
      observations: [anObservation({ findings })],
      aspects: { pipelines: anAspect() },
    });
    await renderCallboard(<ServiceCard />, { api });
    const list = await screen.findByRole('list', { name: 'Findings' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(
      screen.getByRole('link', { name: '2 more findings' }),
    ).toBeInTheDocument();
  });

  it('marks what is stale beside its status', async () => {
    api.service = aService({
      stale: true,
      aspects: { pipelines: anAspect({ stale: true }) },
    });
    await renderCallboard(<ServiceCard />, { api });
    expect(await screen.findByText(/stale, seen/)).toBeInTheDocument();
    expect(screen.getAllByText('OK').length).toBeGreaterThan(0);
  });

  it('shows the one annotation to begin with where nothing is connected', async () => {
    api.service = aService({ status: 'none', aspects: {}, observations: [] });
    await renderCallboard(<ServiceCard />, { api });
    expect(await screen.findByText('Nothing connected')).toBeInTheDocument();
    expect(
      screen.getByText('jenkins.io/job-full-name: checkout-api'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('callboard.io/not-applicable: pipelines'),
    ).toBeInTheDocument();
  });

  it('says that Callboard does not answer, with the code, and tries again', async () => {
    api.service = await aRefusal(503, 'Down');
    await renderCallboard(<ServiceCard />, { api });
    expect(
      await screen.findByText('Callboard does not answer'),
    ).toBeInTheDocument();
    expect(screen.getByText('503')).toBeInTheDocument();

    api.service = aService();
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await screen.findByText('Nothing to report')).toBeInTheDocument();
  });

  it('does not call a service broken that is not on the board', async () => {
    api.service = await aRefusal(404, 'No such service');
    await renderCallboard(<ServiceCard />, { api });
    expect(
      await screen.findByText('Callboard does not know this service'),
    ).toBeInTheDocument();
  });

  it('leads from what is unknown to its source', async () => {
    const finding = aFinding({ status: 'unknown', code: 'forbidden' });
    api.service = aService({
      status: 'unknown',
      observations: [anObservation({ status: 'unknown', findings: [finding] })],
    });
    await renderCallboard(<ServiceCard />, { api });
    expect(
      await screen.findByRole('link', { name: 'See jenkins/main' }),
    ).toHaveAttribute('href', '/callboard/sources/jenkins/main');
  });

  it('says why, and gives the focus back', async () => {
    api.service = aFailingService();
    await renderCallboard(<ServiceCard />, { api });
    const why = await screen.findByRole('button', {
      name: 'Why is Pipelines failing?',
    });
    await userEvent.click(why);
    const dialog = await screen.findByRole('dialog', {
      name: 'Why not green: Pipelines',
    });
    expect(
      await within(dialog).findByText(
        'some build within 14 d, else it is a warning',
      ),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(why).toHaveFocus();
  });
});
