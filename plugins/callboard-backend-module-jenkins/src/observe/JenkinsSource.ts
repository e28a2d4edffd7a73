import {
  DEFAULT_PIPELINE_THRESHOLDS,
  judgeQueue,
  type PipelineFacts,
  type PipelineThresholds,
} from '@callboard/plugin-callboard-common';
import {
  clockFinding,
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
import { byFolder } from './byFolder';
import { CallBudget } from './CallBudget';
import { FolderReader } from './FolderReader';
import { inParallel } from './inParallel';
import type { JobSubject } from './Found';
import { JobLedger, type RoundRecords } from './JobLedger';
import { JobObserver, type KnownJob } from './JobObserver';
import type { Looked } from './Looked';
import { MissingJobs } from './MissingJobs';
import { RoundGate } from './RoundGate';
import type { Sighting } from './Sighting';
import { Survey } from './Survey';

const DEFAULT_INTERVAL_MS = 30_000;
const DEFAULT_DEADLINE_MS = 10_000;

const MAX_PARALLEL_COUNT = 4;

/** @internal */
export interface JenkinsSourceOptions {
  readonly instance: JenkinsInstance;
  /** How often it is asked; 30 s by default. */
  readonly intervalMs?: number;
  /** Longest time of one call; 10 s by default. */
  readonly deadlineMs?: number;
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

  static create(options: JenkinsSourceOptions): JenkinsSource {
    return new JenkinsSource(options);
  }

  private constructor(options: JenkinsSourceOptions) {
    const { instance } = options;
    this.name = instance.name;
    this.intervalMs = options.intervalMs ?? DEFAULT_INTERVAL_MS;
    this.deadlineMs = options.deadlineMs ?? DEFAULT_DEADLINE_MS;
    this.#thresholds = options.thresholds ?? DEFAULT_PIPELINE_THRESHOLDS;
    this.#now = options.now ?? Date.now;
    this.#client = UpstreamClient.create({
      ...instance.access,
      name: this.#id,
      deadlineMs: this.deadlineMs,
      maxConcurrency: MAX_PARALLEL_COUNT,
      now: this.#now,
    });
    const { baseUrl } = instance.access;
    this.#api = JenkinsApi.create({ client: this.#client, baseUrl });
    this.#reader = FolderReader.create({ api: this.#api });
    this.#ledger = JobLedger.create({
      source: this.#id,
      api: this.#api,
      toOurs: theirsMs => theirsMs - this.#client.clockOffsetMs(),
      reader: this.#reader,
      thresholds: this.#thresholds,
    });
  }

  usage(): UpstreamUsage {
    return this.#client.usage();
  }

  async observe(options: ObserveOptions): Promise<Round> {
    const { signal, stored } = options;
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
    const records: RoundRecords = new Map();
    const now = this.#now();
    const entering = { records, now, stored };
    const looked = await this.#look(subjects, { survey, gate, entering });
    if (subjects.length === 0 || survey.isBlind()) {
      // Nobody names a job, or none can be seen: the root tells how Jenkins is, and where even the
      // root is shut, it is not the folders but base URL, token or a login page.
      await gate.pass(() => this.#api.root({ signal }));
    }
    const budget = CallBudget.create({ folders: survey.foldersCount });
    await this.#explainMissing(looked, { survey, budget, entering });
    await this.#ledger.fill(records, { gate, budget, now, signal });
    throwOutage(gate);
    return this.#round(inOrder(subjects, looked), now);
  }

  get #id(): string {
    return sourceId(this.type, this.name);
  }

  /** Looks for every job, a folder at a time; throws where Jenkins as a whole does not answer. */
  async #look(
    subjects: readonly JobSubject[],
    options: { survey: Survey; gate: RoundGate; entering: Entering },
  ): Promise<Looked[]> {
    const { survey, gate, entering } = options;
    const named = new Set(subjects.map(({ spec }) => fullName(spec.path)));
    const looked: Looked[] = [];
    await inParallel(byFolder(subjects), {
      max: MAX_PARALLEL_COUNT,
      task: async ({ path, subjects: inFolder }) => {
        const names = inFolder.map(({ spec }) => spec.path[path.length]);
        await survey.readFolder(path, [...new Set(names)]);
        const seen = await Promise.all(
          inFolder.map(async of => ({
            of,
            sighting: await survey.find(of.spec.path),
          })),
        );
        looked.push(...(await this.#enter(seen, entering)));
        if (!named.has(fullName(path))) {
          survey.release(path);
        }
      },
    });
    throwOutage(gate);
    return looked;
  }

  async #enter(
    seen: ReadonlyArray<{ of: JobSubject; sighting: Sighting }>,
    entering: Entering,
  ): Promise<readonly Looked[]> {
    const found = await this.#ledger.enter(
      seen.flatMap(({ of, sighting }) =>
        sighting.kind === 'found' ? [{ of, sighting }] : [],
      ),
      entering,
    );
    const rest = seen.flatMap(({ of, sighting }) =>
      sighting.kind === 'found' ? [] : [{ of, sighting }],
    );
    return [...found.map(each => ({ of: each.of, found: each })), ...rest];
  }

  async #explainMissing(
    looked: Looked[],
    options: { survey: Survey; budget: CallBudget; entering: Entering },
  ): Promise<void> {
    const { survey, budget, entering } = options;
    const missing = new Map(
      looked.flatMap(({ of, sighting }) =>
        sighting?.kind === 'missing' && sighting.isUnlisted
          ? [[fullName(of.spec.path), { path: of.spec.path, seen: sighting }]]
          : [],
      ),
    );
    const explained = await this.#missing.explain(missing, {
      survey,
      budget,
      now: entering.now,
    });
    const seen = looked.flatMap(({ of, sighting }) => {
      const better = explained.get(fullName(of.spec.path));
      return better && better !== sighting ? [{ of, sighting: better }] : [];
    });
    const known = new Set(seen.map(({ of }) => of));
    looked.splice(
      0,
      looked.length,
      ...looked.filter(({ of }) => !known.has(of)),
      ...(await this.#enter(seen, entering)),
    );
  }

  /** The round that was seen. */
  #round(looked: readonly Looked[], now: number): Round {
    const jobs = new Map(
      looked.flatMap(({ found }) =>
        found ? [[found, this.#ledger.knownJobs(found)] as const] : [],
      ),
    );
    const queue = judgeQueue(waitingJobs([...jobs.values()].flat()), {
      now,
      thresholds: this.#thresholds,
    });
    const clock = clockFinding({
      source: this.#id,
      offsetMs: this.#client.clockOffsetMs(),
      // Times are corrected, but logs and cron triggers go by it.
      hint: 'Let the controller take its time from a time server',
    });
    const observer = JobObserver.create({
      instance: this.name,
      now,
      thresholds: this.#thresholds,
      queueStuckOnSource: queue !== undefined,
    });
    const observations: SubjectObservation[] = [];
    const missed = new Map<string, MissedShard>();
    for (const { of, sighting, found } of looked) {
      if (found) {
        observations.push(observer.found(found, jobs.get(found) ?? []));
      } else if (sighting.kind === 'missed') {
        const { shard = '' } = of.subject;
        missed.set(shard, missedShard(shard, sighting.error));
      } else {
        observations.push(observer.absent(of, sighting));
      }
    }
    return {
      observations,
      missed: [...missed.values()],
      findings: [...(queue ? [queue] : []), ...(clock ? [clock] : [])],
    };
  }
}

type Entering = Parameters<JobLedger['enter']>[1];

/** Folders answer in any order; people and tests like the one they asked in. */
function inOrder(
  subjects: readonly JobSubject[],
  looked: readonly Looked[],
): readonly Looked[] {
  const byId = new Map(looked.map(each => [each.of.subject.id, each]));
  return subjects.flatMap(({ subject }) => byId.get(subject.id) ?? []);
}

/** Jobs that wait in the queue, each once, whoever names it. */
function waitingJobs(jobs: readonly KnownJob[]): readonly PipelineFacts[] {
  const waiting = jobs.filter(({ record }) => record.queue);
  return [...new Map(waiting.map(job => [job.record.key, job.facts])).values()];
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

function missedShard(shard: string, error: UpstreamError): MissedShard {
  return {
    shard,
    reason: error.reason === 'forbidden' ? 'forbidden' : 'unreachable',
    message: error.message,
  };
}
