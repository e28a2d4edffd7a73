import {
  coreServices,
  createServiceFactory,
  type AuthService,
  type BackendFeature,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  signalsServiceRef,
  type SignalPayload,
} from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import request from 'supertest';
import runbooksPlugin from '..';
import { FERNWAY } from './fernway';

export interface StartOptions {
  readonly knex?: Knex;
  /** Config under `runbooks`. */
  readonly runbooks?: JsonObject;
  readonly entities?: Entity[];
  readonly permissions?: PermissionsService;
  /** Asks the permission backend, which has to be among the features. */
  readonly withPermissionBackend?: boolean;
  readonly features?: BackendFeature[];
  /** Instead of one with the entities. */
  readonly catalog?: BackendFeature;
  /** Where the backend of a board listens. */
  readonly board?: string;
}

/** Says who asks on behalf of a user, as the real service does and the permission backend wants it. */
const authWithActors = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }): AuthService => {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    return {
      isPrincipal: auth.isPrincipal.bind(auth),
      authenticate: token => auth.authenticate(token),
      getNoneCredentials: () => auth.getNoneCredentials(),
      getOwnServiceCredentials: () => auth.getOwnServiceCredentials(),
      getLimitedUserToken: credentials => auth.getLimitedUserToken(credentials),
      listPublicServiceKeys: () => auth.listPublicServiceKeys(),
      getPluginRequestToken: async options => {
        const { onBehalfOf } = options;
        return auth.isPrincipal(onBehalfOf, 'user')
          ? {
              token: mockCredentials.user.token(
                onBehalfOf.principal.userEntityRef,
                { actor: { subject: `plugin:${plugin.getId()}` } },
              ),
            }
          : auth.getPluginRequestToken(options);
      },
    };
  },
});

/** What `startRunbooks` gives. */
export type StartedRunbooks = Awaited<ReturnType<typeof startRunbooks>>;

/** The whole plugin behind HTTP, with a catalog of a few entities. */
export async function startRunbooks(options: StartOptions = {}) {
  const { knex, runbooks = {}, entities = FERNWAY, permissions } = options;
  const { board } = options;
  const signals: SignalPayload[] = [];
  const failures: { error: Error }[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({
      success: async () => undefined,
      fail: async failure => {
        failures.push(failure);
      },
    }),
  });
  const backend = await startTestBackend({
    features: [
      runbooksPlugin,
      options.catalog ?? catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          runbooks,
          permission: { enabled: options.withPermissionBackend ?? false },
        },
      }),
      ...(options.features ?? []),
      ...(options.withPermissionBackend
        ? [permissionsServiceFactory, authWithActors]
        : []),
      auditor.factory,
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          publish: async (signal: SignalPayload) => {
            signals.push(signal);
          },
        }),
      }),
      ...(board
        ? [
            createServiceFactory({
              service: coreServices.discovery,
              deps: {},
              factory: () => ({
                getBaseUrl: async () => board,
                getExternalBaseUrl: async () => board,
              }),
            }),
          ]
        : []),
      ...(knex ? [mockServices.database.factory({ knex })] : []),
      ...(permissions
        ? [
            createServiceFactory({
              service: coreServices.permissions,
              deps: {},
              factory: () => permissions,
            }),
          ]
        : []),
    ],
  });
  const { server } = backend;
  return {
    backend,
    server,
    auditor,
    auditFailures: () => failures,
    signals: () => signals.map(({ message }) => message),
    as: (user: string) => callsAs(server, user),
  };
}

type Server = Awaited<ReturnType<typeof startTestBackend>>['server'];

/** Calls of a user: `user:default/<name>`. */
function callsAs(server: Server, user: string) {
  const call = (
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
  ) =>
    request(server)
      [method](`/api/runbooks/v1${path}`)
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
  return {
    get: (path: string) => call('get', path),
    post: (path: string) => call('post', path),
    put: (path: string) => call('put', path),
    patch: (path: string) => call('patch', path),
    delete: (path: string) => call('delete', path),
  };
}
