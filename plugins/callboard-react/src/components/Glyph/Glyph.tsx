import { GLYPHS, GlyphName } from './glyphs';

/**
 * A line drawing beside words; it says nothing by itself.
 * @public
 */
export function Glyph(props: {
  readonly name: GlyphName;
  /** Edge in pixels. */
  readonly size?: number;
  readonly className?: string;
}) {
  const { name, size = 20, className } = props;
  return (
    <svg
      aria-hidden
      focusable={false}
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none', verticalAlign: 'middle' }}
    >
      {GLYPHS[name]}
    </svg>
  );
}
