import { DeploymentFacts } from './facts';
import { ago, condition, DAY, deployment, MIN } from './testObjects';

/** Available=False for so long, after a rollout that was done. */
export const unavailable = (
  forMs: number,
  overrides: Partial<DeploymentFacts> = {},
): DeploymentFacts =>
  deployment({
    availableReplicas: 2,
    readyReplicas: 2,
    conditions: [
      condition('Available', 'False', forMs),
      condition('Progressing', 'True', DAY, {
        reason: 'NewReplicaSetAvailable',
      }),
    ],
    ...overrides,
  });

/** In the middle of a rollout. */
export const rolling = (
  available: 'True' | 'False',
  overrides: Partial<DeploymentFacts> = {},
): DeploymentFacts =>
  deployment({
    updatedReplicas: 4,
    conditions: [
      condition('Available', available, 5 * MIN),
      condition('Progressing', 'True', DAY, {
        reason: 'ReplicaSetUpdated',
        updatedAt: ago(MIN),
      }),
    ],
    ...overrides,
  });
