import { ForwardedError, ResponseError } from '@backstage/errors';
import { z } from 'zod';
import { AnswerMemory } from './AnswerMemory';
import type { CallboardFetchApi } from './CallboardClient';

/** Keeps what a few pages show; a long session does not grow. */
const REMEMBERED_MAX_COUNT = 24;

/**
 * Reads one kind of answer. What did not change on the server is the identical object, so that
 * nothing is parsed or drawn again.
 */
export class AnswerReader<T> {
  readonly #schema: z.ZodType<T>;
  readonly #fetchApi: CallboardFetchApi;
  readonly #memory = AnswerMemory.create<T>({ maxCount: REMEMBERED_MAX_COUNT });

  static create<T>(options: {
    schema: z.ZodType<T>;
    fetchApi: CallboardFetchApi;
  }): AnswerReader<T> {
    return new AnswerReader(options.schema, options.fetchApi);
  }

  private constructor(schema: z.ZodType<T>, fetchApi: CallboardFetchApi) {
    this.#schema = schema;
    this.#fetchApi = fetchApi;
  }

  async read(url: string, signal?: AbortSignal): Promise<T> {
    const remembered = this.#memory.get(url);
    const response = await this.#fetchApi.fetch(url, {
      headers: {
        Accept: 'application/json',
        ...(remembered && { 'If-None-Match': remembered.etag }),
      },
      ...(signal && { signal }),
    });
    if (response.status === 304 && remembered) {
      return remembered.answer;
    }
    if (!response.ok) {
      // What may not be read any more is not kept either.
      this.#memory.delete(url);
      throw await ResponseError.fromResponse(response);
    }
    const answer = await parseAnswer(response, this.#schema);
    // Another origin may hide the header from us; then every answer is read anew.
    const etag = response.headers.get('ETag');
    if (etag) {
      this.#memory.set(url, { etag, answer });
    }
    return answer;
  }
}

/** Reads the body of an answer that is as it should be. */
export async function parseAnswer<T>(
  response: Response,
  schema: z.ZodType<T>,
): Promise<T> {
  const body: unknown = await response.json();
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new ForwardedError(
      'The answer of the Callboard backend is not of the expected form',
      parsed.error,
    );
  }
  return parsed.data;
}
