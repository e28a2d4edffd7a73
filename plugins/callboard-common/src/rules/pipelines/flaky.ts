import { FindingDraft } from '../../words';
import { endOf } from './history';
import { PipelineContext, pipelineFinding } from './ruling';

/** A job that passes and fails in turns: its next red is probably no new incident. */
export function flaky(context: PipelineContext): FindingDraft | undefined {
  const { history, thresholds } = context;
  const runs = history.decisive.slice(0, thresholds.flakyRunsCount);
  const flips = runs.filter((run, index) => {
    const before = runs.at(index + 1);
    return (
      before !== undefined &&
      (run.result === 'success') !== (before.result === 'success')
    );
  });
  const first = flips.at(-1);
  if (!first || flips.length < thresholds.flakyFlipsCount) {
    return undefined;
  }
  const passed = runs.filter(run => run.result === 'success').length;
  return pipelineFinding(context, {
    code: 'flaky',
    status: 'note',
    message: `Passes ${passed} of ${runs.length}`,
    hint: 'A single red build is probably no new incident',
    sinceMs: endOf(first),
    atLeast: true,
  });
}
