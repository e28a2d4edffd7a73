/** A system that fires alerts by rules. */
export interface AlertRules {
  /** What people call it: `prometheus/main`. */
  readonly name: string;
  /** The names of all its alerts; throws where it did not tell all of them. */
  read(signal: AbortSignal): Promise<readonly string[]>;
  close(): Promise<void>;
}
