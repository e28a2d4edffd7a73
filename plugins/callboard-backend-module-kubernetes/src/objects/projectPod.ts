import type {
  PodFacts,
  ResourceFacts,
} from '@callboard/plugin-callboard-common';
import type { HeldObject } from './HeldObject';
import { isRecord, recordIn, recordsIn, textIn, type JsonRecord } from './json';
import { projectConditions } from './projectConditions';
import { projectContainers } from './projectContainers';
import { isFoundByLabels } from './isFoundByLabels';
import { projectMeta } from './projectMeta';
import type { Projection } from './Projection';
import { cpuMillisIn, memoryBytesIn } from './quantity';
import { resourceVersionOf } from './resourceVersionOf';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const CONDITIONS: ReadonlySet<string> = new Set(['Ready', 'PodScheduled']);
const PHASES = ['Pending', 'Running', 'Succeeded', 'Failed'] as const;

/** A Pod; undefined where it is none. */
export function projectPod(
  object: JsonRecord,
  projection: Projection,
): HeldObject<PodFacts> | undefined {
  const meta = projectMeta(object, projection);
  const metadata = recordIn(object, 'metadata');
  const spec = object.spec;
  if (!meta || !isRecord(spec) || !Array.isArray(spec.containers)) {
    return undefined;
  }
  const status = recordIn(object, 'status');
  const facts: Mutable<PodFacts> = {
    kind: 'Pod',
    ...meta,
    phase: PHASES.find(phase => phase === status.phase) ?? 'Unknown',
    conditions: projectConditions(status, projection, CONDITIONS),
    containers: projectContainers(object, projection),
  };
  const reason = projection.shared(status, 'reason');
  const message = projection.message(status);
  const nodeName = projection.shared(spec, 'nodeName');
  const deletionAt = projection.time(metadata, 'deletionTimestamp');
  const revision = revisionOf(metadata, projection);
  const claims = claimsOf(spec, { pod: meta.name, projection });
  const requests = requestsOf(spec, projection);
  if (reason) facts.reason = reason;
  if (message) facts.message = message;
  if (nodeName) facts.nodeName = nodeName;
  if (deletionAt !== undefined) facts.deletionAt = deletionAt;
  if (Array.isArray(metadata.finalizers) && deletionAt !== undefined) {
    facts.finalizers = metadata.finalizers.filter(
      (finalizer): finalizer is string => typeof finalizer === 'string',
    );
  }
  if (recordsIn(spec, 'schedulingGates').length > 0) facts.gated = true;
  if (revision) facts.revision = revision;
  if (claims.length > 0) facts.claims = claims;
  if (requests) facts.requests = requests;
  if (recordIn(metadata, 'labels').track === 'canary') facts.canary = true;
  const held = {
    uid: facts.uid,
    resourceVersion: resourceVersionOf(metadata),
    facts,
  };
  return isFoundByLabels(meta.owner)
    ? { ...held, labels: projection.labels(metadata) }
    : held;
}

function revisionOf(metadata: JsonRecord, projection: Projection) {
  const labels = recordIn(metadata, 'labels');
  return (
    projection.shared(labels, 'pod-template-hash') ??
    projection.shared(labels, 'controller-revision-hash')
  );
}

function claimsOf(
  spec: JsonRecord,
  { pod, projection }: { pod: string; projection: Projection },
): readonly string[] {
  const claims: string[] = [];
  for (const volume of recordsIn(spec, 'volumes')) {
    const claim = projection.shared(
      recordIn(volume, 'persistentVolumeClaim'),
      'claimName',
    );
    const ephemeral = isRecord(volume.ephemeral)
      ? textIn(volume, 'name')
      : undefined;
    if (claim) {
      claims.push(claim);
    } else if (ephemeral) {
      // The claim that Kubernetes makes for it is named so.
      claims.push(`${pod}-${ephemeral}`);
    }
  }
  return claims;
}

/** As the scheduler reckons: containers and sidecars together, or the greediest init container. */
function requestsOf(
  spec: JsonRecord,
  projection: Projection,
): ResourceFacts | undefined {
  let cpuMillis = 0;
  let memoryBytes = 0;
  let initCpuMillis = 0;
  let initMemoryBytes = 0;
  for (const init of recordsIn(spec, 'initContainers')) {
    const requests = recordIn(recordIn(init, 'resources'), 'requests');
    if (init.restartPolicy === 'Always') {
      cpuMillis += cpuMillisIn(requests);
      memoryBytes += memoryBytesIn(requests);
    } else {
      initCpuMillis = Math.max(
        initCpuMillis,
        cpuMillis + cpuMillisIn(requests),
      );
      initMemoryBytes = Math.max(
        initMemoryBytes,
        memoryBytes + memoryBytesIn(requests),
      );
    }
  }
  for (const container of recordsIn(spec, 'containers')) {
    const requests = recordIn(recordIn(container, 'resources'), 'requests');
    cpuMillis += cpuMillisIn(requests);
    memoryBytes += memoryBytesIn(requests);
  }
  return projection.resources({
    cpuMillis: Math.max(cpuMillis, initCpuMillis),
    memoryBytes: Math.max(memoryBytes, initMemoryBytes),
  });
}
