import { plainText } from '@callboard/plugin-callboard-common';
import {
  readActions,
  remoteUrlsOf,
  type JenkinsCheckout,
} from '../api/actions';
import type { JenkinsBuild } from '../api/JenkinsBuild';
import type { JenkinsLastBuild } from '../api/schemas';
import { toNoteTime, type RunNote } from './RunNote';

const MAX_CAUSE_LENGTH_COUNT = 100;
const MAX_ACTOR_LENGTH_COUNT = 60;

const COMMIT = /^[0-9a-f]{7,64}$/;

type JenkinsChanges = Pick<JenkinsLastBuild, 'changeSet' | 'changeSets'>;

/** What a run tells of where it came from and of its tests. */
export function noteOf(
  build: JenkinsBuild,
  options: {
    /** Of its job. */
    path: readonly string[];
    /** The changes that came in with it, as far as Jenkins tells. */
    changes: JenkinsChanges | undefined;
    /** The run after it: most have the same cause, and one text of it is enough. */
    newer?: RunNote;
  },
): RunNote {
  const { path, changes, newer } = options;
  const { cause, user, checkouts, tests } = readActions(build.actions ?? []);
  const commit = commitOf(checkouts, path);
  const actor = user ?? (commit && changes && authorOf(commit, changes));
  return {
    n: build.number,
    t: toNoteTime(build.timestamp),
    b: build.building ? 1 : undefined,
    c:
      cause && cause === newer?.c
        ? newer.c
        : cause && plainText(cause, MAX_CAUSE_LENGTH_COUNT),
    s: commit,
    a: actor ? plainText(actor, MAX_ACTOR_LENGTH_COUNT) : undefined,
    r: tests && {
      failed: tests.failCount,
      skipped: tests.skipCount ?? 0,
      total: tests.totalCount,
    },
  };
}

/**
 * The commit that was built. A pipeline that loads shared libraries has one checkout for each
 * repository; where its name does not tell which is the job's own, none is better than a wrong one.
 */
function commitOf(
  checkouts: readonly JenkinsCheckout[],
  path: readonly string[],
): string | undefined {
  const commit = checkouts[0]?.lastBuiltRevision.SHA1;
  if (checkouts.every(({ lastBuiltRevision: { SHA1 } }) => SHA1 === commit)) {
    return commit && isCommit(commit) ? commit : undefined;
  }
  const names = new Set(path.map(name => name.toLowerCase()));
  const own = checkouts.filter(checkout =>
    remoteUrlsOf(checkout).some(url => names.has(repositoryOf(url))),
  );
  const [only] = own.length === 1 ? own : [];
  return only && isCommit(only.lastBuiltRevision.SHA1)
    ? only.lastBuiltRevision.SHA1
    : undefined;
}

function isCommit(text: string): boolean {
  return COMMIT.test(text);
}

/** `checkout` of `git@example.com:shop/checkout.git`. */
function repositoryOf(remoteUrl: string): string {
  const end = remoteUrl.split(/[/:]/).at(-1) ?? '';
  return end.replace(/\.git$/, '').toLowerCase();
}

/** The author of the commit; of the newest one that came in where Jenkins does not list it. */
function authorOf(
  commit: string,
  { changeSet, changeSets }: JenkinsChanges,
): string | undefined {
  const sets = [changeSet, ...(changeSets ?? [])];
  const items = sets.flatMap(set => set?.items ?? []);
  const item =
    items.find(({ commitId }) => commitId === commit) ?? items.at(-1);
  return item?.author?.fullName ?? undefined;
}
