/** What is counted of a call. */
export interface Countable {
  readonly kind: string;
  readonly bytes: number;
}

const KEPT_CALLS_COUNT = 10_000;

/** Counts calls by kind and remembers the latest. */
export class CallLog<Call extends Countable> {
  #calls: Call[] = [];
  #counts = new Map<Call['kind'], number>();
  #bytes = 0;

  add(call: Call): void {
    if (this.#calls.length >= KEPT_CALLS_COUNT) {
      this.#calls = this.#calls.slice(KEPT_CALLS_COUNT / 2);
    }
    this.#calls.push(call);
    this.#counts.set(call.kind, (this.#counts.get(call.kind) ?? 0) + 1);
    this.#bytes += call.bytes;
  }

  /** Of an answer that goes on. */
  addBytes(bytes: number): void {
    this.#bytes += bytes;
  }

  /** Oldest first; the latest 5,000 at least. */
  get calls(): readonly Call[] {
    return this.#calls;
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  get bytes(): number {
    return this.#bytes;
  }

  get byKind(): Readonly<Partial<Record<Call['kind'], number>>> {
    return Object.fromEntries(this.#counts) as Partial<
      Record<Call['kind'], number>
    >;
  }

  reset(): void {
    this.#calls = [];
    this.#counts = new Map();
    this.#bytes = 0;
  }
}
