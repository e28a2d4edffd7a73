// A backend of its own process: the real backend of runbooks, real credentials, a catalog in memory,
// and beside it the floor. Arguments: JSON of RunbooksBackendOptions. Tells its parent when it is up.
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Request } from 'express';
import Router from 'express-promise-router';
import { randomUUID } from 'node:crypto';
import { createComponents } from './services';

export interface RunbooksBackendOptions {
  readonly port: number;
  readonly services: number;
  /** `backend.database` */
  readonly database: object;
}

const options: RunbooksBackendOptions = JSON.parse(process.argv[2]);
const PAGE_COUNT = 50;

async function bytesOf(req: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * The floor: what any route of this backend costs that authenticates the viewer, makes one raw
 * select or insert of the same bytes, and sends the same answer, from memory.
 */
const floorPlugin = createBackendPlugin({
  pluginId: 'bench',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpRouter: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
      },
      async init({ database, httpRouter, httpAuth }) {
        const knex = await database.getClient();
        if (!String(knex.client.config.client).startsWith('pg')) {
          // As the plugin has it.
          await knex.raw('PRAGMA journal_mode = WAL');
        }
        await knex.schema.createTable('raw_text', table => {
          table.string('id').primary();
          table.text('content').notNullable();
        });
        await knex.schema.createTable('raw_row', table => {
          table.increments('id');
          table.bigInteger('updated_at').notNullable().index();
          table.text('row').notNullable();
        });
        const answers = new Map<string, Buffer>();
        const router = Router();

        /** The bytes of an answer of this name, for the floor to send. */
        router.put('/answers/:name', async (req, res) => {
          answers.set(req.params.name, await bytesOf(req));
          res.status(204).end();
        });
        /** A text to select. */
        router.put('/texts/:id', async (req, res) => {
          const content = (await bytesOf(req)).toString('utf8');
          await knex('raw_text').insert({ id: req.params.id, content });
          res.status(204).end();
        });
        /** Rows of which the floor selects a page. */
        router.put('/rows/:count', async (req, res) => {
          const row = (await bytesOf(req)).toString('utf8');
          const rows = Array.from(
            { length: Number(req.params.count) },
            (_, index) => ({ updated_at: index, row }),
          );
          await knex.batchInsert('raw_row', rows, 100);
          res.status(204).end();
        });

        router.use(async (req, _res, next) => {
          await httpAuth.credentials(req, { allow: ['user'] });
          next();
        });
        const send = (name: string) => answers.get(name) ?? Buffer.alloc(0);
        const json = 'application/json; charset=utf-8';
        router.get('/floor/page/:answer', async (req, res) => {
          await knex('raw_row').orderBy('updated_at', 'desc').limit(PAGE_COUNT);
          res.setHeader('content-type', json).end(send(req.params.answer));
        });
        router.get('/floor/texts/:id', async (req, res) => {
          await knex('raw_text').where('id', req.params.id).first();
          res.setHeader('content-type', json).end(send('text'));
        });
        router.post('/floor/texts', async (req, res) => {
          const content = (await bytesOf(req)).toString('utf8');
          await knex('raw_text').insert({ id: randomUUID(), content });
          res.setHeader('content-type', json).end(send('text'));
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
      app: { baseUrl: `http://localhost:${options.port}` },
      backend: {
        baseUrl: `http://localhost:${options.port}`,
        listen: { host: '127.0.0.1', port: options.port },
        database: options.database,
      },
      permission: { enabled: true },
      auth: { providers: { guest: { userEntityRef: 'user:default/bench' } } },
    },
  }),
);
backend.add(
  catalogServiceMock.factory({ entities: createComponents(options.services) }),
);
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@callboard/plugin-runbooks-backend'));
backend.add(floorPlugin);

backend.start().then(() => process.send?.({ told: 'up' }));
