import type { UnreadableKind } from '@callboard/plugin-callboard-common';
import type { Namespaces } from './Namespaces';
import type { SeenObject } from './ObjectSink';
import { ResourceWatch, type ResourceWatchOptions } from './ResourceWatch';
import { isSettled, type WatchState } from './WatchState';

/** What the watch of a kind is made of. */
export interface KindWatchOptions<T extends SeenObject>
  extends Omit<ResourceWatchOptions<T>, 'namespace'> {
  readonly namespaces: Namespaces;
  /** What people are told that it is; the name of the resource by default. */
  readonly name?: string;
}

/** The watch of one namespace, where the whole cluster may not be watched. */
interface Part<T extends SeenObject> {
  readonly watch: ResourceWatch<T>;
  readonly controller: AbortController;
}

/** Keeps one kind known: as a whole where that is allowed, else namespace by namespace. */
export class KindWatch<T extends SeenObject = SeenObject> {
  readonly #options: KindWatchOptions<T>;
  readonly #whole: ResourceWatch<T>;
  readonly #parts = new Map<string, Part<T>>();
  #signal: AbortSignal | undefined;

  static create<T extends SeenObject>(
    options: KindWatchOptions<T>,
  ): KindWatch<T> {
    return new KindWatch(options);
  }

  private constructor(options: KindWatchOptions<T>) {
    this.#options = options;
    this.#whole = ResourceWatch.create({
      ...options,
      onState: () => this.reconsider(),
    });
  }

  /** Watches until the signal ends. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    this.#signal = signal;
    const end = () => {
      this.#parts.forEach(({ controller }) => controller.abort());
    };
    signal.addEventListener('abort', end, { once: true });
    this.reconsider();
    if (this.#isNarrowByConfig) {
      await new Promise<void>(resolve => {
        signal.addEventListener('abort', () => resolve(), { once: true });
        if (signal.aborted) {
          resolve();
        }
      });
    } else {
      await this.#whole.run(signal);
    }
    signal.removeEventListener('abort', end);
    end();
  }

  /** Whether it goes namespace by namespace. */
  get isNarrow(): boolean {
    return (
      this.#isNarrowByConfig ||
      (this.#options.resource.namespaced &&
        this.#whole.state.state === 'forbidden')
    );
  }

  /** The namespaces that it is watched in one by one. */
  get namespaces(): readonly string[] | undefined {
    return this.isNarrow ? [...this.#parts.keys()].sort() : undefined;
  }

  /** How it stands: the worst of its parts that is no matter of permission. */
  get state(): WatchState {
    const states = this.#states();
    return (
      states.find(({ state }) => state === 'broken') ??
      states.find(({ state }) => state === 'listing') ??
      states.find(({ state }) => state === 'watching') ??
      states[0]
    );
  }

  /** Whether nothing is missing that would come in a moment. */
  get isSettled(): boolean {
    return this.#states().every(isSettled);
  }

  /** Objects that are known. */
  get count(): number {
    return this.#watches().reduce((sum, { uids }) => sum + uids.size, 0);
  }

  /** Objects that could not be read since it was created. */
  get malformed(): number {
    return this.#watches().reduce((sum, watch) => sum + watch.malformed, 0);
  }

  /** What cannot be read of it: in one namespace, or anywhere. */
  unreadable(namespace?: string): UnreadableKind | undefined {
    const { group } = this.#options.resource;
    const resource = this.#options.name ?? this.#options.resource.resource;
    const state =
      this.isNarrow && namespace !== undefined
        ? this.#parts.get(namespace)?.watch.state ?? this.state
        : this.state;
    if (state.state === 'absent') {
      return { resource, group, reason: 'absent', verbs: [] };
    }
    if (state.state === 'forbidden') {
      const verbs = [state.verb];
      return {
        resource,
        group,
        reason: 'forbidden',
        verbs,
        ...(this.isNarrow && namespace && { namespaces: [namespace] }),
      };
    }
    if (namespace !== undefined) {
      return undefined;
    }
    const namespaces = this.#forbidden();
    const elsewhere =
      this.isNarrow && !this.#options.namespaces.areComplete
        ? ({ elsewhere: true } as const)
        : undefined;
    return namespaces.length > 0 || elsewhere
      ? {
          resource,
          group,
          reason: 'forbidden',
          verbs: ['list'],
          namespaces,
          ...elsewhere,
        }
      : undefined;
  }

  /** Begins and ends watches of namespaces, as permissions and namespaces have it now. */
  reconsider(): void {
    if (this.#signal && !this.#signal.aborted) {
      const { names } = this.#options.namespaces;
      const wanted = new Set(this.isNarrow ? names : []);
      // Until the whole is known, its parts are all that is.
      if (this.isNarrow || this.#whole.state.state === 'watching') {
        for (const name of this.#parts.keys()) {
          if (!wanted.has(name)) {
            this.#end(name);
          }
        }
      }
      for (const name of wanted) {
        if (!this.#parts.has(name)) {
          this.#begin(name);
        }
      }
    }
    this.#options.onState();
  }

  /** For each of its watches: see `ResourceWatch`. */
  forEach(act: (watch: ResourceWatch<T>) => void): void {
    this.#watches().forEach(act);
  }

  get #isNarrowByConfig(): boolean {
    const { namespaces, resource } = this.#options;
    return resource.namespaced && namespaces.areConfigured;
  }

  #begin(namespace: string) {
    const watch = ResourceWatch.create({ ...this.#options, namespace });
    const controller = new AbortController();
    this.#parts.set(namespace, { watch, controller });
    void watch.run(controller.signal);
  }

  #end(namespace: string) {
    const part = this.#parts.get(namespace);
    this.#parts.delete(namespace);
    part?.controller.abort();
    part?.watch.forget(this.#whole.uids);
  }

  #forbidden(): readonly string[] {
    return [...this.#parts]
      .filter(([, { watch }]) => watch.state.state === 'forbidden')
      .map(([name]) => name)
      .sort();
  }

  #states(): readonly WatchState[] {
    const parts = [...this.#parts.values()].map(({ watch }) => watch.state);
    if (!this.isNarrow) {
      return [this.#whole.state];
    }
    return parts.length > 0 ? parts : [this.#whole.state];
  }

  #watches(): ReadonlyArray<ResourceWatch<T>> {
    const parts = [...this.#parts.values()].map(({ watch }) => watch);
    return this.#isNarrowByConfig ? parts : [this.#whole, ...parts];
  }
}
