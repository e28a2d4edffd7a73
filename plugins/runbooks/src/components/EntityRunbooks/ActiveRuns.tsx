import { Link } from '@backstage/core-components';
import {
  Since,
  Strip,
  Strips,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type { Run } from '@callboard/plugin-runbooks-common';
import { stepOfRun } from '../../entity/stepOfRun';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { personName } from '../../text/personName';
import { useStyles } from './useStyles';

/** Who is going through a runbook of this entity, and where they are. */
export function ActiveRuns(props: { readonly runs: readonly Run[] }) {
  const { runs } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const words = (run: Run) => {
    const { by, step } = stepOfRun(run);
    const person = personName(by);
    return step === undefined
      ? t('entity.runDone', { person, title: run.title })
      : t('entity.runStep', { person, step: String(step), title: run.title });
  };
  return (
    <div className={classes.runs}>
      <Strips>
        {runs.map(run => (
          <Strip key={run.id} tone="activity">
            <Link className={controls.link} to={paths.run(run.id)}>
              {words(run)}
            </Link>{' '}
            {run.dryRun && `(${t('entity.dryRun')}) `}
            <Since at={run.startedAt} />
          </Strip>
        ))}
      </Strips>
    </div>
  );
}
