import { nextDelayMs, UpstreamError } from '@callboard/plugin-callboard-node';
import type {
  KubernetesApi,
  WatchedResource,
  WatchEvent,
} from '../api/KubernetesApi';
import { listPages } from './listPages';
import type { ObjectSink, SeenObject } from './ObjectSink';
import { Pause } from './Pause';
import type { Time } from './Time';
import { isGone, toUpstreamError, versionOf } from './watchEvent';
import { WatchConnection } from './WatchConnection';
import type { WatchPolicy } from './WatchPolicy';
import { isDenied, type WatchState } from './WatchState';

/** What a watch is made of. */
export interface ResourceWatchOptions<T extends SeenObject> {
  readonly api: KubernetesApi;
  readonly resource: WatchedResource;
  /** All namespaces where it is absent. */
  readonly namespace?: string;
  readonly sink: ObjectSink<T>;
  readonly time: Time;
  readonly random: () => number;
  readonly policy: WatchPolicy;
  /** Called when its state has changed. */
  readonly onState: () => void;
  /** Called when a watch was opened: the cluster answers, whatever with. */
  readonly onOpen: () => void;
  /** Called when the cluster told something. */
  readonly onHeard: () => void;
}

/**
 * Keeps one kind of object known, in the cluster or in one namespace: reads the list once, then
 * follows its changes from there, across everything that breaks. It lists again only where the
 * server no longer knows the state that was reached.
 */
export class ResourceWatch<T extends SeenObject = SeenObject> {
  readonly #options: ResourceWatchOptions<T>;
  readonly #pause: Pause;
  /** What was told of, and the state it was told in. */
  readonly #seen = new Map<string, string>();
  #state: WatchState = { state: 'listing' };
  #version: string | undefined;
  #isRereading = false;
  #isRetryWanted = false;
  #failures = 0;
  /** Watches in a row that were opened and soon came to nothing. */
  #barren = 0;
  #openedAt = 0;
  /** It was read, and is not known to be denied since. */
  #wasRead = false;
  #deniedSince: number | undefined;
  #malformed = 0;
  #connection: WatchConnection | undefined;

  static create<T extends SeenObject>(
    options: ResourceWatchOptions<T>,
  ): ResourceWatch<T> {
    return new ResourceWatch(options);
  }

  private constructor(options: ResourceWatchOptions<T>) {
    this.#options = options;
    this.#pause = Pause.create(options);
  }

  /** How it stands. */
  get state(): WatchState {
    return this.#state;
  }

  /** Uids of all that it knows. */
  get uids(): ReadonlyMap<string, string> {
    return this.#seen;
  }

  /** Objects that could not be read since it was created. */
  get malformed(): number {
    return this.#malformed;
  }

  /** Watches until the signal ends. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if (this.#version === undefined || this.#isRereading) {
          this.#version = await this.#list(signal);
        }
        await this.#follow(this.#version, signal);
      } catch (error) {
        if (!signal.aborted) {
          await this.#pause.take(this.#noteFailure(error), signal);
        }
      }
    }
  }

  /** The cluster does not answer: what is connected is not to be trusted. */
  doubt(error: UpstreamError): void {
    if (this.#state.state === 'watching' || this.#state.state === 'listing') {
      this.#connection?.breakOff(error);
      this.#set({ state: 'broken', error });
    }
  }

  /** The cluster answers: what waits for it to do so need not wait any longer. */
  wake(): void {
    const { state } = this;
    if (state.state === 'broken') {
      this.#failures = 0;
      // What was begun while nothing answered may hang for long yet.
      this.#connection?.breakOff(state.error);
      this.#pause.cutShort();
    }
  }

