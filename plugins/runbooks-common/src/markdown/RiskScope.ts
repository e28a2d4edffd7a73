import type { CommandRisk } from './ParsedRunbook';

const RISKS: readonly CommandRisk[] = ['none', 'changes', 'warning', 'danger'];

/**
 * How far the warnings of an author reach: over what comes after them under the same heading, never
 * out of the item or the quote that they stand in.
 */
export class RiskScope {
  #headings: { readonly depth: number; risk: CommandRisk }[];

  constructor(inherited: CommandRisk) {
    this.#headings = [{ depth: 0, risk: inherited }];
  }

  /** What was warned of where the text is now. */
  get risk(): CommandRisk {
    return this.#last.risk;
  }

  warn(risk: CommandRisk): void {
    const last = this.#last;
    if (RISKS.indexOf(risk) > RISKS.indexOf(last.risk)) last.risk = risk;
  }

  /** Ends what was warned of under headings that are not above this one; nothing is above the first level. */
  enterHeading(depth: number): void {
    if (depth === 1) {
      this.#headings = [{ depth, risk: 'none' }];
      return;
    }
    while (this.#headings.length > 1 && this.#last.depth >= depth) {
      this.#headings.pop();
    }
    this.#headings.push({ depth, risk: this.risk });
  }

  get #last() {
    return this.#headings[this.#headings.length - 1];
  }
}
