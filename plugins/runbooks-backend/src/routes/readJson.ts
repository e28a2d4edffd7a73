import { InputError } from '@backstage/errors';
import type { z } from 'zod';
import { sentenceOf } from '../service/readWrite';
import { requireStorable } from '../store/requireStorable';

/** Reads a body that comes from outside; throws an InputError that says what is wrong with it. */
export function readJson<T>(
  schema: z.ZodType<T>,
  body: unknown,
  options: { readonly textsAreKept?: boolean } = {},
): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new InputError(sentenceOf(parsed.error));
  }
  if (!options.textsAreKept) {
    requireStorable(parsed.data, 'The body');
  }
  return parsed.data;
}
