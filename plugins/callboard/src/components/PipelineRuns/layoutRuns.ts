import type {
  PipelineResult,
  PipelineRun,
} from '@callboard/plugin-callboard-common';
import type { Tone } from '@callboard/plugin-callboard-react';

/** How a run is drawn and counted. */
export type RunKind =
  | 'passed'
  | 'unstable'
  | 'failed'
  | 'aborted'
  | 'notBuilt'
  | 'running';

/** Every {@link RunKind}, in the order of the legend. */
export const RUN_KINDS: readonly RunKind[] = [
  'passed',
  'failed',
  'unstable',
  'aborted',
  'notBuilt',
  'running',
];

/** The mark under a bar: the result without its colour. Passed runs need none. */
export const RUN_MARKS: Record<RunKind, string> = {
  passed: '',
  failed: '✕',
  unstable: '!',
  aborted: '–',
  notBuilt: '–',
  running: '…',
};

/** The colours of a run's words and icon. */
export const RUN_TONES: Record<RunKind, Tone> = {
  passed: 'ok',
  failed: 'failing',
  unstable: 'warning',
  aborted: 'none',
  notBuilt: 'none',
  running: 'activity',
};

const KIND_OF: Record<PipelineResult, RunKind> = {
  success: 'passed',
  unstable: 'unstable',
  failure: 'failed',
  aborted: 'aborted',
  'not-built': 'notBuilt',
};

/** One bar of the drawing. */
export interface RunBar {
  readonly run: PipelineRun;
  readonly kind: RunKind;
  /** How long it took, or has taken so far. */
  readonly durationMs: number;
  readonly heightPx: number;
}

/** The last runs as bars, oldest first, and how many there are of each kind. */
export interface RunBars {
  readonly bars: readonly RunBar[];
  readonly counts: ReadonlyMap<RunKind, number>;
}

const MAX_RUNS_COUNT = 20;

/** What a run is drawn as. */
export function runKind(run: PipelineRun): RunKind {
  return run.result ? KIND_OF[run.result] : 'running';
}

/** How long a run took; one that still runs, how long so far. */
export function runDurationMs(run: PipelineRun, now: number): number {
  return Math.max(0, run.durationMs ?? (run.result ? 0 : now - run.startedAt));
}

/**
 * The newest 20 runs as bars: the height is the duration, the longest one fills the drawing, and
 * none is too low to be pointed at.
 */
export function layoutRuns(
  runs: readonly PipelineRun[],
  options: { now: number; maxHeightPx: number; minHeightPx: number },
): RunBars {
  const { now, maxHeightPx, minHeightPx } = options;
  const shown = [...runs]
    .sort((a, b) => a.number - b.number)
    .slice(-MAX_RUNS_COUNT);
  const longest = Math.max(1, ...shown.map(run => runDurationMs(run, now)));
  const counts = new Map<RunKind, number>();
  const bars = shown.map(run => {
    const kind = runKind(run);
    const durationMs = runDurationMs(run, now);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return {
      run,
      kind,
      durationMs,
      heightPx: Math.max(
        minHeightPx,
        Math.round((durationMs / longest) * maxHeightPx),
      ),
    };
  });
  return { bars, counts };
}