  /** Someone wants to know now whether what was forbidden or absent still is. */
  retryDenied(): void {
    if (isDenied(this.#state)) {
      this.#set({ state: 'listing' });
      // What is under way was asked before.
      this.#isRetryWanted = !this.#pause.cutShort();
    }
  }

  /** Reads everything again, also what did not change: the cluster's clock was moved. */
  reread(): void {
    this.#isRereading = true;
    this.#connection?.end();
    this.#pause.cutShort();
  }

  /** Forgets everything, except what another watch knows too. */
  forget(known?: ReadonlyMap<string, string>): void {
    for (const uid of this.#seen.keys()) {
      if (!known?.has(uid)) {
        this.#options.sink.remove(uid);
      }
    }
    this.#seen.clear();
    this.#version = undefined;
  }

  async #list(signal: AbortSignal): Promise<string> {
    const { api, resource, namespace, policy } = this.#options;
    if (this.#state.state === 'broken' || this.#isRereading) {
      this.#set({ state: 'listing' });
    }
    const isRereading = this.#isRereading;
    this.#isRereading = false;
    const walk = { api, resource, namespace, policy, signal };
    const found = new Set<string>();
    let version = '';
    for await (const page of listPages(walk)) {
      this.#options.onHeard();
      version = page.resourceVersion;
      for (const item of page.items) {
        const object = this.#read(item);
        if (object) {
          found.add(object.uid);
          this.#put(object, isRereading);
        }
      }
    }
    for (const uid of [...this.#seen.keys()].filter(id => !found.has(id))) {
      this.#remove(uid);
    }
    return version;
  }

  async #follow(version: string, signal: AbortSignal): Promise<void> {
    const { policy, random, time } = this.#options;
    const beganAt = time.now();
    let events = 0;
    this.#connection = WatchConnection.open({
      ...this.#options,
      signal,
      resourceVersion: version,
      timeoutSeconds: Math.ceil(policy.timeoutSeconds * (1 + random())),
      onOpen: () => this.#noteOpen(),
    });
    try {
      for await (const event of this.#connection.events()) {
        events++;
        this.#options.onHeard();
        this.#barren = 0;
        this.#failures = 0;
        this.#apply(event);
      }
    } finally {
      this.#connection = undefined;
    }
    // A server that ends every watch at once is not to be asked without end.
    const isBrief = events === 0 && time.now() - beganAt < policy.briefMs;
    if (isBrief && !this.#isRereading) {
      this.#failures = ++this.#barren;
      await this.#pause.take(this.#delayMs(), signal);
    } else {
      this.#barren = 0;
      this.#failures = 0;
    }
  }

  #noteOpen() {
    this.#wasRead = true;
    this.#deniedSince = undefined;
    // The server is back: how often it was not there makes nothing wait any longer.
    this.#failures = this.#barren;
    this.#openedAt = this.#options.time.now();
    this.#set({ state: 'watching' });
    this.#options.onOpen();
  }

  #apply({ type, object }: WatchEvent) {
    if (type !== 'BOOKMARK') {
      const read = this.#read(object);
      if (read && type === 'DELETED') {
        this.#remove(read.uid);
      } else if (read) {
        this.#put(read, false);
      }
    }
    // Also of what could not be read: it would come again for ever.
    this.#version = versionOf(object) ?? this.#version;
  }

  #read(json: unknown): T | undefined {
    const object = this.#options.sink.read(json);
    if (!object) {
      this.#malformed++;
    }
    return object;
  }

  #put(object: T, isForced: boolean) {
    const { uid, resourceVersion } = object;
    const isKnown =
      resourceVersion !== '' && this.#seen.get(uid) === resourceVersion;
    if (isForced || !isKnown) {
      this.#seen.set(uid, resourceVersion);
      this.#options.sink.put(object);
    }
  }

  #remove(uid: string) {
    if (this.#seen.delete(uid)) {
      this.#options.sink.remove(uid);
    }
  }

  /** Returns how long to wait before the next try. */
  #noteFailure(thrown: unknown): number {
    const { policy, random, time } = this.#options;
    const error = toUpstreamError(thrown);
    if (isGone(error)) {
      this.#version = undefined;
      this.#failures = ++this.#barren;
      this.#set({ state: 'listing' });
      return this.#barren > 1
        ? this.#delayMs(error)
        : Math.floor(random() * policy.relistJitterMs);
    }
    if (error.status === 403 || error.status === 404) {
      return this.#deny(error);
    }
    this.#failures++;
    if (this.#state.state === 'watching') {
      const isBrief = time.now() - this.#openedAt < policy.briefMs;
      this.#barren = isBrief ? this.#barren + 1 : 0;
    }
    this.#set({ state: 'broken', error });
    return this.#delayMs(error);
  }

  #deny(error: UpstreamError): number {
    const { policy, random, time } = this.#options;
    const wasWatching = this.#state.state === 'watching';
    const isListed = this.#version !== undefined;
    if (wasWatching) {
      // What may be listed still is found out by listing.
      this.#version = undefined;
      this.#failures = 0;
      this.#set({ state: 'listing' });
      return 0;
    }
    if (this.#wasRead) {
      if (this.#deniedSince === undefined) {
        this.#deniedSince = time.now();
        this.#failures = 0;
      }
      // A server that starts denies what it has not read the roles for yet.
      if (time.now() - this.#deniedSince < policy.disbeliefMs) {
        this.#failures++;
        this.#set({ state: 'broken', error });
        return this.#delayMs(error);
      }
    }
    this.#failures = 0;
    this.#wasRead = false;
    this.#deniedSince = undefined;
    this.forget();
    if (this.#isRetryWanted) {
      this.#isRetryWanted = false;
      return 0;
    }
    this.#set(
      error.status === 404
        ? { state: 'absent' }
        : { state: 'forbidden', verb: isListed ? 'watch' : 'list', error },
    );
    return Math.floor(policy.deniedRetryMs * (1 + random()));
  }

  #delayMs(error?: UpstreamError): number {
    const { policy, random } = this.#options;
    return nextDelayMs({
      failures: this.#failures,
      capMs: policy.maxDelayMs,
      random,
      retryAfterMs: error?.retryAfterMs,
    });
  }

  #set(state: WatchState) {
    const before = this.#state;
    this.#state = state;
    if (before.state !== state.state || 'error' in state) {
      this.#options.onState();
    }
  }
}
