import { UpstreamError } from '@callboard/plugin-callboard-node';
import { z } from 'zod';

const GONE = 410;
const MS_PER_SECOND = 1_000;

const statusSchema = z.object({
  code: z.number().optional(),
  reason: z.string().optional(),
  message: z.string().optional(),
  details: z.object({ retryAfterSeconds: z.number().optional() }).optional(),
});

const bookmarkSchema = z.object({
  metadata: z.object({ resourceVersion: z.string().min(1) }),
});

/** Turns the object of an ERROR event into what went wrong. */
export function errorOf(object: unknown): UpstreamError {
  const parsed = statusSchema.safeParse(object);
  const { code, reason, details } = parsed.success ? parsed.data : {};
  const isTooOld = code === GONE || reason === 'Expired' || reason === 'Gone';
  const seconds = details?.retryAfterSeconds;
  return new UpstreamError(
    isTooOld
      ? 'The cluster no longer knows the state that was watched from'
      : `The cluster broke a watch off${reason ? ` (${reason})` : ''}`,
    {
      reason: 'unreachable',
      status: isTooOld ? GONE : code,
      ...(seconds !== undefined && { retryAfterMs: seconds * MS_PER_SECOND }),
    },
  );
}

/** The state that an object, or a bookmark, brings a watch to. */
export function versionOf(object: unknown): string | undefined {
  const parsed = bookmarkSchema.safeParse(object);
  return parsed.success ? parsed.data.metadata.resourceVersion : undefined;
}

/** Whether what was asked for is too old to be known. */
export function isGone(error: unknown): boolean {
  return error instanceof UpstreamError && error.status === GONE;
}

/** Whatever was thrown, as an UpstreamError. */
export function toUpstreamError(error: unknown): UpstreamError {
  return error instanceof UpstreamError
    ? error
    : new UpstreamError('The watch broke', {
        reason: 'unreachable',
        cause: error,
      });
}
