/**
 * Commands, codes and annotation lines.
 * @public
 */
export const MONO_FONT =
  '"Liberation Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace';
