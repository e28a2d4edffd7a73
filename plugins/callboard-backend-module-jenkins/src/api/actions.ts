import { z } from 'zod';
import { isMaybeText, isObject } from './json';

const testsSchema = z.object({
  failCount: z.number().nonnegative(),
  skipCount: z.number().nonnegative().nullish().catch(undefined),
  totalCount: z.number().nonnegative(),
});

/** Told since version 449 of the plugin that asks people. */
const inputSchema = z.object({ waitingForInput: z.boolean() });

const remoteUrlsSchema = z.array(z.string());

/** What started a run. */
interface JenkinsCause {
  readonly shortDescription?: string | null;
  readonly userName?: string | null;
}

/** A checkout of one repository. */
export interface JenkinsCheckout {
  readonly lastBuiltRevision: { readonly SHA1: string };
  readonly remoteUrls?: unknown;
}

/** Where a checkout came from. Read only where there are several, which is rare. */
export function remoteUrlsOf(checkout: JenkinsCheckout): readonly string[] {
  return remoteUrlsSchema.safeParse(checkout.remoteUrls).data ?? [];
}

/** What the actions of a run tell, each part as far as it is what it should be. */
export interface RunActions {
  cause?: string;
  user?: string;
  checkouts: readonly JenkinsCheckout[];
  tests?: z.infer<typeof testsSchema>;
  /** Whether it waits for a person; absent where nothing says so. */
  waits?: boolean;
}

const NO_CHECKOUTS: readonly JenkinsCheckout[] = [];

/**
 * Reads what hangs on a run. Anything may, as plugins like; what is of use is told by its
 * properties, because several plugins report the same under names of their own.
 */
export function readActions(actions: readonly unknown[]): RunActions {
  // Whole from the start: what comes later costs another piece of memory, twenty times a job.
  const told: RunActions = {
    cause: undefined,
    user: undefined,
    checkouts: NO_CHECKOUTS,
    tests: undefined,
    waits: undefined,
  };
  for (const action of actions) {
    if (typeof action === 'object' && action !== null) {
      readAction(action, told);
    }
  }
  return told;
}

function readAction(action: object, told: RunActions): void {
  if ('causes' in action) {
    const causes = areCauses(action.causes) ? action.causes : [];
    for (const { shortDescription, userName } of causes) {
      told.cause ||= shortDescription ?? undefined;
      told.user ||= userName ?? undefined;
    }
  } else if ('lastBuiltRevision' in action) {
    if (isCheckout(action)) {
      told.checkouts = [...told.checkouts, action];
    }
  } else if ('totalCount' in action) {
    told.tests ??= testsSchema.safeParse(action).data;
  } else if ('waitingForInput' in action) {
    const waits = inputSchema.safeParse(action).data?.waitingForInput;
    told.waits = told.waits || waits;
  }
}

/*
 * By hand, unlike everything else: nearly every run has these two, and there are twenty runs for
 * every job.
 */
function areCauses(json: unknown): json is readonly JenkinsCause[] {
  return Array.isArray(json) && json.every(isCause);
}

function isCause(json: unknown): json is JenkinsCause {
  return (
    isObject(json) &&
    isMaybeText(json.shortDescription) &&
    isMaybeText(json.userName)
  );
}

function isCheckout(action: {
  readonly lastBuiltRevision: unknown;
}): action is JenkinsCheckout {
  const { lastBuiltRevision } = action;
  return (
    isObject(lastBuiltRevision) && typeof lastBuiltRevision.SHA1 === 'string'
  );
}
