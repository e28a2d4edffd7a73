import { setMaxListeners } from 'node:events';
import type {
  KubernetesWatch,
  UnreadableKind,
} from '@callboard/plugin-callboard-common';
import { UpstreamError } from '@callboard/plugin-callboard-node';
import type { KubernetesApi, WatchedResource } from '../api/KubernetesApi';
import { NotReadyError } from '../api/readiness';
import {
  customResourceName,
  type CustomResource,
} from '../config/CustomResource';
import { KIND_NAMES, kindOf, type KindName } from '../objects';
import { Heartbeat } from './Heartbeat';
import { KindWatch } from './KindWatch';
import { Namespaces } from './Namespaces';
import type { ObjectSink } from './ObjectSink';
import { ResourceWatch } from './ResourceWatch';
import { Settling } from './Settling';
import type { Time } from './Time';
import { isDenied, isSettled } from './WatchState';
import { watchWords } from './watchWords';
import {
  DEFAULT_WATCH_POLICY,
  withoutBookmarks,
  type WatchPolicy,
} from './WatchPolicy';

const NAMESPACES: WatchedResource = {
  group: '',
  version: 'v1',
  resource: 'namespaces',
  namespaced: false,
};

/** A server that misses its etcd takes 4 s to say so. */
const MAX_BEAT_DEADLINE_MS = 4_500;
const GRACE_MS = 500;

/** What the watch of a cluster is made of. */
export interface ClusterWatchOptions {
  readonly api: KubernetesApi;
  /** `kubernetes/prod-eu` */
  readonly source: string;
  /** How often it is to prove that it lives, in milliseconds. */
  readonly beatMs: number;
  /** How long it may take for that, or to mend what broke, in milliseconds. */
  readonly deadlineMs: number;
  /** Where they are given, nothing else is asked for. */
  readonly namespaces?: readonly string[];
  readonly sinkOf: (kind: KindName) => ObjectSink;
  /** What is watched beside Kubernetes' own kinds. */
  readonly customs?: readonly CustomKind[];
  readonly time: Time;
  readonly random: () => number;
  readonly policy?: WatchPolicy;
  /** Called when what can be read, or whether it may be judged, has changed. */
  readonly onState: () => void;
}

/** A kind that config names, and where its objects go. */
export interface CustomKind {
  readonly custom: CustomResource;
  readonly sink: ObjectSink;
}

interface CustomWatch {
  /** `rollouts.argoproj.io` */
  readonly name: string;
  readonly resource: WatchedResource;
  readonly kind: KindWatch;
}

/** All kinds of one cluster, and whether it lives. */
export class ClusterWatch {
  readonly #options: ClusterWatchOptions;
  readonly #policy: WatchPolicy;
  readonly #kinds: ReadonlyMap<KindName, KindWatch>;
  readonly #customs: readonly CustomWatch[];
  readonly #namespaces: Namespaces;
  readonly #namespaceWatch: ResourceWatch;
  readonly #settling: Settling;
  readonly #heartbeat: Heartbeat;
  /** What came of the first try, until another has come to something. */
  readonly #tried = new Map<KindWatch, 'broken' | 'settled'>();
  #outage: UpstreamError | undefined;
  #clockOffsetMs: number | undefined;
  #isListingNamespaces = false;
  #signal: AbortSignal | undefined;

  static create(options: ClusterWatchOptions): ClusterWatch {
    return new ClusterWatch(options);
  }

