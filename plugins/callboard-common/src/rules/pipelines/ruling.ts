import { Explanation, FindingDraft } from '../../words';
import { toInstant } from '../instants';
import { plainText } from '../plainText';
import { safeLinks } from '../safeLinks';
import { PipelineFacts, PipelineRun } from './facts';
import { endOf, PipelineHistory } from './history';
import { runUrl } from './runUrl';
import { PipelineThresholds } from './thresholds';

/** Clocks that differ by less than this are as good as the same. */
const CLOCK_TOLERANCE_MS = 60_000;

/** What every rule looks at. */
export interface PipelineContext {
  readonly facts: PipelineFacts;
  readonly history: PipelineHistory;
  readonly now: number;
  readonly thresholds: PipelineThresholds;
  /** So many jobs wait that the source is to blame, see `judgeQueue`. */
  readonly queueStuckOnSource?: boolean;
}

/** What one rule has to say. */
export interface Ruling {
  readonly finding: FindingDraft;
  /** A few words for the cell. */
  readonly summary: string;
  readonly explanation: Explanation;
}

/** A row of the table. */
export type PipelineRule = (context: PipelineContext) => Ruling | undefined;

/**
 * An upstream's time; absent where it lies in the future, because it tells nothing then, and
 * whatever it were replaced by would change from one look to the next.
 */
export function pastInstant(epochMs: number, now: number): string | undefined {
  return epochMs <= now + CLOCK_TOLERANCE_MS ? toInstant(epochMs) : undefined;
}

/** ` since <instant>`, where the time is one. */
export function sinceWords(epochMs: number, now: number): string {
  const instant = pastInstant(epochMs, now);
  return instant ? ` since ${instant}` : '';
}

/** What sentences call the job. */
export function labelOf(facts: PipelineFacts): string {
  return plainText(facts.label, 60);
}

/** The part of a finding that every pipeline rule fills in alike. */
export function pipelineFinding(
  { facts, now }: PipelineContext,
  finding: Pick<FindingDraft, 'code' | 'status' | 'message' | 'hint'> & {
    readonly sinceMs?: number;
    readonly atLeast?: boolean;
    readonly run?: PipelineRun;
    readonly params?: Readonly<Record<string, string | undefined>>;
    readonly links?: ReadonlyArray<{ title: string; url?: string }>;
  },
): FindingDraft {
  const { sinceMs, atLeast, run, params = {}, links = [], ...rest } = finding;
  const since = sinceMs === undefined ? undefined : pastInstant(sinceMs, now);
  return {
    ...rest,
    ...(since && { since, ...(atLeast && { atLeast }) }),
    impact: 'delivery',
    params: definedOnly({
      source: facts.source,
      job: facts.job,
      label: facts.label,
      build: run && String(run.number),
      ...params,
    }),
    links: safeLinks([
      ...links,
      ...(run
        ? [
            {
              title: `Build #${run.number}`,
              url: runUrl(run, facts.runsUrl),
            },
          ]
        : []),
      { title: plainText(facts.job), url: facts.url },
    ]),
  };
}

function definedOnly(
  params: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, plainText(value, 256)]],
    ),
  );
}

/** What the rules looked at, as "why not green" shows it. */
export function historyInputs({
  facts,
  history,
}: PipelineContext): Explanation['inputs'] {
  const newest = history.decisive.at(0);
  return [
    { name: 'Job', value: `${facts.source} ${plainText(facts.job)}` },
    {
      name: 'Newest completed build',
      value: newest
        ? `#${newest.number} ${newest.result.toUpperCase()}`
        : 'none',
    },
    ...(newest ? [{ name: 'Ended', value: toInstant(endOf(newest)) }] : []),
  ];
}
