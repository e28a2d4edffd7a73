import { join } from 'node:path';
import { FOLDER } from './folder';

/** What stands in the folder `manifests`: workloads in the states that their names tell. */
export const MANIFESTS = [
  'namespace',
  'running',
  'crash-loop',
  'oom-killed',
  'image-pull',
  'config-error',
  'init-crash',
  'not-ready',
  'jobs',
  'evicted',
  'unschedulable',
  'quota',
  'hpa',
] as const;

/** A file in the folder `manifests`. */
export type Manifest = (typeof MANIFESTS)[number];

/** Where a manifest stands. */
export function manifestFile(name: Manifest | 'stages'): string {
  return join(FOLDER, 'manifests', `${name}.yaml`);
}
