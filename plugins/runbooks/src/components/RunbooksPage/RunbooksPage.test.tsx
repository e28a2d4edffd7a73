import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router-dom';
import type { Entity } from '@backstage/catalog-model';
import { identityApiRef } from '@backstage/core-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import type {
  ProblemCode,
  Runbook,
  RunbookPage,
  RunbooksApi,
  RunbooksQuery,
} from '@callboard/plugin-runbooks-common';
import { aRefusal, aRunbook } from '../../__testUtils__/FakeRunbookStore';
import { runbooksApiRef } from '../../api/runbooksApiRef';
import { rootRouteRef } from '../../routes';
import { RunbooksPage } from './RunbooksPage';

// A whole page in a make-believe browser takes its time on a busy machine.
jest.setTimeout(30_000);

const PROBLEM = {
  code: 'review-overdue' as ProblemCode,
  message: 'Its review was due on 2026-11-01.',
  hint: 'Read it again and set a new day.',
};

const CHECKOUT = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-api', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team-checkout' }],
};

const PLATFORM = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'team-platform', namespace: 'default' },
};

const MINE = 'group:default/team-of-the-viewer';

const isOfView = (row: Runbook, query: RunbooksQuery) =>
  (query.q === undefined || row.title.includes(query.q)) &&
  (query.state ?? ['draft', 'published']).includes(row.state) &&
  (query.tag ?? row.tags).every(tag => row.tags.includes(tag)) &&
  (query.owner === undefined ||
    query.owner.includes(row.owner === MINE ? '@me' : row.owner ?? '')) &&
  (query.problem === undefined ||
    row.problems.some(({ code }) => query.problem?.includes(code)));

/** Lists like the backend does, two rows at once. */
class FakeList implements Pick<RunbooksApi, 'getRunbooks'> {
  rows: Runbook[] = [];
  down: Error | undefined;
  readonly queries: RunbooksQuery[] = [];

  async getRunbooks(query: RunbooksQuery = {}): Promise<RunbookPage> {
    this.queries.push(query);
    if (this.down) {
      throw this.down;
    }
    const found = this.rows.filter(row => isOfView(row, query));
    const from = Number(query.cursor ?? 0);
    const to = from + Math.min(2, query.limit ?? 2);
    return {
      items: found.slice(from, to),
      total: found.length,
      ...(to < found.length && { nextCursor: String(to) }),
    };
  }
}

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

