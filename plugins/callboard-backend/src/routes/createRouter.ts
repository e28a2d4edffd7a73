import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { parseQuery } from '@callboard/plugin-callboard-node';
import express, { type Router } from 'express';
import { openapi } from '../schema/openapi';
import { addDoctorRoutes } from './doctor';
import { addFindingRoutes } from './findings';
import { addServiceRoutes } from './services';
import { addSourceRoutes, type SourceRoutesOptions } from './sources';

/** Parameters that may be given several times. */
const LIST_PARAMETERS = [
  'status',
  'aspect',
  'source',
  'code',
  'owner',
  'system',
  'lifecycle',
  'tag',
];

/** A thousand entity refs of the longest kind. */
const BODY_MAX_BYTES = 1024 * 1024;

/** The plugin's routes; requests are validated by the OpenAPI document before they get here. */
export function createRouter(options: SourceRoutesOptions): Router {
  const router: Router = createValidatedOpenApiRouter(openapi, {
    middleware: [
      express.json({ limit: BODY_MAX_BYTES }),
      parseQuery({ lists: LIST_PARAMETERS }),
    ],
  });
  addServiceRoutes(router, options);
  addFindingRoutes(router, options);
  addSourceRoutes(router, options);
  addDoctorRoutes(router, options);
  return router;
}
