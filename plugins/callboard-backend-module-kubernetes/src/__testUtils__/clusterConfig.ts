import { ConfigReader, type Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { ControlPlane } from '@callboard/control-plane';

/** What tests call the control plane. */
export const CLUSTER = 'real';

/** The stock config of a control plane, signed in to with a token; `own` is what ours adds. */
export function clusterConfig(
  plane: ControlPlane,
  options: { token?: string; own?: JsonObject } = {},
): Config {
  return new ConfigReader(clusterConfigData(plane, options));
}

/** The same as plain data. */
export function clusterConfigData(
  plane: ControlPlane,
  options: { token?: string; own?: JsonObject } = {},
): JsonObject {
  const { token = plane.token, own } = options;
  return {
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: CLUSTER,
              url: plane.url,
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
