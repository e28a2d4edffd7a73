import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { Status } from '@callboard/plugin-callboard-common';
import {
  PHONE,
  StatusIcon,
  statusTokens,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'flex-start',
      gap: 10,
      minWidth: 132,
      minHeight: 48,
      padding: '4px 16px 4px 12px',
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
      [PHONE]: {
        minWidth: 0,
        padding: '6px 4px',
        flexDirection: 'column',
        justifyContent: 'center',
        gap: 2,
      },
    },
    on: {
      background: tokens.selected,
      borderColor: tokens.primary,
      boxShadow: `inset 0 0 0 1px ${tokens.primary}`,
      '&:hover': { background: tokens.selected },
    },
    words: {
      display: 'flex',
      alignItems: 'baseline',
      gap: 8,
      [PHONE]: {
        flexDirection: 'column',
        alignItems: 'center',
        gap: 0,
        fontSize: 12,
        lineHeight: '16px',
      },
    },
    number: {
      fontSize: 24,
      lineHeight: '28px',
      fontWeight: 700,
      fontVariantNumeric: 'tabular-nums',
      [PHONE]: { fontSize: 20, lineHeight: '24px' },
    },
  };
});

/** How many services have a status; pressed, only those are shown. */
export function StatusCount(props: {
  readonly status: Status;
  /** Undefined while nobody knows: that is not 0. */
  readonly count: number | undefined;
  readonly pressed: boolean;
  onToggle(status: Status): void;
}) {
  const { status, count, pressed, onToggle } = props;
  const classes = useStyles();
  const t = useTexts();
  return (
    <ButtonBase
      focusRipple
      className={pressed ? `${classes.root} ${classes.on}` : classes.root}
      aria-pressed={pressed}
      onClick={() => onToggle(status)}
    >
      <StatusIcon status={status} size={24} />
      <span className={classes.words}>
        <span className={classes.number}>{count ?? '–'}</span>
        {t(`status.word.${status}`)}
      </span>
    </ButtonBase>
  );
}
