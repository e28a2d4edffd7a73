import { CallboardFetchApi } from './CallboardClient';

/** A call that the client made. */
export interface SeenCall {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly ifNoneMatch?: string;
  readonly body?: string;
}

/** An answer of the test server. */
export interface TestAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly etag?: string;
}

/** Answers as the backend does: 304 where the tag still fits. */
export class TestServer implements CallboardFetchApi {
  readonly calls: SeenCall[] = [];
  readonly #answers = new Map<string, TestAnswer>();

  static create(): TestServer {
    return new TestServer();
  }

  private constructor() {}

  answer(path: string, answer: TestAnswer): void {
    this.#answers.set(path, answer);
  }

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    init.signal?.throwIfAborted();
    const headers = new Headers(init.headers);
    const path = url.replace('http://portal/api/callboard', '');
    const ifNoneMatch = headers.get('If-None-Match') ?? undefined;
    this.calls.push({
      method: init.method ?? 'GET',
      path,
      ...(ifNoneMatch && { ifNoneMatch }),
      ...(typeof init.body === 'string' && { body: init.body }),
    });
    const answer = this.#answers.get(path) ?? { status: 404 };
    if (answer.etag && answer.etag === ifNoneMatch) {
      return new Response(null, { status: 304 });
    }
    return new Response(
      typeof answer.body === 'string'
        ? answer.body
        : JSON.stringify(answer.body ?? { error: { name: 'NotFoundError' } }),
      {
        status: answer.status ?? 200,
        headers: {
          'Content-Type': 'application/json',
          ...(answer.etag && { ETag: answer.etag }),
        },
      },
    );
  }
}
