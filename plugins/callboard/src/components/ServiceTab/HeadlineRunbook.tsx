import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import {
  Glyph,
  PHONE,
  statusTokens,
  useControlStyles,
} from '@callboard/plugin-callboard-react';
import type { RunbookOf } from '../../hooks/useRunbooks';
import { useTexts } from '../../hooks/useTexts';
import type { ListedFinding } from '../Findings';
import { OutLink } from '../OutLink';

const useStyles = makeStyles(theme => ({
  root: { maxWidth: 420, minWidth: 0, [PHONE]: { flex: '1 1 100%' } },
  open: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    [PHONE]: { width: '100%', boxSizing: 'border-box' },
    '&:hover': { textDecoration: 'none' },
  },
  under: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 12px',
    marginTop: 4,
  },
  fits: {
    fontSize: 12,
    lineHeight: '16px',
    color: statusTokens(theme).secondary,
  },
}));

/** The runbook of the worst finding that has one, beside what is wrong. */
export function HeadlineRunbook(props: {
  readonly problems: readonly ListedFinding[];
  readonly runbookOf: RunbookOf;
  /** Other actions, which stand below it. */
  readonly children: ReactNode;
}) {
  const { problems, runbookOf, children } = props;
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  for (const listed of problems) {
    const runbook = runbookOf(listed);
    if (runbook && runbook.type !== 'none') {
      const text = t('runbook.open', { title: runbook.title });
      return (
        <div className={classes.root}>
          {runbook.type === 'own' ? (
            <Link
              to={runbook.to}
              className={`${controls.primary} ${classes.open}`}
            >
              <Glyph name="runbooks" size={18} />
              {text}
            </Link>
          ) : (
            <OutLink title={text} url={runbook.url} />
          )}
          <div className={classes.under}>
            <span className={classes.fits}>
              {t('runbook.fits', { code: listed.finding.code })}
            </span>
            {children}
          </div>
        </div>
      );
    }
  }
  return <>{children}</>;
}
