import type { JsonObject } from '@backstage/types';
import type { PipelineThresholds } from '@callboard/plugin-callboard-common';
import type { ObserveOptions } from '@callboard/plugin-callboard-node';
import type { JenkinsApi } from '../api/JenkinsApi';
import { fullName } from '../api/jobPath';
import type { RunDepth } from '../api/trees';
import { JobRecord } from '../facts/JobRecord';
import { readStoredRuns } from '../facts/readStoredRuns';
import { RunNotes, type JobNotes } from '../facts/RunNotes';
import type { ToOurs } from '../facts/ToOurs';
import { branchesOf } from './branchesOf';
import { decide, type JobLeaf } from './decide';
import type { FolderReader } from './FolderReader';
import type { Found, JobSubject } from './Found';
import type { KnownJob } from './JobObserver';
import { PendingInputs } from './PendingInputs';
import { RunDetails, type FillOptions } from './RunDetails';
import type { Sighting } from './Sighting';
import { toFacts } from './toFacts';

interface LedgerOptions {
  /** `jenkins/main` */
  readonly source: string;
  readonly api: JenkinsApi;
  readonly toOurs: ToOurs;
  readonly reader: FolderReader;
  readonly thresholds: PipelineThresholds;
}

type Discovery = Extract<Sighting, { kind: 'found' }>;

interface Decided extends Discovery {
  readonly of: JobSubject;
  readonly choice: ReturnType<typeof decide>;
}

/** The records of one round, by full name: jobs that several services name have one. */
export type RoundRecords = Map<string, JobRecord>;

/** Keeps from round to round what is known of the jobs that decide. */
export class JobLedger {
  readonly #options: LedgerOptions;
  readonly #notes = RunNotes.create();
  readonly #inputs = PendingInputs.create();
  readonly #details: RunDetails;
  /** Jobs that are asked for by themselves and have nothing left to tell about older runs. */
  readonly #knownAlone = new Set<string>();

  static create(options: LedgerOptions): JobLedger {
    return new JobLedger(options);
  }

  private constructor(options: LedgerOptions) {
    this.#options = options;
    this.#details = RunDetails.create({
      api: options.api,
      inputs: this.#inputs,
      notes: this.#notes,
    });
  }

  /** How much to ask of a job that is asked for by itself. */
  depthOf(path: readonly string[]): RunDepth {
    return this.#knownAlone.has(fullName(path)) ? 'plain' : 'full';
  }

  /**
   * Enters what was seen of some subjects. Nothing of Jenkins' answers is kept, so that a round
   * over thousands of jobs holds one folder of them at a time.
   */
  async enter(
    seen: ReadonlyArray<{ of: JobSubject; sighting: Discovery }>,
    options: {
      records: RoundRecords;
      now: number;
      stored: ObserveOptions['stored'];
    },
  ): Promise<readonly Found[]> {
    const { toOurs, thresholds } = this.#options;
    const decided = seen.map(({ of, sighting }): Decided => {
      const choice = decide(sighting.node, {
        now: options.now,
        thresholds,
        defaultBranch: of.spec.defaultBranch,
        toOurs,
      });
      return { ...sighting, of, choice };
    });
    const stored = await this.#restore(decided, options.stored);
    return decided.map(each => this.#found(each, { ...options, stored }));
  }

  /** Asks for what no list of runs tells, as far as there are calls left. */
  async fill(records: RoundRecords, options: FillOptions): Promise<void> {
    await this.#details.fill(records.values(), options);
    const jobs = new Set(records.keys());
    this.#notes.keep(jobs);
    this.#inputs.keep(jobs);
  }

  /** The jobs that decide, with what the rules look at. */
  knownJobs({ of, jobs }: Found): readonly KnownJob[] {
    return jobs.map(job => ({
      ...job,
      facts: toFacts(job, {
        source: this.#options.source,
        input: this.#inputs.of(job.record),
        cadenceMs: of.spec.cadenceMs,
      }),
    }));
  }

  /** Reads what was stored of jobs that this process meets for the first time. */
  async #restore(
    decided: readonly Decided[],
    read: ObserveOptions['stored'],
  ): Promise<ReadonlyMap<string, JobNotes>> {
    const ids = decided
      .filter(({ choice }) =>
        choice.jobs.some(({ job }) => !this.#notes.has(job)),
      )
      .map(({ of }) => of.subject.id);
    const details: Iterable<JsonObject> =
      ids.length > 0 ? (await read(ids)).values() : [];
    const notes = new Map<string, JobNotes>();
    for (const detail of details) {
      const runs = readStoredRuns(detail);
      if (runs) {
        notes.set(runs.job, runs.notes);
      }
      this.#inputs.restore(detail);
    }
    return notes;
  }

  #found(
    { of, node, folder, choice }: Decided,
    options: { records: RoundRecords; stored: ReadonlyMap<string, JobNotes> },
  ): Found {
    const { api, toOurs } = this.#options;
    const jobUrl = api.pageUrl(node.path);
    const jobs = choice.jobs.map(leaf => ({
      record: this.#record(leaf, options),
      name: leaf.name,
      disabled: !leaf.buildable,
      ...(leaf.project !== undefined && { project: leaf.project }),
    }));
    const hasGaps = jobs.some(({ record }) => record.hasGaps);
    if (folder && hasGaps) {
      this.#options.reader.wantFull(folder);
    } else if (!folder) {
      this.#knownAlone[hasGaps ? 'delete' : 'add'](fullName(node.path));
    }
    return {
      of,
      kind: node.kind,
      jobUrl,
      jobs,
      undecided: choice.undecided,
      ...(node.kind === 'multibranch' && {
        branches: branchesOf(node, { jobUrl, toOurs }),
      }),
    };
  }

  #record(
    { job, node }: JobLeaf,
    options: { records: RoundRecords; stored: ReadonlyMap<string, JobNotes> },
  ): JobRecord {
    const { api, toOurs } = this.#options;
    const { records, stored } = options;
    const known = records.get(job);
    if (known) {
      return known;
    }
    const record = JobRecord.create({
      path: node.path,
      leaf: node.leaf,
      jobUrl: api.pageUrl(node.path),
      toOurs,
      before: this.#notes.read(job) ?? stored.get(job),
    });
    records.set(job, record);
    this.#notes.write(job, record.notes);
    return record;
  }
}
