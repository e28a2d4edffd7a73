import type { PipelineRun } from '@callboard/plugin-callboard-common';
import { useNow, useTimeWords } from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { runDurationMs, runKind } from './layoutRuns';

/** Enough of a commit to recognise it. */
const COMMIT_CHARS = 12;

/** Everything that is known of a run, one line each, the result first. */
export function useRunLines(): (run: PipelineRun) => string[] {
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  return run => {
    const { number, startedAt, cause, actor, commit, failedStage, tests } = run;
    const kind = runKind(run);
    const duration = words.duration(runDurationMs(run, now), true);
    const lines: (string | undefined)[] = [
      t('runs.newest', {
        number: String(number),
        result: t(`runs.result.${kind}`),
      }),
      t('runs.tipStarted', { instant: words.short(startedAt, now) }),
      kind === 'running'
        ? t('runs.tipRuns', { duration })
        : t('runs.tipTook', { duration }),
      failedStage && t('runs.tipStage', { stage: failedStage.name }),
      tests &&
        (tests.failed > 0
          ? t('runs.tipTests', {
              failed: String(tests.failed),
              total: String(tests.total),
            })
          : t('runs.tipTestsPass', { total: String(tests.total) })),
      cause,
      actor && t('service.changeBy', { actor }),
      commit && t('runs.tipCommit', { commit: commit.slice(0, COMMIT_CHARS) }),
    ];
    return lines.filter((line): line is string => Boolean(line));
  };
}
