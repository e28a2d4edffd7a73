import { useId } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import useMeasure from 'react-use/esm/useMeasure';
import {
  PHONE,
  statusTokens,
  useStatusTokens,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { LaneMarks } from './LaneMarks';
import { LaneSpans } from './LaneSpans';
import type { TimelineWindow } from './statusSpans';
import type { TimelineLane } from './timelineLanes';
import { TimelineTick, timelineTicks } from './timelineTicks';

/** Before the first measurement, and where nothing can be measured. */
const DEFAULT_WIDTH_PX = 1136;
const LEFT_PX = 104;
const RIGHT_PX = 24;
const TOP_PX = 8;
const LANE_PX = 40;
const AXIS_PX = 28;
const TICK_ROOM_PX = 90;

const useStyles = makeStyles(theme => ({
  root: {
    padding: '16px 16px 8px',
    // A phone has no room for it: the list says the same.
    [PHONE]: { display: 'none' },
  },
  svg: {
    display: 'block',
    width: '100%',
    fontFamily: 'inherit',
    fontSize: 12,
    fontVariantNumeric: 'tabular-nums',
  },
  lane: { fontWeight: 700, fill: statusTokens(theme).secondary },
  tick: { fill: statusTokens(theme).secondary },
}));

/** What happened when, as a picture: status, changes and runs above one axis of time. */
export function TimelineDrawing(props: {
  readonly window: TimelineWindow;
  readonly lanes: readonly TimelineLane[];
  /** The last change before the status began, epoch milliseconds. */
  readonly changeAt?: number;
}) {
  const { window, lanes, changeAt } = props;
  const classes = useStyles();
  const tokens = useStatusTokens();
  const t = useTexts();
  const words = useTimeWords();
  const hatch = `hatch${useId().replace(/\W/g, '')}`;
  const [ref, measured] = useMeasure<HTMLDivElement>();

  const width = measured.width || DEFAULT_WIDTH_PX;
  const left = LEFT_PX;
  const right = Math.max(left + 1, width - RIGHT_PX);
  const bottom = TOP_PX + lanes.length * LANE_PX;
  const xOf = (at: number) =>
    left +
    ((Math.min(Math.max(at, window.from), window.to) - window.from) /
      (window.to - window.from)) *
      (right - left);
  const ticks = timelineTicks(window, {
    maxCount: Math.max(2, Math.floor((right - left) / TICK_ROOM_PX)),
    zone: 'local',
  });
  const tickWords = ({ at, day }: TimelineTick) =>
    day ? words.day(at) : words.time(at);

  const laneName = (lane: TimelineLane) => {
    switch (lane.type) {
      case 'changes':
        return t('timeline.laneChanges');
      case 'builds':
        return t('timeline.laneBuilds');
      default:
        return lane.aspect
          ? t(`status.aspect.${lane.aspect}`)
          : t('timeline.laneStatus');
    }
  };

  return (
    <div className={classes.root}>
      <div ref={ref}>
        <svg
          className={classes.svg}
          height={bottom + AXIS_PX}
          role="img"
          aria-label={t('timeline.drawing', {
            from: words.full(window.from),
            to: words.full(window.to),
          })}
        >
          <defs>
            <pattern
              id={hatch}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="2.5" height="6" fill={tokens.hatch} />
            </pattern>
          </defs>
          {ticks.map(tick => (
            <g key={tick.at}>
              <line
                x1={xOf(tick.at)}
                x2={xOf(tick.at)}
                y1={TOP_PX}
                y2={bottom}
                stroke={tokens.border}
              />
              <text
                className={classes.tick}
                x={xOf(tick.at)}
                y={bottom + 18}
                textAnchor="middle"
              >
                {tickWords(tick)}
              </text>
            </g>
          ))}
          {lanes.map((lane, i) => {
            const middle = TOP_PX + i * LANE_PX + LANE_PX / 2;
            const place = { left, right, middle, xOf, hatch: `url(#${hatch})` };
            const name = laneName(lane);
            return (
              <g key={name}>
                <text className={classes.lane} x={0} y={middle + 4}>
                  {name}
                </text>
                {lane.type === 'status' ? (
                  <LaneSpans spans={lane.spans} place={place} />
                ) : (
                  <LaneMarks
                    rows={lane.rows}
                    place={place}
                    unheardSince={
                      lane.type === 'builds' ? lane.unheardSince : undefined
                    }
                  />
                )}
              </g>
            );
          })}
          {changeAt !== undefined &&
            changeAt >= window.from &&
            changeAt <= window.to && (
              <line
                x1={xOf(changeAt)}
                x2={xOf(changeAt)}
                y1={TOP_PX}
                y2={bottom}
                stroke="currentColor"
                strokeDasharray="3 3"
              />
            )}
        </svg>
      </div>
    </div>
  );
}
