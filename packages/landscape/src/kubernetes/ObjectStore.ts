import type { KubernetesResourceName } from './resources';

/** An object without kind, apiVersion and resourceVersion, as JSON will have it. */
export interface KubernetesBody {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** One state of an object. It never changes; its JSON is made when somebody asks. */
export interface KubernetesObject {
  readonly resource: KubernetesResourceName;
  /** Empty where the kind has none. */
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Values of the fields that can be selected by. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Written as it is at `resourceVersion`. */
  body(resourceVersion: string): KubernetesBody;
}

/** An object as it was from a version on. */
export interface StoredObject {
  readonly version: number;
  readonly object: KubernetesObject;
}

/** A change, with what was before and after it. */
export interface StoreChange {
  readonly version: number;
  readonly at: number;
  readonly before?: StoredObject;
  /** Absent where the object went. */
  readonly after?: StoredObject;
}

interface Shelf {
  readonly objects: Map<string, StoredObject>;
  changes: StoreChange[];
  /** Keys in order; forgotten when one comes or goes. */
  keys?: readonly string[];
}

/** As long as a real API server keeps what etcd had. */
const KEPT_CHANGES_MS = 10 * 60_000;
const TIDY_EVERY_COUNT = 256;
const FIRST_VERSION = 1_000;

/** `/shop/checkout-7d9f`, as etcd orders objects. */
function keyOf(object: { namespace: string; name: string }): string {
  return object.namespace
    ? `/${object.namespace}/${object.name}`
    : `/${object.name}`;
}

/**
 * What a cluster has: every object by kind, one version that grows with every change of any of them,
 * and the changes of the last ten minutes, so that watches resume and pages stay consistent.
 */
export class ObjectStore {
  readonly #clock: () => number;
  readonly #shelves = new Map<KubernetesResourceName, Shelf>();
  readonly #listeners = new Set<() => void>();
  #version = FIRST_VERSION;
  #compactedVersion = 0;
  #sinceTidyCount = 0;

  private constructor(clock: () => number) {
    this.#clock = clock;
  }

  static create(options: { clock: () => number }): ObjectStore {
    return new ObjectStore(options.clock);
  }

  get version(): number {
    return this.#version;
  }

  /** Changes up to this version are forgotten. */
  get compactedVersion(): number {
    return this.#compactedVersion;
  }

  count(resource: KubernetesResourceName): number {
    return this.#shelves.get(resource)?.objects.size ?? 0;
  }

  get(
    resource: KubernetesResourceName,
    place: { namespace: string; name: string },
  ): StoredObject | undefined {
    return this.#shelves.get(resource)?.objects.get(keyOf(place));
  }

  /** Creates it, or replaces what has its place. */
  put(object: KubernetesObject): StoredObject {
    const shelf = this.#shelf(object.resource);
    const key = keyOf(object);
    const before = shelf.objects.get(key);
    this.#version += 1;
    const after: StoredObject = { version: this.#version, object };
    shelf.objects.set(key, after);
    if (!before) {
      shelf.keys = undefined;
    }
    this.#changed(shelf, { before, after });
    return after;
  }

  /** What is not there needs no removing. */
  remove(
    resource: KubernetesResourceName,
    place: { namespace: string; name: string },
  ): void {
    const shelf = this.#shelf(resource);
    const key = keyOf(place);
    const before = shelf.objects.get(key);
    if (!before) {
      return;
    }
    this.#version += 1;
    shelf.objects.delete(key);
    shelf.keys = undefined;
    this.#changed(shelf, { before });
  }

  /**
   * Everything of a kind in order of its keys, as it was at a version, beginning behind a key.
   * Undefined where that version is forgotten.
   */
  list(
    resource: KubernetesResourceName,
    options: { version?: number; after?: string } = {},
  ): readonly (StoredObject & { readonly key: string })[] | undefined {
    const { version = this.#version, after } = options;
    if (version < this.#compactedVersion) {
      return undefined;
    }
    const shelf = this.#shelf(resource);
    const { objects, keys } = this.#at(shelf, version);
    return keys
      .slice(after === undefined ? 0 : firstBehind(keys, after))
      .flatMap(key => {
        const stored = objects.get(key);
        return stored ? [{ ...stored, key }] : [];
      });
  }

  /** Changes of a kind after a version, oldest first; undefined where some are forgotten. */
  changesSince(
    resource: KubernetesResourceName,
    version: number,
  ): readonly StoreChange[] | undefined {
    if (version < this.#compactedVersion) {
      return undefined;
    }
    const { changes } = this.#shelf(resource);
    let from = changes.length;
    while (from > 0 && changes[from - 1].version > version) {
      from -= 1;
    }
    return changes.slice(from);
  }

  /** Forgets all changes so far, as etcd does when it is compacted. */
  compact(): void {
    this.#compactedVersion = this.#version;
    this.#shelves.forEach(shelf => {
      shelf.changes = [];
    });
  }

  /** Called after every change. Returns what ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #shelf(resource: KubernetesResourceName): Shelf {
    const known = this.#shelves.get(resource);
    if (known) {
      return known;
    }
    const shelf: Shelf = { objects: new Map(), changes: [] };
    this.#shelves.set(resource, shelf);
    return shelf;
  }

  #at(
    shelf: Shelf,
    version: number,
  ): {
    objects: ReadonlyMap<string, StoredObject>;
    keys: readonly string[];
  } {
    const last = shelf.changes.at(-1);
    if (!last || last.version <= version) {
      shelf.keys ??= [...shelf.objects.keys()].sort();
      return { objects: shelf.objects, keys: shelf.keys };
    }
    const objects = new Map(shelf.objects);
    for (let at = shelf.changes.length - 1; at >= 0; at -= 1) {
      const change = shelf.changes[at];
      if (change.version <= version) {
        break;
      }
      if (change.before) {
        objects.set(keyOf(change.before.object), change.before);
      } else if (change.after) {
        objects.delete(keyOf(change.after.object));
      }
    }
    return { objects, keys: [...objects.keys()].sort() };
  }

  #changed(shelf: Shelf, change: Pick<StoreChange, 'before' | 'after'>): void {
    const now = this.#clock();
    shelf.changes.push({ ...change, version: this.#version, at: now });
    this.#sinceTidyCount += 1;
    if (this.#sinceTidyCount >= TIDY_EVERY_COUNT) {
      this.#sinceTidyCount = 0;
      this.#tidy(now - KEPT_CHANGES_MS);
    }
    this.#listeners.forEach(listener => listener());
  }

  #tidy(oldest: number): void {
    this.#shelves.forEach(shelf => {
      const keepFrom = shelf.changes.findIndex(({ at }) => at >= oldest);
      const forgotten = keepFrom < 0 ? shelf.changes.length : keepFrom;
      if (forgotten > 0) {
        this.#compactedVersion = Math.max(
          this.#compactedVersion,
          shelf.changes[forgotten - 1].version,
        );
        shelf.changes = shelf.changes.slice(forgotten);
      }
    });
  }
}

/** Index of the first key that is greater. */
function firstBehind(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle] > key) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
