import type { Request, Response } from 'express';

/** An answer that has a name before it is made. @public */
export interface TaggedAnswer {
  /** Entity tag. Two answers with the same tag say the same. */
  readonly etag: string;
  readonly json: () => Promise<string>;
}

/** @public */
export interface RespondOptions {
  readonly req: Request;
  readonly res: Response;
  readonly answer: TaggedAnswer;
  /** 200 by default. */
  readonly status?: number;
}

/**
 * Sends an answer, or 304 where the client has it already; what is not sent is not made.
 *
 * Express' own `req.fresh` would not do: fetch adds `Cache-Control: no-cache` to every request
 * that brings its own `If-None-Match`, which makes it stale for express.
 * @public
 */
export async function respond(options: RespondOptions): Promise<void> {
  const { req, res, answer, status = 200 } = options;
  res.setHeader('ETag', answer.etag);
  res.setHeader('Cache-Control', 'private, no-cache');
  if (isRead(req) && namesTag(req.headers['if-none-match'], answer.etag)) {
    res.status(304).end();
    return;
  }
  const json = await answer.json();
  res.status(status).type('json');
  // Not `send`, which compares tags by itself.
  res.end(json);
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
