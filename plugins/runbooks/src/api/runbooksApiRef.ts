import { createApiRef } from '@backstage/core-plugin-api';
import type { RunbooksApi } from '@callboard/plugin-runbooks-common';

/**
 * The client of the backend of runbooks.
 * @public
 */
export const runbooksApiRef = createApiRef<RunbooksApi>({
  id: 'plugin.runbooks.client',
});
