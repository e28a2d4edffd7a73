/** Where in a shell text something stands. `fragile` is every place with rules of its own. */
export type ShellPlace = 'plain' | 'double' | 'single' | 'fragile';

/** A name that asks for a value. */
export interface Placeholder {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** `$NAME` and `${NAME}`, which the shell would fill itself. */
  readonly variable: boolean;
  readonly place: ShellPlace;
  /** A value here would begin a word, and could be taken for a flag. */
  readonly beginsWord: boolean;
  /** A value here would be the command itself. */
  readonly beginsCommand: boolean;
}

/** What the scanner found. */
export interface ScannedShell {
  readonly placeholders: readonly Placeholder[];
  /** Whether every quote and bracket that opens closes. */
  readonly complete: boolean;
}

type Frame =
  | { readonly kind: 'plain'; readonly close?: ')' }
  | { readonly kind: 'double' }
  | { readonly kind: 'program' }
  | { readonly kind: 'expansion' }
  | { readonly kind: 'arithmetic'; depth: number }
  | { readonly kind: 'backtick' };

/** What ends a frame, where a single character does. */
const CLOSES: Readonly<Partial<Record<Frame['kind'], string>>> = {
  double: '"',
  program: '"',
  expansion: '}',
  backtick: '`',
};

const VARIABLE = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/y;
const BRACES = /\{\{\s*(?:\$labels\.)?([A-Za-z_][\w-]*)\s*\}\}/y;
const ANGLES = /<([A-Za-z](?:[\w. -]{0,60}[A-Za-z0-9])?)>/y;
/** Words behind which a command begins. */
const LEADS_TO_COMMAND =
  /(?:^|[\s;&|(])(?:do|then|else|elif|if|while|until|!|sudo|doas|time|exec|nohup|command|env|xargs|watch|eval|[A-Za-z_]\w*=[^\s;&|()]*)$/;

/** Longest end of a text in which such a word is looked for. */
const WORD_MAX_COUNT = 64;

const HEREDOC = /<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|(\\?[\w.-]+))/y;

