import type { CronJobFacts } from '@callboard/plugin-callboard-common';
import type { HeldObject } from './HeldObject';
import {
  isRecord,
  isTrueIn,
  recordIn,
  recordsIn,
  type JsonRecord,
} from './json';
import { projectImages } from './projectContainers';
import { projectMeta } from './projectMeta';
import { isCanary, labelsOf } from './projectWorkload';
import type { Projection } from './Projection';
import { resourceVersionOf } from './resourceVersionOf';

/** A CronJob; undefined where it is none. */
export function projectCronJob(
  object: JsonRecord,
  projection: Projection,
): HeldObject<CronJobFacts> | undefined {
  const meta = projectMeta(object, projection);
  const { spec } = object;
  const schedule = isRecord(spec)
    ? projection.shared(spec, 'schedule')
    : undefined;
  if (!meta || !isRecord(spec) || !schedule) {
    return undefined;
  }
  const metadata = recordIn(object, 'metadata');
  const status = recordIn(object, 'status');
  const job = recordIn(recordIn(spec, 'jobTemplate'), 'spec');
  const template = recordIn(job, 'template');
  const timeZone = projection.shared(spec, 'timeZone');
  const lastScheduledAt = projection.time(status, 'lastScheduleTime');
  const lastSuccessfulAt = projection.time(status, 'lastSuccessfulTime');
  const facts: CronJobFacts = {
    kind: 'CronJob',
    ...meta,
    schedule,
    ...(timeZone && { timeZone }),
    ...(isTrueIn(spec, 'suspend') && { suspended: true }),
    images: projectImages(template, projection),
    active: recordsIn(status, 'active').length,
    ...(lastScheduledAt !== undefined && { lastScheduledAt }),
    ...(lastSuccessfulAt !== undefined && { lastSuccessfulAt }),
    ...(isCanary(metadata, template) && { canary: true }),
  };
  return {
    uid: meta.uid,
    resourceVersion: resourceVersionOf(metadata),
    facts,
    ...labelsOf({ meta, metadata, template }, projection),
  };
}
