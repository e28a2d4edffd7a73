import { nearNames } from '@callboard/plugin-callboard-common';
import { isSafeSegment, UpstreamError } from '@callboard/plugin-callboard-node';
import type { FolderJobs, JenkinsApi } from '../api/JenkinsApi';
import { fullName } from '../api/jobPath';
import { kindSchema, parseJob } from '../api/schemas';
import type { RunDepth } from '../api/trees';
import type { FolderListing, FolderReader } from './FolderReader';
import { kindOf, toNode, type JobNode } from './JobNode';

import type { RoundGate } from './RoundGate';
import type { Sighting } from './Sighting';

/** From so many multibranch projects at the root on, all of it is asked for at once. */
const MIN_ROOT_PROJECTS_COUNT = 4;

type Part<K extends Sighting['kind']> = Extract<Sighting, { kind: K }>;

/** What became of reading a folder. */
type FolderOutcome =
  | { readonly kind: 'listed'; readonly listing: FolderListing }
  | Part<'missing'>
  | Part<'forbidden'>
  | Part<'missed'>;

interface SurveyOptions {
  readonly api: JenkinsApi;
  readonly reader: FolderReader;
  readonly gate: RoundGate;
  readonly signal: AbortSignal;
  /** How much to ask of a job that is asked for by itself. */
  readonly depthOf: (path: readonly string[]) => RunDepth;
}

/** The look of one round at Jenkins: every folder is read once, whoever needs it. */
export class Survey {
  readonly #options: SurveyOptions;
  readonly #outcomes = new Map<string, FolderOutcome['kind']>();
  readonly #folders = new Map<string, Promise<FolderOutcome>>();

  static create(options: SurveyOptions): Survey {
    return new Survey(options);
  }

  private constructor(options: SurveyOptions) {
    this.#options = options;
  }

  /** How many folders were read. */
  get foldersCount(): number {
    return this.#outcomes.size;
  }

  /** Whether Jenkins answered, and has none of the folders for us. */
  isBlind(): boolean {
    const kinds = new Set(this.#outcomes.values());
    return kinds.size > 0 && !kinds.has('listed') && !kinds.has('missed');
  }

  /** Lets go of what was read of a folder that nobody will ask for again. */
  release(path: readonly string[]): void {
    this.#folders.delete(fullName(path));
  }

  /** Reads a folder for the jobs that were named in it, with their branches where they have some. */
  async readFolder(
    path: readonly string[],
    names: readonly string[] | 'all',
  ): Promise<void> {
    const outcome = await this.#folder(path, names);
    if (outcome.kind !== 'listed' || isNoListing(outcome.listing.jobs)) {
      return;
    }
    const { jobs, branches, depth } = outcome.listing;
    const named = names === 'all' ? [...jobs.keys()] : names;
    const projects = named.filter(name => isMultibranch(jobs.get(name)));
    const isWorthIt =
      path.length > 0
        ? projects.length > 0
        : projects.length >= MIN_ROOT_PROJECTS_COUNT;
    const asks = this.#options.reader.wantBranches(path, isWorthIt);
    if (asks && !branches) {
      if (depth === 'full') {
        this.#options.reader.wantFull(path);
      }
      this.#folders.delete(fullName(path));
      await this.#folder(path, names);
    }
  }

  /** Looks for a job in its folder. */
  async find(path: readonly string[]): Promise<Sighting> {
    const name = path[path.length - 1];
    const parent = await this.#folder(path.slice(0, -1), [name]);
    if (parent.kind !== 'listed') {
      return parent;
    }
    const { jobs } = parent.listing;
    if (jobs === 'no-folder') {
      return { kind: 'missing', near: [] };
    }
    if (jobs === 'too-many') {
      return this.ask(path);
    }
    const json = jobs.get(name);
    return json === undefined
      ? { kind: 'missing', near: nearOf(path, jobs), isUnlisted: true }
      : this.#sightingOf(path, { json, branches: parent.listing.branches });
  }

  /** Asks for a job by itself. */
  async ask(path: readonly string[]): Promise<Sighting> {
    const { api, gate, signal, depthOf, reader } = this.#options;
    try {
      const job = await gate.pass(() =>
        api.job(path, { depth: depthOf(path), signal }),
      );
      const node = toNode(path, job);
      return node.kind === 'folder'
        ? await this.#withJobs(node)
        : { kind: 'found', node };
    } catch (error) {
      if (error instanceof UpstreamError && error.tooLong) {
        reader.reset(path.slice(0, -1));
      }
      const failure = failureOf(error);
      if (failure.kind === 'missing') {
        reader.reset(path.slice(0, -1));
      }
      return failure;
    }
  }

  async #sightingOf(
    path: readonly string[],
    options: { json: unknown; branches: boolean },
  ): Promise<Sighting> {
    const job = parseJob(options.json);
    if (!job) {
      return { kind: 'broken' };
    }
    const node = toNode(path, job);
    if (node.kind === 'folder') {
      return this.#withJobs(node);
    }
    return node.kind === 'multibranch' && !options.branches
      ? this.ask(path)
      : { kind: 'found', node, folder: path.slice(0, -1) };
  }

