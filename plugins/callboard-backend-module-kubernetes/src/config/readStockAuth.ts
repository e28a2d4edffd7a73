import type { Config } from '@backstage/config';
import type { ClusterCredentials } from './ClusterAccess';

/** How the stock plugin signs in to a cluster. */
export interface StockAuth {
  readonly provider?: string;
  /** A token, which counts whatever provider viewers sign in with. */
  readonly credentials?: ClusterCredentials;
}

/** Reads `authProvider`, `authMetadata` and `serviceAccountToken` of a cluster. */
export function readStockAuth(cluster: Config, path: string): StockAuth {
  const metadata = cluster.getOptionalConfig('authMetadata');
  // Keys with dots and slashes are none that the reader would take.
  const annotated = Object.entries(metadata?.get<object>() ?? {}).find(
    ([key]) => key === 'kubernetes.io/auth-provider',
  )?.[1];
  const provider =
    typeof annotated === 'string'
      ? annotated
      : cluster.getOptionalString('authProvider');
  const found = [
    { config: cluster, from: `${path}.serviceAccountToken` },
    { config: metadata, from: `${path}.authMetadata.serviceAccountToken` },
  ].flatMap(({ config, from }) => {
    const token = config?.getOptionalString('serviceAccountToken');
    return token ? [{ kind: 'token', token, from } as const] : [];
  });
  return {
    ...(provider && { provider }),
    ...(found[0] && { credentials: found[0] }),
  };
}
