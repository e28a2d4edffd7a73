import type { PipelineRun } from '@callboard/plugin-callboard-common';
import { readActions } from '../api/actions';
import { fullName } from '../api/jobPath';
import type {
  JenkinsBuild,
  JenkinsLastBuild,
  JenkinsLeaf,
} from '../api/schemas';
import { MAX_RUNS_COUNT } from '../api/trees';
import type { JenkinsClock } from '../observe/JenkinsClock';
import { noteOf } from './noteOf';
import type { RunNote } from './RunNote';
import type { JobNotes } from './RunNotes';
import { isDecisive, toRun } from './toRun';

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

/** What is worth knowing of the newest run beside the run itself. */
export interface NewestRun {
  readonly number: number;
  readonly building: boolean;
  readonly estimatedMs: number;
  /** Whether it waits for a person; undefined where Jenkins does not say. */
  readonly waits?: boolean;
}

/**
 * One job in one round: what Jenkins says now, joined with what is known of its runs from before.
 * It holds nothing of Jenkins' answer, which is far bigger.
 */
export class JobRecord {
  readonly path: readonly string[];
  /** Identity within the instance. */
  readonly key: string;
  readonly jobUrl: string;
  readonly className: string | undefined;
  readonly newest: NewestRun | undefined;
  /** By our clock, like all times here. */
  readonly lastSuccessAt: number | undefined;
  readonly queue: { readonly since: number; readonly why: string } | undefined;
  /** What to keep for the next round. */
  readonly notes: readonly RunNote[];
  /** Runs whose commit nobody knew of before. */
  readonly newCommits: ReadonlySet<number>;
  /** Whether there are runs of which nothing tells where they came from. */
  readonly hasGaps: boolean;
  #runs: readonly PipelineRun[];

  static create(options: JobRecordOptions): JobRecord {
    return new JobRecord(options);
  }

  private constructor(options: JobRecordOptions) {
    const { path, leaf, jobUrl, clock, before } = options;
    this.path = path;
    this.key = fullName(path);
    this.jobUrl = jobUrl;
    this.className = leaf._class ?? undefined;
    this.newest = leaf.lastBuild ? newestOf(leaf.lastBuild) : undefined;
    const successAt = leaf.lastSuccessfulBuild?.timestamp;
    this.lastSuccessAt = successAt ? clock.ours(successAt) : undefined;
    const queuedAt = leaf.queueItem?.inQueueSince;
    this.queue = queuedAt
      ? { since: clock.ours(queuedAt), why: leaf.queueItem?.why ?? '' }
      : undefined;
    const runs: PipelineRun[] = [];
    const notes: RunNote[] = [];
    const newCommits = new Set<number>();
    let hasGaps = false;
    for (const build of buildsOf(leaf)) {
      const noted = before?.get(build.number);
      const known = noted && isSameRun(noted, build) ? noted : undefined;
      const note = build.actions ? merge(known, noteOf(build, path)) : known;
      if (note) {
        notes.push(note);
      }
      if (!note || (note.b && !build.building)) {
        hasGaps = true;
      }
      if (note?.s && !known?.s) {
        newCommits.add(build.number);
      }
      runs.push(toRun({ build, jobUrl, clock, note }));
    }
    this.#runs = runs;
    this.notes = notes;
    this.newCommits = newCommits;
    this.hasGaps = hasGaps;
  }

  /** Newest first. */
  get runs(): readonly PipelineRun[] {
    return this.#runs;
  }

  /** The run that decides, and what is known of it; undefined where none does. */
  get decisive(): { run: PipelineRun; note: RunNote | undefined } | undefined {
    const run = this.#runs.find(isDecisive);
    return (
      run && {
        run,
        note: this.notes.find(({ n }) => n === run.number),
      }
    );
  }

  /** Adds to a run what was asked for it. */
  learn(number: number, news: Pick<PipelineRun, 'tests' | 'failedStage'>) {
    this.#runs = this.#runs.map(run =>
      run.number === number ? { ...run, ...news } : run,
    );
  }
}

/** The list has the runs, the newest one has more about itself. */
function buildsOf(leaf: JenkinsLeaf): readonly JenkinsBuild[] {
  const { lastBuild } = leaf;
  const listed = (leaf.builds ?? []).filter(
    ({ number }) => number !== lastBuild?.number,
  );
  const builds = lastBuild ? [lastBuild, ...listed] : listed;
  return builds.sort((a, b) => b.number - a.number).slice(0, MAX_RUNS_COUNT);
}

function newestOf(build: JenkinsLastBuild): NewestRun {
  const { waits } = readActions(build.actions ?? []);
  return {
    number: build.number,
    building: build.building ?? false,
    estimatedMs: build.estimatedDuration ?? 0,
    ...(waits !== undefined && { waits }),
  };
}

function isSameRun(note: RunNote, build: JenkinsBuild): boolean {
  return Math.abs(note.t - build.timestamp) <= SAME_RUN_TOLERANCE_MS;
}

/** What is fresh wins; what was asked for once, or came with the newest run only, stays. */
function merge(known: RunNote | undefined, fresh: RunNote): RunNote {
  if (!known) {
    return fresh;
  }
  const { b, ...rest } = known;
  return { ...rest, ...fresh };
}
