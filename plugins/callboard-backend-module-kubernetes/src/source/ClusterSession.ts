import { setImmediate } from 'node:timers/promises';
import type { KubernetesThresholds } from '@callboard/plugin-callboard-common';
import {
  clockFinding,
  sourceId,
  type ObserveOptions,
  type Round,
  type SubjectObservation,
} from '@callboard/plugin-callboard-node';
import type { KubernetesApi } from '../api/KubernetesApi';
import type { CustomResource } from '../config/CustomResource';
import type { KubernetesCluster } from '../config/KubernetesCluster';
import {
  projectCustomResource,
  projectObject,
  Projection,
  type KindName,
} from '../objects';
import { isRecord } from '../objects/json';
import { ClusterWatch } from '../watch/ClusterWatch';
import type { ObjectSink } from '../watch/ObjectSink';
import type { Time } from '../watch/Time';
import type { WatchPolicy } from '../watch/WatchPolicy';
import { ClusterPage } from './ClusterPage';
import { DueTimes } from './DueTimes';
import { ClusterGraph } from './graph/ClusterGraph';
import { KnownSubjects } from './KnownSubjects';
import { MemoryBook } from './MemoryBook';
import { SubjectJudge } from './SubjectJudge';

/** Events that are only counted on are worth a look so often. */
const REPEATED_AFTER_MS = 30_000;

/** Others get a turn after so long. */
const MAX_TURN_MS = 30;

/** Details that are read from the store at once. */
const STORED_CHUNK_COUNT = 500;

/** What the observer of a cluster is made of. */
export interface ClusterSessionOptions {
  readonly cluster: KubernetesCluster;
  readonly api: KubernetesApi;
  /** How often it is to prove that it lives, in milliseconds. */
  readonly beatMs: number;
  /** How long it may take for that, in milliseconds. */
  readonly deadlineMs: number;
  readonly thresholds: KubernetesThresholds;
  readonly production: boolean;
  readonly time: Time;
  readonly random: () => number;
  readonly policy?: WatchPolicy;
  readonly onChange: (subjectIds?: Iterable<string>) => void;
}

/** One watch of a cluster from its begin to its end, and what is known while it lasts. */
export class ClusterSession {
  readonly #options: ClusterSessionOptions;
  readonly #projection: Projection;
  readonly #subjects = KnownSubjects.create();
  readonly #memory = MemoryBook.create();
  readonly #due: DueTimes;
  readonly #graph: ClusterGraph;
  readonly #watch: ClusterWatch;
  readonly #judge: SubjectJudge;
  readonly #page: ClusterPage;
  /** Subjects that are to be judged again, and were not yet. */
  readonly #dirty = new Set<string>();
  #readable = '';
  #wasCurrent = false;
  #isRestored = false;
  #isObserving = false;

  static create(options: ClusterSessionOptions): ClusterSession {
    return new ClusterSession(options);
  }