describe('RunbooksPage', () => {
  let api: FakeList;
  // Decisions are remembered from test to test: those about another person are not.
  let person = 0;

  const open = async (
    query = '',
    denied: readonly string[] = [],
    entities: Entity[] = [],
  ) => {
    person += 1;
    const permissionApi = mockApis.permission({
      authorize: ({ permission }) =>
        denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [runbooksApiRef, api],
          [permissionApiRef, permissionApi],
          [catalogApiRef, catalogApiMock({ entities })],
          [
            identityApiRef,
            mockApis.identity({ userEntityRef: `user:default/p${person}` }),
          ],
        ]}
      >
        <Routes>
          <Route path="/runbooks" element={<RunbooksPage />} />
          <Route path="*" element={<p>another page</p>} />
        </Routes>
        <Address />
      </TestApiProvider>,
      {
        routeEntries: [`/runbooks${query}`],
        mountedRoutes: {
          '/runbooks': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
  };
  const titles = () =>
    screen
      .queryAllByTestId('runbook')
      .map(row => within(row).getAllByRole('link')[0].textContent);
  const address = () => screen.getByTestId('address').textContent;

  beforeEach(() => {
    api = new FakeList();
    api.rows = [
      aRunbook({
        id: 'a',
        title: 'Pods crash',
        state: 'published',
        owner: 'group:default/team-web',
        tags: ['pods'],
        matches: [
          { code: 'crash-loop' },
          { alertname: 'KubePodCrashLooping' },
          { aspect: 'kubernetes' },
        ],
        verifiedAt: '2026-11-20T10:00:00.000Z',
        verifiedBy: 'user:default/lena.vogt',
        lastRunAt: '2026-11-20T10:00:00.000Z',
        problems: [PROBLEM],
      }),
      aRunbook({ id: 'b', title: 'Builds fail', owner: MINE, matches: [] }),
      aRunbook({ id: 'c', title: 'Disk is full', tags: ['disk'] }),
      aRunbook({ id: 'd', title: 'Old one', state: 'archived' }),
    ];
  });

  it('tells of which runbook a version waits for a review', async () => {
    api.rows = [
      aRunbook({
        title: 'Waits',
        state: 'published',
        waiting: {
          version: 5,
          savedAt: '2026-11-26T03:00:00.000Z',
          savedBy: 'user:default/mira.okafor',
        },
      }),
    ];
    await open();
    expect(await screen.findByText('Version 5 waits')).toBeInTheDocument();
  });

  it('has a row for every runbook, with what tells whether to trust it', async () => {
    await open();
    const [row] = await screen.findAllByTestId('runbook');
    expect(
      within(row).getByRole('link', { name: 'Pods crash' }),
    ).toHaveAttribute('href', '/runbooks/a');
    for (const words of [
      'team-web',
      'Published',
      'crash-loop',
      'alert KubePodCrashLooping',
      '+1',
      'verified by Lena Vogt',
      'by Priya Nair',
      'Review overdue',
    ]) {
      expect(row).toHaveTextContent(words);
    }
    expect(screen.getByText('3 runbooks')).toBeInTheDocument();
  });

  it('has the owner of the entity where a runbook has none of its own', async () => {
    api.rows = [
      aRunbook({
        entityRef: 'component:default/checkout-api',
        owner: undefined,
      }),
    ];
    await open('', [], [CHECKOUT]);
    expect(
      await screen.findByRole('link', { name: 'team-checkout' }),
    ).toBeInTheDocument();
  });

  it('has the group itself as the owner of its runbooks', async () => {
    api.rows = [
      aRunbook({ entityRef: 'group:default/team-platform', owner: undefined }),
    ];
    await open('', [], [PLATFORM]);
    const cells = within(await screen.findByTestId('runbook'));
    expect(
      await cells.findAllByRole('link', { name: 'team-platform' }),
    ).toHaveLength(2);
  });

  it('says on focus what is wrong and what to do about it', async () => {
    await open();
    const chip = await screen.findByText('Review overdue');
    await userEvent.hover(chip);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'Its review was due on 2026-11-01. Read it again and set a new day.',
    );
  });

  it('shows more when asked, and keeps what is there when that fails', async () => {
    await open();
    const more = await screen.findByRole('button', { name: 'Show more' });
    expect(titles()).toEqual(['Pods crash', 'Builds fail']);
    api.down = await aRefusal(503, 'Not now');
    await userEvent.click(more);
    expect(await screen.findByRole('alert')).toHaveTextContent('Not now');
    expect(titles()).toEqual(['Pods crash', 'Builds fail']);
    api.down = undefined;
    await userEvent.click(more);
    await waitFor(() =>
      expect(titles()).toEqual(['Pods crash', 'Builds fail', 'Disk is full']),
    );
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('has views with their numbers, each a link', async () => {
    await open();
    const tabs = screen.getByRole('navigation', { name: 'Views' });
    const archived = await within(tabs).findByRole('link', {
      name: 'Archived 1',
    });
    expect(
      await within(tabs).findByRole('link', { name: 'All 3' }),
    ).toHaveAttribute('aria-current', 'page');
    expect(
      await within(tabs).findByRole('link', { name: 'Needs review 1' }),
    ).toBeInTheDocument();
    await userEvent.click(archived);
    await waitFor(() => expect(titles()).toEqual(['Old one']));
    expect(address()).toBe('/runbooks?state=archived');
  });

  it('keeps search and filters in the address', async () => {
    await open();
    await screen.findAllByTestId('runbook');
    await userEvent.keyboard('/');
    expect(screen.getByRole('textbox', { name: 'Search' })).toHaveFocus();
    await userEvent.keyboard('Disk');
    await waitFor(() => expect(titles()).toEqual(['Disk is full']));
    expect(address()).toBe('/runbooks?q=Disk');

    await userEvent.click(screen.getByRole('button', { name: 'Tag' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'disk' }));
    expect(address()).toBe('/runbooks?q=Disk&tag=disk');
  });

  it('takes a tag that is typed', async () => {
    await open();
    await screen.findAllByTestId('runbook');
    await userEvent.click(screen.getByRole('button', { name: 'Tag' }));
    await userEvent.keyboard('other{Enter}');
    await waitFor(() => expect(address()).toBe('/runbooks?tag=other'));
  });

  it('says which filter to drop when nothing matches', async () => {
    await open('?q=Disk&state=archived');
    expect(
      await screen.findByText(
        /“Disk”; Archived\. Without the search there is 1\./,
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Drop the search' }),
    );
    await waitFor(() => expect(titles()).toEqual(['Old one']));
  });

  it('goes from row to row by keyboard, and opens one', async () => {
    await open();
    await screen.findAllByTestId('runbook');
    await userEvent.keyboard('jj');
    expect(screen.getByRole('link', { name: 'Builds fail' })).toHaveFocus();
    await userEvent.keyboard('k');
    expect(screen.getByRole('link', { name: 'Pods crash' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(address()).toBe('/runbooks/b'));
  });

  it('says what a runbook is for where there is none, and how to make one', async () => {
    api.rows = [];
    await open();
    expect(await screen.findByText('No runbooks yet')).toBeInTheDocument();
    expect(
      await screen.findByRole('button', { name: 'New runbook' }),
    ).toHaveAttribute('href', expect.stringContaining('/runbooks/new'));
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    expect(
      await screen.findByRole('dialog', { name: 'Import runbooks' }),
    ).toBeInTheDocument();
  });

  it('offers nothing that the viewer may not do', async () => {
    await open('', ['runbooks.create']);
    await screen.findAllByTestId('runbook');
    expect(
      screen.getByRole('button', { name: 'Export all' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'New runbook' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });

  it('says so where the viewer may read none', async () => {
    api.rows = [];
    await open('', ['runbooks.read', 'runbooks.create']);
    expect(
      await screen.findByText('No runbooks that you may read'),
    ).toBeInTheDocument();
  });

  it.each([
    [403, 'You may not read runbooks'],
    [404, 'Runbooks are not installed'],
    [503, 'The runbooks could not be loaded'],
  ])('says what %d means, and tries again', async (statusCode, said) => {
    api.down = await aRefusal(statusCode, 'Not now');
    await open();
    expect(await screen.findByText(said)).toBeInTheDocument();
    api.down = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await screen.findAllByTestId('runbook')).toHaveLength(2);
  });
});
