import { createHash } from 'node:crypto';

/**
 * What the board answers: the tag is cheap and known at once, the rest is made only for those who do
 * not have it yet.
 */
export interface Answer<T> {
  /** Weak entity tag. Two answers with the same tag say the same, `asOf` aside. */
  readonly etag: string;
  /** The answer as JSON, which may have been made for somebody else; `asOf` is of now. */
  readonly json: () => Promise<string>;
  readonly body: () => Promise<T>;
}

/** A weak entity tag of everything that an answer depends on. */
export function etagOf(parts: readonly unknown[]): string {
  return `W/"${fingerprintOf(parts)}"`;
}

/** A short name for a list of values; equal lists have equal names. */
export function fingerprintOf(parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('base64url')
    .slice(0, 27);
}
