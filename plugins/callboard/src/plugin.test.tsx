import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { aRow, FakeBoardApi } from './__testUtils__/FakeBoardApi';
import { aClusterSource } from './__testUtils__/kubernetesBuilders';
import { callboardApiRef } from './api/callboardApiRef';
import plugin from './index';

describe('the plugin in the new frontend system', () => {
  const open = (path: string) => {
    const api = new FakeBoardApi();
    api.rows = [aRow('checkout', 'failing'), aRow('cart', 'failing')];
    api.source = aClusterSource();
    renderTestApp({
      features: [plugin],
      initialRouteEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [callboardApiRef, api],
        [
          permissionApiRef,
          mockApis.permission({ authorize: AuthorizeResult.ALLOW }),
        ],
      ],
    });
  };

  it('shows the board at /callboard', async () => {
    open('/callboard');
    expect(
      await screen.findByRole(
        'link',
        { name: 'checkout' },
        { timeout: 10_000 },
      ),
    ).toHaveAttribute('href', '/catalog/default/component/checkout/callboard');
    expect(screen.getByRole('link', { name: 'Sources' })).toHaveAttribute(
      'href',
      '/callboard/sources',
    );
  }, 20_000);

  it('stays where one is while the address follows what is typed', async () => {
    open('/callboard');
    await screen.findByRole('link', { name: 'cart' }, { timeout: 10_000 });
    const search = screen.getByRole('textbox', { name: 'Search' });
    await userEvent.type(search, 'checkout');
    await waitFor(() =>
      expect(screen.queryByRole('link', { name: 'cart' })).toBeNull(),
    );
    expect(search).toHaveFocus();
  }, 20_000);

  it('shows the page of a source beneath it', async () => {
    open('/callboard/sources/kubernetes/prod-eu');
    expect(
      await screen.findByRole(
        'region',
        { name: 'Health of kubernetes/prod-eu' },
        { timeout: 10_000 },
      ),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Sources' })).toHaveAttribute(
      'aria-current',
      'page',
    );
  }, 20_000);

  it('shows the wallboard beneath it', async () => {
    open('/callboard/wallboard');
    expect(
      await screen.findByRole('heading', { name: 'shop' }, { timeout: 10_000 }),
    ).toBeInTheDocument();
  }, 20_000);
});
