import { startTestBackend, mockServices } from '@backstage/backend-test-utils';
import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  callboardSourcesExtensionPoint,
  type StatusSourceProvider,
} from '@callboard/plugin-callboard-node';
import module from './index';

describe('callboardModuleRunbooks', () => {
  it('gives one source, which config can slow down', async () => {
    const providers: StatusSourceProvider[] = [];
    const plugin = createBackendPlugin({
      pluginId: 'callboard',
      register(reg) {
        reg.registerExtensionPoint(callboardSourcesExtensionPoint, {
          addProvider: provider => providers.push(provider),
        });
        reg.registerInit({ deps: {}, init: async () => {} });
      },
    });
    const backend = await startTestBackend({
      features: [
        plugin,
        module,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({
          data: {
            callboard: { sources: { 'runbooks/main': { interval: '5m' } } },
          },
        }),
      ],
    });
    await backend.stop();
    expect(
      providers.flatMap(({ sources }) =>
        sources.map(({ type, name, intervalMs }) => [type, name, intervalMs]),
      ),
    ).toEqual([['runbooks', 'main', 300_000]]);
  });
});
