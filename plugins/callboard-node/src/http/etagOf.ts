import { createHash } from 'node:crypto';

/** A weak entity tag of everything that an answer depends on. @public */
export function etagOf(parts: readonly unknown[]): string {
  return `W/"${fingerprintOf(parts)}"`;
}

/** A short name for a list of values; equal lists have equal names. @public */
export function fingerprintOf(parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('base64url')
    .slice(0, 27);
}
