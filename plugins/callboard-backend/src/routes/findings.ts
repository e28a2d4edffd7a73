import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { Router } from 'express';
import { credentialsOf } from './credentialsOf';
import { readText } from './readFilter';
import { readInstant } from './readInstant';
import { respond } from './respond';
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
        from: readInstant(req, 'from'),
        to: readInstant(req, 'to'),
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
