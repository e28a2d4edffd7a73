import type { ClusterName, InstanceName } from './company/model';
import { CLUSTER_CREDENTIALS, Clusters } from './control/Clusters';
import { ControlApi } from './control/ControlApi';
import { CREDENTIALS, Sources } from './control/Sources';
import { HttpEndpoint } from './http/HttpEndpoint';
import { NotFoundError } from '@backstage/errors';
import type { JenkinsServer } from './jenkins';
import type { KubernetesServer } from './kubernetes';
import { createLandscape } from './Landscape';
import { PrometheusServer, readRules } from './prometheus';
import type { Landscape, LandscapeOptions } from './Landscape';

const OUTAGE_CHECK_INTERVAL_MS = 1_000;

export interface StartLandscapeOptions extends LandscapeOptions {
  /** Default: free ones. */
  readonly ports?: {
    readonly control?: number;
    readonly main?: number;
    readonly mobile?: number;
    readonly 'prod-eu'?: number;
    readonly staging?: number;
    readonly prometheus?: number;
  };
  /** Whether `jenkins/mobile` goes away for a minute every ten; default false. */
  readonly outages?: boolean;
}

/** A company that can be talked to. */
export interface RunningLandscape {
  readonly landscape: Landscape;
  /** Of the Jenkins controllers. */
  readonly credentials: typeof CREDENTIALS;
  /** Of the clusters: a token, and the service account that it is of. */
  readonly clusterCredentials: typeof CLUSTER_CREDENTIALS;
  readonly urls: {
    readonly control: string;
    /** Target of a catalog location of type `url`. */
    readonly catalog: string;
    /** Base URLs by the instance's name. */
    readonly jenkins: Readonly<Record<InstanceName, string>>;
    /** URLs of API servers by the cluster's name. */
    readonly kubernetes: Readonly<Record<ClusterName, string>>;
    /** Base URL of the Prometheus. */
    readonly prometheus: string;
  };
  kubernetes(name: ClusterName): KubernetesServer;
  jenkins(name: InstanceName): JenkinsServer;
  /** Lets the unreliable source go or come back as the clock says; time does this too. */
  keepOutages(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the company's systems, its catalog and the control API on loopback ports. */
export async function startLandscape(
  options: StartLandscapeOptions,
): Promise<RunningLandscape> {
  const { ports = {}, outages = false } = options;
  const landscape = createLandscape(options);
  const sources = await Sources.start({
    items: instance => landscape.jenkinsItems(instance),
    ports,
    clock: () => landscape.now(),
    startAt: landscape.startAt,
  });
  const clusters = await Clusters.start({
    objects: cluster => landscape.clusterObjects(cluster),
    advance: cluster => landscape.advanceCluster(cluster),
    ports,
    clock: () => landscape.now(),
  }).catch(async error => {
    await sources.stop();
    throw error;
  });
  const prometheus = await PrometheusServer.start({
    name: 'main',
    groups: readRules(),
    token: CLUSTER_CREDENTIALS.token,
    port: ports.prometheus,
    clock: () => landscape.now(),
  }).catch(async error => {
    await Promise.all([sources.stop(), clusters.stop()]);
    throw error;
  });
  const control = ControlApi.create({
    landscape,
    sources,
    clusters,
    prometheus,
  });
  const endpoint = await HttpEndpoint.start({
    port: ports.control,
    handler: (request, response) => control.handle(request, response),
  }).catch(async error => {
    await Promise.all([sources.stop(), clusters.stop(), prometheus.stop()]);
    throw error;
  });
  const kubernetes = (name: ClusterName): KubernetesServer => {
    const server = clusters.find(name);
    if (!server) {
      throw new NotFoundError(`There is no cluster ${name}`);
    }
    return server;
  };

  let keeping = Promise.resolve();
  const keepOutages = (): Promise<void> => {
    keeping = keeping.catch(() => {}).then(() => sources.keepOutages());
    return keeping;
  };
  const timer = outages
    ? // A port that is taken at this moment is tried again at the next check.
      setInterval(() => keepOutages().catch(() => {}), OUTAGE_CHECK_INTERVAL_MS)
    : undefined;

  return {
    landscape,
    credentials: CREDENTIALS,
    clusterCredentials: CLUSTER_CREDENTIALS,
    urls: {
      control: `${endpoint.origin}/control`,
      catalog: `${endpoint.origin}/catalog/all.yaml`,
      jenkins: {
        main: sources.get('main').url,
        mobile: sources.get('mobile').url,
      },
      kubernetes: {
        'prod-eu': kubernetes('prod-eu').url,
        staging: kubernetes('staging').url,
      },
      prometheus: prometheus.url,
    },
    kubernetes,
    jenkins: name => sources.get(name),
    keepOutages,
    stop: async () => {
      clearInterval(timer);
      await keeping.catch(() => {});
      await Promise.all([
        endpoint.close(),
        sources.stop(),
        clusters.stop(),
        prometheus.stop(),
      ]);
    },
  };
}
