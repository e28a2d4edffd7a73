import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type { FindingStatus } from '@callboard/plugin-callboard-common';
import { Glyph, PHONE, statusTokens } from '@callboard/plugin-callboard-react';
import type { RunbookOfFinding } from '../../hooks/useRunbooks';
import { useTexts } from '../../hooks/useTexts';
import { OutLink } from '../OutLink';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const focus = { outline: `2px solid ${tokens.focus}`, outlineOffset: 1 };
  return {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '4px 8px',
      marginTop: 8,
      overflowWrap: 'anywhere',
    },
    open: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      minHeight: 32,
      padding: '4px 12px',
      border: `1px solid ${tokens.primary}`,
      borderRadius: 4,
      fontSize: 14,
      lineHeight: '20px',
      fontWeight: 700,
      color: tokens.link,
      '&:hover': { background: tokens.hover, textDecoration: 'none' },
      '&:focus-visible': focus,
      [PHONE]: { minHeight: 44 },
    },
    none: { color: tokens.secondary },
    write: { color: tokens.link, '&:focus-visible': focus },
  };
});

/** Opens the runbook of a finding with the finding's values, or offers to write one. */
export function RunbookLink(props: {
  readonly runbook: RunbookOfFinding | undefined;
  readonly status: FindingStatus;
}) {
  const { runbook, status } = props;
  const classes = useStyles();
  const t = useTexts();
  // Nobody writes a runbook for what is not known.
  if (!runbook || (runbook.type === 'none' && status === 'unknown')) {
    return null;
  }
  switch (runbook.type) {
    case 'own':
      return (
        <div className={classes.root}>
          <Link className={classes.open} to={runbook.to}>
            <Glyph name="runbooks" size={18} />
            {t('runbook.open', { title: runbook.title })}
          </Link>
        </div>
      );
    case 'external':
      return (
        <div className={classes.root}>
          <Glyph name="runbooks" size={18} />
          <OutLink
            title={t('runbook.open', { title: runbook.title })}
            url={runbook.url}
          />
        </div>
      );
    default:
      return (
        <div className={classes.root}>
          <span className={classes.none}>{t('runbook.none')}</span>
          <Link className={classes.write} to={runbook.write}>
            {t('runbook.write')}
          </Link>
        </div>
      );
  }
}
