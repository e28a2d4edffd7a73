import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { BackstagePrincipalAccessRestrictions } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ServerPermissionClient } from '@backstage/plugin-permission-node';
import { CatalogVisibility } from './CatalogVisibility';

/** The platform's own permission service, and an auth service that knows a token's other plugins. */
function visibilityWith(catalogIsOpen: boolean): CatalogVisibility {
  const auth = mockServices.auth.mock({
    isPrincipal: mockServices.auth().isPrincipal,
    getPluginRequestToken: async () => {
      if (!catalogIsOpen) {
        throw new NotAllowedError('Access to target plugin is not included');
      }
      return { token: 'token' };
    },
  });
  return CatalogVisibility.create({
    auth,
    catalog: catalogServiceMock.mock(),
    permissions: ServerPermissionClient.fromConfig(
      mockServices.rootConfig({ data: { permission: { enabled: true } } }),
      { auth, discovery: mockServices.discovery() },
    ),
    filter: { kind: 'component' },
    now: () => 0,
  });
}

describe('CatalogVisibility of those who are no people', () => {
  it.each<
    [string, BackstagePrincipalAccessRestrictions | undefined, boolean, boolean]
  >([
    ['a token without restrictions', undefined, true, true],
    ['a token for other plugins than the catalog', {}, false, false],
    ['a token for this plugin and the catalog', {}, true, true],
    [
      'a token for some permissions of this plugin',
      { permissionNames: ['callboard.source.read'] },
      true,
      false,
    ],
    [
      'a token that names the permission to read entities',
      { permissionNames: ['catalog.entity.read'] },
      false,
      true,
    ],
    [
      'a token that may read',
      { permissionAttributes: { action: ['read'] } },
      true,
      true,
    ],
    [
      'a token that may only create',
      { permissionAttributes: { action: ['create'] } },
      true,
      false,
    ],
  ])('%s', async (_, restrictions, catalogIsOpen, sees) => {
    const credentials = mockCredentials.service('external:ci', restrictions);
    const visibility = visibilityWith(catalogIsOpen);
    await expect(visibility.visibilityOf(credentials)).resolves.toEqual({
      sees: sees ? 'all' : 'nothing',
    });
    await expect(
      visibility.maySee('component:default/a', credentials),
    ).resolves.toBe(sees);
  });
});
