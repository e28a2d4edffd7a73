import type {
  PipelineThresholds,
  UndecidedJobs,
} from '@callboard/plugin-callboard-common';
import type { ObserveOptions } from '@callboard/plugin-callboard-node';
import type { JenkinsApi } from '../api/JenkinsApi';
import { fullName } from '../api/jobPath';
import type { RunDepth } from '../api/trees';
import { JobRecord } from '../facts/JobRecord';
import { readStoredRuns } from '../facts/readStoredRuns';
import { RunNotes, type JobNotes } from '../facts/RunNotes';
import type { CallBudget } from './CallBudget';
import { decide, type DecidingJob } from './decide';
import type { FolderReader } from './FolderReader';
import type { JenkinsClock } from './JenkinsClock';
import type { Found, JobSubject } from './JobObserver';
import type { JobNode } from './JobNode';
import { PendingInputs } from './PendingInputs';
import type { RoundGate } from './RoundGate';
import { RunDetails } from './RunDetails';
import type { Sighting } from './Sighting';
import { toFacts } from './toFacts';

interface LedgerOptions {
  /** `jenkins/main` */
  readonly source: string;
  readonly api: JenkinsApi;
  readonly clock: JenkinsClock;
  readonly reader: FolderReader;
}

interface Decided {
  readonly of: JobSubject;
  readonly node: JobNode;
  readonly jobs: readonly DecidingJob[];
  readonly undecided: readonly UndecidedJobs[];
  readonly folder?: readonly string[];
}

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
    });
  }

  /** How much to ask of a job that is asked for by itself. */
  depthOf(path: readonly string[]): RunDepth {
    return this.#knownAlone.has(fullName(path)) ? 'plain' : 'full';
  }

  /** Enters what was seen, asks for what is missing, and gives the facts by subject id. */
  async enter(
    subjects: readonly JobSubject[],
    options: {
      sightings: ReadonlyMap<string, Sighting>;
      stored: ObserveOptions['stored'];
      thresholds: PipelineThresholds;
      details: {
        gate: RoundGate;
        budget: CallBudget;
        now: number;
        signal: AbortSignal;
      };
    },
  ): Promise<ReadonlyMap<string, Found>> {
    const { details, sightings, thresholds } = options;
    const { clock } = this.#options;
    const decided = subjects.flatMap((of): Decided[] => {
      const sighting = sightings.get(fullName(of.spec.path));
      if (sighting?.kind !== 'found') {
        return [];
      }
      const choice = decide(sighting.node, {
        now: details.now,
        thresholds,
        defaultBranch: of.spec.defaultBranch,
        toOurs: theirsMs => clock.ours(theirsMs),
      });
      return [{ ...sighting, ...choice, of }];
    });
    const stored = await this.#restore(decided, options.stored);
    const records = this.#record(decided, stored);
    await this.#details.fill(records.values(), details);
    this.#keep(records);
    this.#planNext(decided, records);
    return new Map(
      decided.map(each => [each.of.subject.id, this.#found(each, records)]),
    );
  }

  /** Reads what was stored of jobs that this process meets for the first time. */
  async #restore(
    decided: readonly Decided[],
    read: ObserveOptions['stored'],
  ): Promise<ReadonlyMap<string, JobNotes>> {
    const ids = decided
      .filter(({ jobs }) => jobs.some(({ job }) => !this.#notes.has(job)))
      .map(({ of }) => of.subject.id);
    const details = ids.length > 0 ? await read(ids) : new Map();
    const notes = new Map<string, JobNotes>();
    for (const detail of details.values()) {
      const runs = readStoredRuns(detail);
      if (runs) {
        notes.set(runs.job, runs.notes);
      }
      this.#inputs.restore(detail);
    }
    return notes;
  }

  #record(
    decided: readonly Decided[],
    stored: ReadonlyMap<string, JobNotes>,
  ): ReadonlyMap<string, JobRecord> {
    const { api, clock } = this.#options;
    const records = new Map<string, JobRecord>();
    for (const { job, node } of decided.flatMap(({ jobs }) => jobs)) {
      if (!records.has(job)) {
        records.set(
          job,
          JobRecord.create({
            path: node.path,
            leaf: node.leaf,
            jobUrl: api.pageUrl(node.path),
            clock,
            before: this.#notes.read(job) ?? stored.get(job),
          }),
        );
      }
    }
    return records;
  }

  #keep(records: ReadonlyMap<string, JobRecord>): void {
    for (const record of records.values()) {
      this.#notes.write(record.key, record.notes);
    }
  }

  /** Asks for more in the next round where this one left gaps. */
  #planNext(
    decided: readonly Decided[],
    records: ReadonlyMap<string, JobRecord>,
  ): void {
    for (const { folder, jobs, node } of decided) {
      const hasGaps = jobs.some(({ job }) => records.get(job)?.hasGaps);
      if (!folder) {
        const name = fullName(node.path);
        this.#knownAlone[hasGaps ? 'delete' : 'add'](name);
      } else if (hasGaps) {
        this.#options.reader.wantFull(folder);
      }
    }
  }

  #found(each: Decided, records: ReadonlyMap<string, JobRecord>): Found {
    const { source, clock } = this.#options;
    const { of, node, jobs, undecided } = each;
    return {
      node,
      clock,
      undecided,
      jobs: jobs.flatMap(job => {
        const record = records.get(job.job);
        return record
          ? [
              {
                job,
                record,
                facts: toFacts({
                  source,
                  job,
                  record,
                  clock,
                  input: this.#inputs.of(record),
                  cadenceMs: of.spec.cadenceMs,
                }),
              },
            ]
          : [];
      }),
    };
  }
}
