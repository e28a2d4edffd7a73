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
import { aRow, FakeBoardApi } from './__testUtils__/FakeBoardApi';
import { callboardApiRef, CallboardPage } from './legacy';

describe('the plugin in the older frontend system', () => {
  it('shows the board at /callboard, under a header with tabs', async () => {
    // The older page is its own scroller, and has no height where nothing is laid out.
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    const api = new FakeBoardApi();
    api.rows = [aRow('checkout', 'failing')];
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [callboardApiRef, api],
          [
            permissionApiRef,
            mockApis.permission({ authorize: AuthorizeResult.ALLOW }),
          ],
        ]}
      >
        <FlatRoutes>
          <Route path="/callboard" element={<CallboardPage />} />
        </FlatRoutes>
      </TestApiProvider>,
      {
        routeEntries: ['/callboard'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(
      await screen.findByRole(
        'link',
        { name: 'checkout' },
        { timeout: 10_000 },
      ),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Sources' })).toBeVisible();
  }, 20_000);
});
