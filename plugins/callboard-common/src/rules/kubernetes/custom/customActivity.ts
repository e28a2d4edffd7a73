import { Activity } from '../../../words';
import { plainText } from '../../plainText';
import { CustomFacts, ForeignFacts } from '../facts';
import { RuleClock } from '../RuleClock';
import { isUnobserved, pauseOf, phaseOf, withStatus } from './customState';

/** Controllers that look at everything now and then say so for a moment, which is no news. */
const ACTIVITY_AFTER_MS = 10_000;

const MESSAGE_MAX_COUNT = 120;

/** What its controller is doing with a custom resource. */
export function customActivity(
  { custom }: ForeignFacts,
  clock: RuleClock,
): Activity | undefined {
  if (!custom || custom.suspended) {
    return undefined;
  }
  const pause = pauseOf(custom);
  if (pause) {
    const { byHand, reason, since } = pause;
    return goesOn(custom, {
      message: byHand
        ? 'paused by hand'
        : `paused${reason ? `: ${reason}` : ' at a step'}`,
      since: clock.instant(since),
    });
  }
  if (isUnobserved(custom)) {
    return goesOn(custom, {
      message: 'its controller has not taken up the newest spec yet',
    });
  }
  const phase = phaseOf(custom);
  if (phase !== undefined) {
    return phase === 'Progressing'
      ? goesOn(custom, { message: custom.message ?? 'progressing' })
      : undefined;
  }
  const condition =
    withStatus(custom, 'Reconciling', 'True') ??
    withStatus(custom, 'Ready', 'Unknown');
  if (
    !condition ||
    (condition.since !== undefined &&
      !clock.reached(condition.since + ACTIVITY_AFTER_MS))
  ) {
    return undefined;
  }
  return goesOn(custom, {
    message: condition.message ?? condition.reason ?? 'reconciling',
    since: clock.instant(condition.since),
  });
}

function goesOn(
  { replicas, updatedReplicas }: CustomFacts,
  { message, since }: { message: string; since?: string },
): Activity {
  return {
    kind: 'rolling-out',
    message: plainText(message, MESSAGE_MAX_COUNT),
    ...(since && { since }),
    ...(replicas !== undefined &&
      replicas > 0 &&
      updatedReplicas !== undefined && {
        progress: Math.min(Math.max(updatedReplicas / replicas, 0), 1),
      }),
  };
}
