import { Route, Routes } from 'react-router-dom';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aSource, minutesAgo, NOW_MS } from '../../__testUtils__/builders';
import {
  aRefusal,
  FakeCallboardApi,
} from '../../__testUtils__/FakeCallboardApi';
import { aClusterSource } from '../../__testUtils__/kubernetesBuilders';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { SourcePage } from './SourcePage';

describe('SourcePage', () => {
  let api: FakeCallboardApi;

  beforeEach(() => {
    api = new FakeCallboardApi();
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const open = (path: string) =>
    renderCallboard(
      <Routes>
        <Route path="/sources/:type/:name" element={<SourcePage />} />
      </Routes>,
      { api, path },
    );

  it('says how the source is, since when, what comes next, and what it costs', async () => {
    api.source = aSource({
      state: 'unreachable',
      message: 'Connection refused; is Jenkins up?',
      since: minutesAgo(4),
      lastGoodAt: minutesAgo(4),
      nextTryAt: minutesAgo(-0.5),
      latencyMs: undefined,
      staleServices: 38,
      bytes: 2_097_152,
    });
    await open('/sources/jenkins/main');
    const health = await screen.findByRole('region', {
      name: 'Health of jenkins/main',
    });
    expect(health).toHaveTextContent(/Unreachable since .*4 min/);
    expect(health).toHaveTextContent(
      'Connection refused; is Jenkins up? Next try in 30 s. 38 services show what was seen then.',
    );
    expect(health).toHaveTextContent('38 of them are stale');
    expect(health).toHaveTextContent('118every 30 s');
    expect(health).toHaveTextContent('not known');
    expect(health).toHaveTextContent('2 MiB');
    expect(
      within(health).getByRole('link', {
        name: 'Services that jenkins/main feeds: 38',
      }),
    ).toHaveAttribute('href', '/callboard?source=jenkins%2Fmain');
    expect(screen.getByRole('link', { name: 'All sources' })).toHaveAttribute(
      'href',
      '/callboard/sources?source=jenkins%2Fmain',
    );
  });

  it('asks for the source that the address names, whatever it is called', async () => {
    api.source = aSource();
    await open('/sources/jenkins/team%2Fa%20b');
    await screen.findByRole('region', { name: /^Health of/ });
    expect(api.askedSources).toContain('jenkins/team/a b');
  });

  it('says that a source tells its changes by itself', async () => {
    api.source = aClusterSource();
    await open('/sources/kubernetes/prod-eu');
    const health = await screen.findByRole('region', { name: /^Health of/ });
    expect(health).toHaveTextContent('Watching');
    expect(health).toHaveTextContent('12live');
  });

  it('says what is worth knowing about the source as such', async () => {
    api.source = aSource({
      findings: [
        {
          code: 'queue-stuck',
          status: 'warning',
          message: '6 jobs wait for agent linux',
          hint: 'Start another agent',
          since: minutesAgo(22),
          impact: 'delivery',
          params: {},
          links: [{ title: 'Queue', url: 'https://jenkins.example.com/queue' }],
        },
      ],
    });
    await open('/sources/jenkins/main');
    const finding = await screen.findByRole('article');
    expect(finding).toHaveTextContent('6 jobs wait for agent linux');
    expect(finding).toHaveTextContent('queue-stuck');
    expect(finding).toHaveTextContent('Start another agent');
    expect(
      within(finding).getByRole('link', { name: /^Queue/ }),
    ).toBeInTheDocument();
  });

  it('asks the source again', async () => {
    api.source = aSource();
    await open('/sources/jenkins/main');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Refresh' }),
    );
    expect(
      await screen.findByText('jenkins/main will be asked now'),
    ).toBeInTheDocument();
    expect(api.refreshed).toEqual(['jenkins/main']);
  });

  it('does not offer to ask what nobody can ask', async () => {
    api.source = aClusterSource({ state: 'not-observable', services: 0 });
    await open('/sources/kubernetes/prod-eu');
    await screen.findByRole('region', { name: /^Health of/ });
    expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull();
  });

  it('says that there is no such source', async () => {
    api.source = await aRefusal(404, 'No such source');
    await open('/sources/jenkins/nope');
    expect(
      await screen.findByText('There is no source jenkins/nope'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'All sources' })).toHaveAttribute(
      'href',
      '/callboard/sources',
    );
  });

  it('says that it could not be loaded, and tries again', async () => {
    api.source = await aRefusal(500, 'Broken');
    await open('/sources/jenkins/main');
    expect(
      await screen.findByText('jenkins/main could not be loaded'),
    ).toBeInTheDocument();
    api.source = aSource();
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(
      await screen.findByRole('region', { name: 'Health of jenkins/main' }),
    ).toBeInTheDocument();
  });

  it('names the permission that is missing', async () => {
    api.source = await aRefusal(403, 'No');
    await open('/sources/jenkins/main');
    expect(
      await screen.findByText('callboard.source.read'),
    ).toBeInTheDocument();
  });
});
