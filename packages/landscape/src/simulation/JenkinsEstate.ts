import { ConflictError, NotFoundError } from '@backstage/errors';
import { jobReference } from '../company/model';
import type { BranchPlan, InstanceName, JobPlan } from '../company/model';
import type {
  JenkinsAccess,
  JenkinsBranch,
  JenkinsItem,
  JenkinsJob,
} from '../jenkins';
import { JobHistory } from './JobHistory';
import type { JobTraits } from './JobTraits';

/** A job with its builds, and what was done to it since. */
export interface EstateJob {
  readonly plan: JobPlan;
  /** `main:shop/checkout-api` */
  readonly reference: string;
  missing: boolean;
  access: JenkinsAccess;
  /** Of the job, or of its branch; made when first asked for. */
  history(branch?: string): JobHistory;
}

interface Folder {
  readonly name: string;
  readonly folders: Map<string, Folder>;
  readonly jobs: JenkinsItem[];
}

/** Top folders that mirror an organization of the code host. */
const ORGANIZATION = /^fernway(-\d+)?$/;

/** All jobs of the company, and the controllers' items that show them as they are now. */
export class JenkinsEstate {
  readonly #clock: () => number;
  readonly #startAt: number;
  readonly #jobs = new Map<string, EstateJob>();
  readonly #roots = new Map<InstanceName, Folder>();

  private constructor(options: { clock: () => number; startAt: number }) {
    this.#clock = options.clock;
    this.#startAt = options.startAt;
  }

  static create(options: {
    jobs: readonly JobPlan[];
    clock: () => number;
    startAt: number;
  }): JenkinsEstate {
    const estate = new JenkinsEstate(options);
    options.jobs.forEach(plan => estate.add(plan));
    return estate;
  }

  /** The top of a controller. It stays the same object, and its content changes with time. */
  items(instance: InstanceName): readonly JenkinsItem[] {
    return itemsOf(this.#root(instance), []);
  }

  has(reference: string): boolean {
    return this.#jobs.has(reference);
  }

  find(reference: string): EstateJob {
    const job = this.#jobs.get(reference);
    if (!job) {
      throw new NotFoundError(`There is no job ${reference}`);
    }
    return job;
  }

  add(plan: JobPlan): EstateJob {
    const reference = jobReference(plan);
    if (this.#jobs.has(reference)) {
      throw new ConflictError(`There is a job ${reference} already`);
    }
    const job = createJob({ plan, reference, startAt: this.#startAt });
    this.#jobs.set(reference, job);
    let folder = this.#root(plan.instance);
    for (const name of plan.folder) {
      const inner = folder.folders.get(name) ?? createFolder(name);
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.jobs.push(jobItem(job, this.#clock));
    return job;
  }

  #root(instance: InstanceName): Folder {
    const root = this.#roots.get(instance) ?? createFolder(instance);
    this.#roots.set(instance, root);
    return root;
  }
}

function createFolder(name: string): Folder {
  return { name, folders: new Map(), jobs: [] };
}

function itemsOf(folder: Folder, above: readonly string[]): JenkinsItem[] {
  const inner = [...folder.folders.values()].map((child): JenkinsItem => {
    const isTop = above.length === 0;
    return {
      kind: isTop && ORGANIZATION.test(child.name) ? 'organization' : 'folder',
      name: child.name,
      get items() {
        return itemsOf(child, [...above, child.name]);
      },
    };
  });
  return [...inner, ...folder.jobs];
}

function createJob(options: {
  plan: JobPlan;
  reference: string;
  startAt: number;
}): EstateJob {
  const { plan, reference, startAt } = options;
  const histories = new Map<string, JobHistory>();
  return {
    plan,
    reference,
    missing: false,
    access: plan.access ?? 'read',
    history: branch => {
      const key = branch ?? '';
      const known = histories.get(key);
      if (known) {
        return known;
      }
      const traits = traitsFor(plan, branch);
      if (!traits) {
        throw new NotFoundError(
          branch === undefined
            ? `${reference} has no builds of its own`
            : `${reference} has no branch ${branch}`,
        );
      }
      const history = JobHistory.create({ traits, startAt });
      histories.set(key, history);
      return history;
    },
  };
}

function traitsFor(plan: JobPlan, branch?: string): JobTraits | undefined {
  return branch === undefined
    ? plan.traits
    : plan.branches?.find(({ name }) => name === branch)?.traits;
}

function jobItem(job: EstateJob, clock: () => number): JenkinsItem {
  const { plan } = job;
  // A job that was taken away answers as one that was never there.
  const access = (): JenkinsAccess => (job.missing ? 'none' : job.access);
  if (plan.branches) {
    const branches = plan.branches.map(branch =>
      branchItem({ job, branch, clock }),
    );
    return {
      kind: 'multibranch',
      name: plan.name,
      branches,
      get access() {
        return access();
      },
    };
  }
  const item: JenkinsJob = {
    kind: plan.traits?.kind ?? 'pipeline',
    name: plan.name,
    disabled: plan.disabled,
    configurations:
      plan.traits?.kind === 'matrix' ? ['OS=linux', 'OS=darwin'] : undefined,
    get access() {
      return access();
    },
    get builds() {
      return job.history().buildsAt(clock());
    },
    get queue() {
      return job.history().queueAt(clock());
    },
  };
  return item;
}

function branchItem(options: {
  job: EstateJob;
  branch: BranchPlan;
  clock: () => number;
}): JenkinsBranch {
  const { job, branch, clock } = options;
  const { name, dead, pullRequest } = branch;
  return {
    name,
    disabled: dead,
    pullRequest: pullRequest && {
      ...pullRequest,
      url: `https://git.fernway.example/${job.plan.name}/pull/${name.replace(
        'PR-',
        '',
      )}`,
    },
    get builds() {
      return job.history(name).buildsAt(clock());
    },
    get queue() {
      return job.history(name).queueAt(clock());
    },
  };
}
