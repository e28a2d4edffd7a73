import {
  doctorEntrySchema,
  facetSchema,
  instantSchema,
  pastFindingSchema,
  serviceDetailSchema,
  servicePageSchema,
  serviceStatusSchema,
  sourceDetailSchema,
  sourceHealthSchema,
  timelineEntrySchema,
} from '@callboard/plugin-callboard-common';
import {
  errorResponse,
  errorResponses,
} from '@callboard/plugin-callboard-node';
import { z } from 'zod';
import {
  doctorParameters,
  entityParameters,
  facetsParameters,
  findingsParameters,
  servicesParameters,
  sourceParameters,
  timelineParameters,
} from './parameters';

/** Entity refs in one question for services by ref. */
const REFS_MAX_COUNT = 1000;

const dated = { revision: z.number(), asOf: instantSchema };

function answers(description: string, schema: z.ZodType) {
  return {
    200: {
      description,
      headers: {
        ETag: {
          description: 'Weak; unchanged while the answer says the same',
          schema: { type: 'string' },
        },
      },
      content: {
        'application/json': {
          schema: z.toJSONSchema(schema, { io: 'output' }),
        },
      },
    },
    304: { description: 'What If-None-Match names is still right' },
    default: errorResponse,
  };
}

/** The API of Callboard. Requests are validated against it; answers are what the schemas say. */
export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Callboard',
    version: '1',
    description:
      'Pipeline status, Kubernetes health and alerts of every catalog service, as last observed',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  paths: {
    '/v1/services': {
      get: {
        operationId: 'GetServices',
        summary: 'A page of the board',
        parameters: servicesParameters,
        responses: answers('A page of services', servicePageSchema),
      },
    },
    '/v1/services/facets': {
      get: {
        operationId: 'GetServiceFacets',
        summary: 'Services by what they have in common',
        parameters: facetsParameters,
        responses: answers(
          'Groups, worst first',
          z.object({ items: z.array(facetSchema), ...dated }),
        ),
      },
    },
    '/v1/services/by-refs': {
      post: {
        operationId: 'GetServicesByRefs',
        summary: 'Services by entity ref, in the order asked for',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['entityRefs'],
                additionalProperties: false,
                properties: {
                  entityRefs: {
                    type: 'array',
                    maxItems: REFS_MAX_COUNT,
                    items: { type: 'string', minLength: 1, maxLength: 1024 },
                  },
                },
              },
            },
          },
        },
        responses: answers(
          'Null for what is not on the board',
          z.object({
            items: z.array(serviceStatusSchema.nullable()),
            ...dated,
          }),
        ),
      },
    },
    '/v1/services/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'GetService',
        summary: 'A service with every observation',
        parameters: entityParameters,
        responses: answers('The service', serviceDetailSchema),
      },
    },
    '/v1/services/{kind}/{namespace}/{name}/timeline': {
      get: {
        operationId: 'GetServiceTimeline',
        summary: 'What happened to a service, newest first',
        parameters: [...entityParameters, ...timelineParameters],
        responses: answers(
          'Transitions and changes',
          z.object({ items: z.array(timelineEntrySchema), ...dated }),
        ),
      },
    },
    '/v1/findings': {
      get: {
        operationId: 'GetFindingHistory',
        summary: 'Which findings services had, by service, aspect and code',
        parameters: findingsParameters,
        responses: answers(
          'Warning and failing of health aspects, each code of a service once',
          z.object({
            items: z.array(pastFindingSchema),
            nextCursor: z.string().optional(),
            ...dated,
          }),
        ),
      },
    },
    '/v1/sources': {
      get: {
        operationId: 'GetSources',
        summary: 'External systems and how they are, in trouble first',
        responses: answers(
          'The sources',
          z.object({ items: z.array(sourceHealthSchema), ...dated }),
        ),
      },
    },
    '/v1/sources/{type}/{name}': {
      get: {
        operationId: 'GetSource',
        summary: 'An external system with its own facts',
        parameters: sourceParameters,
        responses: answers('The source', sourceDetailSchema),
      },
    },
    '/v1/sources/{type}/{name}/refresh': {
      post: {
        operationId: 'RefreshSource',
        summary: 'Asks for a round of a source now',
        parameters: sourceParameters,
        responses: {
          202: { description: 'Whoever observes the source was told' },
          default: errorResponse,
        },
      },
    },
    '/v1/doctor': {
      get: {
        operationId: 'GetDoctor',
        summary: 'Entities that name something their source does not have',
        parameters: doctorParameters,
        responses: answers(
          'What is wrong, and what to do about it; pages are counted in services',
          z.object({
            items: z.array(doctorEntrySchema),
            total: z.number(),
            checked: z.number(),
            nextCursor: z.string().optional(),
            ...dated,
          }),
        ),
      },
    },
  },
  components: {
    responses: errorResponses,
  },
} as const;
