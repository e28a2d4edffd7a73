import { chunksOf } from '@callboard/plugin-runbooks-common';
import type { Lines } from './partsOf';

/** Up to here a text is drawn in one go. */
const WHOLE_MAX_COUNT = 16 * 1024;

/** A text in pieces that are each drawn fast, blank ones left out. */
export function inChunks(lines: Lines): readonly Lines[] {
  const { markdown, line } = lines;
  if (markdown.length <= WHOLE_MAX_COUNT) {
    return markdown.trim() === '' ? [] : [lines];
  }
  let begin = line;
  return chunksOf(markdown).flatMap(({ from, to }) => {
    const piece = { markdown: markdown.slice(from, to), line: begin };
    begin += piece.markdown.split('\n').length - 1;
    return piece.markdown.trim() === '' ? [] : [piece];
  });
}
