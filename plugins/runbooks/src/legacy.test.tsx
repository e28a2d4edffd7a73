import { Route } from 'react-router-dom';
import { screen } from '@testing-library/react';
import { FlatRoutes } from '@backstage/core-app-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { SearchResultListItemExtensions } from '@backstage/plugin-search-react';
import { aRunbook, FakeRunbookStore } from './__testUtils__/FakeRunbookStore';
import { FakeRuns, runsApi } from './__testUtils__/FakeRuns';
import {
  runbookFindingsApiRef,
  runbooksApiRef,
  RunbookSearchResultListItem,
  RunbooksPage,
} from './legacy';

const TIME_MS = 20_000;

describe('the plugin in the older frontend system', () => {
  it.each([
    ['/runbooks', 'link', 'Checkout out of memory'],
    ['/runbooks/rb-1', 'button', 'Start run'],
    ['/runbooks/runs/run-1', 'button', 'Finish run'],
    ['/runbooks/coverage', 'heading', 'Nothing tells this portal of findings'],
  ])(
    'shows its page at %s, under a header with tabs',
    async (path, role, name) => {
      const store = new FakeRunbookStore(aRunbook({ state: 'published' }));
      await renderInTestApp(
        <TestApiProvider
          apis={[
            [runbooksApiRef, Object.assign(store, runsApi(new FakeRuns()))],
            [runbookFindingsApiRef, { getFindings: async () => [] }],
            [
              permissionApiRef,
              mockApis.permission({ authorize: AuthorizeResult.ALLOW }),
            ],
          ]}
        >
          <FlatRoutes>
            <Route path="/runbooks" element={<RunbooksPage />} />
          </FlatRoutes>
        </TestApiProvider>,
        {
          routeEntries: [path],
          mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
        },
      );
      expect(
        await screen.findByRole(role, { name }, { timeout: TIME_MS / 2 }),
      ).toBeVisible();
      expect(screen.getByRole('tab', { name: 'Coverage' })).toBeVisible();
    },
    TIME_MS,
  );

  it('brings the item of runbooks to the results of search, and leaves others alone', async () => {
    const resultOf = (type: string, title: string) => ({
      type,
      document: {
        title,
        text: 'The pods crash.',
        location: '/runbooks/rb-1',
        ...{ entityRef: 'component:default/checkout' },
      },
    });
    await renderInTestApp(
      <SearchResultListItemExtensions
        results={[
          resultOf('runbooks', 'Pods crash'),
          resultOf('techdocs', 'About pods'),
        ]}
      >
        <RunbookSearchResultListItem />
      </SearchResultListItemExtensions>,
    );
    expect(await screen.findByText('of checkout')).toBeVisible();
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      expect.stringContaining('Pods crash'),
      expect.stringContaining('About pods'),
    ]);
  });
});
