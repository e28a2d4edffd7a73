import { Aspect } from '@callboard/plugin-callboard-common';

/** Status, service, why and last change come first. */
export const FIRST_ASPECT_COLUMN = 4;

/** Names that do not fit a usual column. */
const WIDE_ASPECTS: readonly Aspect[] = ['infrastructure', 'automation'];
const ASPECT_WIDTH_PX = 72;
const WIDE_ASPECT_WIDTH_PX = 96;
/** Few aspects leave room for the words. */
const FEW_ASPECTS_COUNT = 2;
const END_PX = 8;

/** Rows as drawn; without the last change; or as cards, where even that has no room. */
export type TableLayout = 'wide' | 'narrow' | 'card';

/** Least widths of the columns before the aspects, with enough of "why" to make sense of it. */
const LEAST_PX = { wide: 212 + 144 + 220 + 150, narrow: 180 + 128 + 200 };

function aspectWidth(aspect: Aspect): number {
  return WIDE_ASPECTS.includes(aspect) ? WIDE_ASPECT_WIDTH_PX : ASPECT_WIDTH_PX;
}

/** How rows are laid out in a table of this width; a width of 0 was not measured yet. */
export function tableLayout(
  aspects: readonly Aspect[],
  widthPx: number,
): TableLayout {
  const room = aspects.reduce(
    (left, aspect) => left - aspectWidth(aspect),
    widthPx - END_PX,
  );
  if (widthPx === 0 || room >= LEAST_PX.wide) {
    return 'wide';
  }
  return room >= LEAST_PX.narrow ? 'narrow' : 'card';
}

/** The widths of the columns, for CSS grid. */
export function columnWidths(
  aspects: readonly Aspect[],
  layout: TableLayout,
): string {
  const roomy = aspects.length <= FEW_ASPECTS_COUNT;
  const words =
    layout === 'wide'
      ? [
          roomy ? '224px' : '212px',
          roomy ? '180px' : '144px',
          'minmax(0, 1fr)',
          roomy ? 'minmax(160px, 0.45fr)' : '160px',
        ]
      : ['180px', '128px', 'minmax(0, 1fr)'];
  return [
    ...words,
    ...aspects.map(aspect => `${aspectWidth(aspect)}px`),
    `${END_PX}px`,
  ].join(' ');
}
