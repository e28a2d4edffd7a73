import {
  ASPECTS,
  FINDING_STATUSES,
  boardRank,
  compareStatus,
  composeOverall,
  composeSettled,
  isBad,
  isHealthAspect,
  settle,
  statusOfFindings,
  toInstant,
  type Aspect,
  type Finding,
  type OverallStatus,
  type SettledState,
  type SettledTransition,
} from '@callboard/plugin-callboard-common';
import type { StoredRow } from '../board/StoredRow';
import {
  projectAspect,
  type ProjectedAspect,
  type ProjectedSubject,
} from './projectAspect';
import type { StatusRules } from './StatusRules';

/** What is stored of a service before it is projected. */
export interface ServiceBefore {
  readonly row: StoredRow;
  readonly settled?: SettledState;
  readonly aspects: ReadonlyMap<Aspect, SettledState>;
}

/** A change of status to be kept; an empty aspect stands for the service. */
export interface ProjectedTransition extends SettledTransition {
  readonly aspect: Aspect | '';
  readonly message?: string;
  /** Start of the status before, epoch milliseconds; absent where that was another one. */
  readonly fromSince?: number;
}

/** A code of a service's findings, as the board finds it. */
interface ProjectedCode {
  readonly code: string;
  readonly source: string;
  /** Position of the worst of them in `FINDING_STATUSES`. */
  readonly rank: number;
}

/** A service as the board shows it. The last change is not in it yet: it depends on its times. */
export interface ServiceAfter {
  readonly row: Omit<StoredRow, 'lastChange'>;
  readonly rank: number;
  readonly since: number;
  /** The newest time that the last change may have. */
  readonly changedBefore?: number;
  readonly settled: SettledState;
  readonly aspects: readonly ProjectedAspect[];
  readonly codes: readonly ProjectedCode[];
  readonly transitions: readonly ProjectedTransition[];
  /** Project it again at this time even if nothing is observed. */
  readonly recheckAt?: number;
}

/** Makes up a service of what was observed of its subjects; pure. */
export function projectService(options: {
  readonly entityRef: string;
  readonly subjects: readonly ProjectedSubject[];
  readonly before: ServiceBefore;
  readonly rules: StatusRules;
  readonly now: number;
}): ServiceAfter {
  const { entityRef, subjects, before, rules, now } = options;
  const aspects = ASPECTS.flatMap(
    aspect =>
      projectAspect({
        entityRef,
        aspect,
        subjects: subjects.filter(subject => subject.aspect === aspect),
        previous: before.aspects.get(aspect),
        previousFindings: before.row.aspects[aspect]?.findings ?? [],
        rules,
        now,
      }) ?? [],
  );
  const health = aspects.filter(({ aspect }) => isHealthAspect(aspect));
  const overall = settleOverall({ health, before, rules, now });
  const { state } = overall;
  const words = wordsOf({ health, state, before: before.row });
  const rechecks = [
    overall.recheckAt,
    ...aspects.map(({ settled }) => settled.recheckAt),
  ].filter(at => at !== undefined);
  return {
    row: {
      status: state.status,
      ...(state.atLeast && { atLeast: true }),
      ...(state.badSince !== undefined && {
        badSince: toInstant(state.badSince),
      }),
      ...words,
      aspects: Object.fromEntries(
        aspects.map(({ aspect, stored }) => [aspect, stored]),
      ),
    },
    rank: boardRank(state.status, words.impact),
    since: state.since,
    ...(isBad(state.status) && {
      changedBefore: state.badSince ?? state.since,
    }),
    settled: state,
    aspects,
    codes: codesOf(aspects),
    transitions: [
      ...aspects.flatMap(({ aspect, settled, message }) =>
        settled.transition
          ? [
              {
                aspect,
                message,
                ...withFromSince(
                  settled.transition,
                  before.aspects.get(aspect),
                ),
              },
            ]
          : [],
      ),
      ...(overall.transition
        ? [
            {
              aspect: '' as const,
              message:
                words.lastTrouble ??
                words.why ??
                messageOf(health, state.status),
              ...withFromSince(overall.transition, before.settled),
            },
          ]
        : []),
    ],
    ...(rechecks.length > 0 && { recheckAt: Math.min(...rechecks) }),
  };
}

function withFromSince(
  transition: SettledTransition,
  before: SettledState | undefined,
): SettledTransition & Pick<ProjectedTransition, 'fromSince'> {
  return before?.status === transition.from
    ? { ...transition, fromSince: before.since }
    : transition;
}

function settleOverall(options: {
  health: readonly ProjectedAspect[];
  before: ServiceBefore;
  rules: StatusRules;
  now: number;
}) {
  const { health, before, rules, now } = options;
  const input = composeSettled(health.map(({ settled }) => settled.state));
  const provisional =
    input.status === 'unknown' &&
    health.every(
      ({ settled, provisional: never }) =>
        settled.state.status !== 'unknown' || never,
    );
  return settle(
    before.settled,
    { ...input, ...(provisional && { provisional }) },
    now,
    rules.composed,
  );
}

function wordsOf(options: {
  health: readonly ProjectedAspect[];
  state: SettledState;
  before: StoredRow;
}): Pick<StoredRow, 'why' | 'whySource' | 'impact' | 'lastTrouble'> {
  const { health, state, before } = options;
  const found = statusOfFindings(health.flatMap(({ findings }) => findings));
  if (
    state.flappingSince !== undefined &&
    compareStatus(state.status, found) < 0
  ) {
    return flappingWords(before, state.flappingSince);
  }
  const { worst, ...composed } = composeOverall<Finding>(
    Object.fromEntries(
      health.map(({ aspect, stored, findings }) => [
        aspect,
        { status: stored.status, findings },
      ]),
    ),
  );
  if (!worst) {
    return {};
  }
  const whySource = health
    .find(({ aspect }) => aspect === worst.aspect)
    ?.sourceOf.get(worst.finding.fingerprint);
  return {
    why: worst.finding.message,
    ...(whySource && { whySource }),
    impact: composed.impact,
  };
}

/** The worst of the flapping was some time ago; what it was then is what to look for. */
function flappingWords(
  { why, whySource, impact, lastTrouble = why }: StoredRow,
  flappingSince: number,
): ReturnType<typeof wordsOf> {
  const flapping = `Flapping since ${toInstant(flappingSince)}`;
  return {
    why: lastTrouble ? `${flapping}; last: ${lastTrouble}` : flapping,
    whySource,
    impact,
    lastTrouble,
  };
}

function messageOf(
  health: readonly ProjectedAspect[],
  status: OverallStatus,
): string | undefined {
  return health.find(({ stored }) => stored.status === status)?.message;
}

function codesOf(aspects: readonly ProjectedAspect[]) {
  const codes = new Map<string, ProjectedCode>();
  for (const { findings, sourceOf } of aspects) {
    for (const { code, fingerprint, status } of findings) {
      const source = sourceOf.get(fingerprint) ?? '';
      const key = JSON.stringify([code, source]);
      const rank = FINDING_STATUSES.indexOf(status);
      codes.set(key, {
        code,
        source,
        rank: Math.min(rank, codes.get(key)?.rank ?? rank),
      });
    }
  }
  return [...codes.values()];
}
