import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { clusterOf } from './config/clusterOf';
import type { ConfiguredCluster } from './config/ConfiguredCluster';
import { KubernetesProvider } from './KubernetesProvider';

const found = (name: string, notObservable = 'Add it'): ConfiguredCluster => ({
  cluster: clusterOf({ name }),
  access: { kind: 'none', notObservable },
});

interface Catalog {
  clusters: readonly ConfiguredCluster[];
  searching?: boolean;
}

function providerWith(catalog: Catalog) {
  const cluster = (name: string, more: JsonObject) => ({
    name,
    url: `https://${name}.example`,
    ...more,
  });
  return KubernetesProvider.fromConfig(
    mockServices.rootConfig({
      data: {
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                cluster('prod', {
                  authProvider: 'serviceAccount',
                  serviceAccountToken: 'abc',
                }),
                cluster('viewers', { authProvider: 'oidc' }),
              ],
            },
            { type: 'catalog' },
          ],
        },
        callboard: {
          sources: { 'kubernetes/prod': { interval: '10s', deadline: '3s' } },
        },
      },
    }),
    {
      catalog: {
        get clusters() {
          return catalog.clusters;
        },
        get searching() {
          return catalog.searching ?? false;
        },
      },
    },
  );
}

describe('KubernetesProvider', () => {
  it('has a source for every cluster that config names', () => {
    const provider = providerWith({ clusters: [] });
    expect(provider.inCatalog).toBe(true);
    expect(provider.sources).toMatchObject([
      {
        type: 'kubernetes',
        name: 'prod',
        intervalMs: 10_000,
        deadlineMs: 3_000,
      },
      {
        type: 'kubernetes',
        name: 'viewers',
        notObservable: expect.stringContaining('own token'),
      },
    ]);
    expect(provider.sources[0].notObservable).toBeUndefined();
  });

  it('never asks a cluster that cannot be watched', async () => {
    const [, viewers] = providerWith({ clusters: [] }).sources;
    await expect(
      viewers.observe({
        subjects: [],
        signal: new AbortController().signal,
        stored: async () => new Map(),
      }),
    ).rejects.toMatchObject({ name: 'UpstreamError' });
    expect(viewers.usage().calls).toBe(0);
  });

  it('follows the catalog, with the same object for the same cluster', () => {
    const catalog = { clusters: [found('edge')] };
    const provider = providerWith(catalog);
    const [prod, , edge] = provider.sources;
    expect(edge.name).toBe('edge');

    catalog.clusters = [found('edge'), found('lab')];
    expect(provider.sources.map(({ name }) => name)).toEqual([
      'prod',
      'viewers',
      'edge',
      'lab',
    ]);
    expect(provider.sources[0]).toBe(prod);
    expect(provider.sources[2]).toBe(edge);

    catalog.clusters = [found('edge', 'Something else')];
    expect(provider.sources).toHaveLength(3);
    expect(provider.sources[2]).not.toBe(edge);

    catalog.clusters = [];
    expect(provider.sources).toHaveLength(2);
  });

  it('knows no more than config until the catalog was read', () => {
    const catalog: Catalog = { clusters: [], searching: true };
    const provider = providerWith(catalog);
    expect(provider.searching).toBe(true);
    catalog.searching = false;
    expect(provider.searching).toBe(false);
  });

  it('lets config win over the catalog', () => {
    const provider = providerWith({ clusters: [found('prod', 'hostile')] });
    expect(provider.sources.map(({ name }) => name)).toEqual([
      'prod',
      'viewers',
    ]);
  });

  it('finds entities in clusters of both', () => {
    const provider = providerWith({ clusters: [found('edge')] });
    const { subjects, problems } = provider.resolve({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'shop',
        annotations: { 'backstage.io/kubernetes-id': 'shop' },
      },
    });
    expect(subjects.map(({ source }) => source)).toEqual(['kubernetes/prod']);
    expect(problems.map(({ source }) => source)).toEqual([
      'kubernetes/viewers',
      'kubernetes/edge',
    ]);
  });
});
