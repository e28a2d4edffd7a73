const NONE: ReadonlySet<string> = new Set();

/** From a key to all that has it. Most keys have one thing, for which a set is a lot of memory. */
export class SetIndex {
  readonly #found = new Map<string, string | Set<string>>();

  static create(): SetIndex {
    return new SetIndex();
  }

  private constructor() {}

  /** Everything that has the key. */
  get(key: string): ReadonlySet<string> {
    const found = this.#found.get(key);
    if (found === undefined) {
      return NONE;
    }
    return typeof found === 'string' ? new Set([found]) : found;
  }

  /** Notes that it has the key. */
  add(key: string | undefined, value: string): void {
    if (key === undefined) {
      return;
    }
    const found = this.#found.get(key);
    if (found === undefined) {
      this.#found.set(key, value);
    } else if (typeof found !== 'string') {
      found.add(value);
    } else if (found !== value) {
      this.#found.set(key, new Set([found, value]));
    }
  }

  /** Notes that it has the key no more. */
  delete(key: string | undefined, value: string): void {
    const found = key === undefined ? undefined : this.#found.get(key);
    if (key === undefined || found === undefined) {
      return;
    }
    if (typeof found !== 'string') {
      found.delete(value);
    }
    if (found === value || (typeof found !== 'string' && found.size === 0)) {
      this.#found.delete(key);
    }
  }
}