  private constructor(options: ClusterSessionOptions) {
    const { api, cluster, time } = options;
    this.#options = options;
    this.#projection = Projection.create({
      clockOffsetMs: () => api.clockOffsetMs(),
    });
    this.#due = DueTimes.create({ time, onDue: ids => this.#mark(ids) });
    this.#graph = ClusterGraph.create({
      onTouched: ids => this.#mark(ids),
      onRepeated: ids => this.#markLater(ids),
      onGone: uid => this.#memory.forget(uid),
    });
    this.#watch = ClusterWatch.create({
      ...options,
      source: sourceId('kubernetes', cluster.name),
      namespaces: cluster.namespaces,
      customs: cluster.customResources?.map(custom => ({
        custom,
        sink: this.#customSinkOf(custom),
      })),
      sinkOf: kind => this.#sinkOf(kind),
      onState: () => this.#noteState(),
    });
    this.#judge = SubjectJudge.create({
      ...options,
      graph: this.#graph,
      watch: this.#watch,
      memory: this.#memory,
      clockOffsetMs: () => api.clockOffsetMs(),
    });
    this.#page = ClusterPage.create({
      cluster,
      time,
      graph: this.#graph,
      watch: this.#watch,
    });
  }

  /** Watches until the signal ends. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#watch.run(signal);
    this.#due.stop();
  }

  /** Judges what is asked for, when everything is known; throws while the cluster is cut off. */
  async observe(options: ObserveOptions): Promise<Round> {
    this.#isObserving = true;
    try {
      this.#takeOver(options);
      const { only, signal } = options;
      await this.#watch.ensureCurrent(signal, { isFull: !only });
      await this.#restore(options);
      return {
        observations: await this.#judgeAll(options),
        detail: this.#page.detail(),
        ...this.#findings(),
      };
    } finally {
      this.#isObserving = false;
      // What was marked meanwhile, or in a round that failed.
      this.#tell();
    }
  }

  async #judgeAll({
    only,
    signal,
  }: ObserveOptions): Promise<readonly SubjectObservation[]> {
    const { time } = this.#options;
    const { all } = this.#subjects;
    const observations: SubjectObservation[] = [];
    let restedAt = time.now();
    for (const id of only ?? all.keys()) {
      const subject = all.get(id);
      if (subject) {
        this.#dirty.delete(id);
        const judged = this.#judge.judge(subject, time.now());
        this.#due.set(id, judged.recheckAt);
        observations.push(judged.observation);
        if (time.now() - restedAt > MAX_TURN_MS) {
          await setImmediate();
          await this.#watch.ensureCurrent(signal);
          restedAt = time.now();
        }
      }
    }
    return observations;
  }

  #findings(): Pick<Round, 'findings'> {
    const { cluster, api } = this.#options;
    const finding = clockFinding({
      source: sourceId('kubernetes', cluster.name),
      offsetMs: api.clockOffsetMs(),
      // Times are corrected, but CronJobs and certificates go by it.
      hint: 'Let its nodes take their time from a time server',
    });
    return finding ? { findings: [finding] } : {};
  }

  #takeOver({ subjects }: ObserveOptions) {
    const changed = this.#subjects.update(subjects);
    if (!changed) {
      return;
    }
    this.#watch.nameNamespaces(this.#subjects.namespaces());
    this.#graph.ask(this.#subjects.all.values());
    changed.forEach(id => this.#dirty.add(id));
    for (const id of this.#dirty) {
      if (!this.#subjects.all.has(id)) {
        this.#dirty.delete(id);
      }
    }
  }

  /** What is remembered from before, by us or by whoever watched the cluster then. */
  async #restore({ stored }: ObserveOptions) {
    if (this.#isRestored) {
      return;
    }
    const ids = [...this.#subjects.all.keys()];
    for (let begin = 0; begin < ids.length; begin += STORED_CHUNK_COUNT) {
      const details = await stored(
        ids.slice(begin, begin + STORED_CHUNK_COUNT),
      );
      details.forEach(detail => this.#memory.restore(detail));
    }
    this.#isRestored = true;
  }

  #sinkOf(kind: KindName): ObjectSink {
    return {
      read: json => projectObject(kind, json, this.#projection),
      put: object => this.#graph.put(kind, object as never),
      remove: uid => this.#graph.remove(kind, uid),
    };
  }

  #customSinkOf(custom: CustomResource): ObjectSink {
    return {
      read: json =>
        isRecord(json)
          ? projectCustomResource(custom, json, this.#projection)
          : undefined,
      put: object => this.#graph.put('customresources', object as never),
      remove: uid => this.#graph.remove('customresources', uid),
    };
  }

  #mark(ids: ReadonlySet<string>) {
    const before = this.#dirty.size;
    for (const id of ids) {
      // What is named no more would never be asked for, and so be told without end.
      if (this.#subjects.all.has(id)) {
        this.#dirty.add(id);
      }
    }
    if (this.#dirty.size > before) {
      this.#tell();
    }
  }

  #markLater(ids: ReadonlySet<string>) {
    const at = this.#options.time.now() + REPEATED_AFTER_MS;
    ids.forEach(id => this.#due.notAfter(id, at));
  }

  #noteState() {
    const { isCurrent } = this.#watch;
    if (isCurrent) {
      this.#noteReadable();
    }
    if (isCurrent !== this.#wasCurrent) {
      this.#wasCurrent = isCurrent;
      // Cut off, or back: a round finds out which.
      this.#options.onChange();
    }
    this.#tell();
  }

  /** Every verdict says what it could not look at. */
  #noteReadable() {
    const readable = JSON.stringify(this.#watch.unreadable());
    if (readable !== this.#readable) {
      this.#readable = readable;
      [...this.#subjects.all.keys()].forEach(id => this.#dirty.add(id));
    }
  }

  /** Nothing is asked for while it could not be answered; it is kept until it can. */
  #tell() {
    const canBeJudged = this.#watch.isCurrent && !this.#isObserving;
    if (canBeJudged && this.#dirty.size > 0) {
      this.#options.onChange([...this.#dirty]);
    }
  }
}
