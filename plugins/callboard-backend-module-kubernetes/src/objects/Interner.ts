const DEFAULT_MAX_COUNT = 20_000;

/**
 * Keeps one copy of what many objects say alike: namespaces, nodes, images, reasons. It forgets what
 * was not asked for in two generations, so that names that come and go do not gather.
 */
export class Interner {
  readonly #max: number;
  #young = new Map<string, string>();
  #old = new Map<string, string>();

  static create(options: { max?: number } = {}): Interner {
    return new Interner(options.max ?? DEFAULT_MAX_COUNT);
  }

  private constructor(max: number) {
    this.#max = max;
  }

  /** The copy that others have too. */
  one(text: string): string {
    const known = this.#young.get(text);
    if (known !== undefined) {
      return known;
    }
    const kept = this.#old.get(text) ?? text;
    if (this.#young.size >= this.#max) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(kept, kept);
    return kept;
  }
}
