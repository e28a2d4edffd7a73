import {
  errorResponse,
  errorResponses,
} from '@callboard/plugin-callboard-node';
import {
  coverageSchema,
  importAnswerSchema,
  matchListSchema,
  matchListsSchema,
  runbookPageSchema,
  runbookSchema,
  runbookVersionSchema,
  runbookWriteSchema,
  runFinishSchema,
  runPageSchema,
  runSchema,
  runStartSchema,
  stepChangeSchema,
  versionPageSchema,
} from '@callboard/plugin-runbooks-common';
import { z } from 'zod';
import { matchAllSchema } from '../routes/matching';
import { reportSchema, restoreSchema } from '../routes/runbooks';
import {
  coverageParameters,
  idParameter,
  ifMatchParameter,
  importParameters,
  latestParameter,
  matchParameters,
  pageParameters,
  runbooksParameters,
  runsParameters,
  stepParameter,
  versionParameter,
} from './parameters';

const etag = {
  ETag: {
    description:
      'Of a runbook its version in quotes; of everything else a weak tag',
    schema: { type: 'string' },
  },
} as const;

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

function content(schema: z.ZodType) {
  return { 'application/json': { schema: schemaOf(schema, 'output') } };
}

function answers(description: string, schema: z.ZodType, status = 200) {
  return {
    [status]: { description, headers: etag, content: content(schema) },
    default: errorResponse,
  };
}

function body(schema: z.ZodType) {
  return {
    required: true,
    content: { 'application/json': { schema: schemaOf(schema, 'input') } },
  };
}

const saved = {
  ...answers('The new version', runbookSchema),
  412: {
    description: 'Somebody else saved first: what is there now',
    headers: etag,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['error', 'current'],
          properties: {
            error: { type: 'object' },
            current: schemaOf(runbookSchema, 'output'),
          },
        },
      },
    },
  },
  413: errorResponse,
  428: errorResponse,
};

const done = { 204: { description: 'It is done' }, default: errorResponse };

