import { makeStyles } from '@material-ui/core/styles';
import { STATUSES } from '@callboard/plugin-callboard-common';
import {
  entityName,
  PHONE,
  Since,
  StatusIcon,
  statusTokens,
  useStatusTokens,
} from '@callboard/plugin-callboard-react';
import { countAll } from '../../board/counts';
import { WallTile } from '../../board/wallTiles';
import { useTexts } from '../../hooks/useTexts';
import { MessageText } from '../MessageText';

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const clip = {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap' as const,
  };
  return {
    tile: {
      minWidth: 0,
      padding: '12px 16px',
      borderRadius: 4,
      border: `2px solid ${tokens.border}`,
      background: theme.palette.background.paper,
      boxShadow: theme.shadows[1],
      [PHONE]: { gridColumn: '1 / -1 !important' },
    },
    failing: {
      gridColumn: 'span 4',
      background: tokens.tones.failing.tint,
      borderColor: tokens.tones.failing.icon,
      '& $title': { fontSize: 28, lineHeight: '34px' },
      '& $counts, & $why': { fontSize: 20, lineHeight: '26px' },
      '& $age': { color: theme.palette.text.primary },
    },
    warning: {
      gridColumn: 'span 3',
      borderColor: tokens.tones.warning.icon,
    },
    unknown: {
      gridColumn: 'span 3',
      borderColor: tokens.tones.unknown.icon,
      borderStyle: 'dashed',
    },
    ok: {
      alignSelf: 'start',
      gridColumn: 'span 2',
      padding: '10px 12px',
      '& $title': { fontSize: 18, lineHeight: '24px', fontWeight: 400 },
    },
    dense: {
      padding: '8px 12px',
      '&$failing': { gridColumn: 'span 3' },
      '&$warning, &$unknown': { gridColumn: 'span 2' },
      '&$ok': { padding: '6px 12px' },
      '&$failing $title': { fontSize: 24, lineHeight: '28px' },
      '& $title, &$ok $title': { fontSize: 18, lineHeight: '24px', gap: 6 },
      '&$failing $counts, &$failing $why, & $counts, & $why': {
        fontSize: 16,
        lineHeight: '22px',
        marginTop: 0,
      },
      '& $age': { marginTop: 0, lineHeight: '20px' },
    },
    title: {
      display: 'flex',
      alignItems: 'center',
      gap: 10,
      margin: 0,
      fontSize: 24,
      lineHeight: '30px',
      fontWeight: 700,
    },
    name: { minWidth: 0, ...clip },
    counts: {
      marginTop: 2,
      fontSize: 18,
      lineHeight: '24px',
      fontWeight: 700,
      ...clip,
    },
    why: {
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      marginTop: 4,
      overflow: 'hidden',
      overflowWrap: 'anywhere',
      fontSize: 18,
      lineHeight: '24px',
    },
    age: {
      marginTop: 4,
      fontSize: 16,
      lineHeight: '22px',
      color: tokens.secondary,
      ...clip,
    },
  };
});

/** A system on the wall: how many of its services are how, the worst of them, and since when. */
export function WallTileCard(props: {
  readonly tile: WallTile;
  /** Smaller, because there are many. */
  readonly dense?: boolean;
}) {
  const { system, status, counts, worst, deliveryOnly } = props.tile;
  const classes = useStyles();
  const tokens = useStatusTokens();
  const t = useTexts();
  const shape = status === 'none' ? 'ok' : status;
  const name = system ? entityName(system) : t('wallboard.noSystem');
  const calm = status === 'ok';
  const numbers = STATUSES.filter(
    each => each !== 'ok' && counts[each] > 0,
  ).map(each =>
    t('wallboard.counts', {
      number: String(counts[each]),
      word: t(`status.word.${each}`).toLocaleLowerCase(),
    }),
  );
  return (
    <section
      className={[
        classes.tile,
        classes[shape],
        props.dense ? classes.dense : undefined,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <h2 className={classes.title}>
        <StatusIcon status={status} size={calm ? 24 : 32} />
        <span className={classes.name}>{name}</span>
      </h2>
      {calm ? (
        <div className={classes.age}>
          {t('wallboard.ok', {
            ok: String(counts.ok),
            total: String(countAll(counts) - counts.none),
          })}
        </div>
      ) : (
        <>
          <div
            className={classes.counts}
            style={{ color: tokens.tones[status].text }}
          >
            {[
              ...numbers,
              ...(deliveryOnly ? [t('wallboard.deliveryOnly')] : []),
            ].join(', ')}
          </div>
          {worst && (
            <>
              <div className={classes.why}>
                {worst.title ?? worst.name}
                {worst.why && ': '}
                {worst.why && <MessageText text={worst.why} />}
              </div>
              <div className={classes.age}>
                <Since at={worst.since} atLeast={worst.atLeast} />
              </div>
            </>
          )}
        </>
      )}
    </section>
  );
}
