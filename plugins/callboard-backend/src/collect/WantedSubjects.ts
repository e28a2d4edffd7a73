/** Subjects of a watched source that are to be observed; all of them, or those with an id. */
export type Wanted = 'all' | ReadonlySet<string>;

/** Collects what the next round of a watched source has to ask for. */
export class WantedSubjects {
  #all = true;
  #ids = new Set<string>();

  add(wanted: Wanted | Iterable<string>): void {
    if (wanted === 'all') {
      this.#all = true;
      return;
    }
    for (const id of wanted) {
      this.#ids.add(id);
    }
  }

  /** What was collected; the round owns it, and gives back what it did not get stored. */
  take(): Wanted {
    const wanted = this.#all ? 'all' : this.#ids;
    this.#all = false;
    this.#ids = new Set();
    return wanted;
  }
}
