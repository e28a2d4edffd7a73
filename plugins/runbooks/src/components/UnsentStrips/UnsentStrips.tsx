import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import {
  Strip,
  Strips,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import { useRunbookPaths } from '../../hooks/useRunbookPaths';
import { useTexts } from '../../hooks/useTexts';
import { useUnsentChanges } from '../../hooks/useUnsentChanges';

const useStyles = makeStyles({
  root: {
    '& > :not(:empty)': { margin: '0 0 16px' },
    '@media print': { display: 'none' },
  },
});

/** Tells a person of changes that wait on this device until the page of their run is open. */
export function UnsentStrips() {
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const paths = useRunbookPaths();
  const unsent = useUnsentChanges();
  return (
    <div className={classes.root}>
      <Strips>
        {unsent.map(({ runId, count }) => (
          <Strip
            key={runId}
            tone="warning"
            action={
              <Link className={controls.link} to={paths.run(runId)}>
                {t('run.unsentOpen')}
              </Link>
            }
          >
            {t('run.unsent', { count })}
          </Strip>
        ))}
      </Strips>
    </div>
  );
}
