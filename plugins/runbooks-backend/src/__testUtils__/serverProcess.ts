import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import express from 'express';
import knexFactory from 'knex';
import { z } from 'zod';
import { readRunbooksConfig } from '../config/readRunbooksConfig';
import { createRunbooks } from '../createRunbooks';
import { migrate } from '../database/migrate';
import { FERNWAY } from './fernway';
import {
  allowAll,
  emptyRegistry,
  silentAuditor,
  silentSignals,
} from './silentServices';

const addressSchema = z.object({ port: z.number() });

/** One backend instance by itself: serves the routes of the plugin, and says at which port. */
async function main(config: object): Promise<void> {
  const logger = mockServices.rootLogger();
  const knex = await migrate({
    logger,
    database: {
      getClient: async () => knexFactory({ ...config, useNullAsDefault: true }),
    },
  });
  const { router } = createRunbooks({
    knex,
    config: readRunbooksConfig(new ConfigReader({})),
    auditor: silentAuditor,
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: FERNWAY }),
    discovery: mockServices.discovery(),
    httpAuth: mockServices.httpAuth(),
    logger,
    permissions: allowAll,
    permissionsRegistry: emptyRegistry,
    signals: silentSignals,
    userInfo: mockServices.userInfo(),
  });
  const app = express();
  app.use(router);
  app.use(mockErrorHandler());
  const server = app.listen(0, '127.0.0.1', () => {
    const { port } = addressSchema.parse(server.address());
    process.send?.({ type: 'listening', port });
  });
}

main(JSON.parse(process.argv[2])).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
