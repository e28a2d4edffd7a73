import type { Content, List, ListItem } from 'mdast';
import { holdCommands } from './commandsOf';
import type { ItemParts } from './itemStep';

/** Which items of a list are steps. */
export type ItemChoice = (list: List) => readonly ListItem[];

/** Items with a box to tick. */
export const taskItems: ItemChoice = list =>
  list.children.filter(item => typeof item.checked === 'boolean');

/** All of a numbered list, else those with a box. */
export const numberedOrTasks: ItemChoice = list =>
  list.ordered ? list.children : taskItems(list);

/** Items that are steps, and what stands before the first. */
export interface ListParts {
  readonly before: readonly Content[];
  readonly parts: readonly ItemParts[];
}

interface GrowingPart extends ItemParts {
  readonly after: Content[];
}

/** Chosen items of lists, each with everything up to the next one. */
export function listParts(
  nodes: readonly Content[],
  choose: ItemChoice,
): ListParts {
  const before: Content[] = [];
  const parts: GrowingPart[] = [];
  for (const node of nodes) {
    const chosen = new Set(node.type === 'list' ? choose(node) : []);
    const pieces =
      node.type === 'list' && chosen.size > 0 ? node.children : [node];
    for (const piece of pieces) {
      if (piece.type === 'listItem' && chosen.has(piece)) {
        parts.push({ item: piece, after: [] });
      } else {
        (parts.at(-1)?.after ?? before).push(piece);
      }
    }
  }
  return { before, parts };
}

/** Items that hold no command go with the one before them. */
export function onlyCommands({ before, parts }: ListParts): ListParts {
  const first = parts.findIndex(part => holdCommands(nodesOf(part)));
  if (first === -1) {
    return { before, parts: [] };
  }
  const kept: GrowingPart[] = [];
  for (const part of parts.slice(first)) {
    if (holdCommands(nodesOf(part))) {
      kept.push({ item: part.item, after: [...part.after] });
    } else {
      kept.at(-1)?.after.push(...nodesOf(part));
    }
  }
  return {
    before: [...before, ...parts.slice(0, first).flatMap(nodesOf)],
    parts: kept,
  };
}

/** An item with what follows it. */
export function nodesOf({ item, after }: ItemParts): readonly Content[] {
  return [item, ...after];
}
