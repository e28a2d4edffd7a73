import type { z } from 'zod';
import type { DraftStorage } from '../editor/DraftStore';

/** Where items are kept: `localStorage`, which survives a crash of the page. */
export type ItemStorage = DraftStorage & Pick<Storage, 'length' | 'key'>;

/**
 * Keeps things by name on this device. Each has an entry of its own, so that two windows with the
 * same page take nothing away from each other.
 */
export class KeptItems<T> {
  readonly #storage: ItemStorage;
  readonly #prefix: string;
  readonly #schema: z.ZodType<T>;

  private constructor(options: {
    readonly storage: ItemStorage;
    readonly prefix: string;
    readonly schema: z.ZodType<T>;
  }) {
    this.#storage = options.storage;
    this.#prefix = options.prefix;
    this.#schema = options.schema;
  }

  static create<T>(options: {
    readonly storage: ItemStorage;
    /** Of the names of all that are kept, ends with a separator. */
    readonly prefix: string;
    readonly schema: z.ZodType<T>;
  }): KeptItems<T> {
    return new KeptItems(options);
  }

  /** Everything that can be read, by name. */
  readAll(): ReadonlyMap<string, T> {
    const items = new Map<string, T>();
    try {
      for (let at = 0; at < this.#storage.length; at++) {
        const key = this.#storage.key(at);
        if (key?.startsWith(this.#prefix)) {
          const { data } = this.#schema.safeParse(
            parsed(this.#storage.getItem(key)),
          );
          if (data !== undefined) {
            items.set(key.slice(this.#prefix.length), data);
          }
        }
      }
    } catch {
      // A device that keeps nothing has nothing.
    }
    return items;
  }

  /** False where the device does not let us: its storage is full, or switched off. */
  keep(name: string, item: T): boolean {
    try {
      this.#storage.setItem(this.#prefix + name, JSON.stringify(item));
      return true;
    } catch {
      return false;
    }
  }

  drop(name: string): void {
    try {
      this.#storage.removeItem(this.#prefix + name);
    } catch {
      // What could not be kept needs no removing.
    }
  }
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return undefined;
  }
}
