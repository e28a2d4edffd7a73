/** Calls that every round may make beside those for folders. */
const MIN_COUNT = 5;
const MAX_COUNT = 20;

/** One more for so many folders. */
const FOLDERS_PER_CALL_COUNT = 10;

/** What a round may ask beside its folders; what does not fit waits for the next one. */
export class CallBudget {
  #left: number;

  static create(options: { folders: number }): CallBudget {
    const fair = Math.ceil(options.folders / FOLDERS_PER_CALL_COUNT);
    return new CallBudget(Math.min(MAX_COUNT, Math.max(MIN_COUNT, fair)));
  }

  private constructor(left: number) {
    this.#left = left;
  }

  /** The first of the items that there are calls left for. */
  take<T>(items: readonly T[]): readonly T[] {
    const taken = items.slice(0, this.#left);
    this.#left -= taken.length;
    return taken;
  }
}
