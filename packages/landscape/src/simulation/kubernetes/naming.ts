import { hashOf } from '../../company/Random';
import type { Random } from '../../company/Random';

/** No vowels, so that no names come out that anybody minds; Kubernetes' own choice. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';
const SUFFIX_LENGTH = 5;

/** `x7k2p`: what makes a generated name unique. */
export function nameSuffix(chances: Random): string {
  return Array.from({ length: SUFFIX_LENGTH }, () =>
    ALPHABET.charAt(chances.whole(0, ALPHABET.length - 1)),
  ).join('');
}

/** `7d9f8c6b54`: of a template, encoded digit by digit as the controllers do. */
export function templateHash(text: string): string {
  return [...String(hashOf(text))]
    .map(digit => ALPHABET.charAt(digit.charCodeAt(0) % ALPHABET.length))
    .join('');
}

/** A random UUID of version 4. */
export function uidOf(chances: Random): string {
  const hex = (digits: number): string =>
    Math.floor(chances.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const variant = '89ab'.charAt(chances.whole(0, 3));
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(
    6,
  )}`;
}

/** `2026-11-24T14:00:00Z`: the API knows whole seconds only. */
export function timestamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** `1m20s`, as durations are written in messages. */
export function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes}m${seconds % 60}s` : `${seconds}s`;
}
