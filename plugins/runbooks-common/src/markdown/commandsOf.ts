import type { Blockquote, Code, Content, InlineCode } from 'mdast';
import {
  changesThings,
  commandsOfBlock,
  inlineCommandOf,
  isOutputLanguage,
} from '../commands';
import { saysSomething, warningOf } from './calloutOf';
import { hidesText } from './hidesText';
import { spanOf } from './markdownTree';
import type { Command, CommandRisk } from './ParsedRunbook';
import { RiskScope } from './RiskScope';

class CommandReader {
  readonly commands: Command[] = [];
  /** Behind HTML that may hide them no warning counts. */
  #blind = false;

  /** Reads nodes that stand beside each other, and says what they warn of in the end. */
  read(nodes: readonly Content[], warned: CommandRisk): CommandRisk {
    const scope = new RiskScope(warned);
    for (const node of nodes) {
      if (node.type === 'heading') scope.enterHeading(node.depth);
      this.#one(node, scope);
    }
    return this.#blind ? 'none' : scope.risk;
  }

  #one(node: Content, scope: RiskScope): void {
    switch (node.type) {
      case 'html':
        this.#blind ||= hidesText(node.value);
        break;
      case 'code':
        this.#block(node, scope);
        break;
      case 'inlineCode':
        this.#add(inlineCommand(node), scope);
        break;
      case 'blockquote':
        this.#quote(node, scope);
        break;
      case 'footnoteDefinition':
        // it is shown elsewhere
        this.read(node.children, 'none');
        break;
      default:
        if ('children' in node) this.read(node.children, scope.risk);
    }
  }

  /** The words of a callout warn of what comes after them, in it and behind it. */
  #quote(quote: Blockquote, scope: RiskScope): void {
    const risk = warningOf(quote);
    const words = risk ? quote.children.findIndex(saysSomething) + 1 : 0;
    if (!risk || words === 0) {
      this.read(quote.children, scope.risk);
      return;
    }
    this.read(quote.children.slice(0, words), scope.risk);
    scope.warn(risk);
    this.read(quote.children.slice(words), scope.risk);
  }

  #block(node: Code, scope: RiskScope): void {
    if (isOutputLanguage(node.lang ?? undefined)) {
      expect(this.commands, node.value);
    } else {
      blockCommands(node).forEach(command => this.#add(command, scope));
    }
  }

  #add(command: Omit<Command, 'risk'> | undefined, { risk }: RiskScope): void {
    if (!command) {
      return;
    }
    const warned = this.#blind ? 'none' : risk;
    this.commands.push({
      ...command,
      risk:
        warned === 'none' && changesThings(command.text) ? 'changes' : warned,
    });
  }
}

/** Commands of some nodes, in their order. A warning covers those after it. */
export function commandsOf(
  nodes: readonly Content[],
  warned: CommandRisk = 'none',
): readonly Command[] {
  const reader = new CommandReader();
  reader.read(nodes, warned);
  return reader.commands;
}

/** What the nodes before a step warn of, up to the first command among them. */
export function warnedBefore(nodes: readonly Content[]): CommandRisk {
  const reader = new CommandReader();
  const first = nodes.findIndex(
    node => node.type !== 'blockquote' && holdCommands([node]),
  );
  return reader.read(first === -1 ? nodes : nodes.slice(0, first), 'none');
}

/** Whether there is a command somewhere in some nodes. */
export function holdCommands(nodes: readonly Content[]): boolean {
  return nodes.some(node => {
    switch (node.type) {
      case 'code':
        return blockCommands(node).length > 0;
      case 'inlineCode':
        return inlineCommand(node) !== undefined;
      default:
        return 'children' in node && holdCommands(node.children);
    }
  });
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
  const text = inlineCommandOf(node.value);
  const { line, endLine } = spanOf(node);
  return text === undefined ? undefined : { text, inline: true, line, endLine };
}
