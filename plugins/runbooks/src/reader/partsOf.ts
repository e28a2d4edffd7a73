import type { ParsedRunbook, Step } from '@callboard/plugin-runbooks-common';

/** A text with the line of the runbook that it begins in. */
export interface Lines {
  readonly markdown: string;
  readonly line: number;
}

/** A step, and what stands behind it and is none. */
export interface PartStep {
  readonly step: Step;
  readonly after: Lines;
}

/** A part of a runbook as it is read: a heading, the text before its steps, and the steps. */
export interface ReaderPart {
  readonly id: string;
  /** What stands before the first heading has none. */
  readonly heading?: string;
  /** Line of the heading. */
  readonly line: number;
  readonly before: Lines;
  readonly steps: readonly PartStep[];
}

/**
 * The parts of a runbook in their order. A section that has steps is shown as its introduction and
 * its steps; where the headings themselves are the steps, each is a part with one step. Every line
 * of the runbook is in one of them.
 */
export function partsOf(text: ParsedRunbook): readonly ReaderPart[] {
  const { intro, introLine, steps } = text;
  const begin = { markdown: intro, bodyLine: introLine, line: 0 };
  const sections = [begin, ...text.sections];
  let next = 0;
  const parts = sections.map((section, index): ReaderPart => {
    const end = sections[index + 1]?.line ?? Infinity;
    const own: Step[] = [];
    for (; next < steps.length && steps[next].line < end; next += 1) {
      own.push(steps[next]);
    }
    const lines = section.markdown.split('\n');
    const between = (from: number, to: number): Lines => ({
      line: Math.max(from, section.bodyLine),
      markdown: lines
        .slice(
          Math.max(0, from - section.bodyLine),
          Math.max(0, to - section.bodyLine),
        )
        .join('\n'),
    });
    return {
      id: `part-${index}`,
      ...('heading' in section && { heading: section.heading }),
      line: section.line,
      before: between(section.bodyLine, own[0]?.line ?? Infinity),
      steps: own.map((step, at) => ({
        step,
        after: between(step.endLine + 1, own[at + 1]?.line ?? Infinity),
      })),
    };
  });
  return parts.filter(
    ({ heading, before, steps: own }) =>
      heading !== undefined || own.length > 0 || before.markdown.trim() !== '',
  );
}
