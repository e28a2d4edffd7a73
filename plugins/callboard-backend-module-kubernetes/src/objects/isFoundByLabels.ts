import type { OwnerFacts } from '@callboard/plugin-callboard-common';

/** Controllers whose pods are found through them. A Node is none: it owns its mirror pods. */
const CONTROLLERS: ReadonlySet<string> = new Set([
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
]);

/** Whether we watch objects of that kind, and know what they own. */
export function isOurs(kind: string): boolean {
  return CONTROLLERS.has(kind);
}

/** Whether an object with this owner is matched by its own labels. */
export function isFoundByLabels(owner: OwnerFacts | undefined): boolean {
  return !owner || !isOurs(owner.kind);
}
