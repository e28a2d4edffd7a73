import type { Config } from '@backstage/config';
import { ConflictError, InputError } from '@backstage/errors';
import { OWN_CLUSTERS_KEY } from './authProviders';
import type { ClusterAccess } from './ClusterAccess';
import { clusterOf } from './clusterOf';
import type { ConfiguredCluster } from './ConfiguredCluster';
import type { CustomResource } from './CustomResource';
import type { PodEnvironment } from './PodEnvironment';
import { readCustomResources } from './readCustomResources';
import { readOwnClusters, type OwnCluster } from './readOwnClusters';
import { readStockCluster } from './readStockCluster';
import { PUBLIC_TRUST } from './readTrust';

const STOCK_KEY = 'kubernetes';
const LOCATORS_KEY = `${STOCK_KEY}.clusterLocatorMethods`;

/** Where `kubectl proxy` listens, which signs in by itself. */
const KUBECTL_PROXY = { name: 'local', url: 'http://localhost:8001' };

/** What the config says of clusters. */
export interface ConfiguredClusters {
  readonly clusters: readonly ConfiguredCluster[];
  /** Whether the catalog names further ones. */
  readonly inCatalog: boolean;
}

interface Reading {
  readonly own: ReadonlyMap<string, OwnCluster>;
  readonly pod?: PodEnvironment;
  readonly customResources?: readonly CustomResource[];
}

/**
 * The clusters of the stock plugin's config, together with what ours says of them, and those that
 * only ours has. Throws an InputError that names the key, and never a value.
 */
export function readClusters(
  config: Config,
  pod?: PodEnvironment,
): ConfiguredClusters {
  const kubernetes = config.getOptionalConfig(STOCK_KEY);
  const customResources =
    kubernetes && readCustomResources(kubernetes, STOCK_KEY);
  const reading: Reading = {
    own: readOwnClusters(config),
    pod,
    customResources,
  };
  const locators = config.getOptionalConfigArray(LOCATORS_KEY) ?? [];
  const stock = locators.flatMap((locator, index) =>
    clustersOf(locator, {
      ...reading,
      path: `${LOCATORS_KEY}[${index}]`,
    }),
  );
  const known = new Set(stock.map(({ cluster }) => cluster.name));
  const added = [...reading.own.values()]
    .filter(({ name }) => !known.has(name))
    .map(ours => addedCluster(ours, customResources));
  return {
    clusters: withoutDuplicates([...stock, ...added]),
    inCatalog: locators.some(
      locator => locator.getString('type') === 'catalog',
    ),
  };
}

function clustersOf(
  locator: Config,
  reading: Reading & { path: string },
): readonly ConfiguredCluster[] {
  const type = locator.getString('type');
  switch (type) {
    case 'catalog':
      return [];
    case 'config':
      return locator.getConfigArray('clusters').map((cluster, index) =>
        readStockCluster(cluster, {
          ...reading,
          path: `${reading.path}.clusters[${index}]`,
        }),
      );
    case 'localKubectlProxy':
      return [kubectlProxy(reading)];
    case 'gke': {
      const project = locator.getString('projectId');
      return [
        notObservable(
          `gke-${project}`,
          `The clusters of the Google project ${project} are found with Google's own API, which Callboard does not ask: add each of them to ${OWN_CLUSTERS_KEY}, with a kubeconfig whose user runs gke-gcloud-auth-plugin`,
        ),
      ];
    }
    default:
      return [
        notObservable(
          type,
          `The clusters of the locator ${type} are known to the stock plugin only: add each of them to ${OWN_CLUSTERS_KEY}`,
        ),
      ];
  }
}

function kubectlProxy({
  own,
  path,
  customResources,
}: Reading & { path: string }): ConfiguredCluster {
  const { name, url } = KUBECTL_PROXY;
  return {
    cluster: clusterOf({ name, ours: own.get(name), customResources }),
    access: {
      kind: 'direct',
      url,
      trust: PUBLIC_TRUST,
      credentials: { kind: 'none' },
      from: path,
    },
  };
}

function notObservable(name: string, sentence: string): ConfiguredCluster {
  return {
    cluster: clusterOf({ name }),
    access: { kind: 'none', notObservable: sentence },
  };
}

/** A cluster that the stock config does not name. */
function addedCluster(
  ours: OwnCluster,
  customResources: Reading['customResources'],
): ConfiguredCluster {
  return {
    cluster: clusterOf({ name: ours.name, ours, customResources }),
    access: addedAccess(ours),
  };
}

function addedAccess(ours: OwnCluster): ClusterAccess {
  const { credentials, url, trust = PUBLIC_TRUST, path } = ours;
  if (credentials?.kind === 'kubeconfig') {
    return credentials;
  }
  if (!url) {
    throw new InputError(
      `${path} needs a url or a kubeconfig, because no cluster in ${LOCATORS_KEY} has its name; where a token is sent is not left to the catalog`,
    );
  }
  if (!credentials) {
    throw new InputError(
      `${path} needs a way to sign in: serviceAccountToken, serviceAccountTokenFile, clientCertFile with clientKeyFile, or kubeconfig`,
    );
  }
  return { kind: 'direct', url, trust, credentials, from: path };
}

function withoutDuplicates(
  clusters: readonly ConfiguredCluster[],
): readonly ConfiguredCluster[] {
  const seen = new Set<string>();
  for (const { cluster } of clusters) {
    if (seen.has(cluster.name)) {
      throw new ConflictError(
        `Kubernetes cluster '${cluster.name}' is configured twice in ${LOCATORS_KEY}`,
      );
    }
    seen.add(cluster.name);
  }
  return clusters;
}
