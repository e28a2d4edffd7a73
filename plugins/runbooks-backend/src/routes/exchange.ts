import type { Response, Router } from 'express';
import { InputError } from '@backstage/errors';
import {
  audited,
  credentialsOf,
  readText,
  respond,
} from '@callboard/plugin-callboard-node';
import { once } from 'node:events';
import { answerOf } from './answerOf';
import { readOptionalRef } from './readQuery';
import type { RouteServices } from './RouteServices';
import { eventOf } from './runbooks';

/** Routes that take runbooks out and in. */
export function addExchangeRoutes(
  router: Router,
  { exports, imports, auditor, httpAuth }: RouteServices,
): void {
  router.get('/v1/export', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const chunks = exports.zip(viewer);
    // Whatever is refused is refused before the first byte.
    const first = await chunks.next();
    res.setHeader('Cache-Control', 'private, no-store');
    res.attachment('runbooks.zip');
    res.type('application/zip');
    try {
      for (let next = first; !next.done; next = await chunks.next()) {
        await write(res, next.value);
      }
      res.end();
    } catch (error) {
      // Half a zip must not look like a whole one.
      res.destroy();
      throw error;
    }
  });

  router.post('/v1/import', async (req, res) => {
    const author = await credentialsOf(httpAuth, req);
    const bytes: unknown = req.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) {
      throw new InputError('The upload is empty');
    }
    const fileName = readText(req.query.fileName);
    const entityRef = readOptionalRef(req.query.entityRef);
    const answer = await audited(
      {
        auditor,
        event: eventOf(req, 'runbook-import'),
        metaOf: ({ items }) => ({
          files: items.map(({ path, result, id = null }) => ({
            path,
            result,
            id,
          })),
        }),
      },
      () =>
        imports.import(
          {
            bytes,
            isMarkdown: Boolean(req.is('text/markdown')),
            ...(fileName && { fileName }),
            ...(entityRef && { entityRef }),
          },
          author,
        ),
    );
    await respond({ req, res, answer: answerOf(answer) });
  });
}

/** Waits while the client is slower than we are. */
async function write(res: Response, chunk: Uint8Array): Promise<void> {
  if (res.destroyed) {
    throw new Error('The client is gone');
  }
  if (!res.write(chunk)) {
    await Promise.race([once(res, 'drain'), once(res, 'close')]);
  }
}