  private constructor(options: ClusterWatchOptions) {
    const { api, source, time, beatMs, deadlineMs, policy } = options;
    this.#options = options;
    this.#policy = policy ?? DEFAULT_WATCH_POLICY;
    this.#settling = Settling.create({
      time,
      graceMs: GRACE_MS,
      patienceMs: deadlineMs,
      onCurrent: () => options.onState(),
    });
    this.#heartbeat = Heartbeat.create({
      api,
      source,
      time,
      // So that no beat falls out because the one before came a little late.
      validMs: beatMs / 2,
      deadlineMs: Math.min(deadlineMs, MAX_BEAT_DEADLINE_MS),
    });
    this.#namespaces = Namespaces.create({
      configured: options.namespaces,
      onChange: () => this.#all().forEach(kind => kind.reconsider()),
    });
    this.#namespaceWatch = ResourceWatch.create({
      ...this.#common(),
      resource: NAMESPACES,
      sink: this.#namespaces.sink,
      onState: () => this.#noteState(),
    });
    this.#kinds = new Map(
      KIND_NAMES.map(kind => [kind, this.#createKind(kind)]),
    );
    this.#customs = (options.customs ?? []).map(custom =>
      this.#createCustom(custom),
    );
  }

  /** Watches until the signal ends. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    this.#signal = signal;
    // All kinds listen to it, and what they ask for does.
    setMaxListeners(0, signal);
    await Promise.all(this.#all().map(async kind => kind.run(signal)));
  }

  /** The cluster's version; absent until it was told. */
  get version(): string | undefined {
    return this.#heartbeat.version;
  }

  /** Whether what is held may be judged. */
  get isCurrent(): boolean {
    return this.#settling.isCurrent && !this.#outage;
  }

  /**
   * Resolves when the cluster lives and everything is known of it; throws an UpstreamError where
   * it is cut off. `isFull` asks again for what was forbidden or absent.
   */
  async ensureCurrent(
    signal: AbortSignal,
    options: { isFull?: boolean } = {},
  ): Promise<void> {
    signal.throwIfAborted();
    await this.#beat(signal);
    if (options.isFull) {
      this.#customs
        .filter(({ kind }) => isDenied(kind.state))
        .forEach(({ kind }) => this.#tried.delete(kind));
      this.#forEach(watch => watch.retryDenied());
    }
    await this.#settling.wait(signal);
  }

  /** Namespaces that services name, for where not all may be watched at once. */
  nameNamespaces(names: ReadonlySet<string>): void {
    this.#namespaces.name(names);
  }

  /** Kinds that cannot be read: in one namespace, or anywhere. */
  unreadable(namespace?: string): readonly UnreadableKind[] {
    const customs = this.#customs.flatMap(
      ({ kind }) => kind.unreadable(namespace) ?? [],
    );
    return [
      ...[...this.#kinds.values()].flatMap(
        kind => kind.unreadable(namespace) ?? [],
      ),
      // Most clusters have few of the kinds that config names for all of them: that is no news.
      ...customs.filter(({ reason }) => reason === 'forbidden'),
      ...this.#customs
        .filter(({ kind }) => this.#tried.get(kind) === 'broken')
        .map(({ name, resource: { group } }) => ({
          resource: name,
          group,
          reason: 'broken' as const,
          verbs: [],
        })),
    ];
  }

  /** How each kind is watched, for the cluster's page. */
  watches(): readonly KubernetesWatch[] {
    return [
      ...[...this.#kinds].map(([name, kind]) => watchWords(kindOf(name), kind)),
      ...this.#customs.map(({ resource, kind }) => watchWords(resource, kind)),
    ];
  }

  async #beat(signal: AbortSignal) {
    try {
      await this.#heartbeat.prove(signal, { isFresh: !this.isCurrent });
    } catch (error) {
      if (!signal.aborted && error instanceof UpstreamError) {
        this.#outage = error;
        if (error instanceof NotReadyError) {
          // Its watches hold, and go on by themselves when it is ready.
          this.#options.onState();
        } else {
          this.#forEach(watch => watch.doubt(error));
        }
      }
      throw error;
    }
    this.#endOutage();
    this.#noteClock();
  }

  /** The cluster answers: what waits for it to be back need not wait any longer. */
  #endOutage() {
    if (this.#outage) {
      this.#outage = undefined;
      this.#forEach(watch => watch.wake());
      this.#options.onState();
    }
  }

  /** Times were put on our clock when objects came in; a clock that is mended makes them wrong. */
  #noteClock() {
    const offset = this.#options.api.clockOffsetMs();
    const before = this.#clockOffsetMs;
    this.#clockOffsetMs = offset;
    if (before !== undefined && before !== offset) {
      this.#forEach(watch => watch.reread());
    }
  }

  #forEach(act: (watch: ResourceWatch) => void) {
    this.#all().forEach(kind => kind.forEach(act));
    if (this.#isListingNamespaces) {
      act(this.#namespaceWatch);
    }
  }

  #all(): readonly KindWatch[] {
    return [...this.#kinds.values(), ...this.#customs.map(({ kind }) => kind)];
  }

  #createCustom({ custom, sink }: CustomKind): CustomWatch {
    const name = customResourceName(custom);
    const resource: WatchedResource = {
      group: custom.group,
      version: custom.apiVersion,
      resource: custom.plural,
      // Config does not say; as a whole those that are in none are listed alike.
      namespaced: true,
    };
    const kind = KindWatch.create({
      ...this.#common(),
      resource,
      name,
      namespaces: this.#namespaces,
      sink,
      onState: () => this.#noteState(),
    });
    return { name, resource, kind };
  }

  #createKind(name: KindName): KindWatch {
    const kind = kindOf(name);
    return KindWatch.create({
      ...this.#common(),
      ...(kind.hasNoBookmarks && { policy: withoutBookmarks(this.#policy) }),
      resource: kind,
      namespaces: this.#namespaces,
      sink: this.#options.sinkOf(name),
      onState: () => this.#noteState(),
    });
  }

  #common() {
    const { api, time, random } = this.#options;
    return {
      api,
      time,
      random,
      policy: this.#policy,
      // Not a proof of life: what comes may yet be nothing that a cluster says.
      onOpen: () => {
        if (!(this.#outage instanceof NotReadyError)) {
          this.#endOutage();
        }
      },
      onHeard: () => {
        this.#heartbeat.hear();
        this.#endOutage();
      },
    };
  }

  #noteState() {
    this.#namespaces.noteDenied(isDenied(this.#namespaceWatch.state));
    const decisive = KIND_NAMES.filter(name => !kindOf(name).isDecoration)
      .map(name => this.#kinds.get(name))
      .filter(kind => kind !== undefined);
    const failures = decisive
      .map(({ state }) => state)
      .flatMap(state => (state.state === 'broken' ? [state.error] : []));
    const isNarrow = decisive.some(kind => kind.isNarrow);
    if (isNarrow && !this.#namespaces.areConfigured) {
      this.#listNamespaces();
    }
    this.#settling.note({
      isSettled:
        decisive.every(kind => kind.isSettled) &&
        this.#customs.filter(custom => !this.#wasTried(custom)).length === 0 &&
        // Before they are known, what is forbidden as a whole may yet be allowed in parts.
        (!this.#isListingNamespaces || isSettled(this.#namespaceWatch.state)),
      failure: failures[0],
    });
    this.#options.onState();
  }

  /** A first answer is waited for; what an operator broke makes nobody wait, then or later. */
  #wasTried({ kind }: CustomWatch): boolean {
    if (kind.isSettled) {
      this.#tried.set(kind, 'settled');
    } else if (kind.state.state === 'broken' && !this.#tried.has(kind)) {
      this.#tried.set(kind, 'broken');
    }
    return this.#tried.has(kind);
  }

  #listNamespaces() {
    if (!this.#isListingNamespaces && this.#signal) {
      this.#isListingNamespaces = true;
      void this.#namespaceWatch.run(this.#signal);
    }
  }
}
