import {
  safeLinks,
  statusOfFindings,
  type FindingDraft,
  type Verdict,
} from '@callboard/plugin-callboard-common';
import type { ProblemCode } from '@callboard/plugin-runbooks-common';
import type { KnownRunbook } from './KnownRunbook';

/**
 * What asks for no work by itself changes no status. That nobody but its author tried a runbook
 * yet is true of every new one: a board that is yellow with it says nothing.
 */
const NOTES: ReadonlySet<string> = new Set<ProblemCode>([
  'never-verified',
  'review-due',
  'unknown-alert',
]);

/** What several runbooks have in common, for their number. */
const TOGETHER: Readonly<Record<ProblemCode, string>> = {
  'step-wrong': 'have steps that were reported as wrong',
  'no-help': 'did not help when they were used',
  'review-overdue': 'were to be reviewed and were not',
  'not-understood': 'have parts that could not be understood',
  'broken-link': 'have links that lead nowhere',
  unowned: 'have nobody who looks after them',
  'never-verified': 'were gone through by nobody but their author',
  'review-due': 'are to be reviewed soon',
  'unknown-alert': 'name alerts that no rule fires',
};

/** Most runbooks that a sentence names. */
const NAMED_MAX_COUNT = 3;

export interface JudgeRunbooksOptions {
  /** Of the service and of all that it inherits from; drafts of others left out. */
  readonly runbooks: readonly KnownRunbook[];
  /** How many are kept elsewhere. */
  readonly external: number;
  /** Makes the address of a runbook's page, where the portal's own is known. */
  readonly urlOf: (id: string) => string | undefined;
}

/** What the runbooks of a service say of it; pure. */
export function judgeRunbooks(options: JudgeRunbooksOptions): Verdict {
  const { runbooks, external, urlOf } = options;
  const published = runbooks.filter(({ state }) => state === 'published');
  const findings =
    published.length + external === 0
      ? [noRunbook(runbooks, urlOf)]
      : problemFindings(published, urlOf);
  const status = statusOfFindings(findings);
  return {
    status,
    summary: summaryOf({
      count: published.length,
      external,
      ailing: published.filter(hasWarning).length,
    }),
    findings,
    explanation: {
      rule: 'A service has a runbook, and none of its runbooks needs its team',
      inputs: [
        { name: 'published runbooks', value: String(published.length) },
        {
          name: 'drafts',
          value: String(runbooks.length - published.length),
        },
        { name: 'runbooks kept elsewhere', value: String(external) },
      ],
      ...(status !== 'ok' && {
        clears:
          published.length + external === 0
            ? 'When a runbook is published for the service, its system, domain or owner'
            : 'When the team has mended what is wrong, with a new version or a review',
      }),
    },
  };
}

function noRunbook(
  drafts: readonly KnownRunbook[],
  urlOf: JudgeRunbooksOptions['urlOf'],
): FindingDraft {
  return {
    code: 'no-runbook',
    status: 'warning',
    message:
      drafts.length > 0
        ? `It has no published runbook, only drafts: ${named(drafts)}`
        : 'It has no runbook, and inherits none',
    hint:
      drafts.length > 0
        ? 'Publish the draft'
        : 'Write one beside the service, or for its system or owner',
    impact: 'delivery',
    params: {},
    links: linksTo(drafts, urlOf),
  };
}

function problemFindings(
  published: readonly KnownRunbook[],
  urlOf: JudgeRunbooksOptions['urlOf'],
): FindingDraft[] {
  const byCode = new Map<string, KnownRunbook[]>();
  for (const runbook of published) {
    for (const code of new Set(runbook.problems.map(problem => problem.code))) {
      byCode.set(code, [...(byCode.get(code) ?? []), runbook]);
    }
  }
  return [...byCode].map(([code, runbooks]): FindingDraft => {
    const problems = runbooks.flatMap(runbook =>
      runbook.problems.filter(problem => problem.code === code),
    );
    const [only] = problems;
    const since = problems
      .flatMap(problem => problem.since ?? [])
      .sort()
      .at(0);
    return {
      code,
      status: NOTES.has(code) ? 'note' : 'warning',
      message:
        runbooks.length === 1
          ? `“${runbooks[0].title}”: ${only.message}`
          : `${runbooks.length} runbooks ${together(code)}: ${named(runbooks)}`,
      hint: only.hint,
      ...(since !== undefined && { since }),
      impact: 'delivery',
      params: paramsOf(runbooks),
      links: linksTo(runbooks, urlOf),
    };
  });
}

function paramsOf(runbooks: readonly KnownRunbook[]): Record<string, string> {
  return runbooks.length === 1 ? { runbook: runbooks[0].id } : {};
}

function together(code: string): string {
  return Object.hasOwn(TOGETHER, code)
    ? TOGETHER[code as ProblemCode]
    : 'need their team';
}

function hasWarning({ problems }: KnownRunbook): boolean {
  return problems.some(({ code }) => !NOTES.has(code));
}

function summaryOf(options: {
  readonly count: number;
  readonly external: number;
  readonly ailing: number;
}): string {
  const { count, external, ailing } = options;
  if (count + external === 0) {
    return 'none';
  }
  if (ailing > 0) {
    return `${ailing} of ${count} to mend`;
  }
  return count > 0
    ? `${count} ${count === 1 ? 'runbook' : 'runbooks'}`
    : `${external} kept elsewhere`;
}

function named(runbooks: readonly KnownRunbook[]): string {
  const names = runbooks
    .slice(0, NAMED_MAX_COUNT)
    .map(({ title }) => `“${title}”`)
    .join(', ');
  const more = runbooks.length - NAMED_MAX_COUNT;
  return more > 0 ? `${names} and ${more} more` : names;
}

function linksTo(
  runbooks: readonly KnownRunbook[],
  urlOf: JudgeRunbooksOptions['urlOf'],
) {
  return safeLinks(
    runbooks
      .slice(0, NAMED_MAX_COUNT)
      .map(({ id, title }) => ({ title, url: urlOf(id) })),
  );
}
