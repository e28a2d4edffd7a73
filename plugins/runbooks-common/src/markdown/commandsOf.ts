import type { Code, Content, InlineCode } from 'mdast';
import {
  changesThings,
  commandsOfBlock,
  isOutputLanguage,
  looksLikeCommand,
} from '../commands';
import { markedRisk } from './calloutOf';
import { spanOf } from './markdownTree';
import type { Command, CommandRisk } from './ParsedRunbook';

const RISKS: readonly CommandRisk[] = ['none', 'changes', 'warning', 'danger'];

/** Commands of some nodes, in their order. A callout marks those after it. */
export function commandsOf(
  nodes: readonly Content[],
  marked: CommandRisk = 'none',
): readonly Command[] {
  const commands: Command[] = [];
  let mark = marked;
  const riskOf = (text: string): CommandRisk =>
    mark === 'none' && changesThings(text) ? 'changes' : mark;

  const visit = (node: Content) => {
    mark = worseRisk(mark, markedRisk(node));
    if (node.type === 'code') {
      if (isOutputLanguage(node.lang ?? undefined)) {
        expect(commands, node.value);
      } else {
        commands.push(
          ...blockCommands(node).map(command => ({
            ...command,
            risk: riskOf(command.text),
          })),
        );
      }
    } else if (node.type === 'inlineCode') {
      const command = inlineCommand(node);
      if (command) {
        commands.push({ ...command, risk: riskOf(command.text) });
      }
    } else if ('children' in node) {
      node.children.forEach(visit);
    }
  };
  nodes.forEach(visit);
  return commands;
}

/** The worse one of two risks. */
export function worseRisk(
  one: CommandRisk,
  other: CommandRisk | undefined = 'none',
): CommandRisk {
  return RISKS[Math.max(RISKS.indexOf(one), RISKS.indexOf(other))];
}

function expect(commands: Command[], output: string): void {
  const last = commands.pop();
  if (last) {
    const before = last.expectedOutput;
    commands.push({
      ...last,
      expectedOutput: before ? `${before}\n${output}` : output,
    });
  }
}

function blockCommands(node: Code): Omit<Command, 'risk'>[] {
  const { line, endLine } = spanOf(node);
  // an indented block has no line for its fence
  const lines = node.value.split('\n').length;
  const first = node.lang || endLine - line + 1 > lines ? line + 1 : line;
  const language = node.lang ?? undefined;
  return commandsOfBlock(node.value, language).map(
    ({ from, to, ...command }) => ({
      ...command,
      ...(language && { language }),
      inline: false,
      line: first + from,
      endLine: first + to,
    }),
  );
}

function inlineCommand(node: InlineCode): Omit<Command, 'risk'> | undefined {
  const text = node.value.replace(/\s+/g, ' ').trim();
  if (!looksLikeCommand(text, 'inline')) {
    return undefined;
  }
  const { line, endLine } = spanOf(node);
  return { text: text.replace(/^\$\s+/, ''), inline: true, line, endLine };
}
