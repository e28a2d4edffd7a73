const NONE: ReadonlySet<string> = new Set();

/** From a key to all that has it. */
export class SetIndex {
  readonly #sets = new Map<string, Set<string>>();

  static create(): SetIndex {
    return new SetIndex();
  }

  private constructor() {}

  /** Everything that has the key. */
  get(key: string): ReadonlySet<string> {
    return this.#sets.get(key) ?? NONE;
  }

  /** Notes that it has the key. */
  add(key: string | undefined, value: string): void {
    if (key === undefined) {
      return;
    }
    const set = this.#sets.get(key);
    if (set) {
      set.add(value);
    } else {
      this.#sets.set(key, new Set([value]));
    }
  }

  /** Notes that it has the key no more. */
  delete(key: string | undefined, value: string): void {
    const set = key === undefined ? undefined : this.#sets.get(key);
    if (key !== undefined && set?.delete(value) && set.size === 0) {
      this.#sets.delete(key);
    }
  }
}
