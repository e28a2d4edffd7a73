import type { VolumeClaimFacts } from '@callboard/plugin-callboard-common';
import type { HeldObject } from './HeldObject';
import { recordIn, type JsonRecord } from './json';
import { projectMeta } from './projectMeta';
import type { Projection } from './Projection';
import { resourceVersionOf } from './resourceVersionOf';

/** A PersistentVolumeClaim; undefined where it is none. */
export function projectVolumeClaim(
  object: JsonRecord,
  projection: Projection,
): HeldObject<VolumeClaimFacts> | undefined {
  const meta = projectMeta(object, projection);
  if (!meta) {
    return undefined;
  }
  const { phase } = recordIn(object, 'status');
  const storageClass = projection.shared(
    recordIn(object, 'spec'),
    'storageClassName',
  );
  const facts: VolumeClaimFacts = {
    kind: 'PersistentVolumeClaim',
    ...meta,
    phase: phase === 'Bound' || phase === 'Lost' ? phase : 'Pending',
    ...(storageClass && { storageClass }),
  };
  const resourceVersion = resourceVersionOf(recordIn(object, 'metadata'));
  return { uid: meta.uid, resourceVersion, facts };
}
