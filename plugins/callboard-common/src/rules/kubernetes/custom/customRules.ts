import { Explanation } from '../../../words';
import { formatDuration } from '../../formatDuration';
import { plainText } from '../../plainText';
import { CustomFacts, ForeignFacts } from '../facts';
import { countedReplicas } from '../facts/countedReplicas';
import { heldSince, Onset, onsetOf } from '../Onset';
import {
  firedAt,
  placeOf,
  Ruling,
  timeInput,
  WorkloadContext,
  workloadFinding,
} from '../ruling';
import { scaledToZero } from '../scaledToZero';
import { topReason } from '../topReason';
import {
  customProblem,
  CustomProblem,
  pauseOf,
  withStatus,
} from './customState';

type Context = WorkloadContext<ForeignFacts>;

const MESSAGE_MAX_COUNT = 200;

const WORDS = {
  stalled: 'Stalled',
  degraded: 'Degraded',
  'not-ready': 'Not ready',
} as const satisfies Record<CustomProblem['kind'], string>;

/** What a custom resource says against itself, the most telling first. */
export function customRulings(
  context: Context,
  custom: CustomFacts,
): readonly Ruling[] {
  return [
    noneReady(context, custom),
    someMissing(context, custom),
    notWell(context, custom),
    pausedByHand(context, custom),
    custom.suspended ? undefined : scaledToZero(context),
    neverReady(context, custom),
  ].flatMap(ruling => ruling ?? []);
}

/** It wants replicas, and says that none is ready. */
function noneReady(context: Context, custom: CustomFacts): Ruling | undefined {
  const { head, clock, thresholds, samples } = context;
  const counts = countedReplicas(head);
  if (!counts || counts.replicas === 0 || counts.ready > 0) {
    return undefined;
  }
  const unready =
    withStatus(custom, 'Available', 'False') ??
    withStatus(custom, 'Ready', 'False');
  const onset = onsetOf(clock, {
    evident: unready?.since,
    remembered: heldSince(
      samples,
      ({ ready, replicas }) => ready === 0 && replicas > 0,
    ),
  });
  const isFirst = !samples.some(({ ready }) => ready > 0);
  const startBy = head.createdAt + thresholds.rolloutDeadlineMs;
  const since = firedAt(clock, onset, thresholds.noneAvailableAfterMs);
  if (!since || (isFirst && !clock.reached(startBy))) {
    return undefined;
  }
  const what = `0 of ${counts.replicas} ready`;
  return {
    finding: workloadFinding(context, {
      code: 'below-minimum',
      status: 'failing',
      message: what,
      hint: topReason(context) ?? 'See what its controller says of it',
      since: isFirst ? { ...since, at: Math.max(since.at, startBy) } : since,
    }),
    summary: what,
    explanation: {
      rule: `${placeOf(context)} wants replicas, and none of them is ready`,
      threshold: `for ${formatDuration(
        thresholds.noneAvailableAfterMs,
      )}, a new one for ${formatDuration(thresholds.rolloutDeadlineMs)}`,
      inputs: [
        ...customInputs(context, custom),
        ...timeInput(clock, 'None since', onset),
      ],
      clears: 'when one is ready',
    },
  };
}

/** Fewer are ready than it wants, and for long nothing comes of it. */
function someMissing(
  context: Context,
  custom: CustomFacts,
): Ruling | undefined {
  const { head, clock, thresholds, samples } = context;
  const counts = countedReplicas(head);
  if (!counts || counts.ready === 0 || counts.ready >= counts.replicas) {
    return undefined;
  }
  // While a rollout gets on, some are missing by design.
  const onset = onsetOf(clock, {
    remembered: heldSince(
      samples,
      ({ ready, replicas, updated }) =>
        ready < replicas && updated === counts.updated,
    ),
  });
  const since = firedAt(clock, onset, thresholds.replicasMissingAfterMs);
  if (!since) {
    return undefined;
  }
  const what = `${counts.ready} of ${counts.replicas} ready`;
  return {
    finding: workloadFinding(context, {
      code: 'replicas-missing',
      status: 'warning',
      message: what,
      hint: topReason(context) ?? 'See the nodes and the quota',
      since,
    }),
    summary: what,
    explanation: {
      rule: `${placeOf(context)} has fewer replicas than it wants`,
      threshold: `for ${formatDuration(thresholds.replicasMissingAfterMs)}`,
      inputs: [
        ...customInputs(context, custom),
        ...timeInput(clock, 'Short since', onset),
      ],
      clears: `when all ${counts.replicas} are there`,
    },
  };
}

