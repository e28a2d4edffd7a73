import type { ParsedRunbook, Step } from '@callboard/plugin-runbooks-common';

/** A part of a runbook as it is read: a heading, the text before its steps, and the steps. */
export interface ReaderPart {
  readonly id: string;
  readonly heading: string;
  readonly markdown: string;
  readonly steps: readonly Step[];
}

/**
 * The parts of a runbook in their order. A section that has steps is shown as its introduction and
 * its steps; where the headings themselves are the steps, each is a part with one step.
 */
export function partsOf(text: ParsedRunbook): readonly ReaderPart[] {
  const { sections, steps } = text;
  return sections.map((section, index) => {
    const end = sections[index + 1]?.line ?? Infinity;
    const own = steps.filter(({ line }) => line >= section.line && line < end);
    const [first] = own;
    const lines = section.markdown.split('\n');
    return {
      id: `part-${index + 1}`,
      heading: section.heading,
      steps: own,
      markdown:
        first === undefined
          ? section.markdown
          : lines
              .slice(0, Math.max(0, first.line - section.bodyLine))
              .join('\n'),
    };
  });
}
