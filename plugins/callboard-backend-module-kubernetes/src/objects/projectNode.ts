import type { NodeFacts } from '@callboard/plugin-callboard-common';
import type { HeldObject } from './HeldObject';
import { isTrueIn, recordIn, type JsonRecord } from './json';
import { projectConditions } from './projectConditions';
import { projectMeta } from './projectMeta';
import type { Projection } from './Projection';
import { cpuMillisIn, memoryBytesIn, quantityIn } from './quantity';
import { resourceVersionOf } from './resourceVersionOf';

const ROLE = 'node-role.kubernetes.io/';
const ZONE = 'topology.kubernetes.io/zone';

/** A Node; undefined where it is none. */
export function projectNode(
  object: JsonRecord,
  projection: Projection,
): HeldObject<NodeFacts> | undefined {
  const meta = projectMeta(object, projection);
  if (!meta) {
    return undefined;
  }
  const metadata = recordIn(object, 'metadata');
  const status = recordIn(object, 'status');
  const labels = recordIn(metadata, 'labels');
  const allocatable = recordIn(status, 'allocatable');
  const kubeletVersion = projection.shared(
    recordIn(status, 'nodeInfo'),
    'kubeletVersion',
  );
  const zone = projection.shared(labels, ZONE);
  const facts: NodeFacts = {
    kind: 'Node',
    ...meta,
    name: projection.shared(metadata, 'name') ?? meta.name,
    ...(isTrueIn(recordIn(object, 'spec'), 'unschedulable') && {
      cordoned: true,
    }),
    conditions: projectConditions(status, projection),
    ...(kubeletVersion && { kubeletVersion }),
    roles: Object.keys(labels)
      .filter(label => label.startsWith(ROLE) && label.length > ROLE.length)
      .map(label => label.slice(ROLE.length))
      .sort(),
    ...(zone && { zone }),
    allocatable: {
      cpuMillis: cpuMillisIn(allocatable),
      memoryBytes: memoryBytesIn(allocatable),
      pods: quantityIn(allocatable, 'pods') ?? 0,
    },
  };
  return {
    uid: meta.uid,
    resourceVersion: resourceVersionOf(metadata),
    facts,
  };
}
