import { ContainerFacts } from '../facts';
import { Onset } from '../Onset';
import { RuleClock } from '../RuleClock';
import { KubernetesThresholds } from '../thresholds';
import { cameClosely, closelySince, RestartHistory } from './restarts';

/** The kubelet's first back-off; whoever waited less did not come from one. */
const BACK_OFF_MIN_MS = 10_000;

/** A loop whose beginning may not be known. */
export interface CrashLoop {
  readonly since?: Onset;
}

/**
 * Whether a container crash-loops. It waits in CrashLoopBackOff and runs by turns, so what counts is
 * what brought it there, until it has run for long enough.
 */
export function crashLoopOf(
  container: ContainerFacts,
  history: RestartHistory,
  rules: { clock: RuleClock; thresholds: KubernetesThresholds },
): CrashLoop | undefined {
  const { current, last, role } = container;
  if (current?.reason === 'CrashLoopBackOff') {
    return loopSince(container, history, rules.clock);
  }
  const done =
    role === 'init' && current?.state === 'terminated' && !current.exitCode;
  const looped = cameClosely(history, {
    count: rules.thresholds.crashLoopRestartsCount,
    withinMs: rules.thresholds.crashLoopWithinMs,
  });
  if (
    done ||
    (!looped && !cameFromBackOff(container, history, rules.thresholds))
  ) {
    return undefined;
  }
  const clearsAfterMs = rules.thresholds.crashLoopClearsAfterMs;
  const up =
    current?.state === 'running'
      ? current.startedAt !== undefined &&
        rules.clock.reached(current.startedAt + clearsAfterMs)
      : ranMs(current?.state === 'terminated' ? current : last) >=
        clearsAfterMs;
  return up ? undefined : loopSince(container, history, rules.clock);
}

function loopSince(
  { last, current }: ContainerFacts,
  history: RestartHistory,
  clock: RuleClock,
): CrashLoop {
  const crashedAt = last?.finishedAt ?? current?.finishedAt;
  const since =
    closelySince(history) ??
    (clock.believes(crashedAt)
      ? { at: crashedAt, atLeast: true as const }
      : undefined);
  return since ? { since } : {};
}

/** Whether it runs, or just ran, after it had been made to wait. */
function cameFromBackOff(
  { current, last, restarts }: ContainerFacts,
  { samples }: RestartHistory,
  thresholds: KubernetesThresholds,
): boolean {
  if (restarts === 0 || current?.state === 'waiting') {
    return false;
  }
  const seen = samples.some(
    sample => sample.backOff && sample.restarts === restarts - 1,
  );
  const waitedMs = (current?.startedAt ?? NaN) - (last?.finishedAt ?? NaN);
  return (
    seen ||
    (restarts > 1 &&
      waitedMs >= BACK_OFF_MIN_MS &&
      ranMs(last) < thresholds.crashLoopClearsAfterMs)
  );
}

function ranMs(state: ContainerFacts['last']): number {
  return state?.startedAt !== undefined && state.finishedAt !== undefined
    ? state.finishedAt - state.startedAt
    : 0;
}
