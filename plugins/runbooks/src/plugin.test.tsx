import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { aRunbook, FakeRunbookStore } from './__testUtils__/FakeRunbookStore';
import { FakeRuns, runsApi } from './__testUtils__/FakeRuns';
import { runbooksApiRef } from './api/runbooksApiRef';
import plugin from './index';

const TIME_MS = 20_000;

describe('the plugin in the new frontend system', () => {
  const open = (path: string) => {
    const store = new FakeRunbookStore(aRunbook({ state: 'published' }));
    const asked = jest.spyOn(store, 'getRunbooks');
    renderTestApp({
      features: [plugin],
      initialRouteEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [runbooksApiRef, Object.assign(store, runsApi(new FakeRuns()))],
        [
          permissionApiRef,
          mockApis.permission({ authorize: AuthorizeResult.ALLOW }),
        ],
      ],
    });
    return { asked };
  };

  it.each([
    ['/runbooks', 'link', 'Checkout out of memory'],
    ['/runbooks/rb-1', 'button', 'Start run'],
    ['/runbooks/runs/run-1', 'button', 'Finish run'],
    ['/runbooks/coverage', 'heading', 'Nothing tells this portal of findings'],
  ])(
    'shows its page at %s',
    async (path, role, name) => {
      open(path);
      expect(
        await screen.findByRole(role, { name }, { timeout: TIME_MS / 2 }),
      ).toBeVisible();
    },
    TIME_MS,
  );

  it(
    'stays where one is while the address follows what is typed',
    async () => {
      const { asked } = open('/runbooks');
      await screen.findByRole(
        'link',
        { name: 'Checkout out of memory' },
        { timeout: TIME_MS / 2 },
      );
      const search = screen.getByRole('textbox', { name: 'Search' });
      await userEvent.type(search, 'memory');
      await waitFor(() =>
        expect(asked).toHaveBeenCalledWith(
          expect.objectContaining({ q: 'memory' }),
          expect.anything(),
        ),
      );
      expect(search).toHaveFocus();
    },
    TIME_MS,
  );
});
