export { Glyph } from './Glyph';
export { GLYPHS, type GlyphName } from './glyphs';
