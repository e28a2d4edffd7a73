import { UpstreamError } from '@callboard/plugin-callboard-node';
import { z } from 'zod';

const GONE = 410;

const bookmarkSchema = z.object({
  metadata: z.object({ resourceVersion: z.string().min(1) }),
});

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
