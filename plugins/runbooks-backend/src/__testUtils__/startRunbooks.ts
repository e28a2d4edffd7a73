import {
  coreServices,
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
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
}

/** What `startRunbooks` gives. */
export type StartedRunbooks = Awaited<ReturnType<typeof startRunbooks>>;

/** The whole plugin behind HTTP, with a catalog of a few entities. */
export async function startRunbooks(options: StartOptions = {}) {
  const { knex, runbooks = {}, entities = FERNWAY, permissions } = options;
  const signals: SignalPayload[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({
      success: async () => undefined,
      fail: async () => undefined,
    }),
  });
  const backend = await startTestBackend({
    features: [
      runbooksPlugin,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({ data: { runbooks } }),
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
