import { z } from 'zod';

const text = z.string().nullish();

const causesSchema = z.object({
  causes: z.array(z.object({ shortDescription: text, userName: text })),
});

const checkoutSchema = z.object({
  lastBuiltRevision: z.object({ SHA1: z.string() }),
  remoteUrls: z.unknown().optional(),
});

const testsSchema = z.object({
  failCount: z.number().nonnegative(),
  skipCount: z.number().nonnegative().nullish().catch(undefined),
  totalCount: z.number().nonnegative(),
});

/** Told since version 449 of the plugin that asks people. */
const inputSchema = z.object({ waitingForInput: z.boolean() });

const remoteUrlsSchema = z.array(z.string());

/** A checkout of one repository. */
export type JenkinsCheckout = z.infer<typeof checkoutSchema>;

/** Where a checkout came from. Read only where there are several, which is rare. */
export function remoteUrlsOf(checkout: JenkinsCheckout): readonly string[] {
  return remoteUrlsSchema.safeParse(checkout.remoteUrls).data ?? [];
}

/** What the actions of a run tell, each part as far as it is what it should be. */
export interface RunActions {
  cause?: string;
  user?: string;
  readonly checkouts: JenkinsCheckout[];
  tests?: z.infer<typeof testsSchema>;
  /** Whether it waits for a person; absent where nothing says so. */
  waits?: boolean;
}

/**
 * Reads what hangs on a run. Anything may, as plugins like; what is of use is told by its
 * properties, because several plugins report the same under names of their own.
 */
export function readActions(actions: readonly unknown[]): RunActions {
  const told: RunActions = { checkouts: [] };
  for (const action of actions) {
    if (typeof action === 'object' && action !== null) {
      readAction(action, told);
    }
  }
  return told;
}

function readAction(action: object, told: RunActions): void {
  if ('causes' in action) {
    const causes = causesSchema.safeParse(action).data?.causes ?? [];
    for (const { shortDescription, userName } of causes) {
      told.cause ||= shortDescription ?? undefined;
      told.user ||= userName ?? undefined;
    }
  } else if ('lastBuiltRevision' in action) {
    const checkout = checkoutSchema.safeParse(action).data;
    if (checkout) {
      told.checkouts.push(checkout);
    }
  } else if ('totalCount' in action) {
    told.tests ??= testsSchema.safeParse(action).data;
  } else if ('waitingForInput' in action) {
    const waits = inputSchema.safeParse(action).data?.waitingForInput;
    told.waits = told.waits || waits;
  }
}
