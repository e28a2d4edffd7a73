import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import { LinkButton } from '@backstage/core-components';
import {
  entityName,
  PHONE,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type { Run } from '@callboard/plugin-runbooks-common';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
    marginBottom: 12,
  },
  words: { flex: '1 1 240px', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: 20,
    lineHeight: '28px',
    overflowWrap: 'anywhere',
    [PHONE]: { fontSize: 18, lineHeight: '24px' },
  },
  small: { fontSize: 12, lineHeight: '16px' },
  buttons: { display: 'flex', gap: 8, '@media print': { display: 'none' } },
});

/** Which runbook it is, and the way out. */
export function RunHead(props: {
  readonly run: Run;
  /** Absent for somebody who may only read. */
  onFinish?(): void;
}) {
  const { run, onFinish } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  return (
    <div className={classes.root}>
      <div className={classes.words}>
        <span className={`${classes.small} ${controls.secondary}`}>
          {t('run.of', {
            service: entityName(run.entityRef),
            version: String(run.runbookVersion),
          })}
        </span>
        <h2 className={classes.title}>{run.title}</h2>
      </div>
      <div className={classes.buttons}>
        <LinkButton
          to={paths.runbook(run.runbookId)}
          className={controls.button}
        >
          {t('run.openRunbook')}
        </LinkButton>
        {!run.finishedAt && onFinish && (
          <Button className={controls.button} onClick={onFinish}>
            {t('run.finish')}
          </Button>
        )}
      </div>
    </div>
  );
}
