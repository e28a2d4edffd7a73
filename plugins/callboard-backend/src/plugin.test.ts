import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  callboardSourcesExtensionPoint,
  type StatusSourceProvider,
} from '@callboard/plugin-callboard-node';
import request from 'supertest';
import callboardPlugin from '.';
import {
  component,
  FakeProvider,
  FakeStatusSource,
  verdictOf,
} from './__testUtils__/FakeStatusSource';

function moduleOf(moduleId: string, provider: StatusSourceProvider) {
  return createBackendModule({
    pluginId: 'callboard',
    moduleId,
    register(env) {
      env.registerInit({
        deps: { sources: callboardSourcesExtensionPoint },
        async init({ sources }) {
          sources.addProvider(provider);
        },
      });
    },
  });
}

/** Asks until the answer is as expected. */
async function eventually<T>(
  ask: () => Promise<T>,
  done: (answer: T) => boolean,
) {
  const endAt = Date.now() + 15_000;
  for (;;) {
    const answer = await ask();
    if (done(answer) || Date.now() > endAt) {
      return answer;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe('callboardPlugin', () => {
  const entities = [component('shop', { jobs: 'main:shop/build' })];

  it('observes what the catalog names and serves it', async () => {
    const source = new FakeStatusSource();
    source.verdicts.set('shop/build', verdictOf('failing'));
    const { server } = await startTestBackend({
      features: [
        callboardPlugin,
        moduleOf('fake', new FakeProvider(source)),
        catalogServiceMock.factory({ entities }),
      ],
    });
    const { body } = await eventually(
      () =>
        request(server)
          .get('/api/callboard/v1/services')
          .set('Authorization', mockCredentials.service.header()),
      answer => answer.body.items?.[0]?.status === 'failing',
    );
    expect(body.items).toMatchObject([
      {
        entityRef: 'component:default/shop',
        owner: 'group:default/team-a',
        status: 'failing',
        why: 'It is failing',
        whySource: 'fake/main',
        stale: false,
        aspects: { pipelines: { status: 'failing', stale: false } },
      },
    ]);
  }, 30_000);

  it('blames a broken module by name and starts without it', async () => {
    const good = new FakeStatusSource();
    const broken: StatusSourceProvider = {
      type: 'broken',
      get sources(): never {
        throw new Error('no sources today');
      },
      resolve: () => ({ subjects: [], problems: [] }),
    };
    const { server } = await startTestBackend({
      features: [
        callboardPlugin,
        moduleOf('fake', new FakeProvider(good)),
        moduleOf('broken', broken),
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              startup: {
                plugins: {
                  callboard: {
                    modules: {
                      broken: { onPluginModuleBootFailure: 'continue' },
                    },
                  },
                },
              },
            },
          },
        }),
      ],
    });
    const { body } = await request(server)
      .get('/api/callboard/v1/sources')
      .set('Authorization', mockCredentials.service.header());
    expect(body.items.map((item: { source: string }) => item.source)).toEqual([
      'fake/main',
    ]);
  }, 30_000);

  it('refuses two modules with sources of the same type', async () => {
    await expect(
      startTestBackend({
        features: [
          callboardPlugin,
          moduleOf('one', new FakeProvider(new FakeStatusSource())),
          moduleOf('two', new FakeProvider(new FakeStatusSource())),
          catalogServiceMock.factory({ entities }),
        ],
      }),
    ).rejects.toThrow();
  });
});
