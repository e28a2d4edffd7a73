import { createApiRef } from '@backstage/core-plugin-api';
import type { CallboardClient } from '@callboard/plugin-callboard-common';

/**
 * The client of Callboard's backend.
 * @public
 */
export const callboardApiRef = createApiRef<CallboardClient>({
  id: 'plugin.callboard.client',
});
