import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import express, { type Express } from 'express';
import type { Knex } from 'knex';
import { z } from 'zod';
import { createBoardRouter } from '../routes/createBoardRouter';
import { BOARD_NOW_MS } from './boardBuilder';

/** What a viewer of a test may do; a list holds the names of the services to be seen. */
export interface ViewerPolicy {
  readonly sees: 'all' | 'nothing' | readonly string[];
  readonly conditions?: PermissionCriteria<PermissionCondition>;
  readonly sources?: boolean;
  readonly refreshes?: boolean;
}

export interface TestServer {
  readonly app: Express;
  readonly auditor: ReturnType<typeof mockServices.auditor.mock>;
  /** Calls that the catalog got. */
  readonly catalogCalls: () => number;
}

/** The plugin's router over a filled database, with a policy for each user. */
export function testServer(options: {
  readonly knex: Knex;
  readonly now?: () => number;
  readonly policies?: Readonly<Record<string, ViewerPolicy>>;
  readonly catalogFails?: boolean;
}): TestServer {
  const { knex, now = () => BOARD_NOW_MS, policies = {} } = options;
  const app = express();
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({
      success: async () => undefined,
      fail: async () => undefined,
    }),
  });
  const catalog = catalogServiceMock.mock({
    getEntityFacets: async (_request, context) => {
      if (options.catalogFails) {
        throw new Error('The catalog is down');
      }
      const { sees } = policies[userOf(context)];
      const names = typeof sees === 'string' ? [] : sees;
      return {
        facets: {
          'metadata.uid': names.map(name => ({
            value: `uid-${name}`,
            count: 1,
          })),
        },
      };
    },
  });
  app.use(
    createBoardRouter({
      knex,
      now,
      auditor,
      catalog,
      auth: mockServices.auth(),
      httpAuth: mockServices.httpAuth(),
      permissions: permissionsOf(policies),
      permissionsRegistry: mockServices.permissionsRegistry.mock(),
      userInfo: mockServices.userInfo(),
      servicesFilter: { kind: 'component' },
    }),
  );
  app.use(mockErrorHandler());
  return {
    app,
    auditor,
    catalogCalls: () => catalog.getEntityFacets.mock.calls.length,
  };
}

/** The header of a user of the policies. */
export function asUser(name: string): { Authorization: string } {
  return { Authorization: mockCredentials.user.header(refOfUser(name)) };
}

function refOfUser(name: string): string {
  return `user:default/${name}`;
}

/** Whoever asks a service for something on behalf of a user. */
type Context = object | undefined;

const contextSchema = z.object({
  credentials: z.object({ principal: z.object({ userEntityRef: z.string() }) }),
});

function userOf(context: Context): string {
  const parsed = contextSchema.safeParse(context);
  const ref = parsed.data?.credentials.principal.userEntityRef ?? '';
  return ref.replace('user:default/', '');
}

const EVERYTHING: ViewerPolicy = {
  sees: 'all',
  sources: true,
  refreshes: true,
};

function permissionsOf(
  policies: Readonly<Record<string, ViewerPolicy>>,
): PermissionsService {
  const policyOf = (context: Context) =>
    policies[userOf(context)] ?? EVERYTHING;
  const definitive = (allowed: boolean | undefined): DefinitivePolicyDecision =>
    allowed
      ? { result: AuthorizeResult.ALLOW }
      : { result: AuthorizeResult.DENY };
  return {
    authorize: async (requests, context) => {
      const policy = policyOf(context);
      return requests.map(({ permission, ...request }) => {
        switch (permission.name) {
          case 'callboard.source.read':
            return definitive(policy.sources);
          case 'callboard.source.refresh':
            return definitive(policy.refreshes);
          default: {
            const ref = 'resourceRef' in request ? request.resourceRef : '';
            const name = ref?.slice(ref.indexOf('/') + 1) ?? '';
            return definitive(
              policy.sees === 'all' ||
                (policy.sees !== 'nothing' && policy.sees.includes(name)),
            );
          }
        }
      });
    },
    authorizeConditional: async (requests, context) => {
      const policy = policyOf(context);
      return requests.map(
        (): PolicyDecision =>
          typeof policy.sees === 'string'
            ? definitive(policy.sees === 'all')
            : {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'catalog',
                resourceType: 'catalog-entity',
                conditions: policy.conditions ?? {
                  rule: 'IS_ENTITY_OWNER',
                  resourceType: 'catalog-entity',
                  params: { claims: [...policy.sees] },
                },
              },
      );
    },
  };
}
