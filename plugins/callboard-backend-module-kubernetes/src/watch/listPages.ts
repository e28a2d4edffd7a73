import { UpstreamError } from '@callboard/plugin-callboard-node';
import type {
  KubernetesApi,
  ListPage,
  WatchedResource,
} from '../api/KubernetesApi';
import type { WatchPolicy } from './WatchPolicy';

/** What is to be listed. */
export interface ListWalk {
  readonly api: KubernetesApi;
  readonly resource: WatchedResource;
  readonly namespace?: string;
  readonly policy: WatchPolicy;
  readonly signal: AbortSignal;
}

/**
 * All pages of a list, each asked for when the one before it came, so that it arrives while that one
 * is read. Asks for fewer objects a page where an answer is too long.
 */
export async function* listPages(walk: ListWalk): AsyncGenerator<ListPage> {
  const { api, resource, namespace, policy, signal } = walk;
  let limit = policy.pageCount;
  let next: string | undefined;
  const ask = () => {
    const asked = api.listPage(resource, {
      namespace,
      limit,
      signal,
      ...(next && { continue: next }),
    });
    // Nobody waits for it yet, or ever, where the one before it is not read to its end.
    asked.catch(() => {});
    return asked;
  };
  let asked: Promise<ListPage> | undefined = ask();
  while (asked) {
    try {
      const page: ListPage = await asked;
      next = page.continue;
      asked = next ? ask() : undefined;
      yield page;
    } catch (error) {
      if (!isTooLong(error) || limit <= policy.minPageCount) {
        throw error;
      }
      // The same page again, smaller: a continue token says where, not how many.
      limit = Math.max(policy.minPageCount, Math.floor(limit / 2));
      asked = ask();
    }
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof UpstreamError && error.tooLong === true;
}
