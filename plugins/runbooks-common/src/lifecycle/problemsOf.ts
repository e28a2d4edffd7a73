import type { RunbookLink } from '../markdown';
import { plainMatchValue } from '../matching/matchedReasons';
import { PROBLEM_CODES, type Problem, type RunbookState } from '../words';
import { isBrokenLink, type LinkTargets } from './isBrokenLink';
import { isVerified } from './isVerified';

const DAY_MS = 24 * 3_600_000;

/** How long before its day a review is due. @public */
export const REVIEW_DUE_BEFORE_MS = 14 * DAY_MS;

/** How many runs without help ask for a review, where none helped meanwhile. @public */
export const NO_HELP_COUNT = 2;

/** A catalog that is filled anew is without its entities for a while. */
const GONE_AFTER_MS = DAY_MS;

/** Most names or links that a message names. */
const NAMED_MAX_COUNT = 3;

/** Somebody's word that a step is wrong. @public */
export interface StepReport {
  readonly step: number;
  readonly note?: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
}

/** What is known of a runbook as it is now. @public */
export interface RunbookCondition {
  readonly state: RunbookState;
  /** Who looks after it; absent where its entity has no owner either. */
  readonly owner?: string;
  /** Since when the catalog does not have its owner, ISO 8601 in UTC; absent while it does. */
  readonly ownerGoneAt?: string;
  /** When its entity left the catalog, ISO 8601 in UTC; absent while it is there. */
  readonly entityGoneAt?: string;
  /** A day, `2027-05-03`. */
  readonly reviewBy?: string;
  readonly verifiedAt?: string;
  /** When runs of this text ended that did not help, since one did; ISO 8601 in UTC. */
  readonly noHelpAt?: readonly string[];
  /** Reports of this version. */
  readonly reports?: readonly StepReport[];
  /** Links of its text; absent where it was not looked through. */
  readonly links?: readonly RunbookLink[];
  /** Places in its text that a link can lead to. */
  readonly anchors?: readonly string[];
  /** First line of its text that was not understood. */
  readonly plainLine?: number;
  /** Alerts that it names. */
  readonly alertnames?: readonly string[];
}

/** The alerts that are defined, and where that was read. @public */
export interface DefinedAlerts {
  /** Their names, each as `plainMatchValue` makes it; empty where none is known. */
  readonly names: ReadonlySet<string>;
  /** Every system that was asked. */
  readonly servers: readonly string[];
}

/** What a runbook is held against. @public */
export interface ProblemContext extends LinkTargets {
  readonly now: Date;
  /** Absent where not all of them are known: a name may be one of the others then. */
  readonly alerts?: DefinedAlerts;
}

/**
 * What its team should look at, worst first. An archived runbook has no problems; a draft has only
 * those of its text.
 * @public
 */
export function problemsOf(
  runbook: RunbookCondition,
  context: ProblemContext,
): readonly Problem[] {
  if (runbook.state === 'archived') {
    return [];
  }
  const found = [
    stepWrong(runbook),
    notUnderstood(runbook),
    brokenLinks(runbook, context),
    ...(runbook.state === 'published'
      ? [
          noHelp(runbook),
          review(runbook, context.now),
          unowned(runbook, context.now),
          neverVerified(runbook, context.now),
          unknownAlerts(runbook, context),
        ]
      : []),
  ].flatMap(problem => problem ?? []);
  return found.sort(
    (one, other) =>
      PROBLEM_CODES.indexOf(one.code) - PROBLEM_CODES.indexOf(other.code),
  );
}

function stepWrong({ reports = [] }: RunbookCondition): Problem | undefined {
  if (reports.length === 0) {
    return undefined;
  }
  const steps = [...new Set(reports.map(({ step }) => step))].sort(
    (one, other) => one - other,
  );
  const note = reports.find(report => report.note)?.note;
  return {
    code: 'step-wrong',
    message: `${steps.length === 1 ? 'Step' : 'Steps'} ${listed(
      steps.map(String),
    )} ${steps.length === 1 ? 'was' : 'were'} reported as wrong${
      note ? `: ${note}` : ''
    }`,
    hint: 'Correct it and save a new version',
    since: earliest(reports.map(({ at }) => at)),
  };
}