class ShellScanner {
  readonly #text: string;
  readonly #placeholders: Placeholder[] = [];
  readonly #frames: Frame[] = [{ kind: 'plain' }];
  readonly #heredocs: {
    readonly end: string;
    readonly quoted: boolean;
    readonly tabs: boolean;
  }[] = [];
  #at = 0;
  #complete: boolean;
  #wordBegins = true;
  #commandBegins = true;
  /** Whether the word before is a command, and so perhaps one that runs another. */
  #leads = false;

  constructor(text: string) {
    this.#text = text;
    this.#complete = !hasCaseWithin(text);
  }

  scan(): ScannedShell {
    while (this.#at < this.#text.length) {
      this.#step();
    }
    return {
      placeholders: this.#placeholders,
      complete:
        this.#complete &&
        this.#frames.length === 1 &&
        this.#heredocs.length === 0,
    };
  }

  get #frame(): Frame {
    return this.#frames[this.#frames.length - 1];
  }

  #step(): void {
    const { kind } = this.#frame;
    const char = this.#text[this.#at];
    if (char === '\\') {
      this.#at += 2;
      this.#inWord();
    } else if (this.#textual(this.#placeOf(kind)) || this.#dollar()) {
      // taken
    } else if (kind === 'plain') {
      this.#plain(char);
    } else {
      this.#quoted(char);
    }
  }

  /** A place between double quotes or in an expansion. */
  #quoted(char: string): void {
    const frame = this.#frame;
    this.#at += 1;
    if (char === CLOSES[frame.kind]) {
      this.#frames.pop();
    } else if (frame.kind === 'arithmetic' && char === '(') {
      frame.depth += 1;
    } else if (frame.kind === 'arithmetic' && char === ')') {
      frame.depth -= 1;
      if (frame.depth === 0) this.#frames.pop();
    } else if (char === '`') {
      this.#frames.push({ kind: 'backtick' });
    } else {
      // quotes within `${…}` are not followed
      if (frame.kind === 'expansion' && /["']/.test(char)) {
        this.#complete = false;
      }
      this.#inWord();
    }
  }

  #plain(char: string): void {
    const rest = this.#text.slice(this.#at, this.#at + 3);
    if (char === "'") {
      this.#at += 1;
      this.#until("'", {
        place: this.#beginsProgram() ? 'fragile' : 'single',
      });
    } else if (char === '"') {
      this.#at += 1;
      this.#frames.push({ kind: this.#beginsProgram() ? 'program' : 'double' });
    } else if (char === '`') {
      this.#at += 1;
      this.#frames.push({ kind: 'backtick' });
    } else if (char === '#' && this.#wordBegins) {
      this.#comment();
    } else if (rest === '<<<') {
      this.#at += 3;
      this.#wordBegins = true;
    } else if (rest.startsWith('<<')) {
      this.#heredoc();
    } else if (char === '\n') {
      this.#at += 1;
      this.#newCommand();
      this.#bodies();
    } else if (char === '(') {
      this.#at += 1;
      this.#frames.push({ kind: 'plain', close: ')' });
      this.#newCommand();
    } else if (char === ')') {
      this.#at += 1;
      if (this.#frames.length > 1) {
        this.#frames.pop();
        this.#wordBegins = this.#frames.length === 1;
        this.#commandBegins = false;
      } else {
        // the pattern of a `case` closes what nothing opened
        this.#newCommand();
      }
    } else if (char === ';' || char === '&' || char === '|') {
      this.#at += 1;
      // `2>&1` and `&>` are redirections
      if (char !== '&' || this.#text[this.#at - 2] !== '>') this.#newCommand();
    } else if (char === '<' || char === '>') {
      this.#at += 1;
      this.#wordBegins = true;
    } else if (/\s/.test(char)) {
      if (this.#leads && LEADS_TO_COMMAND.test(this.#lastWord())) {
        this.#commandBegins = true;
      }
      this.#leads = false;
      this.#at += 1;
      this.#wordBegins = true;
    } else {
      this.#at += 1;
      this.#inWord();
    }
  }

  /** JSON and the expressions of `kubectl -o jsonpath` are read by rules of their own. */
  #beginsProgram(): boolean {
    return /^\s*(?:\{(?!\{)|\[)/.test(this.#text.slice(this.#at, this.#at + 8));
  }

  #lastWord(): string {
    return this.#text.slice(Math.max(0, this.#at - WORD_MAX_COUNT), this.#at);
  }

  #inWord(): void {
    if (this.#wordBegins) this.#leads = this.#commandBegins;
    this.#wordBegins = false;
    this.#commandBegins = false;
  }

  #newCommand(): void {
    this.#wordBegins = true;
    this.#commandBegins = true;
  }

  #placeOf(kind: Frame['kind']): ShellPlace {
    return kind === 'plain' || kind === 'double' ? kind : 'fragile';
  }

  /** `{{name}}` and `<name>`: they stand for a value in every place. */
  #textual(place: ShellPlace): boolean {
    const before = this.#text[this.#at - 1];
    const found =
      this.#match(BRACES) ?? (before === '<' ? undefined : this.#match(ANGLES));
    if (!found) {
      return false;
    }
    const [whole, name] = found;
    if (this.#text.includes(`</${name}>`)) {
      return false;
    }
    this.#add({ length: whole.length, name, variable: false, place });
    return true;
  }

  /** Everything that a dollar begins, outside single quotes. */
  #dollar(): boolean {
    const text = this.#text;
    if (text[this.#at] !== '$') {
      return false;
    }
    const found = this.#match(VARIABLE);
    if (found) {
      const [whole, braced, bare] = found;
      this.#add({
        length: whole.length,
        name: braced ?? bare,
        variable: true,
        place: this.#placeOf(this.#frame.kind),
      });
      return true;
    }
    const inWords = this.#frame.kind === 'plain';
    if (text.startsWith('$((', this.#at)) {
      this.#at += 3;
      this.#frames.push({ kind: 'arithmetic', depth: 2 });
    } else if (text.startsWith('$(', this.#at)) {
      this.#at += 2;
      this.#frames.push({ kind: 'plain', close: ')' });
      this.#newCommand();
    } else if (text.startsWith('${', this.#at)) {
      this.#at += 2;
      this.#frames.push({ kind: 'expansion' });
    } else if (inWords && text.startsWith("$'", this.#at)) {
      this.#at += 2;
      this.#until("'", { place: 'fragile', escapes: true });
    } else if (inWords && text.startsWith('$"', this.#at)) {
      this.#at += 2;
      this.#frames.push({ kind: 'double' });
    } else {
      // `$1`, `$?`, `$@`, `$$`
      this.#at += text[this.#at + 1] === '$' ? 2 : 1;
      this.#inWord();
    }
    return true;
  }

  /** Up to a quote that ends; only names that stand for themselves count. */
  #until(
    quote: string,
    options: { readonly place: ShellPlace; readonly escapes?: boolean },
  ): void {
    const { place, escapes = false } = options;
    while (this.#at < this.#text.length && this.#text[this.#at] !== quote) {
      if (escapes && this.#text[this.#at] === '\\') {
        this.#at += 2;
        this.#inWord();
      } else if (!this.#textual(place)) {
        this.#at += 1;
        this.#inWord();
      }
    }
    if (this.#at >= this.#text.length) this.#complete = false;
    this.#at += 1;
  }

  /** A shell at which somebody types may not know comments: zsh reads their quotes like any others. */
  #comment(): void {
    while (this.#at < this.#text.length && this.#text[this.#at] !== '\n') {
      if (/["'`\\]/.test(this.#text[this.#at])) this.#complete = false;
      if (!this.#textual('plain')) this.#at += 1;
    }
  }

  #heredoc(): void {
    const found = this.#match(HEREDOC);
    if (!found) {
      // `<<!`: where its text ends is not known
      this.#complete = false;
      this.#at += 2;
      return;
    }
    const [whole, dash, single, double, bare] = found;
    this.#at += whole.length;
    this.#inWord();
    this.#heredocs.push({
      end: single ?? double ?? bare.replace(/^\\/, ''),
      quoted: bare === undefined || bare.startsWith('\\'),
      tabs: dash === '-',
    });
  }

  /** Texts of the here-documents that the line before announced. */
  #bodies(): void {
    for (const { end, quoted, tabs } of this.#heredocs.splice(0)) {
      let closed = false;
      while (!closed && this.#at < this.#text.length) {
        const stop = this.#text.indexOf('\n', this.#at);
        const to = stop === -1 ? this.#text.length : stop;
        const line = this.#text.slice(this.#at, to);
        closed = (tabs ? line.replace(/^\t+/, '') : line) === end;
        while (this.#at < to) {
          const taken =
            !closed &&
            (this.#textual('fragile') || (!quoted && this.#bodyDollar()));
          if (!taken)
            this.#at += !quoted && this.#text[this.#at] === '\\' ? 2 : 1;
        }
        this.#at = to + 1;
      }
      if (!closed) this.#complete = false;
    }
    this.#newCommand();
  }

  #bodyDollar(): boolean {
    const found = this.#match(VARIABLE);
    if (found) {
      const [whole, braced, bare] = found;
      this.#add({
        length: whole.length,
        name: braced ?? bare,
        variable: true,
        place: 'fragile',
      });
    }
    return found !== undefined;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text) ?? undefined;
  }

  #add(found: {
    readonly length: number;
    readonly name: string;
    readonly variable: boolean;
    readonly place: ShellPlace;
  }): void {
    const { length, ...rest } = found;
    this.#placeholders.push({
      ...rest,
      from: this.#at,
      to: this.#at + length,
      beginsWord: this.#wordBegins,
      beginsCommand: this.#wordBegins && this.#commandBegins,
    });
    this.#at += length;
    this.#inWord();
  }
}

/** The patterns of a `case` close brackets that nothing opened, also within `$(…)`. */
function hasCaseWithin(text: string): boolean {
  const inside = text.slice(Math.max(0, text.search(/[(`]/)));
  return /\bcase\s/.test(inside) && /\besac\b/.test(inside);
}

/** Scans a shell text for names to fill in, and says by which rules of quoting each stands. */
export function scanShell(text: string): ScannedShell {
  return new ShellScanner(text).scan();
}
