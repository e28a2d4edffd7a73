interface Entry {
  readonly at: number;
  /** What is due together happens in the order in which it was planned. */
  readonly sequence: number;
  readonly action: () => void;
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at === other.at
    ? one.sequence < other.sequence
    : one.at < other.at;
}

/** What is going to happen, and when: a heap, so that thousands of plans cost nothing while they wait. */
export class Agenda {
  readonly #heap: Entry[] = [];
  #sequence = 0;

  static create(): Agenda {
    return new Agenda();
  }

  /** When the next thing is due. */
  get nextAt(): number | undefined {
    return this.#heap[0]?.at;
  }

  plan(at: number, action: () => void): void {
    const heap = this.#heap;
    const entry = { at, sequence: this.#sequence, action };
    this.#sequence += 1;
    let index = heap.length;
    heap.push(entry);
    while (index > 0) {
      const parent = (index - 1) >>> 1;
      if (!isBefore(entry, heap[parent])) {
        break;
      }
      heap[index] = heap[parent];
      index = parent;
    }
    heap[index] = entry;
  }

  /** Takes the next thing that is due by then. */
  take(now: number): { at: number; action: () => void } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    if (!first || first.at > now) {
      return undefined;
    }
    const last = heap.pop();
    if (last && heap.length > 0) {
      this.#sink(last);
    }
    return first;
  }

  #sink(entry: Entry): void {
    const heap = this.#heap;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) {
        break;
      }
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) {
        child += 1;
      }
      if (!isBefore(heap[child], entry)) {
        break;
      }
      heap[index] = heap[child];
      index = child;
    }
    heap[index] = entry;
  }
}
