import { assignedNames } from './assignedNames';
import { isOfTheShell, ParamNames } from './paramNames';
import {
  actsOnTerminal,
  insideDoubleQuotes,
  insideSingleQuotes,
  isSafe,
  quoteValue,
} from './quoteValue';
import { scanShell, type Placeholder } from './ShellScanner';

/** Values by name, as a finding brings them. @public */
export type ParamValues = Readonly<Record<string, string | undefined>>;

/** A piece of a command. @public */
export interface FilledPart {
  /** As it is shown and copied. */
  readonly text: string;
  /** Which value it stands for: `namespace`. */
  readonly param?: string;
  readonly filled: boolean;
}

/** A value that was not filled in, because it could do something else there. @public */
export interface RefusedValue {
  readonly param: string;
  readonly value: string;
  /** One sentence. */
  readonly reason: string;
}

/** A command with its values. @public */
export interface FilledCommand {
  readonly parts: readonly FilledPart[];
  readonly text: string;
  /** Names that it asks for and that have no value that could be filled in. */
  readonly missing: readonly string[];
  readonly refused: readonly RefusedValue[];
}

/** Programs that read what they are given as a program again, behind the quotes of the shell. */
const INTERPRETERS = new Set(
  'sh bash zsh dash ksh ash fish csh tcsh eval ssh scp rsync su runuser watch parallel python perl ruby node php lua awk gawk mawk sed jq yq psql mysql mariadb sqlite mongosh mongo cqlsh clickhouse-client sqlplus trap source tmux screen expect gdb vim powershell pwsh at batch crontab ansible pdsh clush salt lftp find env make just rake npm npx yarn pnpm let declare typeset local unset read mapfile readarray getopts [['.split(
    ' ',
  ),
);

/** `printf -v a[$POD]`, `test -v`, `((…))`, `a[$POD]=1`: bash reads a name or a number again. */
const READS_AGAIN =
  /\b(?:printf|test|\[)[ \t]+-v[ \t]|\(\(|(?:^|[\s;&|(])[A-Za-z_]\w*\[[^\]\n]*\]\+?=/;

/** `python3.12`, `perl5`. */
const VERSION = /(?<=[a-z])\d+(?:\.\d+)*$/;

/**
 * Fills values into a command: names that are known, never a variable that the text sets itself.
 * Every value arrives as what it is: quoted where it has to be, and not filled in at all where
 * quotes would not be enough (`refused`).
 * @public
 */
export function fillCommand(
  text: string,
  params: ParamValues,
  options: { readonly declared?: readonly string[] } = {},
): FilledCommand {
  const names = new ParamNames({ params, ...options });
  const assigned = assignedNames(text);
  const { placeholders, complete } = scanShell(text);
  const interpreted = !complete || runsInterpreter(text);
  const parts: FilledPart[] = [];
  const missing = new Set<string>();
  const refused: RefusedValue[] = [];
  let done = 0;

  for (const placeholder of placeholders) {
    const { from, to, variable } = placeholder;
    const name = names.called(placeholder.name)
      ? placeholder.name
      : askedName(text, placeholder);
    const param = names.called(name);
    const own =
      assigned.has(placeholder.name) || isOfTheShell(placeholder.name);
    if (!param || (variable && own)) {
      continue;
    }
    if (from > done) {
      parts.push({ text: text.slice(done, from), filled: false });
    }
    const value = names.valueOf(name);
    const reason = value && reasonAgainst(value, placeholder, interpreted);
    if (value && !reason) {
      parts.push({ text: quoted(value, placeholder), param, filled: true });
    } else {
      parts.push({ text: text.slice(from, to), param, filled: false });
      missing.add(param);
      if (value && reason) refused.push({ param, value, reason });
    }
    done = to;
  }
  if (done < text.length) {
    parts.push({ text: text.slice(done), filled: false });
  }
  return {
    parts,
    text: parts.map(part => part.text).join(''),
    missing: [...missing],
    refused,
  };
}

/** Names of the values that a command asks for. @public */
export function paramsAskedFor(
  text: string,
  options: { readonly declared?: readonly string[] } = {},
): readonly string[] {
  return fillCommand(text, {}, options).missing;
}

/** Longest text before a `$NAME` in which the word is looked for that says whose name it is. */
const WORD_MAX_COUNT = 64;

/** `deployment $NAME` asks for a deployment. */
function askedName(text: string, { from, name }: Placeholder): string {
  const before = text.slice(Math.max(0, from - WORD_MAX_COUNT), from);
  const kind = /(?:^|[\s/])([a-z]{2,})[ \t/]+["']?$/i.exec(before)?.[1];
  return kind && /^name$/i.test(name) ? kind : name;
}

function quoted(value: string, { place }: Placeholder): string {
  switch (place) {
    case 'single':
      return insideSingleQuotes(value);
    case 'double':
      return insideDoubleQuotes(value);
    default:
      return quoteValue(value);
  }
}

function reasonAgainst(
  value: string,
  placeholder: Placeholder,
  interpreted: boolean,
): string | undefined {
  if (actsOnTerminal(value)) {
    return 'It holds characters that a terminal acts on or that cannot be seen';
  }
  if (placeholder.beginsCommand) {
    return 'It would be the command itself';
  }
  if (placeholder.beginsWord && value.startsWith('-')) {
    return 'It would be taken for a flag';
  }
  if (/(?:^|\/)\.\.?(?:\/|$)/.test(value)) {
    return 'It leads to another directory';
  }
  if (!isSafe(value) && (interpreted || placeholder.place === 'fragile')) {
    return 'It holds characters that mean something to the program that reads it';
  }
  return undefined;
}

function runsInterpreter(text: string): boolean {
  return (
    READS_AGAIN.test(text) ||
    text.split(/[\s;|&()`"'=]+/).some(word => {
      const name = word.slice(word.lastIndexOf('/') + 1);
      return (
        INTERPRETERS.has(name) || INTERPRETERS.has(name.replace(VERSION, ''))
      );
    })
  );
}
