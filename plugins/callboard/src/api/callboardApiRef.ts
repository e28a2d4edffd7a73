import { createApiRef } from '@backstage/core-plugin-api';
import type { CallboardApi } from '@callboard/plugin-callboard-common';

/**
 * The client of Callboard's backend.
 * @public
 */
export const callboardApiRef = createApiRef<CallboardApi>({
  id: 'plugin.callboard.client',
});
