import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  credentialsOf,
  readInstant,
  readText,
  respond,
} from '@callboard/plugin-callboard-node';
import type { Router } from 'express';
import type { BoardRoutesOptions } from './services';

/** Routes of `/v1/findings`. */
export function addFindingRoutes(
  router: Router,
  { board, httpAuth }: BoardRoutesOptions,
): void {
  router.get('/v1/findings', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const entityRef = readText(req.query.entityRef);
    const answer = await board.findings(
      {
        from: readInstant(req.query.from, 'from'),
        to: readInstant(req.query.to, 'to'),
        ...(entityRef !== undefined && { entityRef: readRef(entityRef) }),
        limit: Number(req.query.limit),
        cursor: readText(req.query.cursor),
      },
      viewer,
    );
    await respond({ req, res, answer });
  });
}

function readRef(text: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new InputError(`'entityRef' is no entity ref: ${text}`);
  }
}
