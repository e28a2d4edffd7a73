/** The `Date` of an answer tells whole seconds. */
const TOLD_TO_MS = 1_000;

/**
 * How far the server's clock is ahead of this device's, in milliseconds. What was known stays unless
 * an answer proves it wrong, so that a clock on the page never jumps because an answer took long.
 */
export function clockOffset(
  knownMs: number,
  answer: {
    /** By the clock of this device. */
    readonly sentAtMs: number;
    readonly receivedAtMs: number;
    readonly serverTimeMs: number;
  },
): number {
  const { sentAtMs, receivedAtMs, serverTimeMs } = answer;
  const least = serverTimeMs - receivedAtMs;
  const most = serverTimeMs + TOLD_TO_MS - sentAtMs;
  return Math.min(Math.max(knownMs, least), most);
}
