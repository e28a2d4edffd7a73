import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_RUNBOOK } from '@callboard/plugin-runbooks-common';
import { z } from 'zod';

/** What conditions on runbooks are about: the entity of a runbook, and who owns it. @public */
export interface RunbookEntity {
  readonly ref: string;
  readonly owners: readonly string[];
}

/** Entities that one of these owns. @public */
export interface OwnedBy {
  readonly claims: readonly string[];
}

export const runbookResourceRef = createPermissionResourceRef<
  RunbookEntity,
  OwnedBy
>().with({ pluginId: 'runbooks', resourceType: RESOURCE_TYPE_RUNBOOK });

/** Allows it for entities that one of the claims owns. */
export const isOwnerOfEntity = createPermissionRule({
  name: 'IS_OWNER_OF_ENTITY',
  description: 'Allow for runbooks of entities that one of the claims owns',
  resourceRef: runbookResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs; the entity has to be owned by one of them'),
  }),
  apply: (entity, { claims }) =>
    entity.owners.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ claims }),
});
