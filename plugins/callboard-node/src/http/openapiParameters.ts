const LIST_MAX_COUNT = 100;
const VALUE_MAX_LENGTH = 1024;

/** A value of a parameter. @public */
export const textSchema = {
  type: 'string',
  maxLength: VALUE_MAX_LENGTH,
} as const;

/** A parameter of the query that is given once. @public */
export function queryParameter<
  const N extends string,
  const S extends object,
>(options: {
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
    // Entity refs hold colons and slashes, and '@me' an at sign.
    allowReserved: true,
    schema,
  } as const;
}

/** A parameter that repeats: `status=failing&status=warning`. @public */
export function listParameter<
  const N extends string,
  const I extends object,
>(options: {
  readonly name: N;
  readonly description: string;
  readonly items: I;
}) {
  const { items, ...named } = options;
  const schema = { type: 'array', maxItems: LIST_MAX_COUNT, items } as const;
  return {
    ...queryParameter({ ...named, schema }),
    style: 'form',
    explode: true,
    allowEmptyValue: true,
  } as const;
}

/** A part of the path. @public */
export function pathParameter<
  const N extends string,
  const S extends object,
>(options: {
  readonly name: N;
  readonly description: string;
  readonly schema: S;
}) {
  return { ...options, in: 'path', required: true } as const;
}

/** Where a page begins. @public */
export const cursorParameter = queryParameter({
  name: 'cursor',
  description: 'nextCursor of the page before',
  schema: { type: 'string', minLength: 1, maxLength: 4096 },
});
