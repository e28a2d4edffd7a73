export { Glyph } from './Glyph';
export type { GlyphName } from './glyphs';
