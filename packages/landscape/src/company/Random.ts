/** Mixes text into a 32 bit number (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export class Random {
  #state: number;

  private constructor(state: number) {
    this.#state = state;
  }

  /** Seeds that differ by a letter give unrelated numbers. */
  static create(...seeds: readonly (string | number)[]): Random {
    return new Random(hashOf(seeds.join('\u0000')));
  }

  /** At least 0, less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Between the two, the second excluded. */
  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  /** A whole number between the two, both included. */
  whole(from: number, to: number): number {
    return Math.floor(this.between(from, to + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)];
  }

  /** Picks by weight: the heavier, the likelier. */
  weigh<T extends string>(weights: Readonly<Partial<Record<T, number>>>): T {
    const entries = Object.entries<number | undefined>(weights) as [
      T,
      number | undefined,
    ][];
    const total = entries.reduce((sum, [, weight]) => sum + (weight ?? 0), 0);
    let left = this.next() * total;
    for (const [item, weight] of entries) {
      left -= weight ?? 0;
      if (left < 0) {
        return item;
      }
    }
    return entries[entries.length - 1][0];
  }

  /** A commit id: 40 hexadecimal digits. */
  sha1(): string {
    return Array.from({ length: 5 }, () =>
      Math.floor(this.next() * 4_294_967_296)
        .toString(16)
        .padStart(8, '0'),
    ).join('');
  }
}
