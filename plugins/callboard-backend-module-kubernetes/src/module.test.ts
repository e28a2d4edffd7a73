import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { createStandIn } from '@callboard/plugin-callboard-node/testkit';
import module from './index';

async function providersOf(data: JsonObject) {
  const { feature, providers } = createStandIn();
  const backend = await startTestBackend({
    features: [
      feature,
      module,
      mockServices.rootConfig.factory({ data }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Resource',
            metadata: {
              name: 'edge',
              annotations: {
                'kubernetes.io/api-server': 'https://edge.example',
              },
            },
            spec: { type: 'kubernetes-cluster' },
          },
        ],
      }),
    ],
  });
  return { providers, stop: () => backend.stop() };
}

describe('callboardModuleKubernetes', () => {
  it('gives the clusters of the config', async () => {
    const { providers, stop } = await providersOf({
      kubernetes: { clusterLocatorMethods: [{ type: 'localKubectlProxy' }] },
    });
    expect(providers).toHaveLength(1);
    expect(providers[0].sources.map(({ name }) => name)).toEqual(['local']);
    await stop();
  });

  it('comes up without any', async () => {
    const { providers, stop } = await providersOf({});
    expect(providers[0].sources).toEqual([]);
    await stop();
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'an address that is none',
      {
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                {
                  name: 'a',
                  url: 'file:///etc/passwd',
                  authProvider: 'serviceAccount',
                  serviceAccountToken: 'abc',
                },
              ],
            },
          ],
        },
      },
      /kubernetes\.clusterLocatorMethods\[0\]\.clusters\[0\]\.url/,
    ],
    [
      'a threshold that is none',
      { callboard: { rules: { kubernetes: { notReadyAfter: 'soon' } } } },
      /callboard\.rules\.kubernetes\.notReadyAfter/,
    ],
    [
      'a service locator that nobody knows',
      { kubernetes: { serviceLocatorMethod: { type: 'http' } } },
      /kubernetes\.serviceLocatorMethod\.type has to be/,
    ],
  ])('stops with the key for %s', async (_, data, message) => {
    await expect(providersOf(data)).rejects.toThrow(message);
  });
});
