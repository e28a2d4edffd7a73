/** How builds of a job end for a while. */
export type Mood =
  | 'good'
  | 'broken'
  | 'unstable'
  | 'flaky'
  | 'aborting'
  | 'stuck-in-queue'
  | 'overdue'
  | 'waiting-for-input';

/** What a job is like. Durations are milliseconds. */
export interface JobTraits {
  /** Makes its chances its own. */
  readonly seed: string;
  readonly kind: 'pipeline' | 'freestyle' | 'matrix';
  /** From one start to the next, more or less. */
  readonly periodMs: number;
  /** What a build takes, more or less. */
  readonly usualMs: number;
  /** How likely trouble follows a good time, 0 to 1. */
  readonly troubleChance: number;
  /** Which trouble, by weight; default: mostly failures. */
  readonly troubles?: Readonly<Partial<Record<Mood, number>>>;
  /** The mood it is in when time begins, and for how long already. */
  readonly opening?: { readonly mood: Mood; readonly agoMs: number };
  /** Nobody built it for that long when time begins, and nobody will. */
  readonly idleMs?: number;
  readonly neverBuilt?: boolean;
  /** 0: it has no test report. */
  readonly testCount: number;
  /** Number that its first remembered build has. */
  readonly firstNumber: number;
  /** Branch it builds, where that says what started it. */
  readonly branch?: string;
  readonly authors: readonly string[];
}
