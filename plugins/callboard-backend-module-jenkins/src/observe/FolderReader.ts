import { UpstreamError } from '@callboard/plugin-callboard-node';
import { fullName } from '../api/jobPath';
import type { FolderJobs, JenkinsApi } from '../api/JenkinsApi';
import type { RunDepth } from '../api/trees';
import type { RoundGate } from './RoundGate';

/** What is in a folder. */
export interface FolderListing {
  /** The jobs by name; none where it is no folder, or where they are too many for one answer. */
  readonly jobs: FolderJobs | 'no-folder' | 'too-many';
  /** Whether the jobs inside its jobs came with their runs. */
  readonly branches: boolean;
  readonly depth: RunDepth;
}

/** From so many jobs on, one of them is asked for by itself rather than with all the others. */
const LARGE_FOLDER_COUNT = 50;

interface FolderMode {
  depth: RunDepth;
  branches: boolean;
  /** Too long for one answer, whatever is left out. */
  alone: boolean;
  /** The only job that somebody named in a large folder. */
  only?: string;
  /** Asked for in vain: the answer was too long. */
  readonly tooLong: Set<'full' | 'branches'>;
}

/**
 * Reads folders, each with one query that serves all jobs in it. What is asked for adapts to the
 * folder: everything about all runs at first, then only what can have changed; branches only where
 * somebody named a multibranch project; less where the answer would be too long.
 */
export class FolderReader {
  readonly #api: JenkinsApi;
  readonly #modes = new Map<string, FolderMode>();

  static create(options: { api: JenkinsApi }): FolderReader {
    return new FolderReader(options.api);
  }

  private constructor(api: JenkinsApi) {
    this.#api = api;
  }

  async read(
    path: readonly string[],
    options: {
      /** The jobs that are wanted. */
      names: readonly string[] | 'all';
      gate: RoundGate;
      signal: AbortSignal;
    },
  ): Promise<FolderListing> {
    const mode = this.#mode(path);
    const { names } = options;
    const isOnly = names.length === 1 && names[0] === mode.only;
    while (!mode.alone && !isOnly) {
      const { depth, branches } = mode;
      try {
        const jobs = await options.gate.pass(() =>
          this.#api.folder(path, { depth, branches, signal: options.signal }),
        );
        mode.depth = 'plain';
        mode.only = onlyJob(jobs, names);
        return { jobs: jobs ?? 'no-folder', branches, depth };
      } catch (error) {
        if (!(error instanceof UpstreamError && error.tooLong)) {
          throw error;
        }
        askForLess(mode);
      }
    }
    return { jobs: 'too-many', branches: true, depth: mode.depth };
  }

  /** Forgets what was learned about a folder: asking for its jobs one by one is no use either. */
  reset(path: readonly string[]): void {
    this.#modes.delete(fullName(path));
  }

  /** Runs appeared of which the newest answer tells too little: asks for all of them next time. */
  wantFull(path: readonly string[]): void {
    const mode = this.#modes.get(fullName(path));
    if (mode && !mode.tooLong.has('full')) {
      mode.depth = 'full';
    }
  }

  /** Whether to ask for branches next time; false where they are too many to be asked for. */
  wantBranches(path: readonly string[], branches: boolean): boolean {
    const mode = this.#mode(path);
    mode.branches = branches && !mode.tooLong.has('branches');
    return mode.branches;
  }

  /** Forgets all folders but these. */
  keep(folders: ReadonlySet<string>): void {
    for (const folder of this.#modes.keys()) {
      if (!folders.has(folder)) {
        this.#modes.delete(folder);
      }
    }
  }

  #mode(path: readonly string[]): FolderMode {
    const key = fullName(path);
    const known = this.#modes.get(key);
    if (known) {
      return known;
    }
    const mode: FolderMode = {
      depth: 'full',
      // The root may hold everything there is, one level further down.
      branches: path.length > 0,
      alone: false,
      tooLong: new Set(),
    };
    this.#modes.set(key, mode);
    return mode;
  }
}

function onlyJob(
  jobs: FolderJobs | undefined,
  names: readonly string[] | 'all',
): string | undefined {
  return jobs &&
    jobs.size >= LARGE_FOLDER_COUNT &&
    names.length === 1 &&
    jobs.has(names[0])
    ? names[0]
    : undefined;
}

function askForLess(mode: FolderMode): void {
  if (mode.depth === 'full') {
    mode.depth = 'plain';
    mode.tooLong.add('full');
  } else if (mode.branches) {
    mode.branches = false;
    mode.tooLong.add('branches');
  } else {
    mode.alone = true;
  }
}
