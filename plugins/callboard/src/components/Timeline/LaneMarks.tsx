import { useStatusTokens } from '@callboard/plugin-callboard-react';
import { BOX_PX, LanePlace } from './lanePlace';
import { placeMarks } from './placeMarks';
import { RowIcon } from './RowIcon';
import type { TimelineRow } from './timelineRows';
import { useRowWords } from './useRowWords';
import { worstRow } from './worstRow';

const ICON_PX = 16;
const LABEL_PX = 12;

/** What happened in a lane: an icon each, with words where they cover nothing. */
export function LaneMarks(props: {
  readonly rows: readonly TimelineRow[];
  readonly place: LanePlace;
  readonly unheardSince?: number;
}) {
  const { rows, place, unheardSince } = props;
  const tokens = useStatusTokens();
  const wordsOf = useRowWords();
  const unheardX =
    unheardSince === undefined ? undefined : place.xOf(unheardSince);
  const marks = placeMarks(
    rows.map(row => ({ at: row.at, label: wordsOf(row).short, row })),
    {
      left: place.left,
      right: unheardX ?? place.right,
      xOf: place.xOf,
    },
  );
  return (
    <>
      {unheardX !== undefined && (
        <rect
          x={unheardX}
          y={place.middle - BOX_PX / 2}
          width={Math.max(2, place.right - unheardX)}
          height={BOX_PX}
          fill={place.hatch}
          stroke={tokens.borderStrong}
          strokeDasharray="3 2"
        />
      )}
      {marks.map(({ x, items, label }) => (
        <g key={x}>
          <title>
            {items
              .map(({ row }) => {
                const { time, text, more } = wordsOf(row);
                return [time, text, more].filter(Boolean).join(' ');
              })
              .join('\n')}
          </title>
          <g
            transform={`translate(${x - ICON_PX / 2} ${
              place.middle - ICON_PX / 2
            })`}
          >
            <rect width={ICON_PX} height={ICON_PX} fill="transparent" />
            <RowIcon
              row={worstRow(items.map(({ row }) => row))}
              size={ICON_PX}
            />
          </g>
          {label && (
            <text
              x={label.side === 'right' ? x + LABEL_PX : x - LABEL_PX}
              y={place.middle + 4}
              textAnchor={label.side === 'right' ? 'start' : 'end'}
              fill="currentColor"
            >
              {label.text}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
