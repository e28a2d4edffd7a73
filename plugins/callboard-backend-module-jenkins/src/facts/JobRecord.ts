import {
  newestFirst,
  type PipelineRun,
} from '@callboard/plugin-callboard-common';
import { readActions } from '../api/actions';
import { fullName } from '../api/jobPath';
import type { JenkinsBuild } from '../api/JenkinsBuild';
import type { JenkinsLastBuild, JenkinsLeaf } from '../api/schemas';
import { MAX_RUNS_COUNT } from '../api/trees';
import { noteOf } from './noteOf';
import { writeNotes } from './noteText';
import { isNoteOf, type RunNote } from './RunNote';
import type { JobNotes } from './RunNotes';
import type { ToOurs } from './ToOurs';
import { isDecisive, toRun } from './toRun';

interface JobRecordOptions {
  readonly path: readonly string[];
  readonly leaf: JenkinsLeaf;
  /** Of its page, with a slash at the end. */
  readonly jobUrl: string;
  readonly toOurs: ToOurs;
  /** What was known before; undefined for a job that was never met. */
  readonly before: JobNotes | undefined;
}

/** What is worth knowing of the newest run beside the run itself. */
export interface NewestRun {
  readonly number: number;
  readonly building: boolean;
  readonly estimatedMs: number;
  /** Whether it waits for a person; undefined where Jenkins does not say, and once it has ended. */
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
  /** What to keep for the next round, as text. */
  readonly notes: string;
  /** Runs whose commit nobody knew of before, newest first. */
  readonly newCommits: readonly number[];
  /** Whether there are runs of which nothing tells where they came from. */
  readonly hasGaps: boolean;
  readonly #decisiveNote: RunNote | undefined;
  #runs: readonly PipelineRun[];

  static create(options: JobRecordOptions): JobRecord {
    return new JobRecord(options);
  }

  private constructor(options: JobRecordOptions) {
    const { path, leaf, jobUrl, toOurs, before } = options;
    this.path = path;
    this.key = fullName(path);
    this.jobUrl = jobUrl;
    this.className = leaf._class ?? undefined;
    const { lastBuild } = leaf;
    this.newest = lastBuild ? newestOf(lastBuild) : undefined;
    const successAt = leaf.lastSuccessfulBuild?.timestamp;
    this.lastSuccessAt = successAt ? toOurs(successAt) : undefined;
    const queuedAt = leaf.queueItem?.inQueueSince;
    this.queue = queuedAt
      ? { since: toOurs(queuedAt), why: leaf.queueItem?.why ?? '' }
      : undefined;
    const notes: RunNote[] = [];
    const newCommits: number[] = [];
    let hasGaps = false;
    let newer: RunNote | undefined;
    let decisive: { readonly note: RunNote | undefined } | undefined;
    this.#runs = buildsOf(leaf).map(build => {
      const noted = before?.get(build.number);
      const known =
        noted && isNoteOf(noted, build.timestamp) ? noted : undefined;
      // Of the newest alone Jenkins tells more.
      const newest = build === lastBuild ? lastBuild : undefined;
      const note = build.actions
        ? merge(known, noteOf(build, { path, changes: newest, newer }))
        : known;
      newer = note ?? newer;
      if (note) {
        notes.push(note);
      }
      if (!note || (note.b && !build.building)) {
        hasGaps = true;
      }
      if (note?.s && !known?.s) {
        newCommits.push(build.number);
      }
      const run = toRun({
        build,
        estimatedMs: newest?.estimatedDuration,
        jobUrl,
        toOurs,
        note,
      });
      if (isDecisive(run)) {
        decisive ??= { note };
      }
      return run;
    });
    this.#decisiveNote = decisive?.note;
    this.notes = writeNotes(notes);
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
    return run && { run, note: this.#decisiveNote };
  }

  /** Adds to a run what was asked for it. */
  learn(number: number, news: Pick<PipelineRun, 'tests' | 'failedStage'>) {
    this.#runs = this.#runs.map(run =>
      run.number === number ? { ...run, ...news } : run,
    );
  }
}

/** The list has the runs, the newest one has more about itself. */
function buildsOf({ lastBuild, builds }: JenkinsLeaf): readonly JenkinsBuild[] {
  const all = lastBuild
    ? [
        lastBuild,
        ...(builds ?? []).filter(({ number }) => number !== lastBuild.number),
      ]
    : builds ?? [];
  return newestFirst(all).slice(0, MAX_RUNS_COUNT);
}

function newestOf(build: JenkinsLastBuild): NewestRun {
  const building = build.building ?? false;
  // What has ended waits for nobody.
  const { waits } = readActions((building && build.actions) || []);
  return {
    number: build.number,
    building,
    estimatedMs: build.estimatedDuration ?? 0,
    ...(waits !== undefined && { waits }),
  };
}

/** What is fresh wins; what was asked for once, or came with the newest run only, stays. */
function merge(known: RunNote | undefined, fresh: RunNote): RunNote {
  if (!known) {
    return fresh;
  }
  return {
    ...fresh,
    c: fresh.c ?? known.c,
    s: fresh.s ?? known.s,
    a: fresh.a ?? known.a,
    r: fresh.r ?? known.r,
    f: known.f,
  };
}
