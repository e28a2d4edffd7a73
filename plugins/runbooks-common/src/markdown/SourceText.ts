/** A text that knows its lines. */
export class SourceText {
  readonly text: string;
  /** Where each line begins. */
  readonly #lines: readonly number[];

  constructor(text: string) {
    this.text = text;
    const lines = [0];
    for (
      let at = text.indexOf('\n');
      at !== -1;
      at = text.indexOf('\n', at + 1)
    ) {
      lines.push(at + 1);
    }
    this.#lines = lines;
  }

  /** The line of a place, counted from 1. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#lines.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#lines[middle] <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** Where the line of a place begins. */
  lineStart(offset: number): number {
    return this.#lines[this.lineAt(offset) - 1];
  }

  /** A piece without blank lines around it, and the line that it begins in. */
  body(
    from: number,
    to: number,
  ): { readonly markdown: string; readonly bodyLine: number } {
    const piece = this.text.slice(from, to);
    const blank = blankLines(piece);
    return {
      markdown: piece.slice(blank).trimEnd(),
      bodyLine: this.lineAt(from + blank),
    };
  }
}

/** How long the blank lines are that a text begins with. */
export function blankLines(text: string): number {
  const first = text.search(/\S/);
  return first === -1 ? text.length : text.lastIndexOf('\n', first) + 1;
}
