const MINUTE_MS = 60_000;

/** What has to be seen before a change of status counts. @public */
export interface SettleThreshold {
  /** How many observations in a row have to say so. */
  readonly observations: number;
  /** For how long they have to say so, in milliseconds. */
  readonly afterMs: number;
}

/** When a status flaps. @public */
export interface FlappingThreshold {
  /** Settled changes between good and bad that make it flap … */
  readonly changes: number;
  /** … within this time, in milliseconds. */
  readonly windowMs: number;
  /** It is over after this time without a change, in milliseconds. */
  readonly quietMs: number;
}

/** How observations settle into a status. @public */
export interface SettlePolicy {
  /** On the way in: the status gets worse. */
  readonly worsen: SettleThreshold;
  /** On the way out: the status gets better. */
  readonly recover: SettleThreshold;
  readonly flapping: FlappingThreshold;
}

/** @public */
export const DEFAULT_FLAPPING_THRESHOLD: FlappingThreshold = {
  changes: 4,
  windowMs: 60 * MINUTE_MS,
  quietMs: 30 * MINUTE_MS,
};

/**
 * For what is settled already: builds, firing alerts, controller conditions, and statuses made up
 * of settled ones.
 * @public
 */
export const DEFAULT_SETTLE_POLICY: SettlePolicy = {
  worsen: { observations: 1, afterMs: 0 },
  recover: { observations: 1, afterMs: 0 },
  flapping: DEFAULT_FLAPPING_THRESHOLD,
};

/**
 * For polled facts. The rules that make them have thresholds of their own on the way in; on the
 * way out two observations and two minutes have to agree.
 * @public
 */
export const POLLED_SETTLE_POLICY: SettlePolicy = {
  ...DEFAULT_SETTLE_POLICY,
  recover: { observations: 2, afterMs: 2 * MINUTE_MS },
};
