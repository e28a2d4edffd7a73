import type { FrontMatter } from '@callboard/plugin-runbooks-common';
import { readText } from './readText';

const FENCED =
  /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** What a text says about itself. Only its head is read: a long text takes long to understand. */
export function frontMatterOf(content: string): FrontMatter {
  const head = FENCED.exec(content.slice(0, 64 * 1024));
  return (head && readText(head[0])?.frontMatter) ?? { problems: [] };
}
