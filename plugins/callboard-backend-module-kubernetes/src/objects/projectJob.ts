import type {
  ConditionFacts,
  JobFacts,
} from '@callboard/plugin-callboard-common';
import type { HeldObject } from './HeldObject';
import {
  countIn,
  isRecord,
  isTrueIn,
  numberIn,
  recordIn,
  type JsonRecord,
} from './json';
import { projectConditions } from './projectConditions';
import { projectImages } from './projectContainers';
import { projectMeta } from './projectMeta';
import { isCanary, labelsOf } from './projectWorkload';
import type { Projection } from './Projection';
import { resourceVersionOf } from './resourceVersionOf';

const DEFAULT_BACKOFF_LIMIT = 6;

/** A Job; undefined where it is none. */
export function projectJob(
  object: JsonRecord,
  projection: Projection,
): HeldObject<JobFacts> | undefined {
  const meta = projectMeta(object, projection);
  const { spec } = object;
  if (!meta || !isRecord(spec)) {
    return undefined;
  }
  const metadata = recordIn(object, 'metadata');
  const status = recordIn(object, 'status');
  const template = recordIn(spec, 'template');
  const conditions = projectConditions(status, projection);
  const activeDeadlineSeconds = numberIn(spec, 'activeDeadlineSeconds');
  const startedAt = projection.time(status, 'startTime');
  const endedAt =
    projection.time(status, 'completionTime') ?? failedAt(conditions);
  const facts: JobFacts = {
    kind: 'Job',
    ...meta,
    ...(isTrueIn(spec, 'suspend') && { suspended: true }),
    images: projectImages(template, projection),
    backoffLimit: numberIn(spec, 'backoffLimit') ?? DEFAULT_BACKOFF_LIMIT,
    ...(activeDeadlineSeconds !== undefined && { activeDeadlineSeconds }),
    active: countIn(status, 'active'),
    succeeded: countIn(status, 'succeeded'),
    failed: countIn(status, 'failed'),
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    conditions,
    ...(isCanary(metadata, template) && { canary: true }),
  };
  return {
    uid: meta.uid,
    resourceVersion: resourceVersionOf(metadata),
    facts,
    ...labelsOf({ meta, metadata, template }, projection),
  };
}

function failedAt(conditions: readonly ConditionFacts[]): number | undefined {
  return conditions.find(
    ({ type, status }) => type === 'Failed' && status === 'True',
  )?.since;
}
