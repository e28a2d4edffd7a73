import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';

const runbookSchema = z.object({
  id: z.string(),
  version: z.number(),
});

const runSchema = z.object({
  id: z.string(),
  steps: z.array(z.object({ n: z.number() })),
});

const pageSchema = z.object({ total: z.number() });

export type WrittenRunbook = z.infer<typeof runbookSchema>;
export type StartedRun = z.infer<typeof runSchema>;

/** The HTTP API of a portal's runbooks, as one of the company's people uses it. */
export class RunbookDesk {
  readonly #baseUrl: string;
  readonly #token: string;

  static create(options: {
    /** `http://127.0.0.1:7007` */
    readonly backendUrl: string;
    readonly token: string;
  }): RunbookDesk {
    return new RunbookDesk(options);
  }

  private constructor(options: { backendUrl: string; token: string }) {
    this.#baseUrl = `${options.backendUrl}/api/runbooks/v1`;
    this.#token = options.token;
  }

  async count(): Promise<number> {
    const states = ['draft', 'published', 'archived'];
    const query = states.map(state => `state=${state}`).join('&');
    const { total } = await this.#call(pageSchema, {
      method: 'GET',
      path: `/runbooks?limit=1&${query}`,
    });
    return total;
  }

  /** Throws a NotFoundError while the catalog does not know what it belongs to. */
  async create(runbook: object): Promise<WrittenRunbook> {
    return this.#call(runbookSchema, {
      method: 'POST',
      path: '/runbooks',
      body: runbook,
    });
  }

  async save(before: WrittenRunbook, runbook: object): Promise<WrittenRunbook> {
    return this.#call(runbookSchema, {
      method: 'PUT',
      path: `/runbooks/${before.id}`,
      headers: { 'if-match': `"${before.version}"` },
      body: runbook,
    });
  }

  async startRun(runbookId: string, start: object): Promise<StartedRun> {
    return this.#call(runSchema, {
      method: 'POST',
      path: `/runbooks/${runbookId}/runs`,
      body: start,
    });
  }

  async changeStep(runId: string, n: number, change: object): Promise<void> {
    await this.#call(runSchema, {
      method: 'PATCH',
      path: `/runs/${runId}/steps/${n}`,
      body: change,
    });
  }

  async finishRun(runId: string, finish: object): Promise<void> {
    await this.#call(runSchema, {
      method: 'POST',
      path: `/runs/${runId}/finish`,
      body: finish,
    });
  }

  async #call<T>(
    schema: z.ZodType<T>,
    call: {
      readonly method: string;
      readonly path: string;
      readonly body?: object;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<T> {
    const { method, path, body, headers } = call;
    const response = await fetch(`${this.#baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      const message = `${method} ${path}: ${
        response.status
      } ${await response.text()}`;
      throw response.status === 404
        ? new NotFoundError(message)
        : new Error(message);
    }
    return schema.parse(await response.json());
  }
}
