import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { callboardSourcesExtensionPoint } from '@callboard/plugin-callboard-node';
import { readDomains } from './readDomains';
import { RunbooksProvider } from './RunbooksProvider';

/** Shows on the Callboard which services have no runbook, and which runbooks need their team. @public */
export const callboardModuleRunbooks = createBackendModule({
  pluginId: 'callboard',
  moduleId: 'runbooks',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        sources: callboardSourcesExtensionPoint,
      },
      async init({ auth, catalog, config, discovery, sources }) {
        sources.addProvider(
          RunbooksProvider.create({
            config,
            baseUrl: await discovery.getBaseUrl('runbooks'),
            authorize: async () => {
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: await auth.getOwnServiceCredentials(),
                targetPluginId: 'runbooks',
              });
              return { Authorization: `Bearer ${token}` };
            },
            domains: () => readDomains({ auth, catalog }),
          }),
        );
      },
    });
  },
});
