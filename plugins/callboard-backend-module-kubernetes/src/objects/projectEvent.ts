import type { EventFacts } from '@callboard/plugin-callboard-common';
import type { HeldObject } from './HeldObject';
import { numberIn, recordIn, textIn, type JsonRecord } from './json';
import type { Projection } from './Projection';
import { resourceVersionOf } from './resourceVersionOf';

/** A warning Event of one object; undefined where it is none, or about nothing that has a uid. */
export function projectEvent(
  object: JsonRecord,
  projection: Projection,
): HeldObject<EventFacts> | undefined {
  const metadata = recordIn(object, 'metadata');
  const involved = recordIn(object, 'involvedObject');
  const series = recordIn(object, 'series');
  const uid = textIn(metadata, 'uid');
  const kind = projection.shared(involved, 'kind');
  const name = projection.shared(involved, 'name');
  const involvedUid = projection.shared(involved, 'uid');
  const reason = projection.shared(object, 'reason');
  const createdAt = projection.time(metadata, 'creationTimestamp');
  if (!uid || !kind || !name || !involvedUid || !reason) {
    return undefined;
  }
  const lastAt =
    projection.time(series, 'lastObservedTime') ??
    projection.time(object, 'lastTimestamp') ??
    projection.time(object, 'eventTime') ??
    createdAt;
  if (lastAt === undefined) {
    return undefined;
  }
  const firstAt =
    projection.time(object, 'firstTimestamp') ??
    projection.time(object, 'eventTime') ??
    createdAt ??
    lastAt;
  return {
    uid,
    resourceVersion: resourceVersionOf(metadata),
    facts: {
      namespace: projection.shared(involved, 'namespace') ?? '',
      involved: { kind, name, uid: involvedUid },
      reason,
      message: projection.message(object) ?? '',
      count: numberIn(series, 'count') ?? numberIn(object, 'count') ?? 1,
      firstAt: Math.min(firstAt, lastAt),
      lastAt,
    },
  };
}
