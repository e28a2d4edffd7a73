import type { Request, Response } from 'express';
import type { Answer } from '../board/Answer';

/**
 * Sends an answer, or 304 where the client has it already; what is not sent is not made.
 *
 * Express' own `req.fresh` would not do: fetch adds `Cache-Control: no-cache` to every request
 * that brings its own `If-None-Match`, which makes it stale for express.
 */
export async function respond<T>(options: {
  readonly req: Request;
  readonly res: Response;
  readonly answer: Answer<T>;
}): Promise<void> {
  const { req, res, answer } = options;
  res.setHeader('ETag', answer.etag);
  res.setHeader('Cache-Control', 'private, no-cache');
  if (isRead(req) && namesTag(req.headers['if-none-match'], answer.etag)) {
    res.status(304).end();
    return;
  }
  const json = await answer.json();
  res.type('json').send(json);
}

function isRead(req: Request): boolean {
  return req.method === 'GET' || req.method === 'HEAD';
}

/** Weak comparison. `*` would mean anything that exists, which nobody knows without looking. */
function namesTag(header: string | undefined, etag: string): boolean {
  return (header ?? '')
    .split(',')
    .some(tag => opaque(tag.trim()) === opaque(etag));
}

function opaque(etag: string): string {
  return etag.startsWith('W/') ? etag.slice(2) : etag;
}
