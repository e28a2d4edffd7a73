import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { StatusSourceProvider } from './StatusSource';

/** Where modules give Callboard their sources. @public */
export interface CallboardSourcesExtensionPoint {
  /** Throws a ConflictError where another module already gave sources of this type. */
  addProvider(provider: StatusSourceProvider): void;
}

/** Where modules give Callboard their sources. @public */
export const callboardSourcesExtensionPoint =
  createExtensionPoint<CallboardSourcesExtensionPoint>({
    id: 'callboard.sources',
  });
