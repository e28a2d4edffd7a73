import {
  TITLE_MAX_COUNT,
  type RunbookWrite,
} from '@callboard/plugin-runbooks-common';
import { frontMatterOf } from './frontMatterOf';
import { headOf } from './headOf';
import { readInTurns } from './readInTurns';

/** KubePodCrashLooping, etcdMembersDown: a name that no sentence has. */
const ALERT_NAME = /^[A-Za-z][a-z0-9]*[A-Z][A-Za-z0-9]*$/;

/** What a file says of itself, by its text and its name: a file named like an alert is for that alert. */
export async function readImported(file: {
  readonly path: string;
  readonly content: string;
}): Promise<
  Pick<RunbookWrite, 'title' | 'tags' | 'matches' | 'owner' | 'reviewBy'>
> {
  const base = file.path.slice(file.path.lastIndexOf('/') + 1);
  const stem = base.replace(/\.(?:md|markdown)$/i, '').trim();
  const said = frontMatterOf(file.content);
  const title =
    said.title ?? (await readInTurns(headOf(file.content))).title ?? stem;
  const matches =
    said.matches ??
    (stem.length <= TITLE_MAX_COUNT && ALERT_NAME.test(stem)
      ? [{ alertname: stem }]
      : undefined);
  return {
    title: shortened(title.trim()) || 'Runbook',
    ...(said.tags && { tags: [...said.tags] }),
    ...(matches && { matches: [...matches] }),
    ...(said.owner && { owner: said.owner }),
    ...(said.reviewBy && { reviewBy: said.reviewBy }),
  };
}

/** Cuts no character in two. */
function shortened(title: string): string {
  return title
    .slice(0, TITLE_MAX_COUNT)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
