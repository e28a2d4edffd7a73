import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogClusters } from './CatalogClusters';

function resource(
  name: string,
  annotations: Record<string, string>,
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name, annotations, ...metadata },
    spec: { type: 'kubernetes-cluster', owner: 'ops' },
  };
}

function reading(entities: Entity[]) {
  const logger = mockServices.logger.mock();
  const catalog = catalogServiceMock({ entities });
  const clusters = CatalogClusters.create({
    catalog,
    auth: mockServices.auth(),
    logger,
  });
  return { clusters, catalog, logger };
}

const API = { 'kubernetes.io/api-server': 'https://10.0.0.1' };

describe('CatalogClusters', () => {
  it('searches until the catalog has answered once', async () => {
    const { clusters, catalog } = reading([resource('eks', API)]);
    jest
      .spyOn(catalog, 'getEntities')
      .mockRejectedValueOnce(new Error('starting'));
    await clusters.read();
    expect(clusters.searching).toBe(true);
    await clusters.read();
    expect(clusters.searching).toBe(false);
  });

  it.each([
    ['oidc', /each viewer's own token \(oidc\)/],
    ['aws', /AWS IAM/],
    [
      'serviceAccount',
      /Only the catalog names it.*add eks with its url.*to callboard/,
    ],
    ['localKubectlProxy', /Only the catalog names it/],
    [undefined, /Only the catalog names it/],
  ])(
    'shows a cluster with %s, and never asks it',
    async (provider, sentence) => {
      const { clusters } = reading([
        resource(
          'eks',
          {
            ...API,
            ...(provider && { 'kubernetes.io/auth-provider': provider }),
            'kubernetes.io/skip-tls-verify': 'true',
            'kubernetes.io/dashboard-url': 'https://dash.example',
            'kubernetes.io/dashboard-app': 'rancher',
          },
          { title: 'Legacy' },
        ),
      ]);
      await clusters.read();
      expect(clusters.clusters).toMatchObject([
        {
          cluster: {
            name: 'eks',
            title: 'Legacy',
            dashboardUrl: 'https://dash.example/',
          },
          access: {
            kind: 'none',
            notObservable: expect.stringMatching(sentence),
          },
        },
      ]);
    },
  );

  it.each([
    ['data:text/html,hostile'],
    ['https://user:password@dash.example'],
    ['not a url'],
  ])('leads nowhere by %s', async url => {
    const { clusters } = reading([
      resource('eks', {
        ...API,
        'kubernetes.io/dashboard-url': url,
        'kubernetes.io/dashboard-parameters': '{"a": [}',
      }),
    ]);
    await clusters.read();
    const [{ cluster }] = clusters.clusters;
    expect(cluster.dashboardUrl).toBeUndefined();
    expect(cluster.dashboardLinks({ kind: 'Node', name: 'n' })).toEqual([]);
  });

  it('leaves out what is no cluster', async () => {
    const { clusters } = reading([
      resource('no-address', {}),
      { ...resource('database', API), spec: { type: 'database' } },
    ]);
    await clusters.read();
    expect(clusters.clusters).toEqual([]);
  });

  it('counts the first of several with the same name', async () => {
    const { clusters } = reading([
      resource('eks', API, { namespace: 'b', title: 'B' }),
      resource('eks', API, { namespace: 'a', title: 'A' }),
    ]);
    await clusters.read();
    expect(clusters.clusters.map(({ cluster }) => cluster.title)).toEqual([
      'A',
    ]);
  });

  it('gives the same array while the catalog says the same', async () => {
    const { clusters } = reading([resource('eks', API)]);
    await clusters.read();
    const before = clusters.clusters;
    await clusters.read();
    expect(clusters.clusters).toBe(before);
  });

  it('keeps what it read while the catalog does not answer, and says so once', async () => {
    const { clusters, catalog, logger } = reading([resource('eks', API)]);
    await clusters.read();
    jest.spyOn(catalog, 'getEntities').mockRejectedValue(new Error('down'));
    await clusters.read();
    await clusters.read();
    expect(clusters.clusters).toHaveLength(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      'Clusters of the catalog cannot be read: Error: down',
    );
  });
});
