import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Reads and writes the places at which pages go on. They are opaque to clients: base64url of the
 * sort keys of the last row.
 */
export class Cursor<T> {
  readonly #schema: z.ZodType<T>;

  static of<T>(schema: z.ZodType<T>): Cursor<T> {
    return new Cursor(schema);
  }

  private constructor(schema: z.ZodType<T>) {
    this.#schema = schema;
  }

  write(place: T): string {
    return Buffer.from(JSON.stringify(place)).toString('base64url');
  }

  /** Throws an InputError for what {@link Cursor.write} did not make. */
  read(cursor: string): T {
    const result = this.#schema.safeParse(parse(cursor));
    if (!result.success) {
      throw new InputError(
        'The cursor is not one that this query gave out; ask for the first page again',
      );
    }
    return result.data;
  }
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A place among rows from new to old: time in epoch milliseconds, and id. */
export const timeCursor = Cursor.of(
  z.tuple([
    z.int(),
    z
      .string()
      .max(255)
      .refine(id => !id.includes('\0')),
  ]),
);

/** A place among versions. */
export const versionCursor = Cursor.of(z.int().min(1).max(2_147_483_647));
