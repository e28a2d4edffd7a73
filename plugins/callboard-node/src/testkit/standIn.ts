import {
  createBackendPlugin,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { callboardSourcesExtensionPoint } from '../extensionPoint';
import type { StatusSourceProvider } from '../StatusSource';

/** Takes the place of the Callboard backend in the test of a module. @public */
export interface StandIn {
  /** To be started beside the module. */
  readonly feature: BackendFeature;
  /** What modules handed over. */
  readonly providers: readonly StatusSourceProvider[];
}

/** A Callboard backend that takes what modules hand over, and does nothing with it. @public */
export function createStandIn(): StandIn {
  const providers: StatusSourceProvider[] = [];
  const feature = createBackendPlugin({
    pluginId: 'callboard',
    register(env) {
      env.registerExtensionPoint(callboardSourcesExtensionPoint, {
        addProvider: provider => providers.push(provider),
      });
      env.registerInit({ deps: {}, init: async () => {} });
    },
  });
  return { feature, providers };
}
