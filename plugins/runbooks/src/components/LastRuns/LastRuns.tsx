import { Link } from '@backstage/core-components';
import {
  Instant,
  useControlStyles,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { Run } from '@callboard/plugin-runbooks-common';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';

/** How the last runs of a runbook went: lines of a description list. */
export function LastRuns(props: { readonly runs: readonly Run[] }) {
  const { runs } = props;
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const paths = useRunbookPaths();
  if (runs.length === 0) {
    return null;
  }
  const ended = ({ dryRun, outcome, finishedAt }: Run) => {
    if (dryRun) {
      return t('run.dryRun');
    }
    if (outcome) {
      return t(`run.outcome.${outcome}`);
    }
    return t(finishedAt ? 'run.noOutcome' : 'run.goesOn');
  };
  return (
    <>
      <dt>{t('run.lastRuns')}</dt>
      {runs.map(run => (
        <dd key={run.id}>
          <Link className={controls.link} to={paths.run(run.id)}>
            <Instant at={run.startedAt} />
          </Link>{' '}
          {ended(run)}
          {run.finishedAt &&
            `, ${words.duration(
              Date.parse(run.finishedAt) - Date.parse(run.startedAt),
              true,
            )}`}
        </dd>
      ))}
    </>
  );
}
