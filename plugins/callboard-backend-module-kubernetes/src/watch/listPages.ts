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

/** All pages of a list; asks for fewer objects a page where an answer is too long. */
export async function* listPages(walk: ListWalk): AsyncGenerator<ListPage> {
  const { api, resource, namespace, policy, signal } = walk;
  let limit = policy.pageCount;
  let next: string | undefined;
  let isLast = false;
  while (!isLast) {
    try {
      const page = await api.listPage(resource, {
        namespace,
        limit,
        signal,
        ...(next !== undefined && { continue: next }),
      });
      next = page.continue;
      isLast = next === undefined || next === '';
      yield page;
    } catch (error) {
      if (!isTooLong(error) || limit <= policy.minPageCount) {
        throw error;
      }
      // The same page again, smaller: a continue token says where, not how many.
      limit = Math.max(policy.minPageCount, Math.floor(limit / 2));
    }
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof UpstreamError && error.tooLong === true;
}
