import { isTool, looksLikeCommand } from './tools';

/** A command as it stands in a block of code. @public */
export interface BlockCommand {
  readonly text: string;
  readonly expectedOutput?: string;
  readonly comment?: string;
  /** Lines within the block, counted from 0. */
  readonly from: number;
  readonly to: number;
}

const SHELL_LANGUAGES = new Set(
  'sh bash shell zsh ksh dash ash shellscript shell-script console shell-session shellsession sh-session terminal bash-session'.split(
    ' ',
  ),
);

const OUTPUT_LANGUAGES = new Set(
  'output expected expected-output stdout result'.split(' '),
);

/** `$ `, `% `, `❯ `, `ana@prod-eu:~$ `, `[ana@prod-eu ~]$ `, `root@db-1:/# `, `(venv) $ `. */
const PROMPT =
  /^\s*(?:\([\w.-]{1,40}\)\s*)?(?:(?:[\w.-]{1,64}@[\w.-]{1,64}(?:[: ][^\s$#%]{0,200})?|\[[^\]\n]{1,200}\])\s?[$#%]|[$❯➜%])\s+(?=\S)/u;
const ROOT_PROMPT = /^\s*#\s+(?=[a-z./])/;

/** What is typed behind it is typed as root, at a prompt of `#`. */
const BECOMES_ROOT = /^(?:sudo\s+(?:-[is]|su|bash|sh)|su)(?:\s+-l?|\s+root)*$/;

/** A command that is for those after it. */
const SETS =
  /^(?:[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\$\(.*\)|\S*)\s*$|(?:export|read|declare|source|cd|\.)\s)/;

/** Whether a fence of this language shows what the command before it prints. @public */
export function isOutputLanguage(language: string | undefined): boolean {
  return OUTPUT_LANGUAGES.has(languageOf(language) ?? '');
}

/** Commands of a block of code; none where it is no shell text. @public */
export function commandsOfBlock(
  code: string,
  language?: string,
): readonly BlockCommand[] {
  const name = languageOf(language);
  const shell = name
    ? SHELL_LANGUAGES.has(name)
    : looksLikeCommand(code, 'block') || PROMPT.test(code);
  if (!shell) {
    return [];
  }
  const lines = code.split(/\r?\n/);
  if (lines.some(line => PROMPT.test(line))) {
    return withVariables(promptedCommands(lines, PROMPT));
  }
  if (name && /console|session|terminal/.test(name)) {
    const roots = lines.filter(line => ROOT_PROMPT.test(line));
    if (
      roots.some(line => isTool(line.replace(ROOT_PROMPT, '').split(/\s/)[0]))
    ) {
      return withVariables(promptedCommands(lines, ROOT_PROMPT));
    }
    // the console of something else: a query
    if (!looksLikeCommand(code, 'block')) {
      return [];
    }
  }
  return splitLines(lines);
}

/** Commands that set what others use stay together. */
function withVariables(
  commands: readonly BlockCommand[],
): readonly BlockCommand[] {
  if (commands.length < 2 || !commands.some(({ text }) => SETS.test(text))) {
    return commands;
  }
  const outputs = commands.flatMap(one => one.expectedOutput ?? []);
  const comments = commands.flatMap(one => one.comment ?? []);
  return [
    {
      text: commands.map(({ text }) => text).join('\n'),
      from: commands[0].from,
      to: commands[commands.length - 1].to,
      ...(outputs.length > 0 && { expectedOutput: outputs.join('\n') }),
      ...(comments.length > 0 && { comment: comments.join(' ') }),
    },
  ];
}

function languageOf(language: string | undefined): string | undefined {
  const name = language?.toLowerCase().replace(/^[{.]+|[}:,].*$/g, '');
  return name || undefined;
}

/** What follows a prompt is a command, everything else what it prints. */
function promptedCommands(
  lines: readonly string[],
  prompt: RegExp,
): readonly BlockCommand[] {
  const commands: BlockCommand[] = [];
  let comment: string[] = [];
  let root = false;
  const promptOf = (line: string) =>
    [prompt, ...(root ? [ROOT_PROMPT] : [])].find(one => one.test(line));
  for (let at = 0; at < lines.length; ) {
    const found = promptOf(lines[at]);
    if (!found) {
      if (commands.length === 0 && /^\s*#/.test(lines[at])) {
        comment.push(uncommented(lines[at]));
      }
      at += 1;
      continue;
    }
    const from = at;
    const text = [lines[at].replace(found, '')];
    for (
      at += 1;
      at < lines.length && (endsOpen(text) || /^>\s/.test(lines[at]));
      at += 1
    ) {
      text.push(lines[at].replace(/^\s*>\s/, ''));
    }
    const to = at - 1;
    root = (root && found !== prompt) || BECOMES_ROOT.test(text[0].trim());
    const output: string[] = [];
    for (; at < lines.length && !promptOf(lines[at]); at += 1) {
      output.push(lines[at]);
    }
    const expectedOutput = output.join('\n').replace(/^\n+|\s+$/g, '');
    commands.push({
      text: text.join('\n').trimEnd(),
      from,
      to,
      ...(expectedOutput && { expectedOutput }),
      ...(comment.length > 0 && { comment: comment.join(' ') }),
    });
    comment = [];
  }
  return commands;
}

/** Lines that are commands by themselves are commands of their own; a script stays whole. */
function splitLines(lines: readonly string[]): readonly BlockCommand[] {
  const pieces: BlockCommand[] = [];
  let comment: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const from = at;
    const line = lines[at].trim();
    if (line === '') {
      comment = [];
    } else if (line.startsWith('#')) {
      comment.push(uncommented(line));
    } else {
      const text = [lines[at]];
      while (endsOpen(text) && at + 1 < lines.length) {
        at += 1;
        text.push(lines[at]);
      }
      pieces.push({
        text: text.join('\n').trim(),
        from,
        to: at,
        ...(comment.length > 0 && { comment: comment.join(' ') }),
      });
      comment = [];
    }
  }
  return pieces.every(piece => standsAlone(piece.text))
    ? pieces
    : [whole(lines)].filter(piece => piece.text !== '');
}

function whole(lines: readonly string[]): BlockCommand {
  const from = Math.max(
    0,
    lines.findIndex(line => line.trim() !== ''),
  );
  const text = lines.slice(from).join('\n').trimEnd();
  return { text, from, to: from + text.split('\n').length - 1 };
}

function uncommented(line: string): string {
  return line.replace(/^\s*#+!?\s*/, '').trim();
}

/** The last line goes on in the next one. */
function endsOpen(text: readonly string[]): boolean {
  return /(?:^|[^\\])(?:\\\\)*\\$|(?:\||&&)\s*$/.test(text[text.length - 1]);
}

function standsAlone(text: string): boolean {
  const [first] = text.replace(/^(?:sudo\s+)+/, '').split(/\s/, 1);
  return (
    isTool(first) &&
    !/^(?:export|source|cd|\.)$/.test(first) &&
    !/<<|\bdone\b|\bfi\b|(?:^|[;&|]\s*)(?:do|then|else)\b/.test(text) &&
    quotesAreClosed(text)
  );
}

function quotesAreClosed(text: string): boolean {
  let open = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\' && open !== "'") at += 1;
    else if (open === '' && (char === '"' || char === "'")) open = char;
    else if (char === open) open = '';
  }
  return open === '';
}
