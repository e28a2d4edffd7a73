import type { ConditionFacts } from '@callboard/plugin-callboard-common';
import { recordsIn, textIn, type JsonRecord } from './json';
import type { Projection } from './Projection';

const NONE: readonly ConditionFacts[] = Object.freeze([]);

/** `status.conditions[]`, or those of the types that are asked for. */
export function projectConditions(
  status: JsonRecord,
  projection: Projection,
  types?: ReadonlySet<string>,
): readonly ConditionFacts[] {
  const conditions: ConditionFacts[] = [];
  for (const record of recordsIn(status, 'conditions')) {
    const isAskedFor = !types || types.has(textIn(record, 'type') ?? '');
    const type = isAskedFor && projection.shared(record, 'type');
    if (type) {
      conditions.push(conditionOf(record, { type, projection }));
    }
  }
  return conditions.length > 0 ? conditions : NONE;
}

function conditionOf(
  record: JsonRecord,
  { type, projection }: { type: string; projection: Projection },
): ConditionFacts {
  const condition: {
    -readonly [K in keyof ConditionFacts]: ConditionFacts[K];
  } = { type, status: statusOf(record.status) };
  const reason = projection.shared(record, 'reason');
  const message = projection.message(record);
  const since = projection.time(record, 'lastTransitionTime');
  const updatedAt = projection.time(record, 'lastUpdateTime');
  if (reason) condition.reason = reason;
  if (message) condition.message = message;
  if (since !== undefined) condition.since = since;
  if (updatedAt !== undefined) condition.updatedAt = updatedAt;
  return condition;
}

function statusOf(value: unknown): ConditionFacts['status'] {
  return value === 'True' || value === 'False' ? value : 'Unknown';
}
