import type { WorkloadFacts } from '@callboard/plugin-callboard-common';
import type { HeldObject } from './HeldObject';
import { isFoundByLabels } from './isFoundByLabels';
import { countIn, isRecord, numberIn, recordIn, type JsonRecord } from './json';
import { projectConditions } from './projectConditions';
import { projectImages } from './projectContainers';
import { projectMeta } from './projectMeta';
import type { Projection } from './Projection';
import { resourceVersionOf } from './resourceVersionOf';

/** The parts of a workload that its kind reads further. */
export interface WorkloadParts {
  readonly metadata: JsonRecord;
  readonly spec: JsonRecord;
  readonly status: JsonRecord;
  readonly annotations: JsonRecord;
}

/** Reads what all workloads have, and what `more` makes of the rest; undefined where it is none. */
export function projectWorkload<F extends WorkloadFacts>(
  object: JsonRecord,
  projection: Projection,
  more: (common: WorkloadFacts, parts: WorkloadParts) => F,
): HeldObject<F> | undefined {
  const meta = projectMeta(object, projection);
  const { spec } = object;
  if (!meta || !isRecord(spec)) {
    return undefined;
  }
  const metadata = recordIn(object, 'metadata');
  const status = recordIn(object, 'status');
  const template = recordIn(spec, 'template');
  const common: WorkloadFacts = {
    ...meta,
    observedGeneration: countIn(status, 'observedGeneration'),
    replicas: numberIn(spec, 'replicas') ?? 1,
    images: projectImages(template, projection),
    conditions: projectConditions(status, projection),
    ...(isCanary(metadata, template) && { canary: true }),
  };
  const facts = more(common, {
    metadata,
    spec,
    status,
    annotations: recordIn(metadata, 'annotations'),
  });
  return {
    uid: meta.uid,
    resourceVersion: resourceVersionOf(metadata),
    facts,
    ...labelsOf({ meta, metadata, template }, projection),
  };
}

/** Labels of the object and of what it makes, where it is matched by itself. */
export function labelsOf(
  parts: {
    meta: Pick<WorkloadFacts, 'owner'>;
    metadata: JsonRecord;
    template: JsonRecord;
  },
  projection: Projection,
): Pick<HeldObject, 'labels' | 'templateLabels'> {
  return isFoundByLabels(parts.meta.owner)
    ? {
        labels: projection.labels(parts.metadata),
        templateLabels: projection.labels(recordIn(parts.template, 'metadata')),
      }
    : {};
}

/** Labelled `track: canary`, the object or its template. */
export function isCanary(metadata: JsonRecord, template: JsonRecord): boolean {
  return [metadata, recordIn(template, 'metadata')].some(
    ({ labels }) => isRecord(labels) && labels.track === 'canary',
  );
}
