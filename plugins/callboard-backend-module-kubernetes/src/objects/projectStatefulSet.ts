import type { StatefulSetFacts } from '@callboard/plugin-callboard-common';
import type { HeldObject } from './HeldObject';
import { countIn, recordIn, recordsIn, type JsonRecord } from './json';
import type { Projection } from './Projection';
import { projectWorkload } from './projectWorkload';

/** A StatefulSet; undefined where it is none. */
export function projectStatefulSet(
  object: JsonRecord,
  projection: Projection,
): HeldObject<StatefulSetFacts> | undefined {
  return projectWorkload<StatefulSetFacts>(
    object,
    projection,
    (common, { spec, status }) => {
      const strategy = recordIn(spec, 'updateStrategy');
      const currentRevision = projection.shared(status, 'currentRevision');
      const updateRevision = projection.shared(status, 'updateRevision');
      return {
        ...common,
        kind: 'StatefulSet',
        updateStrategy:
          strategy.type === 'OnDelete' ? 'OnDelete' : 'RollingUpdate',
        partition: countIn(recordIn(strategy, 'rollingUpdate'), 'partition'),
        ...(currentRevision && { currentRevision }),
        ...(updateRevision && { updateRevision }),
        currentReplicas: countIn(status, 'replicas'),
        updatedReplicas: countIn(status, 'updatedReplicas'),
        readyReplicas: countIn(status, 'readyReplicas'),
        availableReplicas: countIn(status, 'availableReplicas'),
        claimTemplates: recordsIn(spec, 'volumeClaimTemplates').flatMap(
          template =>
            projection.shared(recordIn(template, 'metadata'), 'name') ?? [],
        ),
      };
    },
  );
}
