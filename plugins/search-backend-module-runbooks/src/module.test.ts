import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Router } from 'express';
import request from 'supertest';
import { runbook } from './__testUtils__/runbook';
import module from './index';

// A whole backend takes long to start on a busy machine.
jest.setTimeout(60_000);

/** A backend of runbooks with one of them, which only plugins may ask. */
const runbooks = createBackendPlugin({
  pluginId: 'runbooks',
  register(reg) {
    reg.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const router = Router();
        router.use(async (req, _res, next) => {
          await httpAuth.credentials(req, { allow: ['service'] });
          next();
        });
        router.get('/v1/runbooks', (_req, res) => {
          const { content, ...summary } = runbook();
          res.json({ items: [summary], total: 1 });
        });
        router.get('/v1/runbooks/rb-1', (_req, res) => {
          res.json(runbook());
        });
        httpRouter.use(router);
      },
    });
  },
});

describe('searchModuleRunbooks', () => {
  it('finds runbooks in the search of the portal', async () => {
    const passes: (() => unknown)[] = [];
    const scheduler = mockServices.scheduler.mock({
      createScheduledTaskRunner: () => ({
        run: async ({ fn }) => {
          passes.push(() => fn(new AbortController().signal));
        },
      }),
    });
    const backend = await startTestBackend({
      features: [
        runbooks,
        module,
        scheduler.factory,
        import('@backstage/plugin-search-backend'),
      ],
    });
    await Promise.all(passes.map(pass => pass()));
    const { body } = await request(backend.server)
      .get('/api/search/query?term=crash')
      .set('Authorization', mockCredentials.user.header());
    expect(body.results).toMatchObject([
      {
        type: 'runbooks',
        document: { title: 'Pods crash', location: '/runbooks/rb-1' },
      },
    ]);
    await backend.stop();
  });
});
