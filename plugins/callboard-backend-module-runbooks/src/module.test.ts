import { startTestBackend, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createStandIn } from '@callboard/plugin-callboard-node/testkit';
import module from './index';

describe('callboardModuleRunbooks', () => {
  it('gives one source, which config can slow down', async () => {
    const { feature, providers } = createStandIn();
    const backend = await startTestBackend({
      features: [
        feature,
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
