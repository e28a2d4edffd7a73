import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DoctorEntry } from '@callboard/plugin-callboard-common';
import {
  aFinding,
  aSource,
  minutesAgo,
  NOW_MS,
} from '../../__testUtils__/builders';
import {
  aRefusal,
  FakeCallboardApi,
} from '../../__testUtils__/FakeCallboardApi';
import { aClusterSource } from '../../__testUtils__/kubernetesBuilders';
import { renderCallboard } from '../../__testUtils__/renderCallboard';
import { SourcesPage } from './SourcesPage';

const ENTRY: DoctorEntry = {
  entityRef: 'component:default/gift-cards',
  name: 'gift-cards',
  owner: 'group:default/team-payments',
  source: 'jenkins/main',
  finding: aFinding({
    status: 'unknown',
    code: 'not-found',
    message: 'Jenkins main shows no job shop/giftcards to us',
    hint: 'Near: shop/gift-cards',
  }),
  fix: {
    remove: 'jenkins.io/job-full-name: shop/giftcards',
    add: 'jenkins.io/job-full-name: shop/gift-cards',
  },
  viewUrl: 'https://git.example.com/shop/catalog-info.yaml',
};

const UNREACHABLE = aSource({
  state: 'unreachable',
  message: 'Connection refused; is Jenkins up?',
  lastGoodAt: minutesAgo(4),
  nextTryAt: minutesAgo(-0.5),
  latencyMs: undefined,
  staleServices: 38,
});

describe('SourcesPage', () => {
  let api: FakeCallboardApi;

  function rowOf(name: string) {
    return screen.getByRole('row', { name: new RegExp(`^${name} `) });
  }

  beforeEach(() => {
    api = new FakeCallboardApi();
    jest.spyOn(Date, 'now').mockReturnValue(NOW_MS);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('shows the worst source first, with its health in words and its cost', async () => {
    api.sources = [aSource({ name: 'mobile', calls: 2_031 }), UNREACHABLE];
    await renderCallboard(<SourcesPage />, { api });
    const table = await screen.findByRole('table', { name: 'Sources' });
    const names = within(table)
      .getAllByRole('rowheader')
      .map(cell => cell.textContent);
    expect(names).toEqual(['jenkins/main', 'jenkins/mobile']);
    const row = rowOf('jenkins/main');
    expect(row).toHaveTextContent('Unreachable');
    expect(row).toHaveTextContent(
      'Connection refused; is Jenkins up? Next try in 30 s. 38 services show what was seen then.',
    );
    expect(row).toHaveTextContent(/\(4 min ago\)/);
    expect(row).toHaveTextContent('every 30 s');
    expect(
      within(row).getByRole('link', { name: 'Services of jenkins/main: 38' }),
    ).toHaveAttribute('href', '/callboard?source=jenkins%2Fmain');
    expect(rowOf('jenkins/mobile')).toHaveTextContent('2,031');
    expect(
      screen.getByText('2,149 calls in the last hour'),
    ).toBeInTheDocument();
  });

  it('says that a cluster is watched, live, and leads to its page', async () => {
    api.sources = [aClusterSource()];
    await renderCallboard(<SourcesPage />, { api });
    await screen.findByRole('table', { name: 'Sources' });
    const row = rowOf('kubernetes/prod-eu');
    expect(row).toHaveTextContent('Watching');
    expect(row).toHaveTextContent('12live');
    expect(
      within(row).getByRole('link', { name: 'kubernetes/prod-eu' }),
    ).toHaveAttribute('href', '/callboard/sources/kubernetes/prod-eu');
  });

  it('filters by state', async () => {
    api.sources = [aSource({ name: 'mobile' }), UNREACHABLE];
    await renderCallboard(<SourcesPage />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: '1 Unreachable' }),
    );
    expect(screen.queryByRole('row', { name: /^jenkins\/mobile/ })).toBeNull();
    expect(rowOf('jenkins/main')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: '1 Unreachable' }),
    );
    expect(rowOf('jenkins/mobile')).toBeInTheDocument();
  });

  it.each(['/?source=jenkins/main', '/#jenkins%2Fmain'])(
    'marks the source that the URL names: %s',
    async path => {
      api.sources = [aSource({ name: 'mobile' }), UNREACHABLE];
      await renderCallboard(<SourcesPage />, { api, path });
      await screen.findByRole('table', { name: 'Sources' });
      expect(rowOf('jenkins/main')).toHaveAttribute('aria-current', 'true');
      expect(rowOf('jenkins/mobile')).not.toHaveAttribute('aria-current');
    },
  );

  it('asks a source again', async () => {
    api.sources = [aSource()];
    await renderCallboard(<SourcesPage />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask jenkins/main again' }),
    );
    expect(
      await screen.findByText('jenkins/main will be asked now'),
    ).toBeInTheDocument();
    expect(api.refreshed).toEqual(['jenkins/main']);
  });

  it('shows the smallest configuration where there is none', async () => {
    await renderCallboard(<SourcesPage />, { api });
    expect(
      await screen.findByText('No source is configured yet'),
    ).toBeInTheDocument();
    expect(screen.getByText(/baseUrl: https/)).toBeInTheDocument();
    expect(screen.queryByText('Annotation doctor')).toBeNull();
  });

  it('says that the sources could not be loaded, and tries again', async () => {
    api.sources = await aRefusal(500, 'Broken');
    await renderCallboard(<SourcesPage />, { api });
    expect(
      await screen.findByText('The sources could not be loaded'),
    ).toBeInTheDocument();
    api.sources = [aSource()];
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(
      await screen.findByRole('table', { name: 'Sources' }),
    ).toBeInTheDocument();
  });

  it('says what is wrong with an annotation, and how to mend it', async () => {
    api.sources = [aSource()];
    api.doctor = { items: [ENTRY], total: 1, checked: 62 };
    await renderCallboard(<SourcesPage />, { api });
    await screen.findByRole('table', { name: 'Annotation doctor' });
    const row = rowOf('gift-cards');
    expect(row).toHaveTextContent('shows no job shop/giftcards');
    expect(row).toHaveTextContent(
      'Delete: - jenkins.io/job-full-name: shop/giftcards',
    );
    expect(row).toHaveTextContent(
      'Add: + jenkins.io/job-full-name: shop/gift-cards',
    );
    expect(
      within(row).getByRole('button', { name: 'Copy the line to add' }),
    ).toBeInTheDocument();
    expect(
      within(row).getByRole('link', { name: /^catalog-info.yaml/ }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^1 of 62 services names/)).toBeInTheDocument();
  });

  it('asks for the viewer’s own, and says so in the URL', async () => {
    api.sources = [aSource()];
    await renderCallboard(<SourcesPage />, { api, path: '/?owner=@me' });
    expect(
      await screen.findByText('Nothing to mend in the services that you own.'),
    ).toBeInTheDocument();
    expect(api.doctorQueries[0]).toMatchObject({ owner: ['@me'] });
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    await waitFor(() =>
      expect(
        screen.getByText('Every annotation names something that is there.'),
      ).toBeInTheDocument(),
    );
  });
});
