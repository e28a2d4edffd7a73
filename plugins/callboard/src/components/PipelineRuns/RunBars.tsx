import { KeyboardEvent, useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { CSSProperties } from '@material-ui/core/styles/withStyles';
import Tooltip from '@material-ui/core/Tooltip';
import {
  PHONE,
  statusTokens,
  useStatusTokens,
} from '@callboard/plugin-callboard-react';
import { RUN_MARKS, RUN_TONES, RunBar, RunKind } from './layoutRuns';
import { useRunLines } from './useRunLines';

const GAP_PX = 4;
const PLACES_COUNT = 20;
const TIP_DELAY_MS = 150;

const useStyles = makeStyles(theme => {
  const tokens = statusTokens(theme);
  const stripes = (color: string, degrees: number, solid: number) =>
    `repeating-linear-gradient(${degrees}deg, ${color} 0 ${solid}px, transparent ${solid}px ${
      solid + 3
    }px)`;
  const rest = tokens.tones.none.icon;
  const busy = tokens.tones.activity.icon;
  const look: Record<RunKind, CSSProperties> = {
    passed: { background: tokens.runOk },
    failed: { background: tokens.tones.failing.icon },
    unstable: { background: tokens.tones.warning.icon },
    aborted: {
      background: stripes(rest, 135, 3),
      boxShadow: `inset 0 0 0 1px ${rest}`,
    },
    notBuilt: {
      background: stripes(rest, 135, 3),
      boxShadow: `inset 0 0 0 1px ${rest}`,
    },
    running: {
      background: stripes(busy, 90, 4),
      boxShadow: `inset 0 0 0 1px ${busy}`,
    },
  };
  return {
    root: {
      display: 'flex',
      alignItems: 'flex-end',
      justifyContent: 'flex-end',
      gap: GAP_PX,
      height: 84,
      paddingBottom: 20,
      [PHONE]: { gap: 2 },
    },
    // The whole height answers the pointer: a short run is as easy to hit as a long one.
    place: {
      position: 'relative',
      display: 'flex',
      alignItems: 'flex-end',
      flex: `0 1 calc(${100 / PLACES_COUNT}% - ${GAP_PX}px)`,
      height: '100%',
      outlineOffset: 1,
      '&:focus-visible': {
        outline: `2px solid ${tokens.focus}`,
        borderRadius: 2,
      },
    },
    bar: { width: '100%', borderRadius: '2px 2px 0 0' },
    ...look,
    mark: {
      position: 'absolute',
      left: -4,
      right: -4,
      bottom: -19,
      textAlign: 'center',
      fontWeight: 700,
      fontSize: 12,
      lineHeight: '16px',
    },
    tip: {
      padding: '8px 12px',
      fontSize: 12,
      fontWeight: 400,
      background: tokens.raised,
      color: theme.palette.text.primary,
      boxShadow: theme.shadows[8],
    },
    line: {
      display: 'block',
      lineHeight: '18px',
      '&:first-child': { fontWeight: 700 },
    },
  };
});

/** Where an arrow key leads; undefined for other keys. */
function step(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'ArrowRight':
      return Math.min(count - 1, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * The last runs: height is duration, result is colour and mark. One tab stop, arrows go from run
 * to run, and each says all that is known of it.
 */
export function RunBars(props: {
  readonly bars: readonly RunBar[];
  readonly label: string;
}) {
  const { bars, label } = props;
  const classes = useStyles();
  const tokens = useStatusTokens();
  const linesOf = useRunLines();
  const root = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number>();
  const index = Math.min(chosen ?? bars.length - 1, bars.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = step(event.key, index, bars.length);
    if (next !== undefined) {
      event.preventDefault();
      setChosen(next);
      (root.current?.children[next] as HTMLElement | undefined)?.focus();
    }
  };

  return (
    <div ref={root} role="group" aria-label={label} className={classes.root}>
      {bars.map(({ run, kind, heightPx }, i) => {
        const lines = linesOf(run);
        const shared = {
          className: classes.place,
          'aria-label': lines.join(', '),
          tabIndex: i === index ? 0 : -1,
          onFocus: () => setChosen(i),
          onKeyDown,
        };
        const content = (
          <>
            <span
              className={`${classes.bar} ${classes[kind]}`}
              style={{ height: heightPx }}
            />
            <span
              className={classes.mark}
              style={{ color: tokens.tones[RUN_TONES[kind]].text }}
              aria-hidden
            >
              {RUN_MARKS[kind]}
            </span>
          </>
        );
        return (
          <Tooltip
            key={run.number}
            enterDelay={TIP_DELAY_MS}
            placement="top"
            classes={{ tooltip: classes.tip }}
            title={lines.map(line => (
              <span key={line} className={classes.line}>
                {line}
              </span>
            ))}
          >
            {run.url && /^https?:/i.test(run.url) ? (
              <a href={run.url} target="_blank" rel="noopener" {...shared}>
                {content}
              </a>
            ) : (
              <span role="img" {...shared}>
                {content}
              </span>
            )}
          </Tooltip>
        );
      })}
    </div>
  );
}
