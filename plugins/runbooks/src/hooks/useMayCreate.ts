import { usePermission } from '@backstage/plugin-permission-react';
import { runbooksCreatePermission } from '@callboard/plugin-runbooks-common';

/** Whether the viewer may write a runbook for an entity; no while nobody knows. */
export function useMayCreate(entityRef: string): boolean {
  return usePermission({
    permission: runbooksCreatePermission,
    resourceRef: entityRef,
  }).allowed;
}
