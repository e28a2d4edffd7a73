import type { LabelSelector, Requirement } from './LabelSelector';
import { labelKeyProblem, labelValueProblem } from './labelSyntax';

/** What is wrong with the text of a selector. */
export interface SelectorProblem {
  /** A sentence without the text itself: "expected a value after '='". */
  readonly error: string;
  /** Where, counted in characters from 0. */
  readonly position: number;
}

interface Token {
  readonly text: string;
  readonly position: number;
  readonly isWord: boolean;
}

const TOKEN = /\s*(?:(==|!=|[=!(),<>])|([^\s=!(),<>]+))/y;

class SelectorSyntaxError extends Error {
  constructor(message: string, readonly position: number) {
    super(message);
  }
}

class SelectorReader {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  requirements(): Requirement[] {
    const requirements: Requirement[] = [];
    if (this.#peek().text === '') {
      return requirements;
    }
    do {
      requirements.push(this.#requirement());
    } while (this.#take(','));
    const rest = this.#peek();
    if (rest.text !== '') {
      throw this.#unexpected("',' or the end");
    }
    return requirements;
  }

  #requirement(): Requirement {
    if (this.#take('!')) {
      return { operator: 'missing', key: this.#key() };
    }
    const key = this.#key();
    if (this.#take('=') || this.#take('==')) {
      return { operator: 'in', key, values: [this.#value()] };
    }
    if (this.#take('!=')) {
      return { operator: 'notin', key, values: [this.#value()] };
    }
    if (this.#take('>')) {
      return { operator: 'above', key, bound: this.#bound() };
    }
    if (this.#take('<')) {
      return { operator: 'below', key, bound: this.#bound() };
    }
    const { text, isWord } = this.#peek();
    if (isWord && (text === 'in' || text === 'notin')) {
      this.#next++;
      return { operator: text, key, values: this.#values() };
    }
    if (text === '' || text === ',') {
      return { operator: 'exists', key };
    }
    throw this.#unexpected("'=', '!=', 'in' or 'notin'");
  }

  #key(): string {
    return this.#word('the name of a label', labelKeyProblem);
  }

  /** May be empty: `a=` asks for an empty value. */
  #value(): string {
    const { text } = this.#peek();
    return text === '' || text === ',' || text === ')'
      ? ''
      : this.#word('a value', labelValueProblem);
  }

  #values(): string[] {
    if (!this.#take('(')) {
      throw this.#unexpected("'('");
    }
    const values = new Set<string>();
    do {
      values.add(this.#value());
    } while (this.#take(','));
    if (!this.#take(')')) {
      throw this.#unexpected("',' or ')'");
    }
    return [...values];
  }

  #bound(): bigint {
    return BigInt(
      this.#word('a whole number', word =>
        /^-?\d+$/.test(word)
          ? undefined
          : 'it can be compared with a whole number only',
      ),
    );
  }

  #word(what: string, problemOf: (word: string) => string | undefined): string {
    const token = this.#peek();
    if (!token.isWord) {
      throw this.#unexpected(what);
    }
    const problem = problemOf(token.text);
    if (problem) {
      throw new SelectorSyntaxError(problem, token.position);
    }
    this.#next++;
    return token.text;
  }

  #take(text: string): boolean {
    const token = this.#peek();
    const isTaken = !token.isWord && token.text === text;
    if (isTaken) {
      this.#next++;
    }
    return isTaken;
  }

  #peek(): Token {
    return this.#tokens[this.#next];
  }

  #unexpected(expected: string): SelectorSyntaxError {
    const { text, position } = this.#peek();
    const found = text === '' ? 'the end' : `'${text.slice(0, 63)}'`;
    return new SelectorSyntaxError(
      `expected ${expected}, found ${found}`,
      position,
    );
  }
}

/**
 * Reads a label selector in Kubernetes' own syntax: `a=b`, `a==b`, `a!=b`, `a in (b, c)`,
 * `a notin (b)`, `a`, `!a`, `a>1`, `a<1`, joined by commas.
 */
export function parseLabelSelector(
  text: string,
): LabelSelector | SelectorProblem {
  try {
    return { requirements: new SelectorReader(text).requirements() };
  } catch (error) {
    if (error instanceof SelectorSyntaxError) {
      return { error: error.message, position: error.position };
    }
    throw error;
  }
}

/** The last one is the end: a token without text. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [all, sign, word] = match;
    end = match.index + all.length;
    const found = sign ?? word;
    tokens.push({
      text: found,
      position: end - found.length,
      isWord: sign === undefined,
    });
  }
  return [...tokens, { text: '', position: text.length, isWord: false }];
}
