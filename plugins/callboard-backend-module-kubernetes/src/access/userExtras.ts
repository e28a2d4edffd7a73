import { parse } from 'yaml';
import { z } from 'zod';

/** Whom a user acts as beside `as`; several headers of one name, of which we send none. */
const IMPERSONATION = ['as-uid', 'as-groups', 'as-user-extra'] as const;

const usersSchema = z.object({
  users: z.array(
    z.object({
      name: z.string(),
      user: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
});

/** What a kubeconfig says of a user that client-node does not know. */
export interface UserExtras {
  readonly tokenFile?: string;
  /** Keys of what the user wants to act as, and cannot here: `as-groups`. */
  readonly impersonation: readonly string[];
}

export function userExtras(kubeconfig: string, user: string): UserExtras {
  const parsed = usersSchema.safeParse(parse(kubeconfig));
  const found = parsed.data?.users.find(({ name }) => name === user)?.user;
  const tokenFile = found?.tokenFile;
  return {
    ...(typeof tokenFile === 'string' && { tokenFile }),
    impersonation: IMPERSONATION.filter(key => found?.[key] !== undefined),
  };
}
