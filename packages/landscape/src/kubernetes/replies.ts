import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { statusBody } from './statusBody';
import type { KubernetesStatus } from './statusBody';

const gzipAsync = promisify(gzip);
/** From here on a real API server compresses. */
const GZIP_FROM_BYTES = 128 * 1024;

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export async function jsonReply(options: {
  json: string;
  acceptEncoding: string;
  /** Ends it in the middle. */
  isCut: boolean;
}): Promise<Reply> {
  const { json, acceptEncoding, isCut } = options;
  const whole = Buffer.from(json);
  const body = isCut ? whole.subarray(0, Math.floor(whole.length / 2)) : whole;
  const headers = { 'Content-Type': 'application/json' };
  return /\bgzip\b/.test(acceptEncoding) && body.length >= GZIP_FROM_BYTES
    ? {
        status: 200,
        headers: {
          ...headers,
          'Content-Encoding': 'gzip',
          Vary: 'Accept-Encoding',
        },
        body: await gzipAsync(body, { level: 1 }),
      }
    : { status: 200, headers, body };
}

export function statusReply(status: KubernetesStatus): Reply {
  return {
    status: status.code,
    headers: {
      'Content-Type': 'application/json',
      ...(status.code === 403 ? { 'X-Content-Type-Options': 'nosniff' } : {}),
      ...(status.details && 'retryAfterSeconds' in status.details
        ? { 'Retry-After': String(status.details.retryAfterSeconds) }
        : {}),
    },
    body: Buffer.from(`${JSON.stringify(statusBody(status))}\n`),
  };
}

export function textReply(text: { status: number; text: string }): Reply {
  return {
    status: text.status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    },
    body: Buffer.from(text.text),
  };
}

/** Priority and fairness speaks before the API does, and speaks plain text. */
export function tooManyReply(retryAfterSeconds: number): Reply {
  const reply = textReply({
    status: 429,
    text: 'Too many requests, please try again later.\n',
  });
  return {
    ...reply,
    headers: { ...reply.headers, 'Retry-After': String(retryAfterSeconds) },
  };
}
