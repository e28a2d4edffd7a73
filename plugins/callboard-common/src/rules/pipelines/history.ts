import { PipelineFacts, PipelineResult, PipelineRun } from './facts';
import { newestFirst } from './newestFirst';

/** Results that decide; the others are passed over. */
export type DecisiveResult = Extract<
  PipelineResult,
  'success' | 'unstable' | 'failure'
>;

/** A run that decides. */
export type DecisiveRun = PipelineRun & { readonly result: DecisiveResult };

/** Runs in a row, newest first. */
export interface RunRow<R extends PipelineRun = PipelineRun> {
  readonly runs: readonly R[];
  /** The oldest of them; its end is when it began. */
  readonly first: R;
  /** The row goes back as far as the known runs do, so that it may have begun earlier. */
  readonly atEdge: boolean;
}

/** The runs of a job, as the rules look at them; newest first. */
export interface PipelineHistory {
  readonly running: readonly PipelineRun[];
  readonly decisive: readonly DecisiveRun[];
  /** Decisive runs that ended like the newest. */
  readonly sameRow?: RunRow<DecisiveRun>;
  /** Decisive runs that are not good, from the newest on. */
  readonly badRow?: RunRow<DecisiveRun>;
  /** Runs that stopped early, from the newest on. */
  readonly incompleteRow?: RunRow;
  /** When the newest run of all began or ended, whichever is later. */
  readonly lastActiveAt?: number;
}

/** When a run ended; when it began, where it runs. */
export function endOf(run: PipelineRun): number {
  return run.startedAt + (run.durationMs ?? 0);
}

export function readHistory(facts: PipelineFacts): PipelineHistory {
  const runs = newestFirst(facts.runs);
  const running: PipelineRun[] = [];
  const finished: PipelineRun[] = [];
  const decisive: DecisiveRun[] = [];
  let lastActiveAt: number | undefined;
  for (const run of runs) {
    (run.result === undefined ? running : finished).push(run);
    if (isDecisive(run)) {
      decisive.push(run);
    }
    lastActiveAt = Math.max(
      lastActiveAt ?? -Infinity,
      run.startedAt,
      endOf(run),
    );
  }
  const complete = runs.at(-1)?.number === 1;
  const row = <R extends PipelineRun>(
    from: readonly R[],
    belongs: (run: R) => boolean,
  ): RunRow<R> | undefined => {
    const end = from.findIndex(run => !belongs(run));
    const inRow = end === -1 ? from : from.slice(0, end);
    const first = inRow.at(-1);
    return first && { runs: inRow, first, atEdge: end === -1 && !complete };
  };
  const newest = decisive.at(0);
  return {
    running,
    decisive,
    sameRow: row(decisive, run => run.result === newest?.result),
    badRow: row(decisive, run => run.result !== 'success'),
    incompleteRow: row(finished, run => !isDecisive(run)),
    lastActiveAt,
  };
}

function isDecisive(run: PipelineRun): run is DecisiveRun {
  return (
    run.result === 'success' ||
    run.result === 'unstable' ||
    run.result === 'failure'
  );
}
