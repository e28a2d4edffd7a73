import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Paper from '@material-ui/core/Paper';
import {
  Glyph,
  PHONE,
  statusTokens,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import type { FindingSnapshot } from '@callboard/plugin-runbooks-common';
import { useTexts } from '../../hooks/useTexts';
import { targetWords } from '../../run/targetWords';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  return {
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '8px 12px',
      padding: '12px 16px',
      border: `1px solid ${tokens.borderStrong}`,
      overflowWrap: 'anywhere',
      [PHONE]: { padding: '10px 12px' },
    },
    set: { border: `2px solid ${tokens.tones.failing.icon}` },
    icon: { flex: 'none', color: tokens.secondary },
    iconSet: { color: tokens.tones.failing.icon },
    words: { flex: '1 1 200px', minWidth: 0, '& > p': { margin: 0 } },
    title: { fontSize: 16, lineHeight: '24px', fontWeight: 700 },
    small: { fontSize: 12, lineHeight: '16px', color: tokens.secondary },
  };
});

/** Where commands act: what someone has to know before anything else. */
export function TargetBanner(props: {
  /** Values that are filled into commands. */
  readonly params: Readonly<Record<string, string>>;
  /** The finding that they are of. */
  readonly finding?: FindingSnapshot;
  /** Nothing is meant to be changed. */
  readonly isDryRun?: boolean;
  /** A word about values where none names a place. */
  readonly withoutPlace: string;
  /** The way to change it. */
  readonly action?: ReactNode;
}) {
  const { params, finding, isDryRun = false, withoutPlace, action } = props;
  const classes = useStyles();
  const t = useTexts();
  const times = useTimeWords();
  const now = useNow();
  const target = targetWords(params);
  const isSet = target !== '';
  const isReal = isSet && !isDryRun;
  // The address says when it began, and anybody may write an address.
  const sinceMs = Date.parse(finding?.since ?? '');
  const origin = (code: string) =>
    Number.isNaN(sinceMs)
      ? t('target.finding', { code })
      : t('target.findingSince', { code, since: times.short(sinceMs, now) });
  return (
    <Paper
      className={isReal ? `${classes.root} ${classes.set}` : classes.root}
      elevation={0}
    >
      <span
        className={isReal ? `${classes.icon} ${classes.iconSet}` : classes.icon}
      >
        <Glyph name="target" size={24} />
      </span>
      <div className={classes.words}>
        <p className={classes.title}>
          {isDryRun && `${t('target.dryRun')}: `}
          {isSet ? t('target.actOn', { target }) : t('target.unknown')}
        </p>
        <p className={classes.small}>
          {isSet && finding?.code && `${origin(finding.code)} `}
          {isSet ? t('target.underlined') : withoutPlace}
        </p>
      </div>
      {action}
    </Paper>
  );
}
