import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { jobReference } from './company/model';
import type {
  ClusterName,
  Company,
  InstanceName,
  JobPlan,
  Service,
} from './company/model';
import { planCompany } from './company/planCompany';
import { Random } from './company/Random';
import { traitsOf } from './company/traits';
import type { JenkinsItem } from './jenkins';
import type { ObjectStore } from './kubernetes';
import { builtVersion } from './simulation/builtVersion';
import { applyIncident } from './simulation/incidents';
import type { JobIncident } from './simulation/incidents';
import { JenkinsEstate } from './simulation/JenkinsEstate';
import type {
  NodeIncidentKind,
  WorkloadIncident,
} from './simulation/kubernetes/incidents';
import { KubernetesEstate } from './simulation/KubernetesEstate';
import type { WorkloadPlace } from './simulation/KubernetesEstate';

export interface LandscapeOptions {
  /** The same seed, count and start give the same company and the same future. */
  readonly seed: number;
  /** Default 60. */
  readonly services?: number;
  /** When time begins, epoch milliseconds; default: now. */
  readonly startAt?: number;
  /** Epoch milliseconds; default: the system's clock. */
  readonly clock?: () => number;
  /** Whether the clusters stand still unless something is asked for; default false. */
  readonly quietClusters?: boolean;
}

export interface NewService {
  readonly name: string;
  /** Default: `team-checkout`. */
  readonly owner?: string;
  readonly system?: string;
  /** Written as they are; without them it gets a job and an annotation that names it. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What happened on request. */
export interface IncidentReport {
  readonly kind: string;
  readonly service?: string;
  /** `main:shop/checkout-api` */
  readonly job: string;
  readonly branch?: string;
  readonly build?: number;
  readonly at: number;
}

/** What happened in a cluster on request. */
export interface ClusterIncidentReport {
  readonly kind: string;
  readonly service?: string;
  /** `prod-eu:checkout/checkout-api` */
  readonly workload?: string;
  /** `prod-eu:prod-eu-pool-7d2a-0` */
  readonly node?: string;
  readonly at: number;
}

const DEFAULT_SERVICES_COUNT = 60;

/**
 * The make-believe company: who and what there is, and what its pipelines do as time goes by. It
 * knows no network; the servers show it.
 */
export class Landscape {
  readonly seed: number;
  readonly startAt: number;
  readonly #clock: () => number;
  readonly #company: Company;
  readonly #estate: JenkinsEstate;
  readonly #clusters: KubernetesEstate;
  readonly #services: Map<string, Service>;
  readonly #chances: Random;
  #revision = 0;

