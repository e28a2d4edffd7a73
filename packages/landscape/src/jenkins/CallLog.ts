/** What a call asked for. */
export type JenkinsCallKind =
  | 'controller'
  | 'item'
  | 'build'
  | 'stages'
  | 'tests'
  | 'queue'
  | 'crumb'
  | 'other';

/** One request that reached a controller. */
export interface JenkinsCall {
  readonly kind: JenkinsCallKind;
  readonly method: string;
  /** Path and query as they were sent, nothing decoded. */
  readonly url: string;
  /** 0 where no answer was given. */
  readonly status: number;
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

const KEPT_CALLS_COUNT = 10_000;

const KINDS: readonly (readonly [JenkinsCallKind, RegExp])[] = [
  ['stages', /\/wfapi(\/|$)/],
  ['tests', /\/testReport\/api\/json$/],
  ['crumb', /^\/crumbIssuer\//],
  ['queue', /^\/queue\//],
  ['controller', /^\/api\/json$/],
  ['build', /\/(?:[0-9]+|last[A-Za-z]*Build)\/api\/json$/],
  ['item', /^(?:\/job\/[^/]+)+\/api\/json$/],
];

/** The kind of a path below the context path. */
export function callKind(path: string): JenkinsCallKind {
  return KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';
}

/** Counts calls and remembers the latest. */
export class CallLog {
  #calls: JenkinsCall[] = [];
  #counts = new Map<JenkinsCallKind, number>();
  #bytes = 0;

  add(call: JenkinsCall): void {
    if (this.#calls.length >= KEPT_CALLS_COUNT) {
      this.#calls = this.#calls.slice(KEPT_CALLS_COUNT / 2);
    }
    this.#calls.push(call);
    this.#counts.set(call.kind, (this.#counts.get(call.kind) ?? 0) + 1);
    this.#bytes += call.bytes;
  }

  /** Oldest first; the latest 5,000 at least. */
  get calls(): readonly JenkinsCall[] {
    return this.#calls;
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  get bytes(): number {
    return this.#bytes;
  }

  get byKind(): Readonly<Partial<Record<JenkinsCallKind, number>>> {
    return Object.fromEntries(this.#counts);
  }

  reset(): void {
    this.#calls = [];
    this.#counts = new Map();
    this.#bytes = 0;
  }
}
