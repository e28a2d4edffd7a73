import {
  ASPECTS,
  FACETS,
  OVERALL_STATUSES,
  SERVICE_SORTS,
} from '@callboard/plugin-callboard-common';
import {
  cursorParameter,
  listParameter,
  pathParameter,
  queryParameter,
  textSchema,
} from '@callboard/plugin-callboard-node';

/** Services on one page at most: a larger one takes longer to send than two of these. */
const PAGE_MAX_COUNT = 1000;
/** Findings on one page at most; they are short. */
const FINDINGS_MAX_COUNT = 10_000;

const owner = listParameter({
  name: 'owner',
  description:
    "Entity refs of owners; '@me' is everything that the viewer owns; '@none' is no owner",
  items: textSchema,
});

const limit = queryParameter({
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
  listParameter({
    name: 'status',
    description:
      'Of the service as a whole; with `aspect` the worst of these aspects',
    items: { type: 'string', enum: OVERALL_STATUSES },
  }),
  listParameter({
    name: 'aspect',
    description: 'Services that have one of these aspects',
    items: { type: 'string', enum: ASPECTS },
  }),
  listParameter({
    name: 'source',
    description: 'Services that one of these sources feeds, like jenkins/main',
    items: textSchema,
  }),
  listParameter({
    name: 'code',
    description: 'Services with one of these findings',
    items: textSchema,
  }),
  owner,
  listParameter({
    name: 'system',
    description: "Entity refs of systems; '@none' is no system",
    items: textSchema,
  }),
  listParameter({
    name: 'lifecycle',
    description: "Lifecycles; '@none' is no lifecycle",
    items: textSchema,
  }),
  listParameter({ name: 'tag', description: 'Tags', items: textSchema }),
  {
    ...queryParameter({
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
  queryParameter({
    name: 'sort',
    description:
      'worst: by status, live before delivery, newest first; since: newest first',
    schema: { type: 'string', enum: SERVICE_SORTS, default: 'worst' },
  }),
  limit,
  cursorParameter,
] as const;

export const facetsParameters = [
  queryParameter({
    name: 'by',
    description: 'What services are grouped by',
    required: true,
    schema: { type: 'string', enum: FACETS },
  }),
  ...filter,
] as const;

const period = [
  queryParameter({
    name: 'from',
    description: 'The oldest instant, inclusive',
    schema: { type: 'string', format: 'date-time', maxLength: 40 },
  }),
  queryParameter({
    name: 'to',
    description: 'The newest instant, exclusive',
    schema: { type: 'string', format: 'date-time', maxLength: 40 },
  }),
] as const;

/** The 30 days until now where no period is given. */
export const findingsParameters = [
  ...period,
  queryParameter({
    name: 'entityRef',
    description: 'Of this service only',
    schema: { ...textSchema, minLength: 1 },
  }),
  queryParameter({
    name: 'limit',
    description: 'Findings of a page',
    schema: {
      type: 'integer',
      minimum: 1,
      maximum: FINDINGS_MAX_COUNT,
      default: FINDINGS_MAX_COUNT,
    },
  }),
  cursorParameter,
] as const;

export const timelineParameters = [
  ...period,
  listParameter({
    name: 'aspect',
    description: 'What happened to these aspects only',
    items: { type: 'string', enum: ASPECTS },
  }),
  queryParameter({
    name: 'limit',
    description: 'Entries at most',
    schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
  }),
] as const;

export const doctorParameters = [owner, limit, cursorParameter] as const;

function pathPart<const N extends string>(name: N, description: string) {
  return pathParameter({ name, description, schema: textSchema });
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
