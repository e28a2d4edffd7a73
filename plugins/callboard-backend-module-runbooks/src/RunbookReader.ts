import {
  UpstreamError,
  type UpstreamClient,
} from '@callboard/plugin-callboard-node';
import { runbookPageSchema, type KnownRunbook } from './KnownRunbook';

/** The most that the backend gives at once. */
const PAGE_COUNT = 200;
/** Beyond any portal: an answer that never ends would fill the memory. */
const PAGES_MAX_COUNT = 1_000;
/** Somebody who saves while we read moves a runbook to a page that was read already. */
const TRIES_MAX_COUNT = 3;

/** Reads all runbooks that are not archived; what did not change since comes as "not modified". */
export class RunbookReader {
  readonly #client: Pick<UpstreamClient, 'getJson'>;

  static create(options: {
    readonly client: Pick<UpstreamClient, 'getJson'>;
  }): RunbookReader {
    return new RunbookReader(options.client);
  }

  private constructor(client: Pick<UpstreamClient, 'getJson'>) {
    this.#client = client;
  }

  async read(signal: AbortSignal): Promise<readonly KnownRunbook[]> {
    for (let tries = 0; tries < TRIES_MAX_COUNT; tries++) {
      const runbooks = await this.#readOnce(signal);
      if (runbooks) {
        return runbooks;
      }
    }
    throw new UpstreamError(
      'Runbooks were saved faster than their list could be read; the next round tries again',
      { reason: 'invalid' },
    );
  }

  /** Nothing where the list was another one at its end than at its beginning. */
  async #readOnce(
    signal: AbortSignal,
  ): Promise<readonly KnownRunbook[] | undefined> {
    const runbooks = new Map<string, KnownRunbook>();
    let cursor: string | undefined;
    for (let pages = 0; pages < PAGES_MAX_COUNT; pages++) {
      const page = await this.#client.getJson(
        {
          segments: ['v1', 'runbooks'],
          query: {
            limit: String(PAGE_COUNT),
            ...(cursor !== undefined && { cursor }),
          },
        },
        { signal, schema: runbookPageSchema, reuse: true },
      );
      page.items.forEach(runbook => runbooks.set(runbook.id, runbook));
      cursor = page.nextCursor;
      if (cursor === undefined) {
        return runbooks.size === page.total
          ? [...runbooks.values()]
          : undefined;
      }
    }
    throw new UpstreamError('The list of runbooks does not end', {
      reason: 'invalid',
    });
  }
}
