import type {
  AuditorService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { SignalsService } from '@backstage/plugin-signals-node';

/** Keeps nothing. */
export const silentAuditor: AuditorService = {
  createEvent: async () => ({ success: async () => {}, fail: async () => {} }),
};

/** Tells nobody. */
export const silentSignals: SignalsService = { publish: async () => {} };

/** Allows everything. */
export const allowAll: PermissionsService = {
  authorize: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  authorizeConditional: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
};

/** Knows no rule. */
export const emptyRegistry: PermissionsRegistryService = {
  addPermissions: () => {},
  addPermissionRules: () => {},
  addResourceType: () => {},
  getPermissionRuleset: () => ({
    getRuleByName: name => {
      throw new Error(`No rule ${name}`);
    },
  }),
};
