import {
  audited,
  credentialsOf,
  readText,
  respond,
} from '@callboard/plugin-callboard-node';
import {
  runFinishSchema,
  runStartSchema,
  stepChangeSchema,
} from '@callboard/plugin-runbooks-common';
import type { Router } from 'express';
import { readJson } from '../service/readJson';
import { answerOf } from './answerOf';
import { readOptionalRef, readPart } from './readQuery';
import type { RouteServices } from './RouteServices';
import { eventOf } from './runbooks';

/** Routes of `/v1/runs`, and how a run begins. */
export function addRunRoutes(
  router: Router,
  { runs, auditor, httpAuth }: RouteServices,
): void {
  router.post('/v1/runbooks/:id/runs', async (req, res) => {
    const person = await credentialsOf(httpAuth, req);
    const { id } = req.params;
    const run = await audited(
      {
        auditor,
        event: eventOf(req, 'run-start', { id }),
        metaOf: ({ id: runId, runbookVersion, entityRef }) => ({
          runId,
          runbookVersion,
          entityRef,
        }),
      },
      async () =>
        runs.start(
          {
            runbookId: id,
            start: readJson(runStartSchema, req.body, { textsAreKept: true }),
          },
          person,
        ),
    );
    await respond({ req, res, answer: answerOf(run), status: 201 });
  });

  router.get('/v1/runs', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const { query } = req;
    const runbookId = readText(query.runbookId);
    const entityRef = readOptionalRef(query.entityRef);
    const page = await runs.list(
      {
        ...readPart(query),
        filter: {
          ...(runbookId !== undefined && { runbookId }),
          ...(entityRef !== undefined && { entityRef }),
          ...(query.active !== undefined && {
            active: String(query.active) === 'true',
          }),
        },
      },
      viewer,
    );
    await respond({ req, res, answer: answerOf(page) });
  });

  router.get('/v1/runs/:id', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    // The clock of a run goes by the server's, also on a page from another origin.
    res.append('Access-Control-Expose-Headers', 'Date');
    await respond({
      req,
      res,
      answer: answerOf(await runs.read(req.params.id, viewer)),
    });
  });

  router.patch('/v1/runs/:id/steps/:n', async (req, res) => {
    const person = await credentialsOf(httpAuth, req);
    const { id } = req.params;
    const n = Number(req.params.n);
    const run = await audited(
      { auditor, event: eventOf(req, 'run-step', { id, n }) },
      async () => {
        // People paste what a terminal prints: it is kept as well as it can be.
        const change = readJson(stepChangeSchema, req.body, {
          textsAreKept: true,
        });
        return runs.changeStep({ id, n, change }, person);
      },
    );
    await respond({ req, res, answer: answerOf(run) });
  });

  router.post('/v1/runs/:id/finish', async (req, res) => {
    const person = await credentialsOf(httpAuth, req);
    const { id } = req.params;
    const run = await audited(
      {
        auditor,
        event: eventOf(req, 'run-finish', { id }),
        metaOf: ({ outcome }) => (outcome ? { outcome } : {}),
      },
      async () =>
        runs.finish(
          {
            id,
            finish: readJson(runFinishSchema, req.body, { textsAreKept: true }),
          },
          person,
        ),
    );
    await respond({ req, res, answer: answerOf(run) });
  });

  router.get('/v1/runs/:id/export', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const markdown = await runs.export(req.params.id, viewer);
    res.setHeader('Cache-Control', 'private, no-cache');
    res.attachment('run.md');
    res.type('text/markdown; charset=utf-8').send(markdown);
  });
}
