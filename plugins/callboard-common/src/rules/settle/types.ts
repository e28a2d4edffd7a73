import { OverallStatus } from '../../words';
import { SettledState } from './state';

/**
 * What was observed. A `Verdict` is one; times are ISO 8601.
 * @public
 */
export interface SettleInput {
  readonly status: OverallStatus;
  /** Start of the status by the upstream's own time. */
  readonly since?: string;
  readonly atLeast?: boolean;
  /** Start of not being ok, where it is known to be earlier than `since`. */
  readonly badSince?: string;
  /** Newest start among the parts that make the status; see `composeSettled`. */
  readonly latestSince?: string;
  /** The parts that make the status flap since then; see `composeSettled`. */
  readonly flappingSince?: string;
  /**
   * Some part was never observed yet: the status is shown, but becoming it, or leaving it, is no
   * change that anyone should be told of.
   */
  readonly provisional?: boolean;
}

/** A settled change of status. Times are epoch milliseconds. @public */
export interface SettledTransition {
  readonly from: OverallStatus;
  readonly to: OverallStatus;
  /** By the upstream's clock where it knows. */
  readonly at: number;
  /** It stands for all changes since then. */
  readonly flappingSince?: number;
}

/** The state to keep, and what came of settling. @public */
export interface SettleResult {
  /** The same object as before where nothing changed. */
  readonly state: SettledState;
  readonly transition?: SettledTransition;
  /** Settle the next observation at or after this time even if it says the same; epoch ms. */
  readonly recheckAt?: number;
}
