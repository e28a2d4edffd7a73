import type { AuditorServiceCreateEventOptions } from '@backstage/backend-plugin-api';
import {
  audited,
  credentialsOf,
  respond,
} from '@callboard/plugin-callboard-node';
import type { Request, Router } from 'express';
import { z } from 'zod';
import { readJson } from '../service/readJson';
import { readWrite } from '../service/readWrite';
import { answerOf } from './answerOf';
import { readIfMatch } from './readIfMatch';
import { readListQuery, readPart } from './readQuery';
import { respondWithRunbook, tagOf } from './respondWithRunbook';
import type { RouteServices } from './RouteServices';

export const restoreSchema = z.object({
  version: z.number().int().min(1).max(2_147_483_647),
  note: z.string().max(1000).optional(),
});

export const reportSchema = z.object({
  version: z.number().int().min(1).max(2_147_483_647),
  step: z.number().int().min(1).max(2_147_483_647),
  note: z.string().max(2000).optional(),
});

/** Routes of `/v1/runbooks`. */
export function addRunbookRoutes(
  router: Router,
  { reader, desk, auditor, httpAuth, now }: RouteServices,
): void {
  router.get('/v1/runbooks', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    await respond({
      req,
      res,
      answer: answerOf(await reader.list(readListQuery(req.query), viewer)),
    });
  });

  router.post('/v1/runbooks', async (req, res) => {
    const author = await credentialsOf(httpAuth, req);
    const runbook = await audited(
      {
        auditor,
        event: eventOf(req, 'runbook-create'),
        metaOf: ({ id, version, entityRef }) => ({ id, version, entityRef }),
      },
      async () => desk.create(readWrite(req.body), author),
    );
    respondWithRunbook(res, { runbook, status: 201 });
  });

  router.get('/v1/runbooks/:id', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    respondWithRunbook(res, {
      runbook: await reader.read(
        { id: req.params.id, latest: String(req.query.latest) === 'true' },
        viewer,
      ),
    });
  });

  router.put('/v1/runbooks/:id', async (req, res) => {
    const author = await credentialsOf(httpAuth, req);
    const { id } = req.params;
    const runbook = await audited(
      {
        auditor,
        event: eventOf(req, 'runbook-save', { id }),
        metaOf: ({ version, state }) => ({ version, state }),
      },
      async () =>
        desk.save(
          {
            id,
            versions: readIfMatch(req.headers['if-match']),
            write: readWrite(req.body),
          },
          author,
        ),
    );
    respondWithRunbook(res, { runbook });
  });

  router.delete('/v1/runbooks/:id', async (req, res) => {
    const author = await credentialsOf(httpAuth, req);
    const { id } = req.params;
    const ifMatch = req.headers['if-match'];
    await audited(
      { auditor, event: eventOf(req, 'runbook-archive', { id }) },
      async () =>
        desk.archive(
          { id, ...(ifMatch && { versions: readIfMatch(ifMatch) }) },
          author,
        ),
    );
    res.setHeader('Cache-Control', 'private, no-cache');
    res.status(204).end();
  });

  router.get('/v1/runbooks/:id/versions', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const { id } = req.params;
    await respond({
      req,
      res,
      answer: answerOf(
        await reader.versions({ ...readPart(req.query), id }, viewer),
      ),
    });
  });

  router.get('/v1/runbooks/:id/versions/:version', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const { id, version } = req.params;
    const found = await reader.version(
      { id, version: Number(version) },
      viewer,
    );
    // A version never changes.
    await respond({
      req,
      res,
      answer: answerOf(found, [version, found.contentHash]),
    });
  });

  router.post('/v1/runbooks/:id/restore', async (req, res) => {
    const author = await credentialsOf(httpAuth, req);
    const { id } = req.params;
    const runbook = await audited(
      {
        auditor,
        event: eventOf(req, 'runbook-restore', { id }),
        metaOf: ({ version }) => ({ version }),
      },
      async () =>
        desk.restore(
          {
            id,
            versions: readIfMatch(req.headers['if-match']),
            ...readJson(restoreSchema, req.body),
          },
          author,
        ),
    );
    respondWithRunbook(res, { runbook });
  });

  router.post('/v1/runbooks/:id/reports', async (req, res) => {
    const author = await credentialsOf(httpAuth, req);
    const { id } = req.params;
    const report = readJson(reportSchema, req.body);
    await audited(
      {
        auditor,
        event: eventOf(req, 'step-report', { id, step: report.step }),
      },
      async () =>
        desk.report(
          { id, ...report, at: new Date(now()).toISOString() },
          author,
        ),
    );
    res.setHeader('Cache-Control', 'private, no-cache');
    res.setHeader('ETag', tagOf(report.version));
    res.status(204).end();
  });
}

/** An event of the audit log; what was written itself stays out of it. */
export function eventOf(
  req: Request,
  eventId: string,
  meta: AuditorServiceCreateEventOptions['meta'] = {},
): AuditorServiceCreateEventOptions {
  return { eventId, severityLevel: 'medium', request: req, meta };
}
