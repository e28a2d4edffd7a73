import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { callboardSourcesExtensionPoint } from '@callboard/plugin-callboard-node';
import { JenkinsProvider } from './JenkinsProvider';

/** Gives Callboard the pipeline status of services from Jenkins. @public */
export const callboardModuleJenkins = createBackendModule({
  pluginId: 'callboard',
  moduleId: 'jenkins',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: callboardSourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        const provider = JenkinsProvider.fromConfig(config);
        if (provider.sources.length === 0) {
          logger.warn(
            'No Jenkins is configured: set jenkins.baseUrl or jenkins.instances, or leave this module out',
          );
        }
        sources.addProvider(provider);
      },
    });
  },
});
