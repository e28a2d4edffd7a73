import {
  runbookWriteSchema,
  type RunbookWrite,
} from '@callboard/plugin-runbooks-common';
import { inWords } from '../rules/inWords';
import { TooLargeError } from './errors';
import { readJson } from './readJson';

/** Reads what somebody wants written; throws an InputError that says what is wrong with it. */
export function readWrite(body: unknown): RunbookWrite {
  return readJson(runbookWriteSchema, body);
}

/** Throws a TooLargeError that names the size and the limit. */
export function requireSize(content: string, maxSizeBytes: number): void {
  const size = Buffer.byteLength(content, 'utf8');
  if (size > maxSizeBytes) {
    throw new TooLargeError(
      `The text has ${inWords(size)}; a runbook may have at most ${inWords(
        maxSizeBytes,
      )}. Nothing was saved`,
    );
  }
}
