import { plainText } from '@callboard/plugin-callboard-common';
import type {
  JenkinsAction,
  JenkinsBuild,
  JenkinsLastBuild,
} from '../api/schemas';
import type { RunNote } from './RunNote';

const MAX_CAUSE_LENGTH_COUNT = 100;
const MAX_ACTOR_LENGTH_COUNT = 60;

/** What a run tells of where it came from and of its tests. */
export function noteOf(
  build: JenkinsBuild | JenkinsLastBuild,
  path: readonly string[],
): RunNote {
  const actions = build.actions ?? [];
  const causes = actions.flatMap(action => action.causes ?? []);
  const cause = causes.find(({ shortDescription }) => shortDescription);
  const commit = commitOf(actions, path);
  const actor =
    causes.find(({ userName }) => userName)?.userName ??
    authorOf(build, commit);
  const tests = testsOf(actions);
  return {
    n: build.number,
    t: build.timestamp,
    ...(build.building ? { b: true } : {}),
    ...(cause?.shortDescription && {
      c: plainText(cause.shortDescription, MAX_CAUSE_LENGTH_COUNT),
    }),
    ...(commit && { s: commit }),
    ...(actor && { a: plainText(actor, MAX_ACTOR_LENGTH_COUNT) }),
    ...(tests && { r: tests }),
  };
}

/**
 * The commit that was built. A pipeline that loads shared libraries has one checkout for each
 * repository; where its name does not tell which is the job's own, none is better than a wrong one.
 */
function commitOf(
  actions: readonly JenkinsAction[],
  path: readonly string[],
): string | undefined {
  const checkouts = actions.flatMap(({ lastBuiltRevision, remoteUrls }) => {
    const commit = lastBuiltRevision?.SHA1;
    return commit && /^[0-9a-f]{7,64}$/i.test(commit)
      ? [{ commit, repositories: (remoteUrls ?? []).map(repositoryOf) }]
      : [];
  });
  const commits = new Set(checkouts.map(({ commit }) => commit));
  if (commits.size <= 1) {
    return checkouts[0]?.commit;
  }
  const names = new Set(path.map(name => name.toLowerCase()));
  const own = checkouts.filter(({ repositories }) =>
    repositories.some(name => names.has(name)),
  );
  return own.length === 1 ? own[0].commit : undefined;
}

/** `checkout` of `git@example.com:shop/checkout.git`. */
function repositoryOf(remoteUrl: string): string {
  const end = remoteUrl.split(/[/:]/).at(-1) ?? '';
  return end.replace(/\.git$/, '').toLowerCase();
}

function authorOf(
  build: JenkinsBuild | JenkinsLastBuild,
  commit: string | undefined,
): string | undefined {
  if (!('changeSets' in build) && !('changeSet' in build)) {
    return undefined;
  }
  const sets = [build.changeSet, ...(build.changeSets ?? [])];
  const items = sets.flatMap(set => set?.items ?? []);
  const item =
    items.find(({ commitId }) => commit && commitId === commit) ??
    (commit === undefined ? undefined : items.at(-1));
  return item?.author?.fullName ?? undefined;
}

function testsOf(actions: readonly JenkinsAction[]): RunNote['r'] {
  const report = actions.find(
    ({ totalCount, failCount }) =>
      typeof totalCount === 'number' && typeof failCount === 'number',
  );
  return report
    ? {
        failed: report.failCount ?? 0,
        skipped: report.skipCount ?? 0,
        total: report.totalCount ?? 0,
      }
    : undefined;
}
