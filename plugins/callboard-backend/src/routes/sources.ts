import type {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { callboardSourceRefreshPermission } from '@callboard/plugin-callboard-common';
import {
  audited,
  credentialsOf,
  respond,
  sourceId,
} from '@callboard/plugin-callboard-node';
import type { Router } from 'express';
import type { SourceRefresh } from '../board/SourceRefresh';
import { requirePermission } from '../permissions/requirePermission';
import type { BoardRoutesOptions } from './services';

export interface SourceRoutesOptions extends BoardRoutesOptions {
  readonly refresh: SourceRefresh;
  readonly permissions: PermissionsService;
  readonly auditor: AuditorService;
}

/** Routes of `/v1/sources`. */
export function addSourceRoutes(
  router: Router,
  { board, httpAuth, refresh, permissions, auditor }: SourceRoutesOptions,
): void {
  router.get('/v1/sources', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    await respond({ req, res, answer: await board.sources(viewer) });
  });

  router.get('/v1/sources/:type/:name', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const source = sourceId(req.params.type, req.params.name);
    await respond({ req, res, answer: await board.source(source, viewer) });
  });

  router.post('/v1/sources/:type/:name/refresh', async (req, res) => {
    const credentials = await credentialsOf(httpAuth, req);
    const source = sourceId(req.params.type, req.params.name);
    const event = {
      eventId: 'source-refresh',
      severityLevel: 'medium' as const,
      request: req,
      meta: { source },
    };
    await audited({ auditor, event }, async () => {
      await requirePermission(permissions, {
        permission: callboardSourceRefreshPermission,
        credentials,
      });
      await refresh.request(source);
    });
    res.status(202).end();
  });
}
