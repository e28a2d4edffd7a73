import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';

/** For all pages together. */
const DEADLINE_MS = 20_000;

const findingsSchema = z.object({
  items: z.array(
    z.object({
      entityRef: z.string(),
      aspect: z.string(),
      code: z.string(),
      lastAt: z.iso.datetime(),
    }),
  ),
  nextCursor: z.string().optional(),
});

/** A finding that a service had. */
export type PastFinding = z.infer<typeof findingsSchema>['items'][number];

export interface FindingsOfBoardOptions {
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  /** Makes the call. */
  readonly fetch?: typeof fetch;
}

/** Asks the board which findings there were, for a viewer. */
export class FindingsOfBoard {
  readonly #options: FindingsOfBoardOptions;

  static create(options: FindingsOfBoardOptions): FindingsOfBoard {
    return new FindingsOfBoard(options);
  }

  private constructor(options: FindingsOfBoardOptions) {
    this.#options = options;
  }

  /**
   * Undefined where there is no board: runbooks do without it. Throws a ServiceUnavailableError where
   * there is one that does not tell, because that is no answer.
   */
  async read(
    period: { readonly from: string; readonly to: string },
    viewer: BackstageCredentials,
  ): Promise<readonly PastFinding[] | undefined> {
    const { auth, discovery } = this.#options;
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: viewer,
        targetPluginId: 'callboard',
      });
      const baseUrl = await discovery.getBaseUrl('callboard');
      return await this.#readPages({
        url: `${baseUrl}/v1/findings`,
        token,
        query: period,
      });
    } catch (error) {
      throw new ServiceUnavailableError(
        'The board does not say which findings there were',
        error,
      );
    }
  }

  async #readPages(options: {
    readonly url: string;
    readonly token: string;
    readonly query: Readonly<Record<string, string>>;
  }): Promise<readonly PastFinding[] | undefined> {
    const { url, token, query } = options;
    const ask = this.#options.fetch ?? fetch;
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const findings: PastFinding[] = [];
    const params = new URLSearchParams(query);
    for (;;) {
      const response = await ask(`${url}?${params}`, {
        headers: { Authorization: `Bearer ${token}` },
        signal,
      });
      if (response.status === 404) {
        return undefined;
      }
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      const page = findingsSchema.parse(await response.json());
      findings.push(...page.items);
      if (page.nextCursor === undefined) {
        return findings;
      }
      params.set('cursor', page.nextCursor);
    }
  }
}