  /** A folder that somebody named is read like one that holds named jobs. */
  async #withJobs(node: JobNode): Promise<Sighting> {
    const { path } = node;
    const before = await this.#folder(path, 'all');
    if (before.kind === 'listed' && before.listing.jobs === 'too-many') {
      // Somebody named a single job in it, so it was not listed.
      this.#folders.delete(fullName(path));
    }
    await this.readFolder(path, 'all');
    const outcome = await this.#folder(path, 'all');
    if (outcome.kind !== 'listed') {
      return outcome;
    }
    const { jobs } = outcome.listing;
    if (jobs === 'too-many') {
      return { kind: 'found', node: { ...node, isTooLarge: true } };
    }
    const children = isNoListing(jobs)
      ? []
      : [...jobs].flatMap(([name, json]) => {
          const job = isSafeSegment(name) ? parseJob(json) : undefined;
          return job ? [toNode([...path, name], job)] : [];
        });
    return { kind: 'found', node: { ...node, children }, folder: path };
  }

  #folder(
    path: readonly string[],
    names: readonly string[] | 'all',
  ): Promise<FolderOutcome> {
    const key = fullName(path);
    const known = this.#folders.get(key);
    if (known) {
      return known;
    }
    const outcome = this.#read(path, names);
    this.#folders.set(key, outcome);
    return outcome;
  }

  async #read(
    path: readonly string[],
    names: readonly string[] | 'all',
  ): Promise<FolderOutcome> {
    const { reader, gate, signal } = this.#options;
    try {
      const listing = await reader.read(path, { names, gate, signal });
      this.#outcomes.set(fullName(path), 'listed');
      return { kind: 'listed', listing };
    } catch (error) {
      const failure = failureOf(error);
      this.#outcomes.set(fullName(path), failure.kind);
      return failure;
    }
  }
}

function isNoListing(
  jobs: FolderListing['jobs'],
): jobs is Exclude<FolderListing['jobs'], FolderJobs> {
  return typeof jobs === 'string';
}

/** Full names in the same folder that may have been meant. */
function nearOf(path: readonly string[], jobs: FolderJobs): readonly string[] {
  const folder = path.slice(0, -1);
  return nearNames(
    fullName(path),
    [...jobs.keys()].map(name => fullName([...folder, name])),
  );
}

function isMultibranch(json: unknown): boolean {
  const parsed = kindSchema.safeParse(json);
  return parsed.success && kindOf(parsed.data) === 'multibranch';
}

/** What a failed call says of what was asked for; anything but an upstream failure is thrown on. */
function failureOf(
  error: unknown,
): Part<'missing'> | Part<'forbidden'> | Part<'missed'> {
  if (!(error instanceof UpstreamError)) {
    throw error;
  }
  switch (error.reason) {
    case 'not-found':
      return { kind: 'missing', near: [] };
    case 'forbidden':
      return { kind: 'forbidden', message: error.message };
    default:
      return { kind: 'missed', error };
  }
}
