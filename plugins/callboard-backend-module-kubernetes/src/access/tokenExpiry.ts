import { z } from 'zod';

const MS_PER_S = 1_000;

const claimsSchema = z.object({ exp: z.number().positive() });

/** When a service account token ends, in epoch milliseconds; undefined where it does not tell. */
export function tokenExpiry(token: string): number | undefined {
  const payload = token.split('.')[1];
  if (!payload) {
    return undefined;
  }
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(payload, 'base64url').toString('utf8'),
    );
    const parsed = claimsSchema.safeParse(claims);
    return parsed.success ? parsed.data.exp * MS_PER_S : undefined;
  } catch {
    // Not every token is a JWT.
    return undefined;
  }
}