  private constructor(options: LandscapeOptions) {
    this.seed = options.seed;
    this.#clock = options.clock ?? Date.now;
    this.startAt = options.startAt ?? this.#clock();
    this.#company = planCompany({
      seed: options.seed,
      services: options.services ?? DEFAULT_SERVICES_COUNT,
    });
    this.#services = new Map(
      this.#company.services.map(service => [service.name, service]),
    );
    this.#estate = JenkinsEstate.create({
      jobs: this.#company.services.flatMap(({ jobs }) => jobs),
      clock: this.#clock,
      startAt: this.startAt,
    });
    this.#clusters = KubernetesEstate.create({
      seed: options.seed,
      services: this.#company.services,
      clock: this.#clock,
      startAt: this.startAt,
      isQuiet: options.quietClusters ?? false,
      builtVersion: build => builtVersion({ ...build, estate: this.#estate }),
    });
    this.#chances = Random.create(options.seed, 'incidents');
  }

  /** @internal Use {@link createLandscape}. */
  static create(options: LandscapeOptions): Landscape {
    return new Landscape(options);
  }

  now(): number {
    return this.#clock();
  }

  /** Changes whenever the catalog would. */
  get revision(): number {
    return this.#revision;
  }

  /** Domains, systems, teams and people never change. */
  get company(): Omit<Company, 'services'> {
    return this.#company;
  }

  services(): readonly Service[] {
    return [...this.#services.values()];
  }

  service(name: string): Service {
    const service = this.#services.get(name);
    if (!service) {
      throw new NotFoundError(`There is no service ${name}`);
    }
    return service;
  }

  /** What a Jenkins controller has; its builds are read at the time they are looked at. */
  jenkinsItems(instance: InstanceName): readonly JenkinsItem[] {
    return this.#estate.items(instance);
  }

  /** What a cluster has now. It is made when it is first asked for. */
  clusterObjects(cluster: ClusterName): ObjectStore {
    return this.#clusters.store(cluster);
  }

  /** Lets time pass in a cluster, where somebody has looked at it. */
  advanceCluster(cluster: ClusterName): void {
    this.#clusters.advance(cluster);
  }

  /** Makes something happen to a workload now: the one named, or a service's first. */
  workloadIncident(
    incident: WorkloadIncident & WorkloadPlace,
  ): ClusterIncidentReport {
    const { kind, service } = incident;
    const workload = this.#clusters.incident(incident, incident);
    return { kind, service, workload, at: this.now() };
  }

  /** Makes something happen to a node now: the one named, or the first. */
  nodeIncident(incident: {
    kind: NodeIncidentKind;
    cluster?: string;
    node?: string;
  }): ClusterIncidentReport {
    const node = this.#clusters.nodeIncident(incident);
    return { kind: incident.kind, node, at: this.now() };
  }

  /** Makes something happen to a job now: the one named, a service's first, or any. */
  incident(
    incident: JobIncident & { service?: string; job?: string },
  ): IncidentReport {
    const { kind, branch } = incident;
    const reference = incident.job ?? this.#firstJob(incident.service);
    const service = incident.service ?? this.#serviceOf(reference);
    const job = this.#estate.find(reference);
    const build = applyIncident({ job, incident, now: this.now() });
    return { kind, service, job: reference, branch, build, at: this.now() };
  }

  addService(added: NewService): Service {
    const { name, owner = 'team-checkout', system = 'checkout' } = added;
    if (this.#services.has(name)) {
      throw new ConflictError(`There is a service ${name} already`);
    }
    const jobs = added.annotations ? [] : [this.#newJob(name, owner)];
    const service: Service = {
      name,
      description: 'Joined while everybody watched',
      type: 'service',
      lifecycle: 'experimental',
      owner,
      system,
      tags: [],
      role: 'plain',
      jobs,
      annotations: added.annotations ?? {
        'jenkins.io/job-full-name': jobReference(jobs[0]),
      },
    };
    return this.#put(service);
  }

  /** The entity goes, its jobs stay as they would. */
  deleteService(name: string): void {
    this.service(name);
    this.#services.delete(name);
    this.#revision += 1;
  }

  reownService(name: string, owner: string): Service {
    return this.#put({ ...this.service(name), owner });
  }

  annotateService(
    name: string,
    annotations: Readonly<Record<string, string>>,
  ): Service {
    return this.#put({ ...this.service(name), annotations });
  }

  #put(service: Service): Service {
    this.#services.set(service.name, service);
    this.#revision += 1;
    return service;
  }

  #newJob(name: string, owner: string): JobPlan {
    const authors = this.#company.people
      .filter(({ teams }) => teams.includes(owner))
      .map(person => person.name);
    const plan: JobPlan = {
      instance: 'main',
      folder: ['shop'],
      name,
      traits: traitsOf({
        seed: `${this.seed}/${name}`,
        kind: 'pipeline',
        temper: 'busy',
        authors: authors.length > 0 ? authors : ['Mira Okafor'],
        pace: 1,
      }),
    };
    // A service that comes back finds its job still there.
    if (!this.#estate.has(jobReference(plan))) {
      this.#estate.add(plan);
    }
    return plan;
  }

  #serviceOf(reference: string): string | undefined {
    return this.services().find(({ jobs }) =>
      jobs.some(job => jobReference(job) === reference),
    )?.name;
  }

  #firstJob(service: string | undefined): string {
    const candidates = (
      service === undefined ? this.services() : [this.service(service)]
    ).filter(({ jobs, role }) =>
      service === undefined
        ? jobs.length > 0 && (role === 'plain' || role === 'several-jobs')
        : jobs.length > 0,
    );
    if (candidates.length === 0) {
      throw new InputError(
        service === undefined
          ? 'No service has a job'
          : `${service} has no job`,
      );
    }
    return jobReference(this.#chances.pick(candidates).jobs[0]);
  }
}

/** Plans a company and lets its time begin. */
export function createLandscape(options: LandscapeOptions): Landscape {
  return Landscape.create(options);
}
