import type { JobTraits } from '../simulation/JobTraits';
import type { Temper } from './cast';
import { Random } from './Random';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** So long ago that one night was missed. */
const MISSED_MS = 40 * HOUR_MS;

interface TraitsOptions {
  readonly seed: string;
  readonly kind: JobTraits['kind'];
  readonly temper: Temper;
  readonly authors: readonly string[];
  readonly branch?: string;
  /** Longer gaps for a large company, so that changes per minute stay bearable. */
  readonly pace: number;
}

type Tempered = Pick<JobTraits, 'periodMs' | 'usualMs' | 'troubleChance'> &
  Partial<JobTraits>;

function tempered(temper: Temper, chances: Random): Tempered {
  const normal = {
    periodMs: chances.between(18, 32) * MINUTE_MS,
    usualMs: chances.between(2, 7) * MINUTE_MS,
    troubleChance: 0.3,
  };
  switch (temper) {
    case 'busy':
      return {
        periodMs: chances.between(5, 9) * MINUTE_MS,
        usualMs: chances.between(1, 2.5) * MINUTE_MS,
        troubleChance: 0.25,
      };
    case 'slow':
      return {
        periodMs: chances.between(3, 6) * HOUR_MS,
        usualMs: chances.between(15, 30) * MINUTE_MS,
        troubleChance: 0.15,
      };
    case 'nightly':
    case 'missed':
      return {
        periodMs: DAY_MS,
        usualMs: chances.between(20, 50) * MINUTE_MS,
        troubleChance: temper === 'missed' ? 0 : 0.2,
        idleMs: temper === 'missed' ? MISSED_MS : undefined,
      };
    case 'broken':
      return { ...normal, opening: opening('broken', 1, 5, chances) };
    case 'unstable':
      return { ...normal, opening: opening('unstable', 0.5, 3, chances) };
    case 'aborting':
      return {
        ...normal,
        periodMs: 15 * MINUTE_MS,
        opening: { mood: 'aborting', agoMs: 75 * MINUTE_MS },
      };
    case 'flaky':
      return {
        ...normal,
        periodMs: 7 * MINUTE_MS,
        usualMs: 1.5 * MINUTE_MS,
        troubleChance: 1,
        troubles: { flaky: 1 },
      };
    case 'overdue':
      return { ...normal, opening: opening('overdue', 1.5, 3, chances) };
    case 'queued':
      return {
        ...normal,
        opening: opening('stuck-in-queue', 0.3, 0.6, chances),
      };
    case 'asking':
      return {
        periodMs: 3 * HOUR_MS,
        usualMs: 8 * MINUTE_MS,
        troubleChance: 0.5,
        troubles: { 'waiting-for-input': 1 },
        opening: opening('waiting-for-input', 4.5, 6, chances),
      };
    default:
      return normal;
  }
}

function opening(
  mood: NonNullable<JobTraits['opening']>['mood'],
  fromHours: number,
  toHours: number,
  chances: Random,
): JobTraits['opening'] {
  return { mood, agoMs: chances.between(fromHours, toHours) * HOUR_MS };
}

/** The traits that make a job behave after its temper. */
export function traitsOf(options: TraitsOptions): JobTraits {
  const { seed, kind, temper, authors, branch, pace } = options;
  const chances = Random.create(seed, 'traits');
  const base = tempered(temper, chances);
  return {
    ...base,
    seed,
    kind,
    authors,
    branch,
    periodMs: Math.round(base.periodMs * (base.periodMs < DAY_MS ? pace : 1)),
    usualMs: Math.round(base.usualMs),
    testCount: chances.chance(0.75) ? chances.whole(80, 1_400) : 0,
    firstNumber: chances.whole(12, 900),
  };
}

/** Of a branch that few look at: built now and then, red more often. */
export function branchTraits(
  options: Omit<TraitsOptions, 'temper' | 'kind'> & { branch: string },
): JobTraits {
  const traits = traitsOf({ ...options, kind: 'pipeline', temper: 'slow' });
  return {
    ...traits,
    usualMs: Math.round(traits.usualMs / 4),
    troubleChance: 0.6,
    troubles: { broken: 3, unstable: 1 },
    firstNumber: 1 + (traits.firstNumber % 40),
  };
}

/** Of a branch that is gone: nothing was built for a while. */
export function deadBranchTraits(traits: JobTraits): JobTraits {
  return { ...traits, idleMs: 9 * DAY_MS };
}

/** Last built well over a month ago, and red. */
export function abandoned(traits: JobTraits): JobTraits {
  return {
    ...traits,
    idleMs: 40 * DAY_MS,
    opening: { mood: 'broken', agoMs: 3 * traits.periodMs },
  };
}
