import { formatDuration } from '../formatDuration';
import { plainText } from '../plainText';
import { AutoscalerFacts } from './facts';
import { heldSince, Onset, onsetOf } from './Onset';
import { conditionOf } from './pods/podStates';
import {
  firedAt,
  placeOf,
  Ruling,
  timeInput,
  WorkloadContext,
  workloadFinding,
} from './ruling';

/** What is wrong with what scales a workload. */
export function autoscalerRulings(context: WorkloadContext): readonly Ruling[] {
  return context.workload.autoscalers.flatMap(autoscaler => [
    ...(blind(context, autoscaler) ?? []),
    ...(maxed(context, autoscaler) ?? []),
  ]);
}

function blind(
  context: WorkloadContext,
  autoscaler: AutoscalerFacts,
): Ruling[] | undefined {
  const { clock, thresholds } = context;
  const condition = autoscaler.conditions.find(
    ({ status, reason }) =>
      status === 'False' && reason?.startsWith('FailedGet'),
  );
  const onset = condition && {
    at: condition.since ?? autoscaler.createdAt,
  };
  const since = firedAt(clock, onset, thresholds.autoscalerBlindAfterMs);
  if (!condition || !since) {
    return undefined;
  }
  const reason = plainText(condition.reason ?? '', 60);
  return [
    {
      finding: workloadFinding(context, {
        code: 'hpa-blind',
        status: 'warning',
        message: `${nameOf(autoscaler)} gets no metrics: ${reason}`,
        hint: plainText(
          `See whether the metrics are served: ${condition.message ?? reason}`,
          240,
        ),
        since,
        params: { autoscaler: autoscaler.name, reason },
      }),
      summary: 'autoscaler is blind',
      explanation: {
        rule: `What scales ${placeOf(context)} gets no metrics`,
        threshold: formatDuration(thresholds.autoscalerBlindAfterMs),
        inputs: [
          { name: 'Autoscaler', value: plainText(autoscaler.name) },
          { name: 'Reason', value: reason },
          ...timeInput(clock, 'Blind since', onset),
        ],
        clears: 'when it gets metrics again',
      },
    },
  ];
}

function maxed(
  context: WorkloadContext,
  autoscaler: AutoscalerFacts,
): Ruling[] | undefined {
  const { clock, thresholds } = context;
  const { currentReplicas, maxReplicas, minReplicas } = autoscaler;
  if (currentReplicas < maxReplicas || minReplicas === maxReplicas) {
    return undefined;
  }
  const onset = maxedSince(context, autoscaler);
  const since = firedAt(clock, onset, thresholds.autoscalerMaxedAfterMs);
  if (!since) {
    return undefined;
  }
  return [
    {
      finding: workloadFinding(context, {
        code: 'hpa-maxed',
        status: 'warning',
        message: `${nameOf(autoscaler)} is at its maximum of ${maxReplicas}`,
        hint: 'Raise the maximum, or see why there is so much to do',
        since,
        params: {
          autoscaler: autoscaler.name,
          maxReplicas: String(maxReplicas),
        },
      }),
      summary: `at max ${maxReplicas}`,
      explanation: {
        rule: `What scales ${placeOf(context)} can add no more pods`,
        threshold: `at its maximum for ${formatDuration(
          thresholds.autoscalerMaxedAfterMs,
        )}`,
        inputs: [
          { name: 'Autoscaler', value: plainText(autoscaler.name) },
          { name: 'Minimum', value: String(minReplicas) },
          { name: 'Maximum', value: String(maxReplicas) },
          { name: 'Pods now', value: String(currentReplicas) },
          ...timeInput(clock, 'At the maximum since', onset),
        ],
        clears: 'when it needs fewer pods, or may have more',
      },
    },
  ];
}

function maxedSince(
  { clock, samples }: WorkloadContext,
  { conditions, maxReplicas }: AutoscalerFacts,
): Onset | undefined {
  const limited = conditionOf({ conditions }, 'ScalingLimited');
  return onsetOf(clock, {
    evident:
      limited?.status === 'True' && limited.reason === 'TooManyReplicas'
        ? limited.since
        : undefined,
    remembered: heldSince(samples, ({ replicas }) => replicas >= maxReplicas),
  });
}

function nameOf({ name }: AutoscalerFacts): string {
  return `Autoscaler ${plainText(name, 80)}`;
}
