import { isSafeSegment } from '@callboard/plugin-callboard-node';
import type { JenkinsJob, JenkinsLeaf } from '../api/schemas';

/** What decides about an item: itself, one of its branches, or the jobs in it. */
export type JobKind = 'job' | 'multibranch' | 'folder';

/** An item of Jenkins where it stands. */
export interface JobNode {
  /** Names from the root of Jenkins down. */
  readonly path: readonly string[];
  readonly kind: JobKind;
  readonly leaf: JenkinsLeaf;
  /** Branches of a multibranch project, jobs of a folder. */
  readonly children: readonly JobNode[];
  /** A folder with more jobs than fit into one answer. */
  readonly isTooLarge?: boolean;
}

/** The node of an item; what is inside of it came with it. */
export function toNode(path: readonly string[], job: JenkinsJob): JobNode {
  const kind = kindOf(job);
  const children =
    kind === 'job'
      ? []
      : (job.jobs ?? [])
          // A name that cannot be asked for cannot be linked to either.
          .filter(({ name }) => isSafeSegment(name))
          .map(leaf =>
            toNode([...path, leaf.name], {
              ...leaf,
              jobs: undefined,
            }),
          );
  return { path, kind, leaf: job, children };
}

/**
 * Plugins bring classes of their own, so that their names are read generously, and where they say
 * nothing the shape tells: what has jobs inside and no builds is a folder.
 */
export function kindOf(job: {
  readonly _class?: string | null;
  readonly jobs?: unknown;
  readonly builds?: unknown;
}): JobKind {
  const name = job._class?.split('.').at(-1) ?? '';
  if (/multi-?branch/i.test(name)) {
    return 'multibranch';
  }
  if (/folder/i.test(name)) {
    return 'folder';
  }
  return job.jobs && !job.builds ? 'folder' : 'job';
}
