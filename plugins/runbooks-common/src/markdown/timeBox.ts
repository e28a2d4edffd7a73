const BOX =
  /\s*[([]\s*(?:time ?box:?|max(?:imum|\.)?|at most|up to|within|about|approx\.?|around|ca\.?|~|≈|≤|<)?\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:-\s*)?(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)\.?\s*(?:max\.?|at most)?\s*[)\]]/iu;

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** A text without its time box, and how long that is. "Drain the queue (5 min)" has one. */
export function takeTimeBox(text: string): {
  readonly text: string;
  readonly timeBoxMs?: number;
} {
  const found = BOX.exec(text);
  if (!found) {
    return { text };
  }
  const [whole, count, unit] = found;
  const timeBoxMs = Math.round(
    Number(count.replace(',', '.')) * UNIT_MS[unit[0].toLowerCase()],
  );
  if (timeBoxMs === 0) {
    return { text };
  }
  const rest =
    text.slice(0, found.index) + text.slice(found.index + whole.length);
  return { text: rest.trim(), timeBoxMs };
}
