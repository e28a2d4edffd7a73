import type { Runbook } from '@callboard/plugin-runbooks-common';
import type { Response } from 'express';

/** The tag of a version; a write names it in `If-Match`. */
export function tagOf(version: number): string {
  return `"${version}"`;
}

/**
 * Sends a runbook under the tag of its version. It is never a 304: runs and problems change without
 * a new version.
 */
export function respondWithRunbook(
  res: Response,
  options: { readonly runbook: Runbook; readonly status?: number },
): void {
  const { runbook, status = 200 } = options;
  res.status(status);
  res.setHeader('ETag', tagOf(runbook.version));
  res.setHeader('Cache-Control', 'private, no-cache');
  res.type('json');
  // Not `send`, which compares tags by itself.
  res.end(JSON.stringify(runbook));
}
