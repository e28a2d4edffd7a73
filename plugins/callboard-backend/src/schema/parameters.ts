import {
  ASPECTS,
  FACETS,
  OVERALL_STATUSES,
  SERVICE_SORTS,
} from '@callboard/plugin-callboard-common';

/** Services on one page at most: a larger one takes longer to send than two of these. */
const PAGE_MAX_COUNT = 1000;
/** Findings on one page at most; they are short. */
const FINDINGS_MAX_COUNT = 10_000;
const LIST_MAX_COUNT = 100;
const VALUE_MAX_LENGTH = 1024;

/** A parameter that repeats: `status=failing&status=warning`. */
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

const text = { type: 'string', maxLength: VALUE_MAX_LENGTH } as const;

const owner = list({
  name: 'owner',
  description:
    "Entity refs of owners; '@me' is everything that the viewer owns; '@none' is no owner",
  items: text,
});

const cursor = single({
  name: 'cursor',
  description: 'nextCursor of the page before',
  schema: { type: 'string', minLength: 1, maxLength: 4096 },
});

const limit = single({
  name: 'limit',
  description: 'Rows of a page; 0 asks for the numbers only',
  schema: {
    type: 'integer',
    minimum: 0,
    maximum: PAGE_MAX_COUNT,
    default: 50,
  },
});

const filter = [
  list({
    name: 'status',
    description:
      'Of the service as a whole; with `aspect` the worst of these aspects',
    items: { type: 'string', enum: OVERALL_STATUSES },
  }),
  list({
    name: 'aspect',
    description: 'Services that have one of these aspects',
    items: { type: 'string', enum: ASPECTS },
  }),
  list({
    name: 'source',
    description: 'Services that one of these sources feeds, like jenkins/main',
    items: text,
  }),
  list({
    name: 'code',
    description: 'Services with one of these findings',
    items: text,
  }),
  owner,
  list({
    name: 'system',
    description: "Entity refs of systems; '@none' is no system",
    items: text,
  }),
  list({
    name: 'lifecycle',
    description: "Lifecycles; '@none' is no lifecycle",
    items: text,
  }),
  list({ name: 'tag', description: 'Tags', items: text }),
  {
    ...single({
      name: 'q',
      description:
        'Text that name, ref, owner, system or tags contain, in any case',
      schema: { type: 'string', maxLength: 200 },
    }),
    allowEmptyValue: true,
  },
] as const;

export const servicesParameters = [
  ...filter,
  single({
    name: 'sort',
    description:
      'worst: by status, live before delivery, newest first; since: newest first',
    schema: { type: 'string', enum: SERVICE_SORTS, default: 'worst' },
  }),
  limit,
  cursor,
] as const;

export const facetsParameters = [
  single({
    name: 'by',
    description: 'What services are grouped by',
    required: true,
    schema: { type: 'string', enum: FACETS },
  }),
  ...filter,
] as const;

const period = [
  single({
    name: 'from',
    description: 'The oldest instant, inclusive',
    schema: { type: 'string', format: 'date-time', maxLength: 40 },
  }),
  single({
    name: 'to',
    description: 'The newest instant, exclusive',
    schema: { type: 'string', format: 'date-time', maxLength: 40 },
  }),
] as const;

/** The 30 days until now where no period is given. */
export const findingsParameters = [
  ...period,
  single({
    name: 'entityRef',
    description: 'Of this service only',
    schema: { ...text, minLength: 1 },
  }),
  single({
    name: 'limit',
    description: 'Findings of a page',
    schema: {
      type: 'integer',
      minimum: 1,
      maximum: FINDINGS_MAX_COUNT,
      default: FINDINGS_MAX_COUNT,
    },
  }),
  cursor,
] as const;

export const timelineParameters = [
  ...period,
  list({
    name: 'aspect',
    description: 'What happened to these aspects only',
    items: { type: 'string', enum: ASPECTS },
  }),
  single({
    name: 'limit',
    description: 'Entries at most',
    schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
  }),
] as const;

export const doctorParameters = [owner, limit, cursor] as const;

function pathPart<const N extends string>(name: N, description: string) {
  return {
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string', maxLength: VALUE_MAX_LENGTH },
  } as const;
}

export const entityParameters = [
  pathPart('kind', 'Kind of the entity'),
  pathPart('namespace', 'Namespace of the entity'),
  pathPart('name', 'Name of the entity'),
] as const;

export const sourceParameters = [
  pathPart('type', 'Type of the source: jenkins'),
  pathPart('name', 'Name of the source: main'),
] as const;