/** It says itself that it is stalled, degraded or not ready, and has for long enough. */
function notWell(context: Context, custom: CustomFacts): Ruling | undefined {
  const { clock, thresholds } = context;
  const problem = customProblem(custom);
  const since = problem && problemSince(context, problem);
  if (!problem || since === 'soon') {
    return undefined;
  }
  const { kind, condition } = problem;
  const reason = condition?.reason;
  const said = problem.message ?? condition?.message ?? reason;
  const words =
    kind === 'not-ready' && condition?.type === 'Available'
      ? 'Not available'
      : WORDS[kind];
  const summary = words.toLocaleLowerCase('en-US');
  return {
    finding: workloadFinding(context, {
      code: `custom-${kind}`,
      status: 'warning',
      message: said
        ? `${words}: ${plainText(said, MESSAGE_MAX_COUNT)}`
        : `${words}, and does not say why`,
      hint:
        topReason(context) ??
        'See its conditions and events; until its controller gets on, changes do not arrive',
      impact: 'delivery',
      since,
      params: { reason },
    }),
    summary,
    explanation: {
      rule: `${placeOf(context)} says of itself that it is ${summary}`,
      threshold: `for ${formatDuration(thresholds.customNotReadyAfterMs)}`,
      inputs: [
        ...customInputs(context, custom),
        ...timeInput(
          clock,
          'Since',
          condition?.since === undefined ? undefined : { at: condition.since },
        ),
      ],
      clears: 'when it says otherwise',
    },
  };
}

/** When the rule began to apply; absent where nobody knows, and `soon` where it does not yet. */
function problemSince(
  { clock, thresholds }: Context,
  { condition }: CustomProblem,
): Onset | undefined | 'soon' {
  const told = onsetOf(clock, { told: condition?.since });
  return told
    ? firedAt(clock, told, thresholds.customNotReadyAfterMs) ?? 'soon'
    : undefined;
}

/** Someone paused it and forgot it. */
function pausedByHand(
  context: Context,
  custom: CustomFacts,
): Ruling | undefined {
  const { clock, thresholds } = context;
  const pause = pauseOf(custom);
  const paused = clock.instant(pause?.since);
  if (
    !pause?.byHand ||
    pause.since === undefined ||
    !paused ||
    !clock.passed(pause.since + thresholds.rolloutPausedAfterMs)
  ) {
    return undefined;
  }
  return {
    finding: workloadFinding(context, {
      code: 'rollout-paused',
      status: 'warning',
      message: `Paused since ${paused}`,
      hint: 'Resume it, or roll back: until then no change reaches the pods',
      impact: 'delivery',
      since: { at: pause.since + thresholds.rolloutPausedAfterMs },
    }),
    summary: 'rollout paused',
    explanation: {
      rule: `${placeOf(context)} is paused`,
      threshold: `for more than ${formatDuration(
        thresholds.rolloutPausedAfterMs,
      )}`,
      inputs: [
        ...customInputs(context, custom),
        { name: 'Paused since', value: paused },
      ],
      clears: 'when it is resumed',
    },
  };
}

/** Its controller does not say whether it is ready, for so long that nobody knows. */
function neverReady(context: Context, custom: CustomFacts): Ruling | undefined {
  const { clock, thresholds } = context;
  const ready = withStatus(custom, 'Ready', 'Unknown');
  if (!ready || custom.suspended) {
    return undefined;
  }
  const onset = onsetOf(clock, { told: ready.since });
  const since = firedAt(clock, onset, thresholds.rolloutDeadlineMs);
  if (onset && !since) {
    return undefined;
  }
  const said = ready.message ?? ready.reason;
  return {
    finding: workloadFinding(context, {
      code: 'no-data',
      status: 'unknown',
      message: said
        ? `Whether it is ready is not known: ${plainText(
            said,
            MESSAGE_MAX_COUNT,
          )}`
        : 'Whether it is ready is not known',
      hint: 'See what its controller says of it',
      impact: 'delivery',
      since,
    }),
    summary: 'readiness not known',
    explanation: {
      rule: `${placeOf(context)} does not say whether it is ready`,
      threshold: `for ${formatDuration(thresholds.rolloutDeadlineMs)}`,
      inputs: customInputs(context, custom),
      clears: 'when it does',
    },
  };
}

/** What a custom resource says, for "why not green". */
export function customInputs(
  { head }: Pick<Context, 'head'>,
  custom: CustomFacts,
): Explanation['inputs'] {
  const counts = countedReplicas(head);
  return [
    ...(custom.phase
      ? [{ name: 'Phase', value: plainText(custom.phase, 60) }]
      : []),
    ...custom.conditions.map(({ type, status, reason }) => ({
      name: plainText(type, 60),
      value: reason ? `${status} (${plainText(reason, 80)})` : status,
    })),
    ...(counts
      ? [
          { name: 'Wanted', value: String(counts.replicas) },
          { name: 'Ready', value: String(counts.ready) },
        ]
      : []),
  ];
}
