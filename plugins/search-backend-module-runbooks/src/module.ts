import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { RunbooksClient } from '@callboard/plugin-runbooks-common';
import { hideUnreadable } from './hideUnreadable';
import { RunbooksCollatorFactory } from './RunbooksCollatorFactory';

const SCHEDULE_KEY = 'search.collators.runbooks.schedule';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 10 },
};

/** Puts runbooks into the search of the portal. @public */
export const searchModuleRunbooks = createBackendModule({
  pluginId: 'search',
  moduleId: 'runbooks-collator',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        indexRegistry: searchIndexRegistryExtensionPoint,
        permissions: coreServices.permissions,
        scheduler: coreServices.scheduler,
      },
      async init(services) {
        const { auth, config, discovery, httpRouter, indexRegistry } = services;
        // Before search adds its own routes, which modules always come before.
        httpRouter.use(hideUnreadable(services));
        const api = new RunbooksClient({
          discoveryApi: discovery,
          fetchApi: {
            fetch: async (url, init) => {
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: await auth.getOwnServiceCredentials(),
                targetPluginId: 'runbooks',
              });
              const headers = new Headers(init?.headers);
              headers.set('Authorization', `Bearer ${token}`);
              return fetch(url, { ...init, headers });
            },
          },
        });
        indexRegistry.addCollator({
          schedule: services.scheduler.createScheduledTaskRunner(
            readSchedule(config),
          ),
          factory: RunbooksCollatorFactory.create({ api }),
        });
      },
    });
  },
});

function readSchedule(config: Config): SchedulerServiceTaskScheduleDefinition {
  const schedule = config.getOptionalConfig(SCHEDULE_KEY);
  return schedule
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
    : DEFAULT_SCHEDULE;
}
