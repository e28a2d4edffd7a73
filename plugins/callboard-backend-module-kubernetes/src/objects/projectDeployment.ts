import type {
  DeploymentFacts,
  ReplicaSetFacts,
} from '@callboard/plugin-callboard-common';
import type { HeldObject } from './HeldObject';
import { countIn, isTrueIn, numberIn, recordIn, type JsonRecord } from './json';
import type { Projection } from './Projection';
import { projectWorkload, type WorkloadParts } from './projectWorkload';

const REVISION = 'deployment.kubernetes.io/revision';
/** What controllers write for "no limit": the largest 32-bit number. */
const NO_DEADLINE = 2_147_483_647;

/** A Deployment; undefined where it is none. */
export function projectDeployment(
  object: JsonRecord,
  projection: Projection,
): HeldObject<DeploymentFacts> | undefined {
  return projectWorkload<DeploymentFacts>(
    object,
    projection,
    (common, { spec, status, annotations }) => {
      const strategy = recordIn(spec, 'strategy');
      const maxUnavailable = recordIn(strategy, 'rollingUpdate').maxUnavailable;
      const deadline = numberIn(spec, 'progressDeadlineSeconds');
      const revision = projection.shared(annotations, REVISION);
      return {
        ...common,
        kind: 'Deployment',
        strategy: strategy.type === 'Recreate' ? 'Recreate' : 'RollingUpdate',
        ...(isTrueIn(spec, 'paused') && { paused: true as const }),
        ...((typeof maxUnavailable === 'string' ||
          typeof maxUnavailable === 'number') && {
          maxUnavailable: String(maxUnavailable),
        }),
        ...(deadline !== undefined &&
          deadline !== NO_DEADLINE && { progressDeadlineSeconds: deadline }),
        ...(revision && { revision }),
        ...replicasOf(status),
        updatedReplicas: countIn(status, 'updatedReplicas'),
      };
    },
  );
}

/** A ReplicaSet; undefined where it is none. */
export function projectReplicaSet(
  object: JsonRecord,
  projection: Projection,
): HeldObject<ReplicaSetFacts> | undefined {
  return projectWorkload<ReplicaSetFacts>(
    object,
    projection,
    (common, { status, annotations }) => {
      const revision = projection.shared(annotations, REVISION);
      return {
        ...common,
        kind: 'ReplicaSet',
        ...(revision && { revision }),
        ...replicasOf(status),
      };
    },
  );
}

function replicasOf(status: WorkloadParts['status']) {
  return {
    currentReplicas: countIn(status, 'replicas'),
    readyReplicas: countIn(status, 'readyReplicas'),
    availableReplicas: countIn(status, 'availableReplicas'),
  };
}
