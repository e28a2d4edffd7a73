import {
  StatusIcon,
  useNow,
  useStatusTokens,
  useTimeWords,
} from '@callboard/plugin-callboard-react';
import { useTexts } from '../../hooks/useTexts';
import { fitLabel } from './fitLabel';
import { BOX_PX, LanePlace } from './lanePlace';
import type { StatusSpan } from './statusSpans';

const PADDING_PX = 6;
const ICON_PX = 14;

function SpanBox(props: {
  readonly span: StatusSpan;
  readonly place: LanePlace;
}) {
  const { span, place } = props;
  const tokens = useStatusTokens();
  const t = useTexts();
  const words = useTimeWords();
  const now = useNow();
  const { status, since } = span;
  const x = place.xOf(span.from);
  const width = Math.max(1, place.xOf(span.to) - x);
  const word = status ? t(`status.word.${status}`) : t('timeline.nobodyKnows');
  const full =
    since === undefined
      ? word
      : `${word} ${t('timeline.since', { time: words.short(since, now) })}`;
  const label = fitLabel([full, word], width - 2 * PADDING_PX);
  const tone = status && tokens.tones[status];
  return (
    <g>
      <title>{full}</title>
      <rect
        x={x}
        y={place.middle - BOX_PX / 2}
        width={width}
        height={BOX_PX}
        rx={2}
        fill={tone ? tone.tint : place.hatch}
        stroke={tone ? tone.line : tokens.borderStrong}
        strokeDasharray={tone ? undefined : '3 2'}
      />
      {label && (
        <text
          x={x + PADDING_PX}
          y={place.middle + 4}
          fill={tone ? tone.text : tokens.secondary}
          fontWeight={700}
        >
          {label}
        </text>
      )}
      {!label && status && width > ICON_PX && (
        <g
          transform={`translate(${x + (width - ICON_PX) / 2} ${
            place.middle - ICON_PX / 2
          })`}
        >
          <StatusIcon status={status} size={ICON_PX} />
        </g>
      )}
    </g>
  );
}

/** The stretches of one status in a lane, each with its word where there is room. */
export function LaneSpans(props: {
  readonly spans: readonly StatusSpan[];
  readonly place: LanePlace;
}) {
  return (
    <>
      {props.spans.map(span => (
        <SpanBox key={span.from} span={span} place={props.place} />
      ))}
    </>
  );
}
