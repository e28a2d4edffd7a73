import type { ParsedRunbook } from '@callboard/plugin-runbooks-common';
import { anchorId } from './anchorId';
import { partsOf, type ReaderPart } from './partsOf';

/** A line of the table of contents. */
export interface ContentsEntry {
  /** Of the element that it leads to. */
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Omit<ContentsEntry, 'steps'>[];
}

/** The table of contents of a runbook: its headings, and under each its steps. */
export function contentsOf(text: ParsedRunbook): readonly ContentsEntry[] {
  const anchors = new Map(
    text.headings.map(({ line, anchor }) => [line, anchor]),
  );
  return partsOf(text).flatMap(part => {
    const steps = part.steps.map(({ step: { n, title } }) => ({
      id: `step-${n}`,
      title: `${n}. ${title}`,
    }));
    if (part.heading === undefined) {
      return steps.map(step => ({ ...step, steps: [] }));
    }
    const [first, ...rest] = steps;
    if (first && isFirstStep(part)) {
      return [{ ...first, steps: rest }];
    }
    const id = anchorId(anchors.get(part.line) ?? '');
    // A section with one step is that step.
    return [{ id, title: part.heading, steps: rest.length > 0 ? steps : [] }];
  });
}

/** Whether the heading of a part is that of its first step. */
export function isFirstStep({ line, steps }: ReaderPart): boolean {
  return steps[0]?.step.line === line;
}