/** The API of runbooks. Requests are validated against it; answers are what the schemas say. */
export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Runbooks',
    version: '1',
    description:
      'Runbooks of catalog entities with every version, matching, and runs',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  paths: {
    '/v1/runbooks': {
      get: {
        operationId: 'GetRunbooks',
        summary: 'Runbooks without their text, newest version first',
        parameters: runbooksParameters,
        responses: answers('A page of runbooks', runbookPageSchema),
      },
      post: {
        operationId: 'CreateRunbook',
        summary: 'Writes a new runbook',
        requestBody: body(runbookWriteSchema),
        responses: answers('Version 1', runbookSchema, 201),
      },
    },
    '/v1/runbooks/{id}': {
      get: {
        operationId: 'GetRunbook',
        summary: 'A runbook as it is in force',
        parameters: [idParameter, latestParameter],
        responses: answers('The runbook', runbookSchema),
      },
      put: {
        operationId: 'SaveRunbook',
        summary: 'Saves the next version',
        parameters: [idParameter, ifMatchParameter],
        requestBody: body(runbookWriteSchema),
        responses: saved,
      },
      delete: {
        operationId: 'ArchiveRunbook',
        summary: 'Archives a runbook; nothing is ever deleted',
        parameters: [idParameter, ifMatchParameter],
        responses: done,
      },
    },
    '/v1/runbooks/{id}/versions': {
      get: {
        operationId: 'GetRunbookVersions',
        summary: 'Versions without their text, newest first',
        parameters: [idParameter, ...pageParameters],
        responses: answers('A page of versions', versionPageSchema),
      },
    },
    '/v1/runbooks/{id}/versions/{version}': {
      get: {
        operationId: 'GetRunbookVersion',
        summary: 'A version',
        parameters: [idParameter, versionParameter],
        responses: answers('The version', runbookVersionSchema),
      },
    },
    '/v1/runbooks/{id}/restore': {
      post: {
        operationId: 'RestoreRunbookVersion',
        summary: 'Makes a new version of an old one',
        parameters: [idParameter, ifMatchParameter],
        requestBody: body(restoreSchema),
        responses: saved,
      },
    },
    '/v1/runbooks/{id}/reports': {
      post: {
        operationId: 'ReportStep',
        summary: 'Says that a step is wrong',
        parameters: [idParameter],
        requestBody: body(reportSchema),
        responses: done,
      },
    },
    '/v1/runbooks/{id}/runs': {
      post: {
        operationId: 'StartRun',
        summary: 'Begins to go through a runbook',
        description:
          'With an id of the caller’s, the same asked again by the same person is answered with the run that is there. It is 409 where the id is of a run of another person, runbook, entity, or of other params, another finding or dryRun.',
        parameters: [idParameter],
        requestBody: body(runStartSchema),
        responses: answers('The run', runSchema, 201),
      },
    },
    '/v1/match': {
      get: {
        operationId: 'GetMatch',
        summary: 'Runbooks that fit a finding of an entity, best first',
        parameters: matchParameters,
        responses: answers('With reasons', matchListSchema),
      },
      post: {
        operationId: 'GetMatches',
        summary: 'Runbooks that fit several findings of an entity',
        requestBody: body(matchAllSchema),
        responses: answers('One list for each', matchListsSchema),
      },
    },
    '/v1/runs': {
      get: {
        operationId: 'GetRuns',
        summary: 'Runs without evidence, newest first',
        parameters: runsParameters,
        responses: answers('A page of runs', runPageSchema),
      },
    },
    '/v1/runs/{id}': {
      get: {
        operationId: 'GetRun',
        summary: 'A run',
        parameters: [idParameter],
        responses: answers('The run', runSchema),
      },
    },
    '/v1/runs/{id}/steps/{n}': {
      patch: {
        operationId: 'ChangeStep',
        summary: 'Says what became of a step',
        description:
          'What is there already is not changed, by whomever it is said, also after the end of the run. A change with an id of the caller’s is taken once, whatever becomes of the step afterwards. It is 409, and nothing is changed, where the run is over, or where the same was changed after the revision that was seen: the state, or note and evidence. What the caller set until the revisions in own counts as seen, and nothing that somebody else set. To be on a step (open) is refused to a caller who has not seen that somebody else is, and keeps nobody from setting its state. agoMs sets the time of the step back, to the beginning of its run at most.',
        parameters: [idParameter, stepParameter],
        requestBody: body(stepChangeSchema),
        responses: answers('The run', runSchema),
      },
    },
    '/v1/runs/{id}/finish': {
      post: {
        operationId: 'FinishRun',
        summary: 'Says how a run ended',
        description:
          'The same end of the same person again is answered with the run; it is 409 where it ended otherwise.',
        parameters: [idParameter],
        requestBody: body(runFinishSchema),
        responses: answers('The run', runSchema),
      },
    },
    '/v1/runs/{id}/export': {
      get: {
        operationId: 'ExportRun',
        summary: 'A run as Markdown',
        parameters: [idParameter],
        responses: {
          200: {
            description: 'The run',
            content: { 'text/markdown': { schema: { type: 'string' } } },
          },
          default: errorResponse,
        },
      },
    },
    '/v1/coverage': {
      get: {
        operationId: 'GetCoverage',
        summary: 'Which services have findings and no runbook, by owner',
        parameters: coverageParameters,
        responses: answers('By owner', coverageSchema),
      },
    },
    '/v1/export': {
      get: {
        operationId: 'ExportRunbooks',
        summary: 'All runbooks that the viewer may read',
        responses: {
          200: {
            description: 'A zip that can be imported',
            content: { 'application/zip': {} },
          },
          default: errorResponse,
        },
      },
    },
    '/v1/import': {
      post: {
        operationId: 'ImportRunbooks',
        summary: 'Imports a Markdown file, or a zip of them',
        parameters: importParameters,
        requestBody: {
          required: true,
          content: {
            'application/zip': {},
            'application/x-zip-compressed': {},
            'application/octet-stream': {},
            'text/markdown': {},
          },
        },
        responses: answers('What became of each file', importAnswerSchema),
      },
    },
  },
  components: {
    responses: errorResponses,
  },
} as const;
