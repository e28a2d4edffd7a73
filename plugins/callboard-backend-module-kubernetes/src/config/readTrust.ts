import type { Config } from '@backstage/config';
import type { ClusterTrust } from './ClusterAccess';

/** Nobody but the authorities that Node.js knows. */
export const PUBLIC_TRUST: ClusterTrust = { skipTLSVerify: false };

/** Whom config trusts to be a cluster; undefined where it says nothing about that. */
export function readTrust(config: Config): ClusterTrust | undefined {
  const caData = config.getOptionalString('caData');
  const caFile = config.getOptionalString('caFile');
  const skipTLSVerify = config.getOptionalBoolean('skipTLSVerify');
  return caData || caFile || skipTLSVerify !== undefined
    ? {
        ...(caData && { caData }),
        ...(caFile && { caFile }),
        skipTLSVerify: skipTLSVerify ?? false,
      }
    : undefined;
}
