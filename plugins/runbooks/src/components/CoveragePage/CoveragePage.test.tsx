import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Coverage } from '@callboard/plugin-runbooks-common';
import {
  aRefusal,
  FakeRunbookStore,
} from '../../__testUtils__/FakeRunbookStore';
import { renderAt } from '../../__testUtils__/renderEditor';
import { CoveragePage } from './CoveragePage';

const finding = (code: string, covered = false) => ({
  aspect: 'kubernetes',
  code,
  lastAt: '2026-11-24T14:02:00.000Z',
  covered,
});

const COVERAGE: Coverage = {
  findingsFrom: 'callboard',
  items: [
    {
      owner: 'group:default/team-checkout',
      services: [
        {
          entityRef: 'component:default/checkout-api',
          runbooksCount: 1,
          findings: [finding('crash-loop'), finding('oom', true)],
        },
        {
          entityRef: 'component:default/fine',
          runbooksCount: 1,
          findings: [finding('oom', true)],
        },
      ],
    },
    {
      services: [
        {
          entityRef: 'component:default/orphan',
          runbooksCount: 0,
          findings: [finding('image-pull')],
        },
      ],
    },
  ],
};

const open = async (coverage: Coverage | Error, query = '') => {
  const store = new FakeRunbookStore();
  store.coverage = coverage;
  await renderAt(<CoveragePage />, {
    api: store,
    route: '/runbooks/coverage',
    path: `/runbooks/coverage${query}`,
  });
  return store;
};

describe('CoveragePage', () => {
  it('has for each owner what lacks a runbook', async () => {
    await open(COVERAGE);
    expect(
      await screen.findByText('2 of 3 services with findings lack a runbook'),
    ).toBeInTheDocument();
    const owner = screen.getByRole('region', { name: 'team-checkout' });
    expect(owner).toHaveTextContent('crash-loop');
    expect(owner).not.toHaveTextContent('oom');
    expect(owner).toHaveTextContent('1 more service is covered.');
    expect(
      screen.getByRole('region', { name: 'Nobody owns them' }),
    ).toHaveTextContent('image-pull');
  });

  it('leads to a new runbook for the finding', async () => {
    await open(COVERAGE);
    const write = await screen.findByRole('button', {
      name: 'Write one for crash-loop of checkout-api',
    });
    const { pathname, searchParams } = new URL(
      write.getAttribute('href') ?? '',
      'http://localhost',
    );
    expect(pathname).toBe('/runbooks/new');
    expect(Object.fromEntries(searchParams)).toEqual({
      entityRef: 'component:default/checkout-api',
      aspect: 'kubernetes',
      code: 'crash-loop',
    });
  });

  it('is searched by owner or service', async () => {
    await open(COVERAGE);
    await userEvent.type(await screen.findByRole('searchbox'), 'orphan');
    expect(await screen.findByText('image-pull')).toBeInTheDocument();
    expect(screen.queryByText('crash-loop')).toBeNull();
    await userEvent.type(screen.getByRole('searchbox'), 'x');
    expect(
      await screen.findByText('No owner or service matches'),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'nothing tells of findings',
      { findingsFrom: 'none' as const, items: [] },
      'Nothing tells this portal of findings',
    ],
    [
      'nothing is uncovered',
      {
        ...COVERAGE,
        items: [
          { ...COVERAGE.items[0], services: [COVERAGE.items[0].services[1]] },
        ],
      },
      'Every finding of the last 30 days has a runbook',
    ],
  ])('says so where %s', async (_name, coverage, said) => {
    await open(coverage);
    expect(await screen.findByText(said)).toBeInTheDocument();
  });

  it('tries again where it could not be loaded', async () => {
    const store = await open(await aRefusal(503, 'Not now'));
    expect(await screen.findByText('Not now')).toBeInTheDocument();
    store.coverage = COVERAGE;
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await screen.findByText('crash-loop')).toBeInTheDocument();
  });
});
