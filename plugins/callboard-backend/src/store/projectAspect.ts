import {
  composeAspect,
  composeSettled,
  foldAbsent,
  neverObserved,
  settle,
  toInstant,
  worstFinding,
  type AbsentPart,
  type Aspect,
  type Finding,
  type SettledPart,
  type SettledState,
  type SettleResult,
} from '@callboard/plugin-callboard-common';
import type { StoredAspect, StoredFeed } from '../board/StoredRow';
import { completeFindings } from './completeFindings';
import type { StatusRules } from './StatusRules';
import type { StoredVerdict } from './StoredVerdict';
import { typeOf } from './typeOf';

/** What a row of the board shows of findings; the service page shows all. */
const FINDINGS_MAX_COUNT = 10;

/** A subject of a service with what was last observed of it. */
export interface ProjectedSubject {
  readonly source: string;
  readonly aspect: Aspect;
  readonly key: string;
  readonly shard: string;
  readonly problem: boolean;
  /** Absent where it was never observed. */
  readonly observation?: {
    readonly verdict: StoredVerdict;
    readonly settled: SettledState;
  };
}

/** An aspect of a service, made of its subjects. */
export interface ProjectedAspect {
  readonly aspect: Aspect;
  readonly settled: SettleResult;
  /** Only subjects that were never observed make it `unknown`. */
  readonly provisional: boolean;
  readonly stored: StoredAspect;
  readonly findings: readonly Finding[];
  /** What to say of it where its status changes. */
  readonly message: string;
  readonly sourceOf: ReadonlyMap<string, string>;
}

/** Makes up an aspect of a service; pure. */
export function projectAspect(options: {
  readonly entityRef: string;
  readonly aspect: Aspect;
  readonly subjects: readonly ProjectedSubject[];
  readonly previous?: SettledState;
  readonly previousFindings: readonly Finding[];
  readonly rules: StatusRules;
  readonly now: number;
}): ProjectedAspect | undefined {
  const { entityRef, aspect, subjects, previousFindings, rules, now } = options;
  const parts = foldAbsent(
    subjects.map(subject =>
      toPart({ subject, entityRef, previousFindings, rules, now }),
    ),
  );
  const composed = composeAspect(
    parts.map(({ settled, ...part }) => ({
      ...part,
      status: settled.status === 'none' ? 'unknown' : settled.status,
    })),
  );
  if (!composed) {
    return undefined;
  }
  const input = composeSettled(parts.map(({ settled }) => settled));
  const provisional =
    input.status === 'unknown' &&
    parts.every(
      ({ subject, settled }) =>
        settled.status !== 'unknown' || !subject.observation,
    );
  const settled = settle(
    options.previous,
    { ...input, ...(provisional && { provisional }) },
    now,
    rules.composed,
  );
  const { state } = settled;
  const status = state.status === 'none' ? composed.status : state.status;
  const findings = composed.findings;
  return {
    aspect,
    settled,
    provisional,
    findings,
    message: worstFinding(findings)?.message ?? composed.summary,
    sourceOf: new Map(
      parts.flatMap(({ subject, findings: own }) =>
        own.map(finding => [finding.fingerprint, subject.source] as const),
      ),
    ),
    stored: {
      status,
      since: toInstant(state.since),
      ...(state.atLeast && { atLeast: true }),
      ...(state.badSince !== undefined && {
        badSince: toInstant(state.badSince),
      }),
      summary: composed.summary,
      ...(composed.activity && { activity: composed.activity }),
      ...(composed.off && status === 'ok' && { off: true }),
      ...(state.flappingSince !== undefined && { flapping: true }),
      findings: findings.slice(0, FINDINGS_MAX_COUNT),
      feeds: feedsOf(parts.map(({ subject }) => subject)),
    },
  };
}

/** A subject as a part of its aspect. */
interface SubjectPart
  extends Omit<StoredVerdict, 'status' | 'absent'>,
    AbsentPart {
  readonly subject: ProjectedSubject;
  readonly settled: SettledPart;
  readonly findings: readonly Finding[];
}

function toPart(options: {
  readonly subject: ProjectedSubject;
  readonly entityRef: string;
  readonly previousFindings: readonly Finding[];
  readonly rules: StatusRules;
  readonly now: number;
}): SubjectPart {
  const { subject, entityRef, previousFindings, rules, now } = options;
  const { observation, source, key, problem } = subject;
  const sourceType = typeOf(source);
  if (observation) {
    const { status, absent, ...verdict } = observation.verdict;
    const { settled } = observation;
    return {
      ...verdict,
      subject,
      settled,
      sourceType,
      problem,
      // While it is not believed yet that something is gone, the last look at it counts.
      absent: absent && settled.status === status,
    };
  }
  const { status, findings, ...verdict } = neverObserved({
    source,
    trouble: rules.notObservable(source),
  });
  return {
    ...verdict,
    subject,
    sourceType,
    settled: { status: 'unknown', since: now, atLeast: true },
    findings: completeFindings({
      drafts: findings,
      origin: { entityRef, source, subject: key },
      previous: previousFindings,
      now,
    }),
  };
}

function feedsOf(subjects: readonly ProjectedSubject[]): StoredFeed[] {
  const feeds = new Map<string, StoredFeed>();
  for (const { source, shard, problem } of subjects) {
    const feed = { source, shard, problem };
    feeds.set(JSON.stringify(feed), feed);
  }
  return [...feeds.values()];
}
