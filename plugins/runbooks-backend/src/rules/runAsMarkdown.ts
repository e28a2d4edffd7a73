import type {
  FindingSnapshot,
  Run,
  RunOutcome,
  RunStep,
  StepState,
} from '@callboard/plugin-runbooks-common';

const OUTCOMES: Readonly<Record<RunOutcome, string>> = {
  fixed: 'Fixed',
  workaround: 'Workaround',
  'no-help': 'It did not help',
  escalated: 'Escalated',
  'false-alarm': 'False alarm',
};

const STATES: Readonly<Record<StepState, string>> = {
  open: 'open',
  done: 'done',
  skipped: 'skipped',
  failed: 'failed',
  'not-applicable': 'not applicable',
};

/** A run for the post-mortem: who did which step when, and how it ended. */
export function runAsMarkdown(run: Run): string {
  const facts: [string, string | undefined][] = [
    ['Service', run.entityRef],
    [
      'Runbook',
      `${run.title}, version ${run.runbookVersion} (${run.runbookId})`,
    ],
    ['Started', `${run.startedAt} by ${run.startedBy}`],
    [
      'Finished',
      run.finishedAt && `${run.finishedAt} by ${run.finishedBy ?? 'nobody'}`,
    ],
    ['Outcome', run.outcome && OUTCOMES[run.outcome]],
    ['Kind', run.dryRun ? 'Dry run' : undefined],
    ...Object.entries(run.params).map(([name, value]): [string, string] => [
      `Value of ${name}`,
      value,
    ]),
    ['Finding when it began', sentenceOf(run.finding)],
    ['Finding when it ended', sentenceOf(run.findingAfter)],
  ];
  const lines = facts.flatMap(([name, value]) =>
    value ? [`- **${inline(name)}:** ${inline(value)}`] : [],
  );
  return [
    `# Run: ${inline(run.title)}`,
    lines.join('\n'),
    ...(run.note ? [quoted(run.note)] : []),
    '## Steps',
    ...run.steps.map(stepAsMarkdown),
    '',
  ].join('\n\n');
}

function stepAsMarkdown(step: RunStep): string {
  const who = [step.at, step.by && `by ${step.by}`].filter(Boolean).join(' ');
  return [
    `### ${step.n}. ${inline(step.title)}`,
    `**${STATES[step.state]}**${who && `, ${inline(who)}`}`,
    ...(step.note ? [quoted(step.note)] : []),
    ...(step.evidence ? [fenced(step.evidence)] : []),
    ...(hasText(step) && step.textBy && step.textBy !== step.by
      ? [`Written by ${inline(step.textBy)}`]
      : []),
  ].join('\n\n');
}

function hasText({ note, evidence }: RunStep): boolean {
  return Boolean(note || evidence);
}

function sentenceOf(finding: FindingSnapshot | undefined): string | undefined {
  if (!finding) {
    return undefined;
  }
  const { status, message, aspect, code, alertname, since } = finding;
  return [status, message, aspect, code, alertname, since && `since ${since}`]
    .filter(Boolean)
    .join(', ');
}

/** One line, in which nothing is Markdown. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

function quoted(text: string): string {
  return text
    .split(/\r?\n/)
    .map(line => `> ${line}`.trimEnd())
    .join('\n');
}

/** In a fence that is longer than any in the text. */
function fenced(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map(run => run.length + 1)));
  return `${fence}\n${text}\n${fence}`;
}
