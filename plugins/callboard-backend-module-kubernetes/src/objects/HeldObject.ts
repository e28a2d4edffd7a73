import type { Labels } from '../select';

/** An object as it is held: what rules look at, and what it is found by. */
export interface HeldObject<Facts = unknown> {
  readonly uid: string;
  readonly resourceVersion: string;
  readonly facts: Facts;
  /** Only of what is matched by itself: what another object of ours owns is found through that. */
  readonly labels?: Labels;
  /** Labels of the pods that it makes. */
  readonly templateLabels?: Labels;
}
