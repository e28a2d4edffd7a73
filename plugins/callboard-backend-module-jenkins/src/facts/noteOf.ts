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
  let cause: string | null | undefined;
  let user: string | null | undefined;
  let tests: RunNote['r'];
  for (const action of actions) {
    for (const { shortDescription, userName } of action.causes ?? []) {
      cause ||= shortDescription;
      user ||= userName;
    }
    tests ??= testsOf(action);
  }
  const commit = commitOf(actions, path);
  const actor = user ?? authorOf(build, commit);
  return {
    n: build.number,
    t: build.timestamp,
    ...(build.building && { b: true }),
    ...(cause && { c: short(cause, MAX_CAUSE_LENGTH_COUNT) }),
    ...(commit && { s: commit }),
    ...(actor && { a: short(actor, MAX_ACTOR_LENGTH_COUNT) }),
    ...(tests && { r: tests }),
  };
}

/** Nearly all are short and plain, and there are many. */
function short(text: string, max: number): string {
  return text.length <= max && /^[\x20-\x7e]*$/.test(text)
    ? text
    : plainText(text, max);
}

/**
 * The commit that was built. A pipeline that loads shared libraries has one checkout for each
 * repository; where its name does not tell which is the job's own, none is better than a wrong one.
 */
function commitOf(
  actions: readonly JenkinsAction[],
  path: readonly string[],
): string | undefined {
  let only: string | undefined;
  for (const { lastBuiltRevision } of actions) {
    const commit = lastBuiltRevision?.SHA1;
    if (commit && /^[0-9a-f]{7,64}$/i.test(commit)) {
      if (only !== undefined && only !== commit) {
        return ownCommit(actions, path);
      }
      only = commit;
    }
  }
  return only;
}

/** The commit of the repository that is called like the job, its project or its folder. */
function ownCommit(
  actions: readonly JenkinsAction[],
  path: readonly string[],
): string | undefined {
  const names = new Set(path.map(name => name.toLowerCase()));
  const own = actions.filter(
    ({ lastBuiltRevision, remoteUrls }) =>
      lastBuiltRevision?.SHA1 &&
      remoteUrls?.some(url => names.has(repositoryOf(url))),
  );
  return own.length === 1
    ? own[0].lastBuiltRevision?.SHA1 ?? undefined
    : undefined;
}

/** `checkout` of `git@example.com:shop/checkout.git`. */
function repositoryOf(remoteUrl: string): string {
  const end = remoteUrl.split(/[/:]/).at(-1) ?? '';
  return end.replace(/\.git$/, '').toLowerCase();
}

/** The author of the commit; of the newest one that came in where Jenkins does not list it. */
function authorOf(
  build: JenkinsBuild | JenkinsLastBuild,
  commit: string | undefined,
): string | undefined {
  if (!commit || !('changeSets' in build || 'changeSet' in build)) {
    return undefined;
  }
  const sets = [build.changeSet, ...(build.changeSets ?? [])];
  const items = sets.flatMap(set => set?.items ?? []);
  const item =
    items.find(({ commitId }) => commitId === commit) ?? items.at(-1);
  return item?.author?.fullName ?? undefined;
}

function testsOf(action: JenkinsAction): RunNote['r'] | undefined {
  const { totalCount, failCount, skipCount } = action;
  return typeof totalCount === 'number' && typeof failCount === 'number'
    ? { failed: failCount, skipped: skipCount ?? 0, total: totalCount }
    : undefined;
}
