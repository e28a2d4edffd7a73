import { InputError, NotFoundError } from '@backstage/errors';
import { CLUSTERS } from '../company/model';
import type { ClusterName, Service } from '../company/model';
import { Random } from '../company/Random';
import { unclaimedPlans, workloadPlans } from '../company/workloadPlans';
import type { ObjectStore } from '../kubernetes';
import { ClusterEstate } from './kubernetes/ClusterEstate';
import type {
  NodeIncidentKind,
  WorkloadIncident,
} from './kubernetes/incidents';
import { OPENING } from './kubernetes/opening';
import { Weather } from './kubernetes/Weather';
import { versionOf } from './kubernetes/Workload';
import type { Workload } from './kubernetes/Workload';

const MINUTE_MS = 60_000;
/** What happened before anybody looked. */
const PAST_MS = 100 * MINUTE_MS;
const PODS_PER_NODE_COUNT = 90;
const FEWEST_NODES: Readonly<Record<ClusterName, number>> = {
  'prod-eu': 6,
  staging: 3,
};

export interface KubernetesEstateOptions {
  readonly seed: number;
  readonly services: readonly Service[];
  readonly clock: () => number;
  readonly startAt: number;
  /** Whether nothing happens unless it is asked for. */
  readonly isQuiet: boolean;
  /** What a service's pipeline last built successfully, as a version. */
  readonly builtVersion: (options: {
    service: Service;
    at: number;
    exact: boolean;
  }) => string;
}

/** Where something happens in the clusters. */
export interface WorkloadPlace {
  /** Default: `prod-eu`. */
  readonly cluster?: string;
  /** Of the company's services; its first workload. */
  readonly service?: string;
  /** `checkout/checkout-api`, where it is another one. */
  readonly workload?: string;
}

/** The company's clusters. Each is made when it is first looked at, and moves on when it is looked at again. */
export class KubernetesEstate {
  readonly #options: KubernetesEstateOptions;
  readonly #estates = new Map<ClusterName, ClusterEstate>();

  private constructor(options: KubernetesEstateOptions) {
    this.#options = options;
  }

  static create(options: KubernetesEstateOptions): KubernetesEstate {
    return new KubernetesEstate(options);
  }

  /** As it is now. */
  store(name: ClusterName): ObjectStore {
    return this.#at(name).cluster.store;
  }

  /** Brings a cluster that was looked at before up to now. */
  advance(name: ClusterName): void {
    this.#estates.get(name)?.cluster.advance(this.#options.clock());
  }

  /** Makes something happen to a workload; returns which, as `prod-eu:checkout/checkout-api`. */
  incident(place: WorkloadPlace, incident: WorkloadIncident): string {
    const name = clusterName(place.cluster);
    const estate = this.#at(name);
    const workload = estate.find(this.#reference(place));
    estate.incident(workload, incident);
    const { namespace, name: own } = workload.plan;
    return `${name}:${namespace}/${own}`;
  }

  /** Makes something happen to a node, by default the first; returns which. */
  nodeIncident(options: {
    kind: NodeIncidentKind;
    cluster?: string;
    node?: string;
  }): string {
    const name = clusterName(options.cluster);
    const estate = this.#at(name);
    const node = options.node ?? estate.nodes.names[0];
    estate.nodeIncident(options.kind, node);
    return `${name}:${node}`;
  }

  /** A cluster with its simulation, for tests. */
  estate(name: ClusterName): ClusterEstate {
    return this.#at(name);
  }

  #at(name: ClusterName): ClusterEstate {
    const estate = this.#estates.get(name) ?? this.#make(name);
    estate.cluster.advance(this.#options.clock());
    return estate;
  }

  #reference({ service, workload }: WorkloadPlace): string {
    if (workload !== undefined) {
      return workload;
    }
    if (service === undefined) {
      throw new InputError('Name a service or a workload');
    }
    const known = this.#options.services.find(({ name }) => name === service);
    if (!known?.workload) {
      throw new NotFoundError(`${service} runs in no cluster`);
    }
    return `${known.system}/${known.name}`;
  }

  #make(name: ClusterName): ClusterEstate {
    const { services, builtVersion, isQuiet, startAt } = this.#options;
    const seed = String(this.#options.seed);
    const beginsAt = isQuiet ? startAt : startAt - PAST_MS;
    const owners = new Map<string, Service>();
    const plans = [
      ...services.flatMap(service => {
        if (!service.workload) {
          return [];
        }
        owners.set(`${service.system}/${service.name}`, service);
        // Ten thousand histories would take their time.
        const exact = service.workload === service.name;
        const version = builtVersion({ service, at: beginsAt, exact });
        return workloadPlans({ seed, service, cluster: name, version });
      }),
      ...unclaimedPlans(seed),
    ];
    const podsCount = plans.reduce((sum, { replicas }) => sum + replicas, 0);
    const estate = ClusterEstate.create({
      name,
      seed,
      startAt: beginsAt,
      nodes: Math.max(
        FEWEST_NODES[name],
        Math.ceil(podsCount / PODS_PER_NODE_COUNT),
      ),
      plans,
      isQuiet,
    });
    this.#estates.set(name, estate);
    if (!isQuiet) {
      this.#enliven({ name, estate, owners });
    }
    return estate;
  }

  #enliven(options: {
    name: ClusterName;
    estate: ClusterEstate;
    owners: ReadonlyMap<string, Service>;
  }): void {
    const { name, estate, owners } = options;
    const spared = new Set<Workload>();
    OPENING.filter(({ cluster }) => cluster === name).forEach(opening => {
      const reference = estate.workloads.find(
        ({ plan }) => plan.name === opening.service,
      );
      if (reference) {
        spared.add(reference);
        estate.cluster.after(PAST_MS - opening.minutesAgo * MINUTE_MS, () =>
          estate.incident(reference, opening.incident),
        );
      }
    });
    const isProduction = name === 'prod-eu';
    Weather.begin({
      estate,
      chances: Random.create(this.#options.seed, 'weather', name),
      troubleEveryMinutes: isProduction ? 7 : 4,
      rolloutEveryMinutes: isProduction ? 3 : 1.5,
      newestVersion: (workload, now) => {
        const { namespace, name: own } = workload.plan;
        const service = owners.get(`${namespace}/${own}`);
        const version =
          service &&
          this.#options.builtVersion({ service, at: now, exact: true });
        return version === versionOf(workload.template) ? undefined : version;
      },
      isSpared: workload => spared.has(workload),
    });
  }
}

function clusterName(name = 'prod-eu'): ClusterName {
  const known = CLUSTERS.find(
    cluster => cluster === name.replace(/^kubernetes\//, ''),
  );
  if (!known) {
    throw new NotFoundError(`There is no cluster ${name}`);
  }
  return known;
}
