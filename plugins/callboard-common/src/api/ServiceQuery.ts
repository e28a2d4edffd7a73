import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { aspectSchema, overallStatusSchema } from '../words';

/** What services can be sorted by. @public */
export const SERVICE_SORTS = ['worst', 'name', 'since'] as const;

/** What services can be sorted by. @public */
export type ServiceSort = (typeof SERVICE_SORTS)[number];

const textSchema = z.string().min(1);

/** The parameters that repeat, and what each of their values has to be. */
const LISTS = {
  status: overallStatusSchema,
  aspect: aspectSchema,
  source: textSchema,
  code: textSchema,
  owner: textSchema,
  system: textSchema,
  lifecycle: textSchema,
  tag: textSchema,
};

/** The parameters that stand once. */
const SINGLES = {
  q: textSchema,
  sort: z.enum(SERVICE_SORTS),
  limit: z.number().int().min(0),
  cursor: textSchema,
};

/**
 * Which services, in which order. Values of a list are alternatives, different parameters narrow
 * each other.
 * @public
 */
export const serviceQuerySchema = z.object({
  /** With `aspect` it means the status of that aspect. */
  status: z.array(LISTS.status).optional(),
  aspect: z.array(LISTS.aspect).optional(),
  source: z.array(LISTS.source).optional(),
  /** Codes of findings. */
  code: z.array(LISTS.code).optional(),
  /** Entity refs; `@me` stands for the viewer's own. */
  owner: z.array(LISTS.owner).optional(),
  system: z.array(LISTS.system).optional(),
  lifecycle: z.array(LISTS.lifecycle).optional(),
  tag: z.array(LISTS.tag).optional(),
  /** Text that the name, the title or the like contains. */
  q: SINGLES.q.optional(),
  sort: SINGLES.sort.optional(),
  /** 0 asks for the counts only. */
  limit: SINGLES.limit.optional(),
  cursor: SINGLES.cursor.optional(),
});

/** Which services, in which order. @public */
export type ServiceQuery = Readonly<z.infer<typeof serviceQuerySchema>>;

/** The value of `owner` that stands for the viewer's own. @public */
export const OWNER_ME = '@me';

/**
 * Stands for no owner, no system or no lifecycle, in filters as in facets.
 * @public
 */
export const NO_VALUE = '@none';

/**
 * Writes a query as URL parameters; lists repeat.
 * @public
 */
export function toSearchParams(query: ServiceQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of Object.keys(serviceQuerySchema.shape)) {
    const value: unknown = Reflect.get(query, name);
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') {
        params.append(name, String(one));
      }
    }
  }
  return params;
}

/**
 * Reads a query from URL parameters; those of others are left alone.
 *
 * @param options - `lenient` drops what is no valid value, as an address that a person typed
 * deserves, instead of throwing.
 * @throws InputError that names the parameter, unless lenient
 * @public
 */
export function fromSearchParams(
  params: URLSearchParams,
  options: { lenient?: boolean } = {},
): ServiceQuery {
  const raw: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(LISTS)) {
    const values = [...new Set(params.getAll(name))].filter(Boolean);
    const kept = options.lenient
      ? values.filter(value => schema.safeParse(value).success)
      : values;
    if (kept.length > 0) {
      raw[name] = kept;
    }
  }
  for (const [name, schema] of Object.entries(SINGLES)) {
    const text = params.get(name);
    if (text) {
      const value = name === 'limit' ? Number(text) : text;
      if (!options.lenient || schema.safeParse(value).success) {
        raw[name] = value;
      }
    }
  }
  const parsed = serviceQuerySchema.safeParse(raw);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(issue => issue.path[0]));
    throw new InputError(`Not a valid value of ${[...names].join(', ')}`);
  }
  return parsed.data;
}
