import type { Runbook } from '@callboard/plugin-runbooks-common';
import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';

const CACHE_CONTROL = 'private, no-cache';

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
  res.setHeader('Cache-Control', CACHE_CONTROL);
  res.type('json');
  // Not `send`, which compares tags by itself.
  res.end(JSON.stringify(runbook));
}

/** Sends an answer, or 304 where the client has it already. */
export function respond(
  options: {
    readonly req: Request;
    readonly res: Response;
    readonly status?: number;
    /** A name that changes with the body; made of the body where it is absent. */
    readonly name?: string;
  },
  body: unknown,
): void {
  const { req, res, status = 200, name } = options;
  const json = JSON.stringify(body);
  const etag = `W/"${name ?? fingerprintOf(json)}"`;
  res.setHeader('ETag', etag);
  res.setHeader('Cache-Control', CACHE_CONTROL);
  if (
    (req.method === 'GET' || req.method === 'HEAD') &&
    namesTag(req.headers['if-none-match'], etag)
  ) {
    res.status(304).end();
    return;
  }
  res.status(status).type('json');
  res.end(json);
}

function fingerprintOf(json: string): string {
  return createHash('sha256').update(json).digest('base64url').slice(0, 27);
}

/** Weak comparison. `*` would mean anything that exists, which is no use to anybody. */
function namesTag(header: string | undefined, etag: string): boolean {
  const opaque = (tag: string) => (tag.startsWith('W/') ? tag.slice(2) : tag);
  return (header ?? '')
    .split(',')
    .some(tag => opaque(tag.trim()) === opaque(etag));
}
