import { ForwardedError } from '@backstage/errors';
import type { z } from 'zod';

/** Reads the body of an answer that is as it should be. */
export async function parseAnswer<T>(
  response: Response,
  schema: z.ZodType<T>,
): Promise<T> {
  const body: unknown = await response.json();
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new ForwardedError(
      'The answer of the backend of runbooks is not of the expected form',
      parsed.error,
    );
  }
  return parsed.data;
}
