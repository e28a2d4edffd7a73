import { isAscii } from 'node:buffer';
import type { Readable } from 'node:stream';

/** The answer was longer than allowed. */
export class BodyTooLongError extends Error {
  name = 'BodyTooLongError' as const;
}

/** @internal */
export interface ReadBodyOptions {
  readonly maxBytes: number;
  /** The `Content-Length` header, where there is one. */
  readonly contentLength: string | undefined;
  readonly onBytes: (count: number) => void;
  /** Takes out of the whole what nobody reads. */
  readonly shorten?: (body: Buffer) => Buffer;
}

/**
 * Reads a body to its end, and breaks the connection off as soon as it is longer than allowed.
 * @internal
 */
export async function readBody(
  body: Readable,
  options: ReadBodyOptions,
): Promise<string> {
  if (Number(options.contentLength ?? 0) > options.maxBytes) {
    throw new BodyTooLongError();
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop destroys the body, which closes the connection.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    options.onBytes(chunk.length);
    if (bytes > options.maxBytes) {
      throw new BodyTooLongError();
    }
    chunks.push(chunk);
  }
  const whole = Buffer.concat(chunks, bytes);
  return textOf(options.shorten?.(whole) ?? whole);
}

/** The beginning of a body, for a look at what it is. @internal */
export async function peekBody(
  body: Readable,
  options: { maxBytes: number; onBytes: (count: number) => void },
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    options.onBytes(chunk.length);
    chunks.push(chunk);
    if (bytes >= options.maxBytes) {
      break;
    }
  }
  return textOf(Buffer.concat(chunks, bytes));
}

/** Most answers are ASCII throughout, which is told and copied in a tenth of the time that decoding takes. */
function textOf(bytes: Buffer): string {
  return isAscii(bytes)
    ? bytes.toString('latin1')
    : new TextDecoder().decode(bytes);
}
