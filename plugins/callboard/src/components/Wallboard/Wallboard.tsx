import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import Portal from '@material-ui/core/Portal';
import { makeStyles } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { callboardSourceReadPermission } from '@callboard/plugin-callboard-common';
import {
  statusTokens,
  useNow,
  usePageKeys,
} from '@callboard/plugin-callboard-react';
import { packWall } from '../../board/wallDensity';
import { WallTile } from '../../board/wallTiles';
import { useSources } from '../../hooks/useSources';
import { useTexts } from '../../hooks/useTexts';
import { useWall } from '../../hooks/useWall';
import { useWallScale } from '../../hooks/useWallScale';
import { rootRouteRef } from '../../routes';
import { WallAlarm } from './WallAlarm';
import { WallFooter } from './WallFooter';
import { WallHeader } from './WallHeader';
import { WallSkeleton } from './WallSkeleton';
import { WallTileCard } from './WallTileCard';

const SECOND_MS = 1_000;
const SILENCE_MAX_MS = 30_000;
const TROUBLED_MAX_COUNT = 24;
const CALM_MAX_COUNT = 18;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'fixed',
    inset: 0,
    zIndex: theme.zIndex.modal,
    overflowY: 'auto',
    background: theme.palette.background.default,
    color: theme.palette.text.primary,
    fontFamily: theme.typography.fontFamily,
  },
  wall: {
    display: 'flex',
    flexDirection: 'column',
    gap: 16,
    boxSizing: 'border-box',
    padding: '20px 24px 16px',
  },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
    gridAutoRows: 'min-content',
    gap: 12,
  },
  more: {
    gridColumn: '1 / -1',
    fontSize: 18,
    lineHeight: '24px',
    color: statusTokens(theme).secondary,
  },
}));

function Tiles(props: {
  readonly tiles: readonly WallTile[];
  readonly heightPx: number;
}) {
  const { tiles, heightPx } = props;
  const classes = useStyles();
  const t = useTexts();
  const { density, showCalm } = packWall(tiles, heightPx);
  const calm = tiles.filter(tile => tile.status === 'ok');
  const troubled = tiles.filter(tile => tile.status !== 'ok');
  const shownCalm = showCalm ? calm.slice(0, CALM_MAX_COUNT) : [];
  const shown = [...troubled.slice(0, TROUBLED_MAX_COUNT), ...shownCalm];
  const moreTrouble = troubled.length - TROUBLED_MAX_COUNT;
  const moreCalm = calm.length - shownCalm.length;
  return (
    <main className={classes.tiles}>
      {shown.map(tile => (
        <WallTileCard
          key={tile.system}
          tile={tile}
          dense={density === 'dense'}
        />
      ))}
      {moreTrouble > 0 && (
        <div className={classes.more}>
          {t('wallboard.moreTrouble', { count: moreTrouble })}
        </div>
      )}
      {moreCalm > 0 && (
        <div className={classes.more}>
          {shownCalm.length > 0
            ? t('wallboard.moreOk', { count: moreCalm })
            : t('wallboard.allOk', { count: moreCalm })}
        </div>
      )}
      {tiles.length === 0 && (
        <div className={classes.more}>{t('wallboard.nothing')}</div>
      )}
    </main>
  );
}

/** The board for a wall: systems as tiles, worst first, and an alarm when nothing is heard. */
export function Wallboard() {
  const classes = useStyles();
  const t = useTexts();
  const navigate = useNavigate();
  const board = useRouteRef(rootRouteRef);
  const { scale, heightPx } = useWallScale();
  const now = useNow(SECOND_MS);
  const [openedAtMs] = useState(now);
  const { data, heardAtMs, nextTryAtMs } = useWall();
  const { allowed } = usePermission({
    permission: callboardSourceReadPermission,
  });
  const sources = useSources({ enabled: allowed });
  usePageKeys({ Escape: () => navigate(board()) });

  const silentMs = now - (heardAtMs ?? openedAtMs);
  return (
    <Portal>
      <div className={classes.root} aria-label={t('wallboard.title')}>
        <div
          className={classes.wall}
          style={{ zoom: scale, minHeight: heightPx }}
        >
          <WallHeader counts={data?.counts} heardAtMs={heardAtMs} />
          {data ? (
            <Tiles tiles={data.tiles} heightPx={heightPx} />
          ) : (
            <WallSkeleton />
          )}
          {data && (
            <WallFooter
              counts={data.counts}
              sources={sources.data?.items ?? []}
            />
          )}
        </div>
        {silentMs >= SILENCE_MAX_MS && (
          <WallAlarm
            heardAtMs={heardAtMs}
            silentMs={silentMs}
            nextTryMs={
              nextTryAtMs === undefined ? undefined : nextTryAtMs - now
            }
          />
        )}
      </div>
    </Portal>
  );
}
