import { jobReference } from '../company/model';
import type { JobPlan } from '../company/model';
import { Random } from '../company/Random';
import { traitsOf } from '../company/traits';
import type { JenkinsItem } from '../jenkins';
import { JenkinsEstate } from './JenkinsEstate';

const KINDS = ['pipeline', 'pipeline', 'freestyle'] as const;
const TEMPERS = {
  busy: 2,
  steady: 10,
  slow: 3,
  broken: 1,
  unstable: 1,
} as const;

/**
 * Folders full of jobs with builds, for a `JenkinsServer` in a benchmark: `folder-1/job-1` and so
 * on. Where the clock stands still nothing changes.
 */
export function createJenkinsFolders(options: {
  readonly seed: number;
  readonly folders: number;
  readonly jobsPerFolder: number;
  readonly clock: () => number;
}): {
  readonly items: readonly JenkinsItem[];
  /** Full names of all jobs: `folder-1/job-1`. */
  readonly fullNames: readonly string[];
} {
  const { seed, folders, jobsPerFolder, clock } = options;
  const jobs = Array.from(
    { length: folders * jobsPerFolder },
    (_, index): JobPlan => {
      const folder = `folder-${1 + Math.floor(index / jobsPerFolder)}`;
      const name = `job-${1 + (index % jobsPerFolder)}`;
      const chances = Random.create(seed, folder, name);
      return {
        instance: 'main',
        folder: [folder],
        name,
        traits: traitsOf({
          seed: `${seed}/${folder}/${name}`,
          kind: chances.pick(KINDS),
          temper: chances.weigh(TEMPERS),
          authors: ['Ana Petrov', 'Jonas Weber'],
          pace: 1,
        }),
      };
    },
  );
  const estate = JenkinsEstate.create({ jobs, clock, startAt: clock() });
  return {
    items: estate.items('main'),
    fullNames: jobs.map(job => jobReference(job).replace(/^main:/, '')),
  };
}
