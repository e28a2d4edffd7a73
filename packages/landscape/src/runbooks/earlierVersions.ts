/** A version that was there before the runbook was finished. */
export interface EarlierVersion {
  readonly markdown: string;
  readonly note: string;
}

/** How a runbook grew: first the bare commands, then how to see that it helped. */
export function earlierVersions(markdown: string): readonly EarlierVersion[] {
  return [
    {
      markdown: without(markdown, ['Verify', 'Rollback', 'Escalation']),
      note: 'Out of the old wiki',
    },
    {
      markdown: without(markdown, ['Rollback', 'Escalation']).replace(
        / \(\d+ min\)$/gm,
        '',
      ),
      note: 'How to see that it helped',
    },
  ];
}

/** A text without some of its sections. */
function without(markdown: string, headings: readonly string[]): string {
  const parts = markdown.split(/^(?=## )/m);
  const kept = parts.filter(
    part => !headings.some(heading => part.startsWith(`## ${heading}\n`)),
  );
  return `${kept.join('').trimEnd()}\n`;
}
