import type { Content } from 'mdast';
import { commandsOf } from './commandsOf';
import type { Command } from './ParsedRunbook';
import type { Outline } from './sectionsOf';
import type { StepNodes } from './stepsOf';

/** Commands that stand in no step: before the first one, or in sections that are only read. */
export function commandsBeside(
  outline: Outline,
  steps: readonly StepNodes[],
): readonly Command[] {
  const taken = new Set<Content>(steps.flatMap(({ nodes }) => nodes));
  const leftOf = (nodes: readonly Content[]): readonly Content[] =>
    nodes.flatMap(node => {
      if (taken.has(node)) {
        return [];
      }
      return node.type === 'list' && node.children.some(item => taken.has(item))
        ? node.children.filter(item => !taken.has(item))
        : [node];
    });
  return [
    outline.introNodes,
    ...outline.sections.map(({ nodes }) => nodes),
  ].flatMap(nodes => commandsOf(leftOf(nodes)));
}
