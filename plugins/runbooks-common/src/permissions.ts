import { createPermission } from '@backstage/plugin-permission-common';

/**
 * What a condition on a runbook is about: the entity that it belongs to. Its resource ref is the
 * entity's ref, so that also creating can depend on who owns the entity.
 * @public
 */
export const RESOURCE_TYPE_RUNBOOK = 'runbook';

/** Reading runbooks; beside it, the entity of a runbook has to be readable. @public */
export const runbooksReadPermission = createPermission({
  name: 'runbooks.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_RUNBOOK,
});

/** Writing a new runbook for an entity. @public */
export const runbooksCreatePermission = createPermission({
  name: 'runbooks.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_RUNBOOK,
});

/** Saving a new version, restoring an old one. @public */
export const runbooksUpdatePermission = createPermission({
  name: 'runbooks.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RUNBOOK,
});

/** Publishing, which makes a runbook match. @public */
export const runbooksPublishPermission = createPermission({
  name: 'runbooks.publish',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RUNBOOK,
});

/** Archiving. @public */
export const runbooksArchivePermission = createPermission({
  name: 'runbooks.archive',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_RUNBOOK,
});

/** Starting a run, ticking steps off, finishing it. @public */
export const runbooksRunPermission = createPermission({
  name: 'runbooks.run',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_RUNBOOK,
});

/** All of them. @public */
export const runbooksPermissions = [
  runbooksReadPermission,
  runbooksCreatePermission,
  runbooksUpdatePermission,
  runbooksPublishPermission,
  runbooksArchivePermission,
  runbooksRunPermission,
];
