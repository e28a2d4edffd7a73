import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { callboardSourcesExtensionPoint } from '@callboard/plugin-callboard-node';
import { CatalogClusters } from './catalog/CatalogClusters';
import { readPodEnvironment } from './config/PodEnvironment';
import { KubernetesProvider } from './KubernetesProvider';

/** Gives Callboard the health of services in Kubernetes clusters. @public */
export const callboardModuleKubernetes = createBackendModule({
  pluginId: 'callboard',
  moduleId: 'kubernetes',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        sources: callboardSourcesExtensionPoint,
      },
      async init({ auth, catalog, config, lifecycle, logger, sources }) {
        const inCatalog = CatalogClusters.create({ auth, catalog, logger });
        const provider = KubernetesProvider.fromConfig(config, {
          catalog: inCatalog,
          pod: readPodEnvironment({ env: process.env }),
        });
        if (provider.sources.length === 0 && !provider.inCatalog) {
          logger.warn(
            'No Kubernetes cluster is configured: set kubernetes.clusterLocatorMethods or callboard.kubernetes.clusters, or leave this module out',
          );
        }
        sources.addProvider(provider);
        if (provider.inCatalog) {
          const stop = new AbortController();
          lifecycle.addStartupHook(() => void inCatalog.run(stop.signal));
          lifecycle.addShutdownHook(() => stop.abort());
        }
      },
    });
  },
});
