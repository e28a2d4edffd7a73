import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { z } from 'zod';
import type {
  CallboardRunbooksApi,
  RunbookChoice,
  RunbookQuestion,
} from './callboardRunbooksApiRef';

const choiceSchema = z.union([
  z.object({ url: z.url({ protocol: /^https?$/ }), title: z.string() }),
  z.object({ id: z.string(), title: z.string() }),
]);

const answerSchema = z.object({
  items: z.array(z.array(z.object({ runbook: choiceSchema }))),
});

/** Asks the portal's own runbooks, over HTTP. */
export class RunbooksOfPortal implements CallboardRunbooksApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  static create(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }): RunbooksOfPortal {
    return new RunbooksOfPortal(options);
  }

  private constructor(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async choose(
    entityRef: string,
    questions: readonly RunbookQuestion[],
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<readonly (RunbookChoice | null)[] | undefined> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('runbooks');
    const response = await this.#fetchApi.fetch(`${baseUrl}/v1/match`, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ entityRef, questions }),
      signal: options.signal,
    });
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { items } = answerSchema.parse(await response.json());
    return questions.map((_, index) => items[index]?.[0]?.runbook ?? null);
  }
}
