import type { Config } from '@backstage/config';
import { notObservableBy } from './authProviders';
import type { DirectAccess } from './ClusterAccess';
import { clusterOf } from './clusterOf';
import type { ConfiguredCluster } from './ConfiguredCluster';
import type { CustomResource } from './CustomResource';
import { readCustomResources } from './readCustomResources';
import { readDashboard } from './Dashboard';
import type { PodEnvironment } from './PodEnvironment';
import { readHttpUrl } from './readHttpUrl';
import { readName } from './readName';
import type { OwnCluster } from './readOwnClusters';
import { readStockAuth } from './readStockAuth';
import { PUBLIC_TRUST, readTrust } from './readTrust';

/** What is known beside the cluster's own part of the config. */
export interface StockContext {
  /** Where the cluster stands: `kubernetes.clusterLocatorMethods[0].clusters[1]`. */
  readonly path: string;
  readonly own: ReadonlyMap<string, OwnCluster>;
  readonly pod?: PodEnvironment;
  /** What every cluster has that names none itself. */
  readonly customResources?: readonly CustomResource[];
}

/** A cluster of the stock plugin's config, with what ours says of it. */
export function readStockCluster(
  stock: Config,
  context: StockContext,
): ConfiguredCluster {
  const { path, own } = context;
  const name = readName(stock, path);
  const ours = own.get(name);
  return {
    cluster: clusterOf({
      name,
      title: stock.getOptionalString('title'),
      dashboard: readDashboard(stock),
      ours,
      // As in the stock plugin the cluster's own list is all of it, also where it is empty.
      customResources:
        readCustomResources(stock, path) ?? context.customResources,
    }),
    access: accessOf(stock, { ...context, name, ours }),
  };
}

function accessOf(
  stock: Config,
  context: StockContext & { name: string; ours?: OwnCluster },
): ConfiguredCluster['access'] {
  const { path, name, ours, pod } = context;
  const url = readHttpUrl(stock, { key: 'url', path });
  if (ours?.credentials?.kind === 'kubeconfig') {
    return ours.credentials;
  }
  const auth = readStockAuth(stock, path);
  const direct: DirectAccess = {
    kind: 'direct',
    url: ours?.url ?? url,
    trust: ours?.trust ?? readTrust(stock) ?? PUBLIC_TRUST,
    credentials: ours?.credentials ?? auth.credentials ?? { kind: 'none' },
    from: ours?.url ? ours.path : path,
  };
  if (
    direct.credentials.kind !== 'none' ||
    auth.provider === 'localKubectlProxy'
  ) {
    return direct;
  }
  return auth.provider === 'serviceAccount' && pod
    ? inClusterAccess(pod)
    : { kind: 'none', notObservable: notObservableBy(auth.provider, name) };
}

/**
 * As in the stock plugin the pod's own cluster is meant, whatever address stands in the config: its
 * token is good for no other.
 */
function inClusterAccess(pod: PodEnvironment): DirectAccess {
  return {
    kind: 'direct',
    url: pod.url,
    trust: { caFile: pod.caFile, skipTLSVerify: false },
    credentials: {
      kind: 'token-file',
      file: pod.tokenFile,
      from: pod.tokenFile,
    },
    from: pod.tokenFile,
  };
}
