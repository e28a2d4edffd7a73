import { resolveBounds } from './deploymentStatus';
import type { ReplicaSet } from './ReplicaSet';
import type { DeploymentState } from './states';

interface RollOut {
  readonly state: DeploymentState;
  readonly newest: ReplicaSet;
  readonly old: readonly ReplicaSet[];
}

/** How many pods each revision is to have next, on the way to the newest. */
export function rollOut(options: RollOut): void {
  const { state, newest, old } = options;
  if (state.strategy === 'Recreate') {
    old.forEach(set => {
      set.replicas = 0;
    });
    if (old.every(set => set.pods.every(pod => pod.isGone))) {
      newest.replicas = state.replicas;
    }
    return;
  }
  grow(options);
  shrink(options);
}

function wanted({ newest, old }: RollOut): number {
  return [newest, ...old].reduce((sum, set) => sum + set.replicas, 0);
}

function grow(options: RollOut): void {
  const { state, newest } = options;
  const missing = state.replicas - newest.replicas;
  if (missing <= 0) {
    newest.replicas = state.replicas;
    return;
  }
  const room = state.replicas + resolveBounds(state).maxSurge - wanted(options);
  newest.replicas += Math.max(0, Math.min(room, missing));
}

/** Old pods go as fast as the promise allows, those that do not serve first. */
function shrink(options: RollOut): void {
  const { state, newest, old } = options;
  const minAvailable = state.replicas - resolveBounds(state).maxUnavailable;
  const notYet = newest.replicas - newest.readyCount;
  let left = wanted(options) - minAvailable - notYet;
  for (const set of old) {
    const unhealthy = Math.max(0, set.replicas - set.readyCount);
    const fewer = Math.min(Math.max(0, left), unhealthy);
    set.replicas -= fewer;
    left -= fewer;
  }
  const ready = [newest, ...old].reduce((sum, set) => sum + set.readyCount, 0);
  let spare = Math.min(ready - minAvailable, left);
  for (const set of old) {
    const fewer = Math.min(Math.max(0, spare), set.replicas);
    set.replicas -= fewer;
    spare -= fewer;
  }
}
