/** What a step says. */
export interface StepFields {
  readonly title: string;
  readonly command: string;
  /** Whole minutes; empty for no limit. */
  readonly minutes: string;
  readonly expected: string;
  readonly risk: 'none' | 'WARNING' | 'CAUTION';
  /** What can go wrong. */
  readonly riskText: string;
}

/** A fence that its own text does not close. */
function fenced(language: string, text: string): string {
  const longest = Math.max(
    2,
    ...(text.match(/`+/g) ?? []).map(ticks => ticks.length),
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** A step as Markdown. */
export function stepTemplate(fields: StepFields): string {
  const { title, command, minutes, expected, risk, riskText } = fields;
  const limit = minutes.trim() ? ` (${minutes.trim()} min)` : '';
  return [
    `### ${title.trim()}${limit}`,
    ...(risk === 'none'
      ? []
      : [
          `> [!${risk}]\n${riskText
            .trim()
            .split('\n')
            .map(line => `> ${line}`)
            .join('\n')}`,
        ]),
    ...(command.trim() ? [fenced('sh', command)] : []),
    ...(expected.trim() ? [fenced('output', expected)] : []),
  ]
    .join('\n\n')
    .concat('\n');
}
