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

/** What is said of one runbook that is not named, and of several. */
const SENTENCES: Readonly<
  Record<ProblemCode, { readonly one: string; readonly many: string }>
> = {
  'step-wrong': {
    one: 'has a step that was reported as wrong',
    many: 'have steps that were reported as wrong',
  },
  'no-help': {
    one: 'did not help when it was used',
    many: 'did not help when they were used',
  },
  'review-overdue': {
    one: 'was to be reviewed and was not',
    many: 'were to be reviewed and were not',
  },
  'not-understood': {
    one: 'has a part that could not be understood',
    many: 'have parts that could not be understood',
  },
  'broken-link': {
    one: 'has a link that leads nowhere',
    many: 'have links that lead nowhere',
  },
  unowned: {
    one: 'has nobody who looks after it',
    many: 'have nobody who looks after them',
  },
  'never-verified': {
    one: 'was gone through by nobody but its author',
    many: 'were gone through by nobody but their author',
  },
  'review-due': {
    one: 'is to be reviewed soon',
    many: 'are to be reviewed soon',
  },
  'unknown-alert': {
    one: 'names an alert that no rule fires',
    many: 'name alerts that no rule fires',
  },
};
const UNKNOWN_PROBLEM = { one: 'needs its team', many: 'need their team' };

/** Most runbooks that a sentence names. */
const NAMED_MAX_COUNT = 3;

export interface JudgeRunbooksOptions {
  /** The service. */
  readonly entityRef: string;
  /** Of the service and of all that it inherits from; drafts of others left out. */
  readonly runbooks: readonly KnownRunbook[];
  /** How many are kept elsewhere. */
  readonly external: number;
  /** Makes the address of a runbook's page, where the portal's own is known. */
  readonly urlOf: (id: string) => string | undefined;
}

type Service = Pick<JudgeRunbooksOptions, 'entityRef' | 'urlOf'>;

/** What the runbooks of a service say of it; pure. */
export function judgeRunbooks(options: JudgeRunbooksOptions): Verdict {
  const { runbooks, external } = options;
  const published = runbooks.filter(({ state }) => state === 'published');
  const findings =
    published.length + external === 0
      ? [noRunbook(runbooks, options)]
      : problemFindings(published, options);
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
  service: Service,
): FindingDraft {
  return {
    code: 'no-runbook',
    status: 'warning',
    message:
      drafts.length > 0
        ? `It has no published runbook, only drafts: ${named(drafts, service)}`
        : 'It has no runbook, and inherits none',
    hint:
      drafts.length > 0
        ? 'Publish the draft'
        : 'Write one beside the service, or for its system or owner',
    impact: 'delivery',
    params: {},
    links: linksTo(drafts, service),
  };
}

function problemFindings(
  published: readonly KnownRunbook[],
  service: Service,
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
      message: messageOf({ code, runbooks, message: only.message }, service),
      hint: only.hint,
      ...(since !== undefined && { since }),
      impact: 'delivery',
      params: paramsOf(runbooks),
      links: linksTo(runbooks, service),
    };
  });
}

function paramsOf(runbooks: readonly KnownRunbook[]): Record<string, string> {
  return runbooks.length === 1 ? { runbook: runbooks[0].id } : {};
}

function messageOf(
  problem: {
    readonly code: string;
    readonly runbooks: readonly KnownRunbook[];
    /** What the first of them has to say. */
    readonly message: string;
  },
  service: Service,
): string {
  const { code, runbooks, message } = problem;
  const [first] = runbooks;
  const { one, many } = Object.hasOwn(SENTENCES, code)
    ? SENTENCES[code as ProblemCode]
    : UNKNOWN_PROBLEM;
  if (runbooks.length > 1) {
    return `${runbooks.length} runbooks ${many}: ${named(runbooks, service)}`;
  }
  return isOwn(first, service)
    ? `“${first.title}”: ${message}`
    : `A runbook of ${first.entityRef} ${one}`;
}

/**
 * Whoever may read a service may read what is said of it here. The text of what it inherits follows
 * another entity, which may be hidden from them; that there is such an entity the service says itself.
 */
function isOwn({ entityRef }: KnownRunbook, service: Service): boolean {
  return entityRef === service.entityRef;
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

function named(runbooks: readonly KnownRunbook[], service: Service): string {
  const names = runbooks
    .slice(0, NAMED_MAX_COUNT)
    .map(runbook =>
      isOwn(runbook, service)
        ? `“${runbook.title}”`
        : `one of ${runbook.entityRef}`,
    )
    .join(', ');
  const more = runbooks.length - NAMED_MAX_COUNT;
  return more > 0 ? `${names} and ${more} more` : names;
}

function linksTo(runbooks: readonly KnownRunbook[], service: Service) {
  return safeLinks(
    runbooks.slice(0, NAMED_MAX_COUNT).map(runbook => ({
      title: isOwn(runbook, service)
        ? runbook.title
        : `Runbook of ${runbook.entityRef}`,
      url: service.urlOf(runbook.id),
    })),
  );
}
