const MAX_NEAR_COUNT = 3;

/** Longest names that are compared; hostile ones would take long. */
const MAX_COMPARED_LENGTH_COUNT = 100;

/**
 * The names that someone may have meant, nearest first: the same without case and punctuation,
 * then few letters off, then one that contains the other.
 */
export function nearNames(
  wanted: string,
  names: Iterable<string>,
): readonly string[] {
  const target = normal(wanted);
  const tolerated = Math.max(1, Math.floor(target.length / 4));
  return [...names]
    .filter(name => name.length <= MAX_COMPARED_LENGTH_COUNT)
    .map(name => ({ name, distance: distanceOf(target, normal(name)) }))
    .filter(({ distance }) => distance <= tolerated)
    .sort((a, b) => a.distance - b.distance || compare(a.name, b.name))
    .slice(0, MAX_NEAR_COUNT)
    .map(({ name }) => name);
}

function normal(name: string): string {
  return name
    .slice(0, MAX_COMPARED_LENGTH_COUNT)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function distanceOf(a: string, b: string): number {
  const contained =
    Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a));
  return contained ? Math.min(1, Math.abs(a.length - b.length)) : edits(a, b);
}

/** Levenshtein distance, one row at a time. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}
