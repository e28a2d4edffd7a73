import { createPermission } from '@backstage/plugin-permission-common';

/** Seeing the external systems, how they are and what they cost. @public */
export const callboardSourceReadPermission = createPermission({
  name: 'callboard.source.read',
  attributes: { action: 'read' },
});

/** Asking an external system again now. @public */
export const callboardSourceRefreshPermission = createPermission({
  name: 'callboard.source.refresh',
  attributes: { action: 'update' },
});

/**
 * Callboard's own permissions. Seeing services follows `catalog.entity.read`.
 * @public
 */
export const callboardPermissions = [
  callboardSourceReadPermission,
  callboardSourceRefreshPermission,
];
