import type { JobTraits } from '../simulation/JobTraits';
import type { CastMember } from './cast';
import type { BranchPlan, InstanceName, JobPlan } from './model';
import { Random } from './Random';
import { abandoned, branchTraits, deadBranchTraits, traitsOf } from './traits';

const BRANCHES = [
  'feature/express-checkout',
  'feature/new-address-form',
  'fix/rounding',
  'chore/dependencies',
  'feature/réservation',
  'spike/async-events',
];
const PULL_REQUESTS = [
  'Retry the carrier call',
  'Move to the new price list',
  'Fewer queries for the basket',
  'Drop the old login',
];

export interface JobPlanOptions {
  readonly seed: string;
  readonly member: CastMember;
  /** Name of the service, which its job shares. */
  readonly service: string;
  readonly authors: readonly string[];
  readonly pace: number;
  /** Number of the folder set, so that folders stay small: `shop-3`. */
  readonly block: number;
}

interface Place {
  readonly instance: InstanceName;
  readonly folder: readonly string[];
}

function placeOf(place: string, block: number): Place {
  const [instance, path] = place.startsWith('mobile:')
    ? (['mobile', place.slice('mobile:'.length)] as const)
    : (['main', place] as const);
  const [top, ...inner] = path.split('/');
  return { instance, folder: [block ? `${top}-${block}` : top, ...inner] };
}

function branchesOf(options: JobPlanOptions): readonly BranchPlan[] {
  const { seed, member, authors, pace } = options;
  const chances = Random.create(seed, 'branches');
  const primary = chances.weigh({ main: 8, master: 2, trunk: 1 });
  const named = (name: string): JobTraits =>
    branchTraits({ seed: `${seed}#${name}`, authors, pace, branch: name });
  const decides = (name: string): BranchPlan => ({
    name,
    traits: traitsOf({
      seed: `${seed}#${name}`,
      kind: 'pipeline',
      temper: member.temper,
      authors,
      pace,
      branch: name,
    }),
  });
  const deciding =
    member.role === 'ambiguous' || member.role === 'default-branch'
      ? ['develop', 'release/2.x']
      : [primary];
  const feature = chances.pick(BRANCHES);
  const title = chances.pick(PULL_REQUESTS);
  return [
    ...deciding.map(decides),
    { name: feature, traits: named(feature) },
    {
      name: `PR-${chances.whole(12, 640)}`,
      traits: named('pull-request'),
      pullRequest: { title, author: chances.pick(authors) },
    },
    ...(chances.chance(0.3)
      ? [
          {
            name: 'hotfix/old',
            traits: deadBranchTraits(named('hotfix/old')),
            dead: true,
          },
        ]
      : []),
  ];
}

function mainJob(options: JobPlanOptions): JobPlan {
  const { seed, member, service, authors, pace, block } = options;
  const place = placeOf(member.place, block);
  if (member.shape === 'multibranch') {
    return { ...place, name: service, branches: branchesOf(options) };
  }
  const { shape: kind, temper, role } = member;
  const traits = traitsOf({ seed, kind, temper, authors, pace });
  switch (role) {
    case 'disabled':
      return {
        ...place,
        name: service,
        disabled: true,
        traits: abandoned(traits),
      };
    case 'abandoned':
      return { ...place, name: service, traits: abandoned(traits) };
    case 'never-built':
      return {
        ...place,
        name: service,
        traits: { ...traits, neverBuilt: true },
      };
    case 'forbidden':
      return { ...place, name: service, access: 'discover', traits };
    case 'unreadable':
      return { ...place, name: service, access: 'none', traits };
    default:
      return { ...place, name: service, traits };
  }
}

function extraJob(
  options: JobPlanOptions,
  extra: { place: string; suffix: string; kind: JobTraits['kind'] },
): JobPlan {
  const { seed, service, authors, pace, block } = options;
  return {
    ...placeOf(extra.place, block),
    name: `${service}-${extra.suffix}`,
    traits: traitsOf({
      seed: `${seed}#${extra.suffix}`,
      kind: extra.kind,
      temper: 'steady',
      authors,
      pace,
    }),
  };
}

/** The jobs of a service, the one that it is named after first. */
export function jobPlans(options: JobPlanOptions): readonly JobPlan[] {
  const { member } = options;
  if (member.place === '') {
    return [];
  }
  switch (member.role) {
    case 'several-jobs':
      return [
        mainJob(options),
        extraJob(options, {
          place: 'shop',
          suffix: 'smoke',
          kind: 'freestyle',
        }),
        extraJob(options, {
          place: 'shop',
          suffix: 'deploy',
          kind: 'pipeline',
        }),
      ];
    case 'two-instances':
      return [
        mainJob(options),
        extraJob(options, {
          place: 'shop',
          suffix: 'contract',
          kind: 'pipeline',
        }),
      ];
    case 'whole-folder':
      return [
        mainJob(options),
        extraJob(options, {
          place: member.place,
          suffix: 'images',
          kind: 'freestyle',
        }),
      ];
    default:
      return [mainJob(options)];
  }
}
