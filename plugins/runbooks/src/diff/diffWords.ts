import { diffArrays } from 'diff';

/** Words that are in both texts, or in one of them. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Longer passages are marked as a whole: marks in every other word help nobody. */
const PASSAGE_MAX_LENGTH = 20_000;
const FAR_APART_COUNT = 400;
/** A word, white space, or one other character. */
const TOKEN = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu;

function replaced(before: string, after: string): WordChange[] {
  const changes: readonly WordChange[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return changes.filter(({ text }) => text !== '');
}

/** Joins changes over the white space between them: one mark instead of one a word. */
function joinOverSpaces(changes: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    joined.push(...replaced(removed, added));
    removed = '';
    added = '';
  };
  changes.forEach(({ kind, text }, i) => {
    if (kind === 'removed') {
      removed += text;
    } else if (kind === 'added') {
      added += text;
    } else if (
      /^[^\S\n]+$/.test(text) &&
      removed !== '' &&
      added !== '' &&
      changes[i + 1] !== undefined
    ) {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push({ kind, text });
    }
  });
  flush();
  return joined;
}

/** What differs between two passages, by word. */
export function diffWords(before: string, after: string): WordChange[] {
  if (before === after) {
    return before === '' ? [] : [{ kind: 'same', text: before }];
  }
  if (before.length + after.length > PASSAGE_MAX_LENGTH) {
    return replaced(before, after);
  }
  const changes = diffArrays(
    before.match(TOKEN) ?? [],
    after.match(TOKEN) ?? [],
    { maxEditLength: FAR_APART_COUNT },
  );
  if (!changes) {
    return replaced(before, after);
  }
  return joinOverSpaces(
    changes.map(({ added, removed, value }) => {
      const one = removed ? 'removed' : 'same';
      return { kind: added ? 'added' : one, text: value.join('') };
    }),
  );
}
