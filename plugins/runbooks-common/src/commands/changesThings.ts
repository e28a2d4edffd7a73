import {
  CHANGING_SQL,
  CHANGING_SUBCOMMANDS,
  CHANGING_TOOLS,
  LOOKING_TOOLS,
  SAME_TOOL,
  SHELLS,
  SQL_CLIENTS,
  WRAPPERS,
} from './riskyWords';
import { clusterChanges } from './clusterChanges';
import { hidesCharacters } from './hiddenCharacters';
import { simpleCommandsOf, type SimpleCommand } from './shellWords';
import { TOOL_RULES } from './toolRules';
import { anyVerb, baseName, operands } from './wordsOf';

/** Deeper nesting of shells in shells counts as changing. */
const DEPTH_MAX_COUNT = 4;

/** Assignments before a command, and the words of the shell that begin one. */
const IS_PREFIX = /^[A-Za-z_]\w*\+?=|^(?:do|then|else|!|if|while|until)$/;

/** Tools that hand everything behind their first word to another shell. */
const REMOTE = new Set(['ssh', 'su', 'runuser']);

/**
 * Whether a shell command does more than look, as far as its words tell. In doubt it is said to
 * change something.
 * @public
 */
export function changesThings(text: string): boolean {
  return hidesCharacters(text) || anyChanges(text, 0);
}

function anyChanges(text: string, depth: number): boolean {
  return (
    depth > DEPTH_MAX_COUNT ||
    simpleCommandsOf(text).some(command => changes(command, depth))
  );
}

function changes(command: SimpleCommand, depth: number): boolean {
  const { words, writesTo, readsInput } = command;
  return (
    (readsInput && runsInput(words)) ||
    writesTo.some(file =>
      /^\/(?!dev\/(?:null|stdout|stderr|tty)$|tmp\/)/.test(file),
    ) ||
    wordsChange(words, depth)
  );
}

/** `| sudo bash -s` and `psql < fix.sql` run what nobody sees here. */
function runsInput(words: readonly string[]): boolean {
  if (LOOKING_TOOLS.has(baseName(words[0] ?? ''))) {
    return false;
  }
  const at = words.findIndex(word => {
    const tool = baseName(word);
    return SHELLS.has(tool) || SQL_CLIENTS.has(tool);
  });
  const rest = words.slice(at + 1);
  return (
    at !== -1 &&
    !rest.some(word => /^-(?:c|e|-command|-execute|-eval)(?:=|$)/.test(word)) &&
    (SQL_CLIENTS.has(baseName(words[at])) ||
      rest.every(word => word.startsWith('-')))
  );
}

function wordsChange(all: readonly string[], depth: number): boolean {
  const begin = all.findIndex(word => !IS_PREFIX.test(word));
  const [path, ...rest] = begin === -1 ? [] : all.slice(begin);
  if (path === undefined) {
    return false;
  }
  if (depth > DEPTH_MAX_COUNT) {
    return true;
  }
  const tool = baseName(path);
  const same = SAME_TOOL.get(tool) ?? tool;
  if (SHELLS.has(tool)) {
    const script = rest.indexOf('-c') + 1;
    return script > 0
      ? anyChanges(rest[script] ?? '', depth + 1)
      : rest.some(word => !word.startsWith('-'));
  }
  if (WRAPPERS.has(tool)) {
    return wrappedChanges(tool, rest, depth);
  }
  if (tool === 'kubectl' || same === 'kubectl' || same === 'docker') {
    return clusterChanges(same, rest, inside => wordsChange(inside, depth + 1));
  }
  if (SQL_CLIENTS.has(tool)) {
    return (
      rest.some(word => CHANGING_SQL.test(word)) ||
      rest.some(word => /^(?:-f|--file)(?:=|$)/.test(word))
    );
  }
  const subcommands = CHANGING_SUBCOMMANDS.get(same);
  if (subcommands) {
    const dry = rest.some(
      word =>
        /^--dry-run(?:=(?!none|false)|$)/.test(word) ||
        // for helm it is a namespace
        (word === '-n' && tool === 'git'),
    );
    return (
      !dry && operands(rest).some(word => subcommands.has(word.toLowerCase()))
    );
  }
  const rule = TOOL_RULES.get(tool);
  if (rule) {
    return rule(rest, text => anyChanges(text, depth + 1));
  }
  if (LOOKING_TOOLS.has(tool)) {
    return false;
  }
  return (
    CHANGING_TOOLS.has(tool) || /^mkfs/.test(tool) || anyVerb([tool, ...rest])
  );
}

function wrappedChanges(
  tool: string,
  rest: readonly string[],
  depth: number,
): boolean {
  const behind = (index: number) =>
    index !== -1 && wordsChange(rest.slice(index), depth + 1);
  if (REMOTE.has(tool)) {
    // everything behind the host is read by another shell
    return (
      rest.some(word => /\s/.test(word) && anyChanges(word, depth + 1)) ||
      behind(rest.findIndex((word, index) => index > 0 && isCommandWord(word)))
    );
  }
  const first = rest.findIndex(
    word =>
      !word.startsWith('-') &&
      !/^\d+[smhd]?$/.test(word) &&
      !/^[A-Za-z_]\w*=/.test(word),
  );
  if (first === rest.length - 1 && /\s/.test(rest[first] ?? '')) {
    return anyChanges(rest[first], depth + 1);
  }
  // `sudo -u postgres psql`: what a flag says may stand before the command
  return (
    behind(first) ||
    behind(
      rest.findIndex((word, index) => index > first && isCommandWord(word)),
    )
  );
}

function isCommandWord(word: string): boolean {
  return (
    CHANGING_TOOLS.has(word) ||
    SHELLS.has(word) ||
    SQL_CLIENTS.has(word) ||
    CHANGING_SUBCOMMANDS.has(word) ||
    SAME_TOOL.has(word) ||
    TOOL_RULES.has(word) ||
    word === 'sudo'
  );
}
