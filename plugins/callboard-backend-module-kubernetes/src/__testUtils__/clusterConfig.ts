import { ConfigReader, type Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { ControlPlane } from '@callboard/control-plane';

/** What tests call the control plane. */
export const CLUSTER = 'real';

/** How a control plane is configured. */
export interface ClusterConfigOptions {
  /** Another way there than the straight one. */
  readonly url?: string;
  /** Another token than that of the ClusterRole `view`. */
  readonly token?: string;
  /** What our own config adds, and how it signs in. */
  readonly own?: JsonObject;
}

/** The stock config of a control plane. */
export function clusterConfig(
  plane: ControlPlane,
  options: ClusterConfigOptions = {},
): Config {
  return new ConfigReader(clusterConfigData(plane, options));
}

/** The same as plain data. */
export function clusterConfigData(
  plane: ControlPlane,
  options: ClusterConfigOptions = {},
): JsonObject {
  const { token = plane.token, url = plane.url, own } = options;
  return {
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: CLUSTER,
              url,
              authProvider: 'serviceAccount',
              caFile: plane.caFile,
              ...(own ? {} : { serviceAccountToken: token }),
            },
          ],
        },
      ],
    },
    ...(own && {
      callboard: { kubernetes: { clusters: [{ name: CLUSTER, ...own }] } },
    }),
  };
}
