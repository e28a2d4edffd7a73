import { diff3MergeRegions } from 'node-diff3';

/** More pairs of equal lines than this are not compared: the whole middle is one conflict then. */
const PAIRS_MAX_COUNT = 20_000_000;

/** Three texts: what both began with, and what each made of it. @public */
export interface ThreeTexts {
  readonly base: string;
  readonly theirs: string;
  readonly mine: string;
}

/**
 * A piece of two texts that were joined, in whole lines with their ends. Lines that one of the two
 * took away are in no piece.
 * @public
 */
export type MergePiece =
  | { readonly kind: 'same'; readonly text: string }
  | {
      readonly kind: 'joined';
      readonly text: string;
      readonly by: 'theirs' | 'mine';
    }
  | ({ readonly kind: 'conflict' } & ThreeTexts);

/** Two texts, joined as far as that goes. @public */
export interface MergedTexts {
  /** Absent where a conflict is open. */
  readonly text?: string;
  readonly pieces: readonly MergePiece[];
}

/**
 * Joins two changes of one text, line by line. What only one changed is taken; what both changed
 * alike is the same; everything else is a conflict for a person.
 * @public
 */
export function mergeTexts({ base, theirs, mine }: ThreeTexts): MergedTexts {
  const three = [linesOf(theirs), linesOf(base), linesOf(mine)] as const;
  const before = commonStart(three);
  const after = commonStart(three.map(text => text.slice(before).reverse()));
  const [a, o, b] = three.map(text => text.slice(before, text.length - after));
  const ends = [
    three[1].slice(0, before),
    three[1].slice(three[1].length - after),
  ].map(text => text.join(''));
  const pieces = joined([
    { kind: 'same', text: ends[0] },
    ...middle(a, o, b),
    { kind: 'same', text: ends[1] },
  ]);
  const open = pieces.some(({ kind }) => kind === 'conflict');
  return {
    ...(!open && {
      text: pieces
        .map(piece => (piece.kind === 'conflict' ? '' : piece.text))
        .join(''),
    }),
    pieces,
  };
}

function middle(a: string[], o: string[], b: string[]): readonly MergePiece[] {
  if (pairsOf(a, o) + pairsOf(b, o) > PAIRS_MAX_COUNT) {
    return [pieceOf(a, o, b)];
  }
  return diff3MergeRegions(a, o, b).map(region => {
    if (!region.stable) {
      return pieceOf(region.aContent, region.oContent, region.bContent);
    }
    const text = region.bufferContent.join('');
    return region.buffer === 'o'
      ? { kind: 'same', text }
      : {
          kind: 'joined',
          text,
          by: region.buffer === 'a' ? 'theirs' : 'mine',
        };
  });
}

function pieceOf(
  a: readonly string[],
  o: readonly string[],
  b: readonly string[],
): MergePiece {
  const [theirs, base, mine] = [a, o, b].map(text => text.join(''));
  if (theirs === mine) return { kind: 'same', text: mine };
  if (theirs === base) return { kind: 'joined', text: mine, by: 'mine' };
  if (mine === base) return { kind: 'joined', text: theirs, by: 'theirs' };
  return { kind: 'conflict', base, theirs, mine };
}

/** Neighbours of one kind are one piece; empty pieces of what is the same are none. */
function joined(pieces: readonly MergePiece[]): readonly MergePiece[] {
  const result: MergePiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.kind === 'same' && last?.kind === 'same') {
      result[result.length - 1] = {
        kind: 'same',
        text: last.text + piece.text,
      };
    } else if (piece.kind !== 'same' || piece.text !== '') {
      result.push(piece);
    }
  }
  return result;
}

/** Lines with their ends, so that nothing is lost when they are put together again. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function commonStart(texts: readonly (readonly string[])[]): number {
  const [first, ...rest] = texts;
  const other = first.findIndex((line, at) =>
    rest.some(text => text[at] !== line),
  );
  return other === -1 ? first.length : other;
}

/** How many pairs of equal lines two texts have, which is what comparing them costs. */
function pairsOf(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const line of one) counts.set(line, (counts.get(line) ?? 0) + 1);
  return other.reduce((pairs, line) => pairs + (counts.get(line) ?? 0), 0);
}
