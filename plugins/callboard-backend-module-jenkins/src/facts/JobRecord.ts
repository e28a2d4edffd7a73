import type { PipelineRun } from '@callboard/plugin-callboard-common';
import { fullName } from '../api/jobPath';
import type { JenkinsBuild, JenkinsLeaf } from '../api/schemas';
import { MAX_RUNS_COUNT } from '../api/trees';
import type { JenkinsClock } from '../observe/JenkinsClock';
import { noteOf } from './noteOf';
import type { RunNote } from './RunNote';
import type { JobNotes } from './RunNotes';
import { toRun } from './toRun';

/** Notes belong to a run where its start agrees up to a correction of clocks. */
const SAME_RUN_TOLERANCE_MS = 2 * 60 * 60_000;

interface JobRecordOptions {
  readonly path: readonly string[];
  readonly leaf: JenkinsLeaf;
  /** Of its page, with a slash at the end. */
  readonly jobUrl: string;
  readonly clock: JenkinsClock;
  /** What was known before; undefined for a job that was never met. */
  readonly before: JobNotes | undefined;
}

/** One job in one round: what Jenkins says now, and what is known of its runs from before. */
export class JobRecord {
  readonly path: readonly string[];
  readonly leaf: JenkinsLeaf;
  readonly jobUrl: string;
  /** Runs whose commit nobody knew of before. */
  readonly newCommits: ReadonlySet<number>;
  /** Runs of which neither this answer nor an earlier one tells where they came from. */
  readonly hasGaps: boolean;
  readonly #clock: JenkinsClock;
  readonly #builds: readonly JenkinsBuild[];
  readonly #notes: Map<number, RunNote>;

  static create(options: JobRecordOptions): JobRecord {
    return new JobRecord(options);
  }

  private constructor(options: JobRecordOptions) {
    const { path, leaf, jobUrl, clock, before } = options;
    this.path = path;
    this.leaf = leaf;
    this.jobUrl = jobUrl;
    this.#clock = clock;
    this.#builds = buildsOf(leaf);
    this.#notes = new Map();
    const newCommits = new Set<number>();
    let hasGaps = false;
    for (const build of this.#builds) {
      const noted = before?.get(build.number);
      const known = noted && isSameRun(noted, build) ? noted : undefined;
      const note = build.actions ? merge(known, noteOf(build, path)) : known;
      if (note) {
        this.#notes.set(build.number, note);
      }
      if (!note || (note.b && !build.building)) {
        hasGaps = true;
      }
      if (note?.s && !known?.s) {
        newCommits.add(build.number);
      }
    }
    this.newCommits = newCommits;
    this.hasGaps = hasGaps;
  }

  /** Identity within the instance. */
  get key(): string {
    return fullName(this.path);
  }

  /** Newest first. */
  get runs(): readonly PipelineRun[] {
    return this.#builds.map(build =>
      toRun({
        build,
        jobUrl: this.jobUrl,
        clock: this.#clock,
        note: this.#notes.get(build.number),
      }),
    );
  }

  /** What to keep for the next round. */
  get notes(): Iterable<RunNote> {
    return this.#notes.values();
  }

  noteOf(number: number): RunNote | undefined {
    return this.#notes.get(number);
  }

  /** Adds what was asked for one run. */
  learn(number: number, news: Pick<RunNote, 'r' | 'f'>): void {
    const build = this.#builds.find(candidate => candidate.number === number);
    if (build) {
      const note = this.#notes.get(number) ?? { n: number, t: build.timestamp };
      this.#notes.set(number, { ...note, ...news });
    }
  }
}

/** The list has the runs, the newest one has more about itself. */
function buildsOf(leaf: JenkinsLeaf): readonly JenkinsBuild[] {
  const { lastBuild } = leaf;
  const listed = new Map(
    (leaf.builds ?? []).map(build => [build.number, build]),
  );
  if (lastBuild) {
    listed.set(lastBuild.number, lastBuild);
  }
  return [...listed.values()]
    .sort((a, b) => b.number - a.number)
    .slice(0, MAX_RUNS_COUNT);
}

function isSameRun(note: RunNote, build: JenkinsBuild): boolean {
  return Math.abs(note.t - build.timestamp) <= SAME_RUN_TOLERANCE_MS;
}

/** What is fresh wins; what was asked for once, or came with the newest run only, stays. */
function merge(known: RunNote | undefined, fresh: RunNote): RunNote {
  const { b, ...rest } = known ?? fresh;
  return { ...rest, ...fresh };
}
