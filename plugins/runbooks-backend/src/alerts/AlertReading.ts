/** What one system last said of its alerts. */
export interface AlertReading {
  /** What people call it: `prometheus/main`. */
  readonly server: string;
  /** When it told all of them, epoch milliseconds. */
  readonly readAt: number;
  readonly alertnames: readonly string[];
}
