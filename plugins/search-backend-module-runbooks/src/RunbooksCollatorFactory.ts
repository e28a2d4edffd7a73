import { ResponseError } from '@backstage/errors';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  runbooksReadPermission,
  type RunbooksApi,
  type RunbookSummary,
} from '@callboard/plugin-runbooks-common';
import { Readable } from 'node:stream';
import { plainText } from './plainText';
import {
  RUNBOOKS_TYPE,
  toDocument,
  type RunbookDocument,
} from './RunbookDocument';

const PAGE_COUNT = 200;
/** What texts may take in memory from one pass to the next. */
const KEPT_MAX_COUNT = 64 * 1024 * 1024;

interface KeptText {
  readonly contentHash: string;
  readonly text: string;
}

/**
 * Gives search all runbooks that are not archived. A pass reads their list, and the texts of those
 * only that are others than in the pass before.
 */
export class RunbooksCollatorFactory implements DocumentCollatorFactory {
  readonly type = RUNBOOKS_TYPE;
  readonly visibilityPermission = runbooksReadPermission;
  readonly #api: Pick<RunbooksApi, 'getRunbooks' | 'getRunbook'>;
  #kept: ReadonlyMap<string, KeptText> = new Map();

  static create(options: {
    readonly api: Pick<RunbooksApi, 'getRunbooks' | 'getRunbook'>;
  }): RunbooksCollatorFactory {
    return new RunbooksCollatorFactory(options.api);
  }

  private constructor(api: Pick<RunbooksApi, 'getRunbooks' | 'getRunbook'>) {
    this.#api = api;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<RunbookDocument> {
    const kept = new Map<string, KeptText>();
    const seen = new Set<string>();
    let size = 0;
    let cursor: string | undefined;
    do {
      const page = await this.#api.getRunbooks({ limit: PAGE_COUNT, cursor });
      for (const runbook of page.items) {
        // Who is saved while we read moves to the front and comes twice.
        if (!seen.has(runbook.id)) {
          seen.add(runbook.id);
          const text = await this.#textOf(runbook);
          if (text !== undefined) {
            size += text.length;
            if (size <= KEPT_MAX_COUNT) {
              const { contentHash } = runbook;
              kept.set(runbook.id, { contentHash, text });
            }
            yield toDocument(runbook, text);
          }
        }
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    this.#kept = kept;
  }

  /** Nothing where it is gone since the list was read. */
  async #textOf(runbook: RunbookSummary): Promise<string | undefined> {
    const known = this.#kept.get(runbook.id);
    if (known?.contentHash === runbook.contentHash) {
      return known.text;
    }
    try {
      const { content } = await this.#api.getRunbook(runbook.id);
      return plainText(content);
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        return undefined;
      }
      throw error;
    }
  }
}
