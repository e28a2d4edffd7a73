/** A simple command: its words without quotes, from one separator to the next. */
export interface SimpleCommand {
  readonly words: readonly string[];
  /** Files that its output is written to. */
  readonly writesTo: readonly string[];
  /** Whether it reads what another command prints, or a file. */
  readonly readsInput: boolean;
}

/** Deeper commands in quotes in commands are not looked at. */
const DEPTH_MAX_COUNT = 8;

/** `<pod>` and `{{ pod }}`: words, neither redirections nor groups. */
const PLACEHOLDER =
  /(?<!<)<[A-Za-z](?:[\w. -]{0,60}[A-Za-z0-9])?>|\{\{[^{}\n]{1,80}\}\}/g;

const SEPARATOR = new Set([';', '&', '|', '\n', '(', ')', '{', '}', '`']);

/**
 * Takes a shell text apart, roughly: good enough to say what it is about, never used to run it.
 * Texts inside `$(…)` count as commands of their own.
 */
export function simpleCommandsOf(source: string, depth = 0): SimpleCommand[] {
  const text = source.replace(PLACEHOLDER, 'value');
  const commands: SimpleCommand[] = [];
  let words: string[] = [];
  let writesTo: string[] = [];
  let word: string | undefined;
  let redirect = false;
  let readsInput = false;

  const endWord = () => {
    if (word !== undefined) {
      (redirect ? writesTo : words).push(word);
      redirect = false;
    }
    word = undefined;
  };
  const endCommand = () => {
    endWord();
    if (words.length > 0 || writesTo.length > 0) {
      commands.push({ words, writesTo, readsInput });
    }
    words = [];
    writesTo = [];
    redirect = false;
    readsInput = false;
  };

  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') {
      at += 1;
      if (text[at] !== '\n' && text[at] !== undefined) {
        word = (word ?? '') + text[at];
      }
    } else if (char === "'") {
      const end = endOf(text, "'", at + 1);
      word = (word ?? '') + text.slice(at + 1, end);
      at = end;
    } else if (char === '"') {
      const quoted = doubleQuoted(text, at + 1);
      word = (word ?? '') + quoted.text;
      if (depth < DEPTH_MAX_COUNT) {
        for (const inner of quoted.inner) {
          commands.push(...simpleCommandsOf(inner, depth + 1));
        }
      }
      at = quoted.end;
    } else if (char === '#' && word === undefined) {
      at = endOf(text, '\n', at) - 1;
    } else if (char === '>') {
      if (word !== undefined && /^\d$/.test(word)) word = undefined;
      endWord();
      if (text[at + 1] === '>' || text[at + 1] === '|') at += 1;
      if (text[at + 1] === '&') at += 1;
      redirect = true;
    } else if (char === '<') {
      endWord();
      // a here-document is read as commands below, `<<<` as a word
      readsInput ||= text[at + 1] !== '<' && text[at - 1] !== '<';
    } else if (SEPARATOR.has(char)) {
      // `${NAME}`, `{a,b}` and `{{name}}` are parts of words
      if ((char === '{' || char === '}') && !standsAlone(text, at)) {
        word = (word ?? '') + char;
      } else {
        endCommand();
        readsInput = char === '|' && text[at - 1] !== '|';
      }
    } else if (char === ' ' || char === '\t' || char === '\r') {
      endWord();
    } else {
      word = (word ?? '') + char;
    }
  }
  endCommand();
  return commands;
}

function standsAlone(text: string, at: number): boolean {
  const before = at === 0 || /[\s;&|(]/.test(text[at - 1]);
  const after = at + 1 >= text.length || /[\s;&|)]/.test(text[at + 1]);
  return before && after;
}

function endOf(text: string, char: string, from: number): number {
  const end = text.indexOf(char, from);
  return end === -1 ? text.length : end;
}

function doubleQuoted(text: string, from: number) {
  const inner: string[] = [];
  let plain = '';
  let at = from;
  for (; at < text.length && text[at] !== '"'; at += 1) {
    if (text[at] === '\\') {
      at += 1;
      plain += text[at] ?? '';
    } else if (text[at] === '`') {
      const end = endOf(text, '`', at + 1);
      inner.push(text.slice(at + 1, end));
      at = end;
    } else if (text.startsWith('$(', at)) {
      const end = closing(text, at + 2);
      inner.push(text.slice(at + 2, end));
      at = end;
    } else {
      plain += text[at];
    }
  }
  return { text: plain, inner, end: at };
}

function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
