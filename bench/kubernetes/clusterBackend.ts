// A backend of its own process that has Kubernetes clusters: Callboard's, the stock plugin's, or both.
// Arguments: JSON of ClusterBackendOptions. Tells its parent when it is up.
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import Router from 'express-promise-router';
import { createComponents } from '../services';

export interface ClusterBackendOptions {
  readonly port: number;
  readonly services: number;
  /** Services are in these clusters in turns; in any where there are none. */
  readonly clusters?: readonly string[];
  /** `kubernetes` of the config. */
  readonly kubernetes: JsonObject;
  /** `callboard` of the config. */
  readonly callboard?: JsonObject;
  /** `backend.database` */
  readonly database: object;
  readonly plugin: 'callboard' | 'stock';
  /** Serves the built app too. */
  readonly portal?: boolean;
}

const options: ClusterBackendOptions = JSON.parse(process.argv[2]);

const entities = createComponents(options.services).map((entity, index) => ({
  ...entity,
  metadata: {
    ...entity.metadata,
    annotations: {
      'backstage.io/kubernetes-id': entity.metadata.name,
      ...(options.clusters && {
        'backstage.io/kubernetes-cluster':
          options.clusters[index % options.clusters.length],
      }),
    },
  },
}));

/** What this process costs. */
const usagePlugin = createBackendPlugin({
  pluginId: 'bench',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = Router();
        router.get('/usage', (_req, res) => {
          res.json({ ...process.cpuUsage(), at: performance.now() });
        });
        httpRouter.use(router);
      },
    });
  },
});

const backend = createBackend();
backend.add(
  mockServices.rootConfig.factory({
    data: {
      app: {
        baseUrl: `http://localhost:${options.port}`,
        packages: 'all',
        extensions: [
          { 'sign-in-page:app': { config: { automaticGuest: true } } },
        ],
      },
      backend: {
        baseUrl: `http://localhost:${options.port}`,
        listen: { host: '127.0.0.1', port: options.port },
        database: options.database,
      },
      permission: { enabled: true },
      auth: {
        providers: { guest: { userEntityRef: 'user:default/bench' } },
      },
      kubernetes: options.kubernetes,
      ...(options.callboard && { callboard: options.callboard }),
    },
  }),
);
backend.add(catalogServiceMock.factory({ entities }));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
if (options.plugin === 'stock') {
  backend.add(import('@backstage/plugin-kubernetes-backend'));
} else {
  backend.add(import('@backstage/plugin-events-backend'));
  backend.add(import('@backstage/plugin-signals-backend'));
  backend.add(import('@callboard/plugin-callboard-backend'));
  backend.add(import('@callboard/plugin-callboard-backend-module-kubernetes'));
}
if (options.portal) {
  backend.add(import('@backstage/plugin-app-backend'));
}
backend.add(usagePlugin);

backend.start().then(() => process.send?.({ told: 'up' }));
