import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import {
  PHONE,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type { Run, RunStep } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { StepWrong } from '../StepWrong';
import type { StepActions } from './useStepActions';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    marginTop: 12,
    '@media print': { display: 'none' },
  },
  keys: {
    fontSize: 12,
    color: statusTokens(theme).secondary,
    [PHONE]: { display: 'none' },
  },
}));

/** What can be done with the step that a person is at. */
export function StepButtons(props: {
  readonly run: Pick<Run, 'runbookId' | 'runbookVersion'>;
  readonly step: RunStep;
  readonly me: string;
  readonly actions: StepActions;
}) {
  const { run, step, me, actions } = props;
  const { n, state, by } = step;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const isOpen = state === 'open';
  return (
    <div className={classes.root}>
      {isOpen ? (
        <>
          <Button
            className={controls.primary}
            onClick={() => actions.set(n, 'done')}
          >
            {t('run.done')}
          </Button>
          <Button
            className={controls.button}
            onClick={() => actions.begin(n, 'skipped')}
          >
            {t('run.skip')}
          </Button>
          <Button
            className={controls.button}
            onClick={() => actions.begin(n, 'failed')}
          >
            {t('run.failedButton')}
          </Button>
          <Button
            className={controls.button}
            onClick={() => actions.begin(n, 'not-applicable')}
          >
            {t('run.notApplicable')}
          </Button>
          {by !== me && (
            <Button
              className={controls.text}
              onClick={() => actions.set(n, 'open')}
            >
              {t(by ? 'run.takeOver' : 'run.take')}
            </Button>
          )}
        </>
      ) : (
        <Button
          className={controls.text}
          onClick={() => actions.set(n, 'open')}
        >
          {t('run.reopen')}
        </Button>
      )}
      <Button className={controls.text} onClick={() => actions.begin(n)}>
        {t('run.addNote')}
      </Button>
      <StepWrong
        runbookId={run.runbookId}
        version={run.runbookVersion}
        step={n}
      />
      <span className={classes.keys}>{t('run.keys')}</span>
    </div>
  );
}
