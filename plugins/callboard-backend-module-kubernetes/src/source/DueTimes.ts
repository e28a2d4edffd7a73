import type { Time } from '../watch/Time';

/** Longest delay that the machine's timers take; past it the timer is set again. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** Whatever a rule says, time does not pass faster than this. */
const MIN_DELAY_MS = 1_000;

/** So many stale times are not worth the work of dropping them. */
const SPARE_COUNT = 1_000;

interface Due {
  readonly id: string;
  readonly at: number;
}

/** When which subject is due to be judged again: a heap, and one timer for its top. */
export class DueTimes {
  readonly #time: Time;
  readonly #onDue: (ids: ReadonlySet<string>) => void;
  readonly #heap: Due[] = [];
  readonly #times = new Map<string, number>();
  #timer: { at: number; callOff: () => void } | undefined;

  static create(options: {
    time: Time;
    onDue: (ids: ReadonlySet<string>) => void;
  }): DueTimes {
    return new DueTimes(options);
  }

  private constructor(options: {
    time: Time;
    onDue: (ids: ReadonlySet<string>) => void;
  }) {
    this.#time = options.time;
    this.#onDue = options.onDue;
  }

  /** It is due then, or never; epoch milliseconds. */
  set(id: string, at: number | undefined): void {
    if (at === undefined) {
      this.#times.delete(id);
      return;
    }
    const due = { id, at: Math.max(at, this.#time.now() + MIN_DELAY_MS) };
    if (this.#times.get(id) !== due.at) {
      this.#times.set(id, due.at);
      this.#push(due);
      this.#keepSmall();
    }
    this.#arm();
  }

  /** It is due then, unless it is due before. */
  notAfter(id: string, at: number): void {
    const known = this.#times.get(id);
    if (known === undefined || known > at) {
      this.set(id, at);
    }
  }

  /** Ends the timer. */
  stop(): void {
    this.#timer?.callOff();
    this.#timer = undefined;
    this.#heap.length = 0;
    this.#times.clear();
  }

  #arm() {
    this.#dropStale();
    const top = this.#heap[0];
    if (!top || (this.#timer && this.#timer.at <= top.at)) {
      return;
    }
    this.#timer?.callOff();
    const delay = Math.max(top.at - this.#time.now(), 0);
    this.#timer = {
      at: top.at,
      callOff: this.#time.after(Math.min(delay, MAX_DELAY_MS), () => {
        this.#timer = undefined;
        this.#fire();
      }),
    };
  }

  #fire() {
    const now = this.#time.now();
    const ids = new Set<string>();
    for (let top = this.#heap[0]; top && top.at <= now; top = this.#heap[0]) {
      this.#pop();
      if (this.#times.get(top.id) === top.at) {
        this.#times.delete(top.id);
        ids.add(top.id);
      }
    }
    this.#arm();
    if (ids.size > 0) {
      this.#onDue(ids);
    }
  }

  /** Times that were set anew stay in the heap until they come up. */
  #dropStale() {
    for (
      let top = this.#heap[0];
      top && this.#times.get(top.id) !== top.at;
      top = this.#heap[0]
    ) {
      this.#pop();
    }
  }

  /** Most judgements move a time that was far ahead anyway. */
  #keepSmall() {
    if (this.#heap.length > 2 * this.#times.size + SPARE_COUNT) {
      this.#heap.length = 0;
      this.#times.forEach((at, id) => this.#push({ id, at }));
    }
  }

  #push(due: Due) {
    const heap = this.#heap;
    let index = heap.length;
    heap.push(due);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (heap[parent].at <= due.at) {
        break;
      }
      heap[index] = heap[parent];
      index = parent;
    }
    heap[index] = due;
  }

  #pop() {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) {
      return;
    }
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) {
        break;
      }
      if (child + 1 < heap.length && heap[child + 1].at < heap[child].at) {
        child++;
      }
      if (heap[child].at >= last.at) {
        break;
      }
      heap[index] = heap[child];
      index = child;
    }
    heap[index] = last;
  }
}
