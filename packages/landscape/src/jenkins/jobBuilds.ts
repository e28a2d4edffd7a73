import type { JenkinsBuild } from './items';
import type { LeafJob, Located } from './located';

/** A build together with its job. */
export interface LocatedBuild {
  readonly build: JenkinsBuild;
  readonly job: Located<LeafJob>;
  readonly url: string;
}

export function locateBuild(
  job: Located<LeafJob>,
  build: JenkinsBuild,
): LocatedBuild {
  return { build, job, url: `${job.view.rootUrl}${job.path}${build.number}/` };
}

/** Newest first. */
export function buildsOf(job: Located<LeafJob>): readonly JenkinsBuild[] {
  return job.item.builds ?? [];
}

export function isRunning(build: JenkinsBuild): boolean {
  return build.result === undefined;
}

const PERMALINKS: {
  readonly [name: string]: (build: JenkinsBuild) => boolean;
} = {
  lastBuild: () => true,
  lastCompletedBuild: build => !isRunning(build),
  lastFailedBuild: build => build.result === 'FAILURE',
  lastStableBuild: build => build.result === 'SUCCESS',
  // Jenkins calls an unstable build successful too.
  lastSuccessfulBuild: build =>
    build.result === 'SUCCESS' || build.result === 'UNSTABLE',
  lastUnstableBuild: build => build.result === 'UNSTABLE',
  lastUnsuccessfulBuild: build =>
    !isRunning(build) && build.result !== 'SUCCESS',
};

/** The build behind `lastBuild`, `lastCompletedBuild` … or a number. */
export function findBuild(
  job: Located<LeafJob>,
  id: string,
): JenkinsBuild | undefined {
  const matches = Object.hasOwn(PERMALINKS, id)
    ? PERMALINKS[id]
    : (build: JenkinsBuild) => String(build.number) === id;
  return buildsOf(job).find(matches);
}

const ESTIMATE_BUILD_COUNT = 3;

/** Milliseconds, -1 where nothing is known: the mean of the last good builds before it. */
export function estimatedDuration({ build, job }: LocatedBuild): number {
  if (build.estimatedMs !== undefined) {
    return build.estimatedMs;
  }
  const durations = buildsOf(job)
    .filter(
      earlier =>
        earlier.number < build.number &&
        PERMALINKS.lastSuccessfulBuild(earlier),
    )
    .slice(0, ESTIMATE_BUILD_COUNT)
    .map(earlier => earlier.durationMs ?? 0);
  const total = durations.reduce((sum, duration) => sum + duration, 0);
  return durations.length ? Math.round(total / durations.length) : -1;
}
