import type { JobTraits } from '../simulation/JobTraits';

/** The two Jenkins controllers of the company. */
export const INSTANCES = ['main', 'mobile'] as const;

export type InstanceName = (typeof INSTANCES)[number];

/** The two Kubernetes clusters of the company; the second is not production. */
export const CLUSTERS = ['prod-eu', 'staging'] as const;

export type ClusterName = (typeof CLUSTERS)[number];

export interface Person {
  /** `ana.petrov` */
  readonly id: string;
  readonly name: string;
  readonly teams: readonly string[];
}

export interface Team {
  readonly name: string;
  readonly title: string;
}

export interface System {
  readonly name: string;
  readonly title: string;
  readonly owner: string;
  readonly domain: string;
}

export interface Domain {
  readonly name: string;
  readonly title: string;
  readonly owner: string;
}

/** A branch of a multibranch project, with its builds. */
export interface BranchPlan {
  /** As the code host calls it. */
  readonly name: string;
  readonly traits: JobTraits;
  /** Gone from the code host; Jenkins shows it disabled until it tidies up. */
  readonly dead?: boolean;
  readonly pullRequest?: { readonly title: string; readonly author: string };
}

/** A job of a Jenkins controller: its place, and either builds or branches. */
export interface JobPlan {
  readonly instance: InstanceName;
  /** Folders from the top: `['platform', 'edge']`. */
  readonly folder: readonly string[];
  readonly name: string;
  readonly disabled?: boolean;
  readonly access?: 'discover' | 'none';
  readonly traits?: JobTraits;
  readonly branches?: readonly BranchPlan[];
}

/** Why a service is in the cast; what tests and demos look for. */
export const ROLES = [
  'plain',
  'unconnected',
  'waived',
  'near-name',
  'unknown-instance',
  'forbidden',
  'unreadable',
  'ambiguous',
  'hostile',
  'default-branch',
  'github-folder',
  'whole-folder',
  'several-jobs',
  'two-instances',
  'disabled',
  'never-built',
  'abandoned',
] as const;

export type Role = (typeof ROLES)[number];

export interface Service {
  readonly name: string;
  readonly title?: string;
  readonly description: string;
  readonly type: 'service' | 'website' | 'library';
  readonly lifecycle: 'production' | 'experimental' | 'deprecated';
  /** A team's name, or a person's where it is wrongly owned. */
  readonly owner: string;
  readonly system: string;
  readonly tags: readonly string[];
  readonly role: Role;
  readonly jobs: readonly JobPlan[];
  /** The member of the cast that it plays in the clusters; absent where it runs in none. */
  readonly workload?: string;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface Company {
  readonly domains: readonly Domain[];
  readonly systems: readonly System[];
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  readonly services: readonly Service[];
}

/** `main:shop/checkout-api`, as an annotation names a job. */
export function jobReference(job: {
  readonly instance: string;
  readonly folder: readonly string[];
  readonly name: string;
}): string {
  return `${job.instance}:${[...job.folder, job.name].join('/')}`;
}
