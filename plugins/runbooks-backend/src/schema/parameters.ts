import {
  cursorParameter,
  listParameter,
  pathParameter,
  queryParameter,
  textSchema,
} from '@callboard/plugin-callboard-node';
import {
  PROBLEM_CODES,
  RUNBOOK_STATES,
} from '@callboard/plugin-runbooks-common';

/** Rows of one page at most. */
const PAGE_MAX_COUNT = 200;
/** The largest number of an integer column. */
const INTEGER_MAX = 2_147_483_647;

const entityRef = queryParameter({
  name: 'entityRef',
  description: 'An entity, such as component:default/checkout',
  schema: textSchema,
});

const owner = listParameter({
  name: 'owner',
  description:
    "Entity refs of owners; '@me' is everything that the viewer owns",
  items: textSchema,
});

/** Which part of a list. */
export const pageParameters = [
  queryParameter({
    name: 'limit',
    description: 'Rows of a page',
    schema: {
      type: 'integer',
      minimum: 1,
      maximum: PAGE_MAX_COUNT,
      default: 50,
    },
  }),
  cursorParameter,
] as const;

export const runbooksParameters = [
  entityRef,
  queryParameter({
    name: 'inherited',
    description:
      'With entityRef: also the runbooks of its system, domain and owners',
    schema: { type: 'boolean', default: false },
  }),
  {
    ...queryParameter({
      name: 'q',
      description: 'Words that title, tags or text contain, in any case',
      schema: { type: 'string', maxLength: 200 },
    }),
    allowEmptyValue: true,
  },
  listParameter({ name: 'tag', description: 'Tags', items: textSchema }),
  listParameter({
    name: 'state',
    description: 'Drafts and published ones where none is named',
    items: { type: 'string', enum: RUNBOOK_STATES },
  }),
  owner,
  listParameter({
    name: 'problem',
    description: 'Runbooks with one of these problems',
    items: { type: 'string', enum: PROBLEM_CODES },
  }),
  queryParameter({
    name: 'updatedSince',
    description: 'Saved at this instant or later',
    schema: { type: 'string', format: 'date-time', maxLength: 40 },
  }),
  ...pageParameters,
] as const;

export const latestParameter = queryParameter({
  name: 'latest',
  description:
    'The newest version, which is another than that in force where it waits for a review',
  schema: { type: 'boolean', default: false },
});

export const runsParameters = [
  queryParameter({
    name: 'runbookId',
    description: 'Of this runbook',
    schema: textSchema,
  }),
  entityRef,
  queryParameter({
    name: 'active',
    description: 'Those that go on, or those that are over',
    schema: { type: 'boolean' },
  }),
  ...pageParameters,
] as const;

export const matchParameters = [
  { ...entityRef, required: true },
  queryParameter({
    name: 'aspect',
    description: 'Side of the service',
    schema: textSchema,
  }),
  queryParameter({
    name: 'code',
    description: 'Code of the finding',
    schema: textSchema,
  }),
  queryParameter({
    name: 'alertname',
    description: 'Name of the alert',
    schema: textSchema,
  }),
  queryParameter({
    name: 'runbookUrl',
    description: 'runbook_url of the alert',
    schema: textSchema,
  }),
] as const;

export const coverageParameters = [owner] as const;

export const importParameters = [
  { ...entityRef, description: 'Of files that name none' },
  queryParameter({
    name: 'fileName',
    description: 'Of a single file; a name of an alert matches that alert',
    schema: textSchema,
  }),
] as const;

const integer = {
  type: 'integer',
  minimum: 1,
  maximum: INTEGER_MAX,
} as const;

export const idParameter = pathParameter({
  name: 'id',
  description: 'Id',
  schema: textSchema,
});

export const versionParameter = pathParameter({
  name: 'version',
  description: 'Version, counted from 1',
  schema: integer,
});

export const stepParameter = pathParameter({
  name: 'n',
  description: 'Number of the step, counted from 1',
  schema: integer,
});

export const ifMatchParameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description:
    'ETag of the version that it comes after, as in "3". Saving without it is 428, with another one 412',
  schema: textSchema,
} as const;