function noHelp({ noHelpAt = [] }: RunbookCondition): Problem | undefined {
  const ended = [...noHelpAt].sort();
  return ended.length < NO_HELP_COUNT
    ? undefined
    : {
        code: 'no-help',
        message: `${ended.length} runs of this text did not help, and none helped meanwhile`,
        hint: 'Read what they noted, then change the runbook or archive it',
        since: ended[NO_HELP_COUNT - 1],
      };
}

function review(
  { reviewBy }: RunbookCondition,
  now: Date,
): Problem | undefined {
  const day = reviewBy ? Date.parse(`${reviewBy}T00:00:00.000Z`) : NaN;
  if (Number.isNaN(day)) {
    return undefined;
  }
  // the day itself still counts
  const over = day + DAY_MS;
  if (now.getTime() >= over) {
    return {
      code: 'review-overdue',
      message: `It was to be reviewed by ${reviewBy}`,
      hint: 'Read it again, then set the day of the next review',
      since: new Date(over).toISOString(),
    };
  }
  const due = day - REVIEW_DUE_BEFORE_MS;
  return now.getTime() >= due
    ? {
        code: 'review-due',
        message: `It is to be reviewed by ${reviewBy}`,
        hint: 'Read it again, then set the day of the next review',
        since: new Date(due).toISOString(),
      }
    : undefined;
}

function notUnderstood({ plainLine }: RunbookCondition): Problem | undefined {
  return plainLine === undefined
    ? undefined
    : {
        code: 'not-understood',
        message: `What begins in line ${plainLine} is too long or too tangled to be understood: its steps and links are not known`,
        hint: 'Make several runbooks of it, or take apart what is one long line or table',
      };
}

function brokenLinks(
  { links = [], anchors }: RunbookCondition,
  context: ProblemContext,
): Problem | undefined {
  const broken = [
    ...new Set(
      links
        .filter(link => isBrokenLink(link.url, { ...context, anchors }))
        .map(({ url }) => url),
    ),
  ];
  return broken.length === 0
    ? undefined
    : {
        code: 'broken-link',
        message: `${
          broken.length === 1 ? 'A link leads' : `${broken.length} links lead`
        } nowhere: ${listed(broken)}`,
        hint: 'Link to a runbook of this portal or to a full address',
      };
}

function unowned(
  { owner, ownerGoneAt, entityGoneAt }: RunbookCondition,
  now: Date,
): Problem | undefined {
  if (isGone(entityGoneAt, now)) {
    return {
      code: 'unowned',
      message: 'What it belongs to is not in the catalog any more',
      hint: 'Move it to what took its place, or archive it',
      since: entityGoneAt,
    };
  }
  if (isGone(ownerGoneAt, now)) {
    return {
      code: 'unowned',
      message: `Nobody looks after it: its owner ${owner} is not in the catalog`,
      hint: 'Name a group that is there, as its owner or as that of its entity',
      since: ownerGoneAt,
    };
  }
  return owner
    ? undefined
    : {
        code: 'unowned',
        message:
          'Nobody looks after it: neither it nor its entity has an owner',
        hint: 'Name a group as its owner',
      };
}

function isGone(since: string | undefined, now: Date): boolean {
  return (
    since !== undefined && now.getTime() - Date.parse(since) >= GONE_AFTER_MS
  );
}

function neverVerified(
  runbook: RunbookCondition,
  now: Date,
): Problem | undefined {
  if (isVerified(runbook, now)) {
    return undefined;
  }
  return {
    code: 'never-verified',
    message: runbook.verifiedAt
      ? `Nobody went through it since ${runbook.verifiedAt}`
      : 'Nobody but its author went through this version',
    hint: 'Ask somebody else for a dry run',
  };
}

function unknownAlerts(
  { alertnames = [] }: RunbookCondition,
  { alerts }: ProblemContext,
): Problem | undefined {
  if (!alerts?.names.size) {
    return undefined;
  }
  const unknown = alertnames.filter(
    name => !alerts.names.has(plainMatchValue('alertname', name)),
  );
  return unknown.length === 0
    ? undefined
    : {
        code: 'unknown-alert',
        message: `No rule fires ${listed(unknown)}`,
        hint: `Correct the name, or take it out. What was asked: ${listed(
          alerts.servers,
        )}`,
      };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_MAX_COUNT);
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function earliest(instants: readonly string[]): string {
  return [...instants].sort()[0];
}
