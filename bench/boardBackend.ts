// A backend of its own process: the real Callboard backend, real credentials, a catalog in memory.
// Arguments: JSON of BoardBackendOptions. Tells its parent when it is up.
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import Router from 'express-promise-router';
import knexFactory, { type Knex } from 'knex';
import { benchSourceModule } from './benchSource';
import { createComponents } from './services';

export interface BoardBackendOptions {
  readonly port: number;
  readonly services: number;
  readonly filter?: Record<string, string>;
  readonly conditional: boolean;
  /** Serves the built app too, with a real catalog of this many components. */
  readonly portal?: { readonly catalogEntities: number };
  /** `backend.database` */
  readonly database: object;
  /** The same database as Callboard's tables are in, for the floor's own select. */
  readonly callboard: Knex.Config;
}

const options: BoardBackendOptions = JSON.parse(process.argv[2]);

/** Allows everything, or reading of entities under a condition that all of them meet. */
const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'bench-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }) {
            return options.conditional &&
              permission.name === 'catalog.entity.read'
              ? {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'catalog',
                  resourceType: 'catalog-entity',
                  conditions: {
                    resourceType: 'catalog-entity',
                    rule: 'IS_ENTITY_KIND',
                    params: { kinds: ['component'] },
                  },
                }
              : { result: AuthorizeResult.ALLOW };
          },
        });
      },
    });
  },
});

/**
 * The floor: what any route of this backend costs that authenticates the viewer, makes one indexed
 * select of a page and sends the same bytes, from memory.
 */
const floorPlugin = createBackendPlugin({
  pluginId: 'bench',
  register(env) {
    env.registerInit({
      deps: {
        httpRouter: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
      },
      async init({ httpRouter, httpAuth }) {
        const router = Router();
        let body = Buffer.alloc(0);
        router.put('/body', async (req, res) => {
          const chunks: Buffer[] = [];
          for await (const chunk of req) chunks.push(chunk);
          body = Buffer.concat(chunks);
          res.status(204).end();
        });
        const knex = knexFactory(options.callboard);
        router.get('/floor', async (req, res) => {
          await httpAuth.credentials(req, { allow: ['user'] });
          await knex('service_board')
            .join('service_detail', 'service_detail.id', 'service_board.id')
            .select('service_board.id', 'service_detail.row_json')
            .orderBy([
              { column: 'service_board.rank' },
              { column: 'service_board.since', order: 'desc' },
              { column: 'service_board.id' },
            ])
            .whereNull('service_board.deleted_at')
            .limit(50);
          res.setHeader('content-type', 'application/json; charset=utf-8');
          res.end(body);
        });
        router.get('/heap', async (_req, res) => {
          globalThis.gc?.();
          globalThis.gc?.();
          res.json(process.memoryUsage());
        });
        httpRouter.use(router);
      },
    });
  },
});

/** Gives the real catalog its components, for its index page. */
const catalogEntitiesModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'bench-entities',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'bench',
          async connect(connection) {
            await connection.applyMutation({
              type: 'full',
              entities: createComponents(
                options.portal?.catalogEntities ?? 0,
              ).map(entity => {
                const { uid, etag, ...metadata } = entity.metadata;
                const location = 'url:https://bench.example/catalog.yaml';
                return {
                  entity: {
                    apiVersion: entity.apiVersion,
                    kind: entity.kind,
                    spec: entity.spec,
                    metadata: {
                      ...metadata,
                      annotations: {
                        ...metadata.annotations,
                        'backstage.io/managed-by-location': location,
                        'backstage.io/managed-by-origin-location': location,
                      },
                    },
                  },
                  locationKey: 'bench',
                };
              }),
            });
          },
        });
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
      callboard: options.filter ? { services: { filter: options.filter } } : {},
    },
  }),
);
backend.add(
  catalogServiceMock.factory({ entities: createComponents(options.services) }),
);
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(policyModule);
backend.add(import('@callboard/plugin-callboard-backend'));
backend.add(benchSourceModule);
if (options.portal) {
  backend.add(import('@backstage/plugin-app-backend'));
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(catalogEntitiesModule);
}
backend.add(floorPlugin);

backend.start().then(() => process.send?.({ told: 'up' }));
