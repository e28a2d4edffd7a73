import { memo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Instant, statusTokens } from '@callboard/plugin-callboard-react';
import type { RunbookVersionSummary } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { personName } from '../../text/personName';
import type { Comparison } from './useComparison';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'flex',
      gap: 12,
      padding: '8px 16px',
      fontSize: 14,
      lineHeight: '20px',
      '& + &': { borderTop: `1px solid ${tokens.border}` },
    },
    chosen: { background: tokens.selected },
    words: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    head: { display: 'flex', flexWrap: 'wrap', gap: '0 8px' },
    small: { fontSize: 12, lineHeight: '16px', color: tokens.secondary },
    choice: {
      display: 'grid',
      justifyItems: 'center',
      alignContent: 'start',
      minWidth: 32,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
      cursor: 'pointer',
      colorScheme: theme.palette.type,
      '& input': { width: 18, height: 18, margin: 2 },
      [theme.breakpoints.down('xs')]: { minWidth: 44, minHeight: 44 },
    },
  };
});

/** One version; it can be the older or the newer side of the comparison. */
export const VersionRow = memo(function VersionRowView(props: {
  readonly item: RunbookVersionSummary;
  /** What it is beside the others. */
  readonly mark?: 'current' | 'inForce' | 'waits';
  readonly comparison: Comparison;
}) {
  const { item, mark, comparison } = props;
  const { version, savedAt, savedBy, note, restoredFrom, state } = item;
  const { from, to, compare } = comparison;
  const classes = useStyles();
  const t = useTexts();
  const number = String(version);
  const isChosen = version === from || version === to;
  const marks = [
    mark && t(`history.${mark}`),
    mark !== 'waits' && t(`history.state.${state}`),
  ].filter(Boolean);
  return (
    <li className={`${classes.root} ${isChosen ? classes.chosen : ''}`}>
      <div className={classes.words}>
        <div className={classes.head}>
          <b>{t('history.version', { version: number })}</b>
          <span className={classes.small}>{marks.join(', ')}</span>
        </div>
        <div>{note ?? t('history.noNote')}</div>
        {restoredFrom !== undefined && (
          <div className={classes.small}>
            {t('history.restoredFrom', { version: String(restoredFrom) })}
          </div>
        )}
        <div className={classes.small}>
          {personName(savedBy)}, <Instant at={savedAt} />
        </div>
      </div>
      <label className={classes.choice}>
        <input
          type="radio"
          name="runbook-version-from"
          aria-label={t('history.fromLabel', { version: number })}
          checked={version === from}
          onChange={() => compare({ from: version, to: to ?? version })}
        />
        {t('history.compareFrom')}
      </label>
      <label className={classes.choice}>
        <input
          type="radio"
          name="runbook-version-to"
          aria-label={t('history.toLabel', { version: number })}
          checked={version === to}
          onChange={() => compare({ from: from ?? version, to: version })}
        />
        {t('history.compareTo')}
      </label>
    </li>
  );
});
