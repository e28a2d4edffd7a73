import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { Counts } from '@callboard/plugin-callboard-common';
import { PHONE, statusTokens } from '@callboard/plugin-callboard-react';
import { countAll } from '../../board/counts';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'block',
      marginLeft: 'auto',
      minWidth: 272,
      minHeight: 48,
      padding: '4px 16px 4px 12px',
      textAlign: 'left',
      borderRadius: 4,
      border: `1px solid ${tokens.border}`,
      background: theme.palette.background.paper,
      fontSize: 14,
      lineHeight: '20px',
      '&:hover': { background: tokens.hover },
      '&:focus-visible': {
        outline: `2px solid ${tokens.focus}`,
        outlineOffset: 1,
      },
      [PHONE]: { gridColumn: '1 / -1', minWidth: 0, margin: 0 },
    },
    on: {
      background: tokens.selected,
      borderColor: tokens.primary,
      '&:hover': { background: tokens.selected },
    },
    part: {
      marginLeft: 4,
      fontSize: 12,
      lineHeight: '16px',
      color: tokens.secondary,
    },
    meter: {
      display: 'flex',
      height: 6,
      marginTop: 4,
      borderRadius: 3,
      overflow: 'hidden',
    },
    observed: { background: tokens.primary },
    // Hatched: nobody knows.
    unobserved: {
      flex: 1,
      background: `repeating-linear-gradient(135deg, ${tokens.secondary} 0 2px, ${tokens.tones.none.line} 2px 5px)`,
    },
  };
});

/** The share of services that no source observes; pressed, only those are shown. */
export function ObservedShare(props: {
  readonly counts: Counts;
  readonly pressed: boolean;
  onToggle(): void;
}) {
  const { counts, pressed, onToggle } = props;
  const classes = useStyles();
  const t = useTexts();
  const total = countAll(counts);
  const part = counts.none;
  if (total === 0) {
    return null;
  }
  const share = part / total;
  return (
    <ButtonBase
      className={pressed ? `${classes.root} ${classes.on}` : classes.root}
      aria-pressed={pressed}
      onClick={onToggle}
    >
      <b>
        {t('board.observedByNobody', {
          // One forgotten service in a thousand is not "0 %".
          percent: String(part > 0 ? Math.max(1, Math.round(share * 100)) : 0),
        })}
      </b>{' '}
      <span className={classes.part}>
        {t('board.ofServices', { part: String(part), count: total })}
      </span>
      <span
        className={classes.meter}
        role="img"
        aria-label={t('board.observedLabel', {
          part: String(total - part),
          total: String(total),
        })}
      >
        <span
          className={classes.observed}
          style={{ width: `${(1 - share) * 100}%` }}
        />
        <span className={classes.unobserved} />
      </span>
    </ButtonBase>
  );
}
