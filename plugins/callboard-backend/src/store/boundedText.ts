import { storableText } from '@callboard/plugin-callboard-node';
import { createHash } from 'node:crypto';

/**
 * Text that fits an index, which PostgreSQL bounds in bytes. What is longer keeps its beginning and
 * gets a hash, so that different values stay different.
 */
export function boundedText(text: string, maxBytes: number): string {
  const storable = storableText(text);
  if (Buffer.byteLength(storable) <= maxBytes) {
    return storable;
  }
  const hash = hashOf(text);
  const room = maxBytes - hash.length - 4;
  return storableText(`${storable.slice(0, Math.floor(room / 4))}…${hash}`);
}

/** A short, collision-free name for a text of any length. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    // With its length, or ('ab', 'c') and ('a', 'bc') were the same.
    hash.update(`${part.length}:`).update(part);
  }
  return hash.digest('base64url');
}

const SOURCE_BYTES = 250;
const SHARD_BYTES = 500;

/** A source's id as it is stored; annotations may name sources of any length. */
export function storedSource(source: string): string {
  return boundedText(source, SOURCE_BYTES);
}

/** A shard's name as it is stored. */
export function storedShard(shard: string | undefined): string {
  return boundedText(shard ?? '', SHARD_BYTES);
}
