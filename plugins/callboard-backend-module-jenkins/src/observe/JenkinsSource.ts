import {
  DEFAULT_PIPELINE_THRESHOLDS,
  type PipelineThresholds,
} from '@callboard/plugin-callboard-common';
import {
  sourceId,
  UpstreamClient,
  UpstreamError,
  type MissedShard,
  type ObserveOptions,
  type Round,
  type StatusSource,
  type Subject,
  type SubjectObservation,
  type UpstreamUsage,
} from '@callboard/plugin-callboard-node';
import { jobSpecSchema } from '../annotations/JobSubject';
import { JenkinsApi } from '../api/JenkinsApi';
import { fullName } from '../api/jobPath';
import type { JenkinsInstance } from '../config/JenkinsInstance';
import type { Timing } from '../config/readTiming';
import { CallBudget } from './CallBudget';
import { FolderReader } from './FolderReader';
import { inParallel } from './inParallel';
import { JenkinsClock } from './JenkinsClock';
import { JobLedger } from './JobLedger';
import { JobObserver, type JobSubject } from './JobObserver';
import { MissingJobs } from './MissingJobs';
import { RoundGate } from './RoundGate';
import type { Sighting } from './Sighting';
import { clockFinding, queueFinding } from './sourceFindings';
import { Survey } from './Survey';

const MAX_PARALLEL_COUNT = 4;

/** @internal */
export interface JenkinsSourceOptions {
  readonly instance: JenkinsInstance;
  readonly timing: Timing;
  readonly thresholds?: PipelineThresholds;
  /** The time, in epoch milliseconds. */
  readonly now?: () => number;
}

/** One Jenkins: every round reads each folder that somebody named a job in once. */
export class JenkinsSource implements StatusSource {
  readonly type = 'jenkins';
  readonly name: string;
  readonly intervalMs: number;
  readonly deadlineMs: number;
  readonly #thresholds: PipelineThresholds;
  readonly #now: () => number;
  readonly #client: UpstreamClient;
  readonly #api: JenkinsApi;
  readonly #reader: FolderReader;
  readonly #ledger: JobLedger;
  readonly #missing = MissingJobs.create();
  readonly #clock = JenkinsClock.create();

  static create(options: JenkinsSourceOptions): JenkinsSource {
    return new JenkinsSource(options);
  }

