import {
  changesThings,
  type Command,
  type ParsedRunbook,
} from '@callboard/plugin-runbooks-common';

/** A part of a runbook that is shown by itself. */
export interface PlaceInRunbook {
  readonly text: ParsedRunbook;
  /** Line of the runbook that the part begins in. */
  readonly line: number;
}

/** What a part of a runbook knows of the whole. */
export interface Piece {
  /**
   * Whether a command wants a tick before it can be copied: it changes things, and its author does
   * not warn of that. Lines count from 1 within the part.
   */
  asksFirst(command: Pick<Command, 'text' | 'inline' | 'line'>): boolean;
  /** Name of the heading in a line of the part. */
  anchorAt(line: number): string | undefined;
  /** Whether a link within the text leads anywhere. */
  hasAnchor(name: string): boolean;
}

/** A text that is part of no runbook: what changes things is asked about, and no link leads within. */
const ALONE: Piece = {
  asksFirst: ({ text }) => changesThings(text),
  anchorAt: () => undefined,
  hasAnchor: () => false,
};

/** What the parser says of a part of a runbook. */
export function pieceOf(markdown: string, place?: PlaceInRunbook): Piece {
  if (!place) {
    return ALONE;
  }
  const { text, line: begin } = place;
  const end = begin + markdown.split('\n').length;
  const commands = between(text.commands, begin, end);
  const headings = between(text.headings, begin, end);
  return {
    asksFirst: one => {
      const known = commands.filter(
        ({ line, inline, text: words }) =>
          line === begin + one.line - 1 &&
          inline === one.inline &&
          words === one.text,
      );
      // No warning is known of a command that the parser does not know.
      return known.length === 0
        ? changesThings(one.text)
        : known.some(({ risk }) => risk === 'changes');
    },
    anchorAt: line =>
      headings.find(heading => heading.line === begin + line - 1)?.anchor,
    hasAnchor: name => text.headings.some(({ anchor }) => anchor === name),
  };
}

/** Those of some things in the order of their lines that stand in some of these. */
function between<T extends { readonly line: number }>(
  things: readonly T[],
  begin: number,
  end: number,
): readonly T[] {
  return things.slice(firstFrom(things, begin), firstFrom(things, end));
}

function firstFrom(
  things: readonly { readonly line: number }[],
  line: number,
): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (things[middle].line < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
