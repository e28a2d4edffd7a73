import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import { readText } from './readFilter';

/** Reads an instant as epoch milliseconds. */
export function readInstant(req: Request, name: string): number | undefined {
  const text = readText(req.query[name]);
  if (text === undefined) {
    return undefined;
  }
  const epochMs = Date.parse(text);
  if (Number.isNaN(epochMs)) {
    throw new InputError(`'${name}' is no instant: ${text}`);
  }
  return epochMs;
}
