import { createApiRef } from '@backstage/core-plugin-api';
import type { FindingSnapshot } from '@callboard/plugin-runbooks-common';

/** Tells what is wrong with an entity now. Runbooks do without it. @public */
export interface RunbookFindingsApi {
  /** Worst first; nothing at all where the portal does not watch the entity. */
  getFindings(
    entityRef: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<readonly FindingSnapshot[] | undefined>;
}

/**
 * What is wrong with an entity now.
 * @public
 */
export const runbookFindingsApiRef = createApiRef<RunbookFindingsApi>({
  id: 'plugin.runbooks.findings',
});
