/** A part of a long text that is shown by itself. */
export interface PreviewPart {
  readonly text: string;
  /** Whether it is all of the text. */
  readonly whole: boolean;
}

/** Up to here the whole text is shown while somebody types. */
const WHOLE_MAX_LENGTH = 60_000;
/** A section without a heading within this is cut at a line. */
const PART_MAX_LENGTH = 40_000;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^##? /;

/** Where sections begin; a heading within a fence is none. */
function sectionStarts(text: string): number[] {
  const starts = [0];
  let fence: string | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (mark && fence === undefined) {
      fence = mark;
    } else if (mark && fence !== undefined && mark.startsWith(fence)) {
      fence = undefined;
    } else if (
      fence === undefined &&
      at > 0 &&
      (HEADING.test(line) || at - starts[starts.length - 1] > PART_MAX_LENGTH)
    ) {
      starts.push(at);
    }
    at += line.length + 1;
  }
  return starts;
}

/**
 * What to show of a text beside its editor: all of it, or of a long one the section where the
 * cursor is, so that typing stays fast.
 */
export function previewPart(text: string, cursor: number): PreviewPart {
  if (text.length <= WHOLE_MAX_LENGTH) {
    return { text, whole: true };
  }
  const starts = sectionStarts(text);
  const next = starts.findIndex(start => start > cursor);
  const last = next < 0 ? starts.length : next;
  return { text: text.slice(starts[last - 1], starts[last]), whole: false };
}
