import { timestamp } from '../naming';
import type { ConditionState } from '../states';

/** Of a Deployment: with the time of its last update. */
export function deploymentCondition(condition: ConditionState): unknown {
  const { type, status, updateAt, transitionAt, reason, message } = condition;
  return {
    type,
    status,
    lastUpdateTime: timestamp(updateAt),
    lastTransitionTime: timestamp(transitionAt),
    reason,
    message,
  };
}

/** Of anything else. */
export function plainCondition(condition: ConditionState): unknown {
  const { type, status, transitionAt, reason, message } = condition;
  return {
    type,
    status,
    lastTransitionTime: timestamp(transitionAt),
    reason,
    message,
  };
}

/** Leaves out counts that are zero, as the API does for most of them. */
export function counts(
  values: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(values).filter(([, count]) => count !== 0),
  );
}
