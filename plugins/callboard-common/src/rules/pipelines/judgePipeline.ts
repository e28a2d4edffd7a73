import { FindingDraft, Verdict } from '../../words';
import { compareFindings, worstFinding } from '../findings';
import { toInstant } from '../instants';
import { statusOfFindings } from '../worstOf';
import { activityOf } from './activityOf';
import {
  buildAbandoned,
  buildFailed,
  buildsAborted,
  noData,
  testsFailed,
} from './buildRules';
import { PipelineFacts } from './facts';
import { flaky } from './flaky';
import { endOf, readHistory } from './history';
import {
  historyInputs,
  labelOf,
  pastInstant,
  PipelineContext,
  pipelineFinding,
  PipelineRule,
} from './ruling';
import { DEFAULT_PIPELINE_THRESHOLDS, PipelineThresholds } from './thresholds';
import {
  buildMissed,
  buildOverdue,
  queueStuck,
  waitsForPerson,
} from './waitRules';

/** What else the verdict rests on. @public */
export interface JudgePipelineOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly thresholds?: PipelineThresholds;
  /**
   * So many jobs of the source wait that the source is to blame (see `judgeQueue`): a job that is
   * stuck in the queue gets a note instead of a warning.
   */
  readonly queueStuckOnSource?: boolean;
}

/** The table; of rules with the same status the first gives the summary. */
const RULES: readonly PipelineRule[] = [
  buildFailed,
  buildAbandoned,
  testsFailed,
  noData,
  buildsAborted,
  waitsForPerson,
  buildOverdue,
  queueStuck,
  buildMissed,
];

/**
 * Judges one job by the table of pipeline rules. The newest run that ended with success, unstable
 * or failure decides; runs that were aborted, not built or still run are passed over, and what
 * goes on stands beside the status.
 * @public
 */
export function judgePipeline(
  facts: PipelineFacts,
  options: JudgePipelineOptions,
): Verdict {
  const history = readHistory(facts);
  const context: PipelineContext = {
    facts,
    history,
    now: options.now,
    thresholds: options.thresholds ?? DEFAULT_PIPELINE_THRESHOLDS,
    queueStuckOnSource: options.queueStuckOnSource,
  };
  const activity = activityOf(context);
  const verdict = facts.disabled ? resting(context) : judged(context);
  return activity ? { ...verdict, activity } : verdict;
}

function judged(context: PipelineContext): Verdict {
  const rulings = RULES.flatMap(rule => rule(context) ?? []);
  const note = flaky(context);
  const findings = [
    ...rulings.map(ruling => ruling.finding),
    ...(note ? [note] : []),
  ].sort(compareFindings);
  const status = statusOfFindings(findings);
  const decisive = rulings.find(ruling => ruling.finding.status === status);
  if (!decisive) {
    return { ...passing(context), findings };
  }
  return {
    status,
    ...startOf(findings, context),
    summary: decisive.summary,
    findings,
    explanation: decisive.explanation,
  };
}

/** When the status of some findings began, and when it stopped being good. */
function startOf(
  findings: readonly FindingDraft[],
  { history, now }: PipelineContext,
): Pick<Verdict, 'since' | 'atLeast' | 'badSince'> {
  const worst = worstFinding(findings);
  if (!worst?.since) {
    return {};
  }
  const row = history.badRow && pastInstant(endOf(history.badRow.first), now);
  const [badSince] = [row, ...findings.map(badSinceOf)]
    .flatMap(instant => instant ?? [])
    .sort();
  return {
    since: worst.since,
    ...(worst.atLeast && { atLeast: true }),
    ...(worst.status !== 'unknown' &&
      badSince !== undefined &&
      badSince < worst.since && { badSince }),
  };
}

function badSinceOf({ status, since }: FindingDraft): string | undefined {
  return status === 'failing' || status === 'warning' ? since : undefined;
}

function passing(context: PipelineContext): Verdict {
  const { facts, history, now } = context;
  const row = history.sameRow;
  const since = row && pastInstant(endOf(row.first), now);
  return {
    status: 'ok',
    ...(since && { since, ...(row.atEdge && { atLeast: true }) }),
    summary: `${labelOf(facts)} #${row?.runs.at(0)?.number ?? '?'} passed`,
    findings: [],
    explanation: {
      rule: 'The newest build that ended with SUCCESS, UNSTABLE or FAILURE decides; it ended with SUCCESS',
      inputs: historyInputs(context),
    },
  };
}

function resting(context: PipelineContext): Verdict {
  const { history } = context;
  const newest = history.decisive.at(0);
  const message = newest
    ? `Disabled; last result ${newest.result.toUpperCase()} at ${toInstant(
        endOf(newest),
      )}`
    : 'Disabled; it never completed a build';
  return {
    status: 'ok',
    off: true,
    summary: newest
      ? `disabled, last result ${newest.result.toUpperCase()}`
      : 'disabled',
    findings: [
      pipelineFinding(context, {
        code: 'disabled',
        status: 'note',
        message,
        hint: 'Enable it, or drop the annotation',
        run: newest,
      }),
    ],
    explanation: {
      rule: 'A job that is switched off rests on purpose',
      inputs: [...historyInputs(context), { name: 'Enabled', value: 'no' }],
    },
  };
}
