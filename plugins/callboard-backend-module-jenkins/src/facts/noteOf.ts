import { plainText } from '@callboard/plugin-callboard-common';
import {
  readActions,
  remoteUrlsOf,
  type JenkinsCheckout,
} from '../api/actions';
import type { JenkinsBuild, JenkinsLastBuild } from '../api/schemas';
import type { RunNote } from './RunNote';

const MAX_CAUSE_LENGTH_COUNT = 100;
const MAX_ACTOR_LENGTH_COUNT = 60;

/** What a run tells of where it came from and of its tests. */
export function noteOf(
  build: JenkinsBuild | JenkinsLastBuild,
  path: readonly string[],
): RunNote {
  const { cause, user, checkouts, tests } = readActions(build.actions ?? []);
  const commit = commitOf(checkouts, path);
  const actor = user ?? authorOf(build, commit);
  const note: Writable<RunNote> = { n: build.number, t: build.timestamp };
  if (build.building) {
    note.b = 1;
  }
  if (cause) {
    note.c = short(cause, MAX_CAUSE_LENGTH_COUNT);
  }
  if (commit) {
    note.s = commit;
  }
  if (actor) {
    note.a = short(actor, MAX_ACTOR_LENGTH_COUNT);
  }
  if (tests) {
    const { failCount, skipCount, totalCount } = tests;
    note.r = { failed: failCount, skipped: skipCount ?? 0, total: totalCount };
  }
  return note;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

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
  return /^[0-9a-f]{7,64}$/.test(text);
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
