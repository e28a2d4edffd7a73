import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** Longer than any that we give out: names have at most 255 characters. */
const CURSOR_MAX_LENGTH = 4096;

/**
 * Reads and writes the places at which pages go on. They are opaque to clients: base64url of the
 * sort keys of the last row.
 * @public
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
  if (cursor.length > CURSOR_MAX_LENGTH) {
    return undefined;
  }
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
