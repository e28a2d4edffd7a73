import { InputError } from '@backstage/errors';
import type { z, ZodError } from 'zod';
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

/** The first thing that is wrong, with the place where it is. */
function sentenceOf(error: ZodError): string {
  const [issue] = error.issues;
  const path = issue.path.join('.');
  return path ? `${path}: ${issue.message}` : issue.message;
}
