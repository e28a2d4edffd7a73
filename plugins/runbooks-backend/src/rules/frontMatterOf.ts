import {
  parseRunbook,
  type FrontMatter,
} from '@callboard/plugin-runbooks-common';
import { headOf } from './headOf';

const FENCED =
  /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** What a text says about itself. Only that is read: a long text takes long to understand. */
export function frontMatterOf(content: string): FrontMatter {
  const [head] = FENCED.exec(headOf(content)) ?? [];
  return head ? parseRunbook(head).frontMatter : { problems: [] };
}
