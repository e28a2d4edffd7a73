import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { parseQuery } from '@callboard/plugin-callboard-node';
import type { ErrorRequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { openapi } from '../schema/openapi';
import { VersionConflictError } from '../service/errors';
import { addExchangeRoutes } from './exchange';
import { addMatchingRoutes } from './matching';
import { readBody, type BodyLimits } from './readBody';
import { tagOf } from './respondWithRunbook';
import type { RouteServices } from './RouteServices';
import { addRunbookRoutes } from './runbooks';
import { addRunRoutes } from './runs';

/** Parameters that may be given several times. */
const LIST_PARAMETERS = ['owner', 'problem', 'state', 'tag'];

/** Whoever was too late gets what is there with the refusal, or would have to ask for it. */
const sendConflict: ErrorRequestHandler = (error, req, res, next) => {
  if (!(error instanceof VersionConflictError)) {
    next(error);
    return;
  }
  const { name, message, statusCode, current } = error;
  res.status(statusCode);
  res.setHeader('ETag', tagOf(current.version));
  res.setHeader('Cache-Control', 'private, no-cache');
  res.json({
    error: { name, message },
    request: { method: req.method, url: req.url },
    response: { statusCode },
    current,
  });
};

/** The plugin's routes; requests are validated by the OpenAPI document before they get here. */
export function createRouter(
  options: RouteServices & { readonly limits: BodyLimits },
): Router {
  const router = PromiseRouter();
  const validated: Router = createValidatedOpenApiRouter(openapi, {
    middleware: [parseQuery({ lists: LIST_PARAMETERS })],
  });
  addRunbookRoutes(validated, options);
  addRunRoutes(validated, options);
  addMatchingRoutes(validated, options);
  addExchangeRoutes(validated, options);
  router.use(readBody(options.limits));
  router.use(validated);
  router.use(sendConflict);
  return router;
}