  private constructor(options: JenkinsSourceOptions) {
    const { instance, timing } = options;
    this.name = instance.name;
    this.intervalMs = timing.intervalMs;
    this.deadlineMs = timing.deadlineMs;
    this.#thresholds = options.thresholds ?? DEFAULT_PIPELINE_THRESHOLDS;
    this.#now = options.now ?? Date.now;
    this.#client = UpstreamClient.create({
      ...instance.access,
      name: this.#id,
      deadlineMs: timing.deadlineMs,
      maxConcurrency: MAX_PARALLEL_COUNT,
      now: this.#now,
    });
    const { baseUrl } = instance.access;
    this.#api = JenkinsApi.create({ client: this.#client, baseUrl });
    this.#reader = FolderReader.create({ api: this.#api });
    this.#ledger = JobLedger.create({
      source: this.#id,
      api: this.#api,
      clock: this.#clock,
      reader: this.#reader,
    });
  }

  usage(): UpstreamUsage {
    return this.#client.usage();
  }

  async observe(options: ObserveOptions): Promise<Round> {
    const { signal } = options;
    signal.throwIfAborted();
    const subjects = options.subjects.flatMap(withSpec);
    const gate = RoundGate.create();
    const survey = Survey.create({
      api: this.#api,
      reader: this.#reader,
      gate,
      signal,
      depthOf: path => this.#ledger.depthOf(path),
    });
    const sightings = await this.#look(subjects, { survey, gate, signal });
    const now = this.#now();
    const budget = CallBudget.create({ folders: survey.foldersCount });
    await this.#explainMissing(sightings, { survey, budget, now });
    this.#clock.notice(this.#client.clockOffsetMs());

    const found = await this.#ledger.enter(subjects, {
      sightings,
      stored: options.stored,
      thresholds: this.#thresholds,
      details: { gate, budget, now, signal },
    });
    throwOutage(gate);
    const facts = [...found.values()].flatMap(({ jobs }) => jobs);
    const queue = queueFinding(
      facts.map(job => job.facts),
      { now, thresholds: this.#thresholds },
    );
    const observer = JobObserver.create({
      instance: this.name,
      api: this.#api,
      now,
      thresholds: this.#thresholds,
      queueStuckOnSource: queue !== undefined,
    });
    const missed = new Map<string, MissedShard>();
    const observations = subjects.flatMap((of): SubjectObservation[] => {
      const sighting = sightings.get(fullName(of.spec.path));
      const known = found.get(of.subject.id);
      if (sighting === undefined || sighting.kind === 'missed') {
        const shard = of.subject.shard ?? '';
        missed.set(shard, missedShard(shard, sighting?.error));
        return [];
      }
      if (sighting.kind !== 'found') {
        return [observer.absent(of, sighting)];
      }
      return known ? [observer.found(of, known)] : [];
    });
    const clock = clockFinding(this.#id, this.#clock.offsetMs);
    return {
      observations,
      missed: [...missed.values()],
      findings: [...(queue ? [queue] : []), ...(clock ? [clock] : [])],
    };
  }

  get #id(): string {
    return sourceId(this.type, this.name);
  }

  /** Looks for every job, by full name; throws where Jenkins as a whole does not let us. */
  async #look(
    subjects: readonly JobSubject[],
    options: { survey: Survey; gate: RoundGate; signal: AbortSignal },
  ): Promise<Map<string, Sighting>> {
    const { survey, gate, signal } = options;
    const paths = new Map(
      subjects.map(({ spec }) => [fullName(spec.path), spec.path]),
    );
    const folders = new Map<string, { path: string[]; names: string[] }>();
    for (const path of paths.values()) {
      const folder = path.slice(0, -1);
      const entry = folders.get(fullName(folder)) ?? {
        path: folder,
        names: [],
      };
      entry.names.push(path[path.length - 1]);
      folders.set(fullName(folder), entry);
    }
    await inParallel(folders.values(), {
      max: MAX_PARALLEL_COUNT,
      task: ({ path, names }) => survey.readFolder(path, names),
    });
    throwOutage(gate);
    if (paths.size === 0 || (await survey.isBlind())) {
      // Where nobody names a job, the root tells how Jenkins is.
      // Where even the root is shut, it is not the folders: base URL, token or a login page.
      await gate.pass(() => this.#api.root({ signal }));
    }
    const sightings = new Map<string, Sighting>();
    await inParallel(paths, {
      max: MAX_PARALLEL_COUNT,
      task: async ([name, path]) => {
        sightings.set(name, await survey.find(path));
      },
    });
    throwOutage(gate);
    return sightings;
  }

  async #explainMissing(
    sightings: Map<string, Sighting>,
    options: { survey: Survey; budget: CallBudget; now: number },
  ): Promise<void> {
    const missing = [...sightings].flatMap(([name, seen]) =>
      seen.kind === 'missing' && seen.isUnlisted
        ? [[name, { path: name.split('/'), seen }] as const]
        : [],
    );
    const explained = await this.#missing.explain(new Map(missing), options);
    explained.forEach((sighting, name) => sightings.set(name, sighting));
  }
}

function withSpec(subject: Subject): JobSubject[] {
  const spec = jobSpecSchema.safeParse(subject.spec);
  return spec.success ? [{ subject, spec: spec.data }] : [];
}

function throwOutage(gate: RoundGate): void {
  if (gate.outage) {
    throw gate.outage;
  }
}

function missedShard(
  shard: string,
  error: UpstreamError | undefined,
): MissedShard {
  return {
    shard,
    reason: error?.reason === 'forbidden' ? 'forbidden' : 'unreachable',
    message: error?.message ?? 'It was not asked',
  };
}
