import { ConditionFacts, CustomFacts, ForeignFacts } from '../facts';
import { countedReplicas } from '../facts/countedReplicas';
import { conditionOf } from '../pods/podStates';

/** Phases of an Argo Rollout, which say more than its conditions do. */
const PHASES: ReadonlySet<string> = new Set([
  'Healthy',
  'Progressing',
  'Paused',
  'Degraded',
]);

/** Conditions that say how it is, whatever their status. */
const TELLING: ReadonlySet<string> = new Set([
  'Ready',
  'Available',
  'Stalled',
  'Reconciling',
  'Degraded',
]);

/** What is wrong with it by its own words. */
export interface CustomProblem {
  readonly kind: 'stalled' | 'degraded' | 'not-ready';
  /** The condition that says so, which knows since when. */
  readonly condition?: ConditionFacts;
  readonly message?: string;
}

/** The phase, where it is one whose meaning is known. */
export function phaseOf({ phase }: CustomFacts): string | undefined {
  return phase !== undefined && PHASES.has(phase) ? phase : undefined;
}

/** Whether it says how it is: by a phase or condition that has a meaning, by counts, or that it rests. */
export function speaks(head: ForeignFacts): boolean {
  const { custom } = head;
  return (
    custom !== undefined &&
    (phaseOf(custom) !== undefined ||
      custom.suspended === true ||
      countedReplicas(head) !== undefined ||
      custom.conditions.some(({ type }) => TELLING.has(type)))
  );
}

/** What it says is wrong with it, whatever goes on beside; undefined where it says nothing. */
export function customProblem(custom: CustomFacts): CustomProblem | undefined {
  if (custom.suspended) {
    // What it was like when someone stopped it is not news.
    return undefined;
  }
  const stalled = withStatus(custom, 'Stalled', 'True');
  if (stalled) {
    return { kind: 'stalled', condition: stalled };
  }
  const phase = phaseOf(custom);
  if (phase !== undefined) {
    return phase === 'Degraded' ? degradedRollout(custom) : undefined;
  }
  const degraded = withStatus(custom, 'Degraded', 'True');
  if (degraded) {
    return { kind: 'degraded', condition: degraded };
  }
  const notReady =
    withStatus(custom, 'Ready', 'False') ??
    withStatus(custom, 'Available', 'False');
  return notReady && { kind: 'not-ready', condition: notReady };
}

/** Since when its controller waits, and whether a person made it wait. */
export function pauseOf(
  custom: CustomFacts,
): { byHand: boolean; reason?: string; since?: number } | undefined {
  if (custom.paused) {
    const condition =
      withStatus(custom, 'Paused', 'True') ??
      custom.conditions.find(({ reason }) => reason?.endsWith('Paused'));
    return { byHand: true, since: condition?.since };
  }
  return custom.pause || phaseOf(custom) === 'Paused'
    ? { byHand: false, ...custom.pause }
    : undefined;
}

/** Its controller has not looked at the newest spec yet. */
export function isUnobserved({
  generation,
  observedGeneration,
}: CustomFacts): boolean {
  return (
    generation !== undefined &&
    observedGeneration !== undefined &&
    observedGeneration < generation
  );
}

/** A condition, where it has that status. */
export function withStatus(
  custom: CustomFacts,
  type: string,
  status: ConditionFacts['status'],
): ConditionFacts | undefined {
  const condition = conditionOf(custom, type);
  return condition?.status === status ? condition : undefined;
}

/** A phase tells no time; what made it so does. */
function degradedRollout(custom: CustomFacts): CustomProblem {
  const condition =
    withStatus(custom, 'InvalidSpec', 'True') ??
    withStatus(custom, 'Progressing', 'False') ??
    withStatus(custom, 'Available', 'False');
  return { kind: 'degraded', condition, message: custom.message };
}
