import { Aspect } from '@callboard/plugin-callboard-common';

/** Status, service, why and last change come first. */
export const FIRST_ASPECT_COLUMN = 4;

/** Names that do not fit a usual column. */
const WIDE_ASPECTS: readonly Aspect[] = ['infrastructure', 'automation'];
const ASPECT_WIDTH_PX = 76;
const WIDE_ASPECT_WIDTH_PX = 96;

/** The widths of the columns, for CSS grid; narrow leaves the last change out. */
export function columnWidths(
  aspects: readonly Aspect[],
  narrow: boolean,
): string {
  const widths = aspects.map(aspect =>
    WIDE_ASPECTS.includes(aspect) ? WIDE_ASPECT_WIDTH_PX : ASPECT_WIDTH_PX,
  );
  return [
    narrow ? '180px' : '224px',
    narrow ? '128px' : '180px',
    'minmax(0, 1fr)',
    ...(narrow ? [] : ['minmax(160px, 0.45fr)']),
    ...widths.map(width => `${width}px`),
    '8px',
  ].join(' ');
}
