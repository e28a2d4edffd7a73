import { plainText } from '@callboard/plugin-callboard-common';

const MAX_REASON_LENGTH_COUNT = 160;

/**
 * Why Jenkins says that something waits, without what changes from one look to the next
 * ("Expires in 4.9 sec", "(ETA: 5 min)", "Build #12 is already in progress").
 */
export function steadyReason(why: string | null | undefined): string {
  const steady = (why ?? '')
    .replace(/\(?\s*ETA:[^)]*\)?/gi, '')
    .replace(/\.?\s*Expires in .*$/i, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;])/g, '$1')
    .trim();
  return plainText(
    steady || 'Jenkins gives no reason',
    MAX_REASON_LENGTH_COUNT,
  );
}
