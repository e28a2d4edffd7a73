import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  statusTokens,
  useNow,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 3,
    fontSize: 12,
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: statusTokens(theme).secondary,
  },
}));

/** "stale, seen 14:36": what stands here is older than its source promises. */
export function StaleMark(props: { readonly observedAt?: string }) {
  const { observedAt } = props;
  const classes = useStyles();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  return (
    <span className={classes.root}>
      <Glyph name="clock" size={13} />
      {observedAt
        ? t('service.staleSeen', {
            time: words.short(Date.parse(observedAt), now),
          })
        : t('service.staleNever')}
    </span>
  );
}
