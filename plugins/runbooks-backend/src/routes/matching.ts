import {
  credentialsOf,
  readText,
  respond,
} from '@callboard/plugin-callboard-node';
import { matchQuestionSchema } from '@callboard/plugin-runbooks-common';
import type { Router } from 'express';
import { z } from 'zod';
import { readEntityRef } from '../catalog/EntityDirectory';
import { readJson } from '../service/readJson';
import { answerOf } from './answerOf';
import { readOwners } from './readQuery';
import type { RouteServices } from './RouteServices';

/** Questions of one request: more findings than a page shows. */
const QUESTIONS_MAX_COUNT = 200;

export const matchAllSchema = z.object({
  entityRef: z.string().min(1),
  questions: z.array(matchQuestionSchema).max(QUESTIONS_MAX_COUNT),
});

/** Routes that choose runbooks: `/v1/match` and `/v1/coverage`. */
export function addMatchingRoutes(
  router: Router,
  { matching, coverage, httpAuth }: RouteServices,
): void {
  router.get('/v1/match', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const { entityRef, ...question } = req.query;
    const [items] = await matching.match(
      {
        entityRef: readEntityRef(readText(entityRef) ?? ''),
        questions: [readJson(matchQuestionSchema, question)],
      },
      viewer,
    );
    await respond({ req, res, answer: answerOf({ items }) });
  });

  router.post('/v1/match', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    const { entityRef, questions } = readJson(matchAllSchema, req.body);
    const items = await matching.match(
      { entityRef: readEntityRef(entityRef), questions },
      viewer,
    );
    await respond({ req, res, answer: answerOf({ items }) });
  });

  router.get('/v1/coverage', async (req, res) => {
    const viewer = await credentialsOf(httpAuth, req);
    await respond({
      req,
      res,
      answer: answerOf(
        await coverage.read({ owners: readOwners(req.query) }, viewer),
      ),
    });
  });
}
