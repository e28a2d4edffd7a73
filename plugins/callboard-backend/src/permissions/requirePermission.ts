import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';

/** Throws a NotAllowedError that names the permission, unless the policy grants it. */
export async function requirePermission(
  permissions: PermissionsService,
  options: {
    readonly permission: BasicPermission;
    readonly credentials: BackstageCredentials;
  },
): Promise<void> {
  const { permission, credentials } = options;
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`This needs the permission '${permission.name}'`);
  }
}
