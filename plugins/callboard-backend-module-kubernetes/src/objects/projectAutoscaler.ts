import type { AutoscalerFacts } from '@callboard/plugin-callboard-common';
import type { HeldObject } from './HeldObject';
import { countIn, isRecord, numberIn, recordIn, type JsonRecord } from './json';
import { projectConditions } from './projectConditions';
import { projectMeta } from './projectMeta';
import type { Projection } from './Projection';
import { resourceVersionOf } from './resourceVersionOf';

const CONDITIONS: ReadonlySet<string> = new Set([
  'ScalingActive',
  'AbleToScale',
  'ScalingLimited',
]);

/** A HorizontalPodAutoscaler; undefined where it is none. */
export function projectAutoscaler(
  object: JsonRecord,
  projection: Projection,
): HeldObject<AutoscalerFacts> | undefined {
  const meta = projectMeta(object, projection);
  const { spec } = object;
  if (!meta || !isRecord(spec)) {
    return undefined;
  }
  const status = recordIn(object, 'status');
  const reference = recordIn(spec, 'scaleTargetRef');
  const kind = projection.shared(reference, 'kind');
  const name = projection.shared(reference, 'name');
  if (!kind || !name) {
    return undefined;
  }
  const facts: AutoscalerFacts = {
    kind: 'HorizontalPodAutoscaler',
    ...meta,
    target: { kind, name },
    minReplicas: numberIn(spec, 'minReplicas') ?? 1,
    maxReplicas: countIn(spec, 'maxReplicas'),
    currentReplicas: countIn(status, 'currentReplicas'),
    desiredReplicas: countIn(status, 'desiredReplicas'),
    conditions: projectConditions(status, projection, CONDITIONS),
  };
  const resourceVersion = resourceVersionOf(recordIn(object, 'metadata'));
  return { uid: meta.uid, resourceVersion, facts };
}
