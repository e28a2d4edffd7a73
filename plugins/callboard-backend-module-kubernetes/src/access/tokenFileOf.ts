import { parse } from 'yaml';
import { z } from 'zod';

const usersSchema = z.object({
  users: z.array(
    z.object({
      name: z.string(),
      user: z.object({ tokenFile: z.string().optional() }).nullish(),
    }),
  ),
});

/** `tokenFile` of a user in a kubeconfig, which client-node does not know. */
export function tokenFileOf(
  kubeconfig: string,
  user: string,
): string | undefined {
  const parsed = usersSchema.safeParse(parse(kubeconfig));
  return parsed.data?.users.find(({ name }) => name === user)?.user?.tokenFile;
}
