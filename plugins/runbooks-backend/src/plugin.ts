import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { readRunbooksConfig } from './config/readRunbooksConfig';
import { createRunbooks } from './createRunbooks';
import { migrate } from './database/migrate';

/** The backend of runbooks. @public */
export const runbooksPlugin = createBackendPlugin({
  pluginId: 'runbooks',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { config, database, lifecycle, logger, scheduler } = services;
        const settings = readRunbooksConfig(config);
        const knex = await migrate({ database, logger });
        const { router, sweep, texts, alerts } = createRunbooks({
          ...services,
          config: settings,
          knex,
        });
        services.httpRouter.use(router);
        await sweep.schedule({ scheduler, logger });
        await alerts.schedule(scheduler);
        lifecycle.addStartupHook(() => texts.nudge());
        lifecycle.addShutdownHook(() => texts.stop());
        lifecycle.addShutdownHook(() => alerts.close());
      },
    });
  },
});
