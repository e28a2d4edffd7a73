import { InputError } from '@backstage/errors';
import { CLUSTERS } from '../company/model';
import type { ClusterName } from '../company/model';
import { KubernetesServer } from '../kubernetes';
import type { ObjectStore } from '../kubernetes';
import { clusterFaultOf } from './requests';
import type { SourceIncident } from './requests';

/** What every cluster lets in. No secret: the company is make-believe. */
export const CLUSTER_CREDENTIALS = {
  token: 'landscape-token-not-a-secret',
  user: 'system:serviceaccount:callboard:callboard',
} as const;

interface ClustersOptions {
  readonly objects: (cluster: ClusterName) => ObjectStore;
  readonly advance: (cluster: ClusterName) => void;
  readonly ports: Readonly<Partial<Record<ClusterName, number>>>;
  readonly clock: () => number;
}

/** The API servers of the company's clusters, and how they are made to misbehave. */
export class Clusters {
  readonly #servers: ReadonlyMap<ClusterName, KubernetesServer>;
  readonly #objects: ClustersOptions['objects'];

  private constructor(
    servers: ReadonlyMap<ClusterName, KubernetesServer>,
    options: ClustersOptions,
  ) {
    this.#servers = servers;
    this.#objects = options.objects;
  }

  static async start(options: ClustersOptions): Promise<Clusters> {
    const servers = new Map<ClusterName, KubernetesServer>();
    try {
      for (const name of CLUSTERS) {
        const server = await KubernetesServer.start({
          name,
          store: () => options.objects(name),
          advance: () => options.advance(name),
          auth: CLUSTER_CREDENTIALS,
          clock: options.clock,
          port: options.ports[name],
        });
        servers.set(name, server);
      }
    } catch (error) {
      await Promise.all([...servers.values()].map(server => server.stop()));
      throw error;
    }
    return new Clusters(servers, options);
  }

  async stop(): Promise<void> {
    await Promise.all(this.all().map(server => server.stop()));
  }

  /** By name, with or without the type: `prod-eu`, `kubernetes/prod-eu`. */
  find(name: string): KubernetesServer | undefined {
    const cluster = CLUSTERS.find(
      known => known === name.replace(/^kubernetes\//, ''),
    );
    return cluster && this.#servers.get(cluster);
  }

  all(): readonly KubernetesServer[] {
    return [...this.#servers.values()];
  }

  /** Makes it happen to the API server of a cluster. */
  async apply(
    server: KubernetesServer,
    incident: SourceIncident,
  ): Promise<void> {
    const {
      kind,
      resource,
      reason = 'forbidden',
      verbs,
      namespaces,
    } = incident;
    switch (kind) {
      case 'source-compacted':
        this.#objects(server.name as ClusterName).compact();
        return;
      case 'source-watches-dropped':
        server.dropWatches();
        return;
      case 'source-allowed':
        server.setRefusals([]);
        return;
      case 'source-forbidden':
        if (!resource) {
          throw new InputError('Name the resource that is forbidden');
        }
        server.setRefusals([
          ...server.refusals,
          { resource, reason, verbs, where: namespaces },
        ]);
        return;
      default: {
        const fault = clusterFaultOf(incident);
        if (!fault) {
          throw new InputError(`${kind} does not happen to clusters`);
        }
        await server.setFault(fault);
      }
    }
  }
}
