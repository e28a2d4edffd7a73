import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { EntityFilterQuery } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { callboardPermissions } from '@callboard/plugin-callboard-common';
import {
  CatalogVisibility,
  ViewerOwnership,
} from '@callboard/plugin-callboard-node';
import type { Router } from 'express';
import type { Knex } from 'knex';
import { AuthorizedBoard } from '../board/AuthorizedBoard';
import { DatabaseBoard } from '../board/DatabaseBoard';
import type { DecayRules } from '../board/SourceAges';
import { DatabaseSourceRefresh } from '../board/SourceRefresh';
import { createRouter } from './createRouter';

export interface BoardRouterOptions {
  readonly knex: Knex;
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly permissionsRegistry: PermissionsRegistryService;
  readonly userInfo: UserInfoService;
  /** Which entities are services. */
  readonly servicesFilter: EntityFilterQuery;
  readonly decayMs?: DecayRules;
  readonly now?: () => number;
}

/** Everything that is read from the board, put together. */
export function createBoardRouter(options: BoardRouterOptions): Router {
  const { knex, auth, catalog, permissions, userInfo, servicesFilter } =
    options;
  const { decayMs, now = Date.now } = options;
  options.permissionsRegistry.addPermissions(callboardPermissions);
  return createRouter({
    board: AuthorizedBoard.create({
      board: DatabaseBoard.create({ knex, now, decayMs }),
      visibility: CatalogVisibility.create({
        permissions,
        auth,
        catalog,
        filter: servicesFilter,
        now,
      }),
      ownership: ViewerOwnership.create({ auth, userInfo }),
      permissions,
    }),
    refresh: DatabaseSourceRefresh.create({ knex, now }),
    auditor: options.auditor,
    httpAuth: options.httpAuth,
    permissions,
  });
}
