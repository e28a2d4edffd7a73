import { makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Glyph,
  PHONE,
  statusTokens,
  useControlStyles,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { wallboardRouteRef } from '../../routes';
import { useAsOf } from './AsOf';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    marginLeft: 12,
    fontFamily: theme.typography.fontFamily,
    [PHONE]: { marginLeft: 0 },
  },
  live: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    fontSize: 12,
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: statusTokens(theme).secondary,
  },
  wall: { display: 'inline-flex', gap: 6 },
}));

/** At the right of the page's header: how fresh the page is, and the way to the wall. */
export function HeaderActions() {
  const classes = useStyles();
  const controls = useControlStyles();
  const t = useTexts();
  const words = useTimeWords();
  const asOf = useAsOf();
  const phone = useMediaQuery(PHONE);
  const wallboard = useRouteRef(wallboardRouteRef);
  const text = () => {
    if (!asOf) {
      return undefined;
    }
    if (phone) {
      return t('board.asOfShort', { time: words.time(asOf.atMs) });
    }
    return t(asOf.live ? 'board.asOf' : 'board.asOfNotLive', {
      time: words.seconds(asOf.atMs),
    });
  };
  return (
    <div className={classes.root}>
      {asOf && (
        <span className={classes.live} title={words.full(asOf.atMs)}>
          <Glyph name="clock" size={16} />
          {text()}
        </span>
      )}
      {!phone && (
        <LinkButton to={wallboard()} className={controls.button}>
          <span className={classes.wall}>
            <Glyph name="wall" size={16} />
            {t('board.wallboard')}
          </span>
        </LinkButton>
      )}
    </div>
  );
}
