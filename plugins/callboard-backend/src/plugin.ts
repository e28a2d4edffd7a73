import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  callboardSourcesExtensionPoint,
  readDecay,
  toNumber,
} from '@callboard/plugin-callboard-node';
import { migrate } from './database/migrate';
import { SourceProviderRegistry } from './collect/SourceProviderRegistry';
import { readRetention } from './config/readRetention';
import { readServicesFilter } from './config/readServicesFilter';
import { createSpine } from './createSpine';
import { scheduleHousekeeping } from './housekeeping/scheduleHousekeeping';
import { createBoardRouter } from './routes/createBoardRouter';
import { knockAtSignals } from './signals/knockAtSignals';
import { RevisionSignal } from './signals/RevisionSignal';

/** The Callboard backend. @public */
export const callboardPlugin = createBackendPlugin({
  pluginId: 'callboard',
  register(env) {
    const registry = new SourceProviderRegistry();
    env.registerExtensionPoint({
      extensionPoint: callboardSourcesExtensionPoint,
      factory: context => registry.forModule(context),
    });
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
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootLifecycle: coreServices.rootLifecycle,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { config, database, lifecycle, logger, signals } = services;
        const servicesFilter = readServicesFilter(config);
        const retention = readRetention(config);
        const decayMs = readDecay(config);
        const knex = await migrate({ database, logger });
        const revision = RevisionSignal.create({
          signals,
          logger,
          readRevision: async () =>
            toNumber((await knex('revision').first()).value),
        });
        const spine = await createSpine({
          ...services,
          knex,
          servicesFilter,
          providers: registry.load(logger),
          onRevision: () => revision.changed(),
        });
        services.httpRouter.use(
          createBoardRouter({ ...services, knex, servicesFilter, decayMs }),
        );
        await scheduleHousekeeping({
          ...services,
          knex,
          retention,
          now: Date.now,
        });
        // Not before init is through: a start that fails must not leave it running.
        lifecycle.addStartupHook(() => spine.start());
        services.rootLifecycle.addStartupHook(() => {
          void knockAtSignals(services);
        });
        lifecycle.addShutdownHook(async () => {
          revision.stop();
          await spine.stop();
        });
      },
    });
  },
});
