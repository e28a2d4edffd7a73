import type {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type {
  Aspect,
  FacetName,
  ServiceSort,
} from '@callboard/plugin-callboard-common';
import {
  credentialsOf,
  readInstant,
  readList,
  readText,
  respond,
} from '@callboard/plugin-callboard-node';
import type { Request, Router } from 'express';
import type { Board } from '../board/Board';
import { readFilter } from './readFilter';

export interface BoardRoutesOptions {
  readonly board: Board<BackstageCredentials>;
  readonly httpAuth: HttpAuthService;
}

/** Routes of `/v1/services`. */
export function addServiceRoutes(
  router: Router,
  { board, httpAuth }: BoardRoutesOptions,
): void {
  router.get('/v1/services', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const answer = await board.services(
      {
        filter: readFilter(req.query),
        sort: req.query.sort as ServiceSort,
        limit: Number(req.query.limit),
        cursor: readText(req.query.cursor),
      },
      viewer,
    );
    await respond({ req, res, answer });
  });

  router.get('/v1/services/facets', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const answer = await board.facets(
      { by: req.query.by as FacetName, filter: readFilter(req.query) },
      viewer,
    );
    await respond({ req, res, answer });
  });

  router.post('/v1/services/by-refs', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const refs: string[] = req.body.entityRefs;
    const answer = await board.servicesByRef(
      refs.map(ref => ref.toLocaleLowerCase('en-US')),
      viewer,
    );
    await respond({ req, res, answer });
  });

  router.get('/v1/services/:kind/:namespace/:name', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const answer = await board.service(readEntityRef(req), viewer);
    await respond({ req, res, answer });
  });

  router.get(
    '/v1/services/:kind/:namespace/:name/timeline',
    async (req, res) => {
      const viewer = await credentialsOf(httpAuth, req);
      const answer = await board.timeline(
        {
          entityRef: readEntityRef(req),
          from: readInstant(req.query.from, 'from'),
          to: readInstant(req.query.to, 'to'),
          aspects: readList(req.query.aspect) as Aspect[],
          limit: Number(req.query.limit),
        },
        viewer,
      );
      await respond({ req, res, answer });
    },
  );
}

function readEntityRef(req: Request): string {
  const { kind, namespace, name } = req.params;
  return stringifyEntityRef({ kind, namespace, name });
}
