/** A state that no bookmark moves gets too old to go on from; the fewer ends, the fewer lists. */
const QUIET_FACTOR = 6;

/** How watches behave; everything in milliseconds unless it says otherwise. */
export interface WatchPolicy {
  /** Objects a page of a list. */
  readonly pageCount: number;
  /** Fewest objects a page when answers are too long. */
  readonly minPageCount: number;
  /** The server ends a watch after so many seconds, up to twice that. */
  readonly timeoutSeconds: number;
  /** A watch that says nothing for so long is dead: bookmarks come every minute. */
  readonly silenceMs: number;
  /** Longest wait of the back-off. */
  readonly maxDelayMs: number;
  /** What is forbidden or absent is tried again after so long, up to twice that. */
  readonly deniedRetryMs: number;
  /** What could be read is only taken for forbidden or absent when it stays denied for so long. */
  readonly disbeliefMs: number;
  /** After 410 the list is read again within so long, so that not all do at once. */
  readonly relistJitterMs: number;
  /** A watch that ends sooner and told nothing is not begun again at once. */
  readonly briefMs: number;
}

/** What a cluster and its people can live with. */
export const DEFAULT_WATCH_POLICY: WatchPolicy = {
  pageCount: 500,
  minPageCount: 10,
  timeoutSeconds: 300,
  silenceMs: 90_000,
  // An apiserver that is back is to be fresh within 30 s.
  maxDelayMs: 10_000,
  deniedRetryMs: 150_000,
  disbeliefMs: 15_000,
  relistJitterMs: 1_000,
  briefMs: 1_000,
};

/** Kinds that tell no bookmarks live longer, and are not taken for dead when they are silent. */
export function withoutBookmarks(policy: WatchPolicy): WatchPolicy {
  const timeoutSeconds = policy.timeoutSeconds * QUIET_FACTOR;
  return {
    ...policy,
    timeoutSeconds,
    silenceMs: 2 * timeoutSeconds * 1_000 + policy.silenceMs,
  };
}
