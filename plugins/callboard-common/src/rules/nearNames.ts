const NEAR_MAX_COUNT = 3;

/** Longest name that is compared; hostile ones would take long. */
const COMPARED_LENGTH_MAX_COUNT = 200;

/**
 * The names that someone may have meant, nearest first: those that differ in case and punctuation
 * only, then those a few letters off, then those with the same last part elsewhere.
 * @public
 */
export function nearNames(
  wanted: string,
  candidates: Iterable<string>,
  maxCount = NEAR_MAX_COUNT,
): string[] {
  if (wanted.length > COMPARED_LENGTH_MAX_COUNT) {
    return [];
  }
  const target = normalize(wanted);
  const limit = Math.max(1, Math.floor(target.length / 4));
  return [...new Set(candidates)]
    .filter(name => name.length <= COMPARED_LENGTH_MAX_COUNT)
    .flatMap(name => {
      const distance = distanceOf(target, normalize(name), limit);
      const moved = lastPart(name) === lastPart(wanted);
      if (distance <= limit) {
        return [{ name, distance }];
      }
      return moved ? [{ name, distance: limit + 1 }] : [];
    })
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, maxCount)
    .map(({ name }) => name);
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}/]/gu, '');
}

function lastPart(name: string): string {
  return normalize(name.slice(name.lastIndexOf('/') + 1));
}

/** Edits from one to the other, as far as they are not more than the limit. */
function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) {
    return Infinity;
  }
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}
