import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { Request } from 'express';

/** A value of a parsed query, as express has it. @public */
export type QueryValue = Request['query'][string];

/** Reads a parameter that is given once. @public */
export function readText(value: QueryValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * Reads a parameter that may be given many times. Without repetitions and in one order, so that
 * equal questions have equal answers and tags.
 * @public
 */
export function readList(value: QueryValue): string[] {
  const values = Array.isArray(value) ? value : [value];
  const texts = values.filter(item => typeof item === 'string');
  return [...new Set(texts)].sort();
}

/**
 * Reads entity refs as they are stored: `team-a` means `group:default/team-a`. Words that begin
 * with an at sign, like `@me`, stay what they are.
 * @public
 */
export function readRefs(value: QueryValue, defaultKind: string): string[] {
  return readList(value).map(ref => {
    if (ref.startsWith('@')) {
      return ref;
    }
    try {
      return stringifyEntityRef(parseEntityRef(ref, { defaultKind }));
    } catch {
      // No ref at all: nothing has it.
      return ref.toLocaleLowerCase('en-US');
    }
  });
}

/** Reads an instant as epoch milliseconds. Throws an InputError for what is none. @public */
export function readInstant(
  value: QueryValue,
  name: string,
): number | undefined {
  const text = readText(value);
  if (text === undefined) {
    return undefined;
  }
  const epochMs = Date.parse(text);
  if (Number.isNaN(epochMs)) {
    throw new InputError(`'${name}' is no instant: ${text}`);
  }
  return epochMs;
}
