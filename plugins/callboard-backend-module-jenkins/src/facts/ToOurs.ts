/** A time that Jenkins tells, by our clock; both in epoch milliseconds. */
export type ToOurs = (theirsMs: number) => number;
