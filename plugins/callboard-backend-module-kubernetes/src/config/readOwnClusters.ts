import type { Config } from '@backstage/config';
import { ConflictError, InputError } from '@backstage/errors';
import { OWN_CLUSTERS_KEY } from './authProviders';
import type {
  ClusterCredentials,
  ClusterTrust,
  KubeconfigAccess,
} from './ClusterAccess';
import { readDashboard, type Dashboard } from './Dashboard';
import { readHttpUrl } from './readHttpUrl';
import { readName } from './readName';
import { readTrust } from './readTrust';

/** What our own config says of a cluster, which the stock config may name too. */
export interface OwnCluster {
  readonly name: string;
  /** `callboard.kubernetes.clusters[0]` */
  readonly path: string;
  readonly title?: string;
  readonly url?: string;
  readonly context?: string;
  readonly namespaces?: readonly string[];
  readonly dashboard?: Dashboard;
  readonly trust?: ClusterTrust;
  readonly credentials?: ClusterCredentials | KubeconfigAccess;
}

const KNOWN = [
  'name',
  'title',
  'url',
  'context',
  'namespaces',
  'caData',
  'caFile',
  'skipTLSVerify',
  'serviceAccountToken',
  'serviceAccountTokenFile',
  'clientCertFile',
  'clientKeyFile',
  'kubeconfig',
  'dashboardUrl',
  'dashboardApp',
  'dashboardParameters',
];

const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * Reads `callboard.kubernetes.clusters`, by name. Throws an InputError that names the key, and never
 * a value, where it cannot be used.
 */
export function readOwnClusters(
  config: Config,
): ReadonlyMap<string, OwnCluster> {
  const clusters = new Map<string, OwnCluster>();
  (config.getOptionalConfigArray(OWN_CLUSTERS_KEY) ?? []).forEach(
    (entry, index) => {
      const cluster = readOwnCluster(entry, `${OWN_CLUSTERS_KEY}[${index}]`);
      if (clusters.has(cluster.name)) {
        throw new ConflictError(
          `Kubernetes cluster '${cluster.name}' stands twice in ${OWN_CLUSTERS_KEY}`,
        );
      }
      clusters.set(cluster.name, cluster);
    },
  );
  return clusters;
}

function readOwnCluster(config: Config, path: string): OwnCluster {
  const stranger = config.keys().find(key => !KNOWN.includes(key));
  if (stranger !== undefined) {
    throw new InputError(
      `${path}.${stranger} is nothing that we know; there are ${KNOWN.join(
        ', ',
      )}`,
    );
  }
  const title = config.getOptionalString('title');
  const context = config.getOptionalString('context');
  const namespaces = readNamespaces(config, path);
  const dashboard = readDashboard(config);
  const credentials = readCredentials(config, path);
  const trust = readTrust(config);
  return {
    name: readName(config, path),
    path,
    ...(title && { title }),
    ...(context && { context }),
    ...(config.has('url') && {
      url: readHttpUrl(config, { key: 'url', path }),
    }),
    ...(namespaces && { namespaces }),
    ...(dashboard && { dashboard }),
    ...(credentials && { credentials }),
    ...(trust && { trust }),
  };
}

function readNamespaces(
  config: Config,
  path: string,
): readonly string[] | undefined {
  const namespaces = config.getOptionalStringArray('namespaces');
  if (namespaces?.every(name => NAMESPACE.test(name)) === false) {
    throw new InputError(
      `${path}.namespaces must be names of namespaces, in lower case`,
    );
  }
  return namespaces && namespaces.length > 0
    ? [...new Set(namespaces)]
    : undefined;
}

/** One way to sign in; several of them would leave open which one is meant. */
function readCredentials(
  config: Config,
  path: string,
): OwnCluster['credentials'] {
  const ways = [
    ...readToken(config, path),
    ...readTokenFile(config, path),
    ...readCertificate(config, path),
    ...readKubeconfig(config, path),
  ];
  if (ways.length > 1) {
    throw new InputError(
      `${path} holds several ways to sign in; keep one of ${ways
        .map(({ from }) => from.slice(path.length + 1))
        .join(', ')}`,
    );
  }
  return ways[0];
}

function readToken(config: Config, path: string) {
  const token = config.getOptionalString('serviceAccountToken');
  const from = `${path}.serviceAccountToken`;
  return token ? [{ kind: 'token', token, from } as const] : [];
}

function readTokenFile(config: Config, path: string) {
  const file = config.getOptionalString('serviceAccountTokenFile');
  const from = `${path}.serviceAccountTokenFile`;
  return file ? [{ kind: 'token-file', file, from } as const] : [];
}

function readCertificate(config: Config, path: string) {
  const certFile = config.getOptionalString('clientCertFile');
  const keyFile = config.getOptionalString('clientKeyFile');
  if (!certFile !== !keyFile) {
    throw new InputError(
      `${path} needs both clientCertFile and clientKeyFile, or neither`,
    );
  }
  const from = `${path}.clientCertFile`;
  return certFile && keyFile
    ? [{ kind: 'certificate', certFile, keyFile, from } as const]
    : [];
}

function readKubeconfig(config: Config, path: string) {
  const kubeconfig = config.getOptionalConfig('kubeconfig');
  if (!kubeconfig) {
    return [];
  }
  const context = kubeconfig.getOptionalString('context');
  return [
    {
      kind: 'kubeconfig',
      file: kubeconfig.getString('file'),
      ...(context && { context }),
      from: `${path}.kubeconfig`,
    } as const,
  ];
}
