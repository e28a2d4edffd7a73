import type { DaemonSetFacts } from '@callboard/plugin-callboard-common';
import type { HeldObject } from './HeldObject';
import { countIn, recordIn, type JsonRecord } from './json';
import type { Projection } from './Projection';
import { projectWorkload } from './projectWorkload';

/** A DaemonSet; undefined where it is none. */
export function projectDaemonSet(
  object: JsonRecord,
  projection: Projection,
): HeldObject<DaemonSetFacts> | undefined {
  return projectWorkload<DaemonSetFacts>(
    object,
    projection,
    (common, { spec, status }) => ({
      ...common,
      kind: 'DaemonSet',
      replicas: countIn(status, 'desiredNumberScheduled'),
      updateStrategy:
        recordIn(spec, 'updateStrategy').type === 'OnDelete'
          ? 'OnDelete'
          : 'RollingUpdate',
      currentReplicas: countIn(status, 'currentNumberScheduled'),
      updatedReplicas: countIn(status, 'updatedNumberScheduled'),
      readyReplicas: countIn(status, 'numberReady'),
      availableReplicas: countIn(status, 'numberAvailable'),
    }),
  );
}
