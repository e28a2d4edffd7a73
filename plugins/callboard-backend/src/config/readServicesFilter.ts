import type { EntityFilterQuery } from '@backstage/catalog-client';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const PATH = 'callboard.services.filter';

const fields = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).min(1)]))
  .refine(record => Object.keys(record).length > 0, 'names no field');
const schema = z.union([fields, z.array(fields).min(1)]);

/** Reads which entities are services: `callboard.services.filter`, components by default. */
export function readServicesFilter(config: Config): EntityFilterQuery {
  const value = config.getOptional(PATH);
  if (value === undefined) {
    return { kind: 'component' };
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      `Config '${PATH}' is no catalog filter, expected { field: value } or a list of such: ${z.prettifyError(
        parsed.error,
      )}`,
    );
  }
  return parsed.data;
}
