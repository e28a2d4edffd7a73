import {
  PROBLEM_CODES,
  RUNBOOK_STATES,
} from '@callboard/plugin-runbooks-common';

/** Rows of one page at most. */
const PAGE_MAX_COUNT = 200;
const LIST_MAX_COUNT = 100;
const VALUE_MAX_LENGTH = 1024;
/** The largest number of an integer column. */
const INTEGER_MAX = 2_147_483_647;

const text = { type: 'string', maxLength: VALUE_MAX_LENGTH } as const;

/** A parameter that repeats: `tag=a&tag=b`. */
function list<const N extends string, const I extends object>(options: {
  readonly name: N;
  readonly description: string;
  readonly items: I;
}) {
  const { name, description, items } = options;
  return {
    name,
    in: 'query',
    description,
    style: 'form',
    explode: true,
    // Entity refs hold colons and slashes, and '@me' an at sign.
    allowReserved: true,
    allowEmptyValue: true,
    schema: { type: 'array', maxItems: LIST_MAX_COUNT, items },
  } as const;
}

function single<const N extends string, const S extends object>(options: {
  readonly name: N;
  readonly description: string;
  readonly schema: S;
  readonly required?: boolean;
}) {
  const { name, description, schema, required = false } = options;
  return {
    name,
    in: 'query',
    description,
    required,
    allowReserved: true,
    schema,
  } as const;
}

const entityRef = single({
  name: 'entityRef',
  description: 'An entity, such as component:default/checkout',
  schema: text,
});

const owner = list({
  name: 'owner',
  description:
    "Entity refs of owners; '@me' is everything that the viewer owns",
  items: text,
});

/** Which part of a list. */
export const pageParameters = [
  single({
    name: 'limit',
    description: 'Rows of a page',
    schema: {
      type: 'integer',
      minimum: 1,
      maximum: PAGE_MAX_COUNT,
      default: 50,
    },
  }),
  single({
    name: 'cursor',
    description: 'nextCursor of the page before',
    schema: { type: 'string', minLength: 1, maxLength: 4096 },
  }),
] as const;

export const runbooksParameters = [
  entityRef,
  single({
    name: 'inherited',
    description:
      'With entityRef: also the runbooks of its system, domain and owners',
    schema: { type: 'boolean', default: false },
  }),
  {
    ...single({
      name: 'q',
      description: 'Words that title, tags or text contain, in any case',
      schema: { type: 'string', maxLength: 200 },
    }),
    allowEmptyValue: true,
  },
  list({ name: 'tag', description: 'Tags', items: text }),
  list({
    name: 'state',
    description: 'Drafts and published ones where none is named',
    items: { type: 'string', enum: RUNBOOK_STATES },
  }),
  owner,
  list({
    name: 'problem',
    description: 'Runbooks with one of these problems',
    items: { type: 'string', enum: PROBLEM_CODES },
  }),
  single({
    name: 'updatedSince',
    description: 'Saved at this instant or later',
    schema: { type: 'string', format: 'date-time', maxLength: 40 },
  }),
  ...pageParameters,
] as const;

export const runsParameters = [
  single({ name: 'runbookId', description: 'Of this runbook', schema: text }),
  entityRef,
  single({
    name: 'active',
    description: 'Those that go on, or those that are over',
    schema: { type: 'boolean' },
  }),
  ...pageParameters,
] as const;

export const matchParameters = [
  { ...entityRef, required: true },
  single({ name: 'aspect', description: 'Side of the service', schema: text }),
  single({ name: 'code', description: 'Code of the finding', schema: text }),
  single({
    name: 'alertname',
    description: 'Name of the alert',
    schema: text,
  }),
  single({
    name: 'runbookUrl',
    description: 'runbook_url of the alert',
    schema: text,
  }),
] as const;

export const coverageParameters = [owner] as const;

export const importParameters = [
  { ...entityRef, description: 'Of files that name none' },
  single({
    name: 'fileName',
    description: 'Of a single file; a name of an alert matches that alert',
    schema: text,
  }),
] as const;

const integer = {
  type: 'integer',
  minimum: 1,
  maximum: INTEGER_MAX,
} as const;

export const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Id',
  schema: { type: 'string', maxLength: VALUE_MAX_LENGTH },
} as const;

export const versionParameter = {
  name: 'version',
  in: 'path',
  required: true,
  description: 'Version, counted from 1',
  schema: integer,
} as const;

export const stepParameter = {
  name: 'n',
  in: 'path',
  required: true,
  description: 'Number of the step, counted from 1',
  schema: integer,
} as const;

export const ifMatchParameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description:
    'ETag of the version that it comes after, as in "3". Saving without it is 428, with another one 412',
  schema: { type: 'string', maxLength: VALUE_MAX_LENGTH },
} as const;
