import { plainText } from '@callboard/plugin-callboard-common';
import {
  UpstreamClient,
  UpstreamError,
  type UpstreamUsage,
} from '@callboard/plugin-callboard-node';
import { connect } from '../access/connect';
import type { ClusterConnection } from '../access/ClusterConnection';
import type { ClusterAccess } from '../config/ClusterAccess';
import { ApiFailures, readFailure, type Asked } from './ApiFailures';
import type {
  KubernetesApi,
  ListPage,
  ListPageOptions,
  WatchedResource,
  WatchEvent,
  WatchEventsOptions,
} from './KubernetesApi';
import { readinessFailure } from './readiness';
import { resourcePath } from './resourcePath';
import { listPageSchema, versionSchema, watchEventSchema } from './schemas';
import { LineTooLongError, splitLines } from './splitLines';
import { withoutManagedFields } from './withoutManagedFields';

/** Longest page: 500 pods are 2.5 MiB, with long specs ten times as much. */
const PAGE_MAX_BYTES = 32 * 1024 * 1024;

/** Longest event; etcd holds no object above 1.5 MiB, JSON may double it. */
const EVENT_MAX_BYTES = 8 * 1024 * 1024;

const DEFAULT_DEADLINE_MS = 5_000;

/** What `/readyz` says where every check passes. */
const READY = 'ok';
const NOT_FOUND = 404;

/** @internal */
export interface HttpKubernetesApiOptions {
  /** `kubernetes/prod-eu` */
  readonly name: string;
  readonly access: ClusterAccess;
  /** Longest time of one call, and until a watch begins; 5 s by default. */
  readonly deadlineMs?: number;
  /** The time, in epoch milliseconds. */
  readonly now?: () => number;
}

/** One cluster over HTTP. */
export class HttpKubernetesApi implements KubernetesApi {
  readonly #options: HttpKubernetesApiOptions;
  readonly #connection: ClusterConnection;
  readonly #failures: ApiFailures;
  #client?: { readonly url: string; readonly client: UpstreamClient };
  /** Of clients for addresses that a kubeconfig had before. */
  #past: UpstreamUsage = { calls: 0, bytes: 0, totalLatencyMs: 0 };

  static create(options: HttpKubernetesApiOptions): HttpKubernetesApi {
    return new HttpKubernetesApi(options);
  }

  private constructor(options: HttpKubernetesApiOptions) {
    const { name, access, deadlineMs = DEFAULT_DEADLINE_MS } = options;
    this.#options = options;
    this.#connection = connect({
      name,
      access,
      connectTimeoutMs: deadlineMs,
      now: options.now ?? Date.now,
    });
    this.#failures = ApiFailures.create({ name, connection: this.#connection });
  }

  async listPage(
    resource: WatchedResource,
    options: ListPageOptions,
  ): Promise<ListPage> {
    const { namespace, limit, signal } = options;
    const page = await this.#call(
      { verb: 'list', resource, namespace },
      client =>
        client.getJson(
          {
            segments: resourcePath(resource, namespace),
            query: {
              limit: String(limit),
              ...(options.continue && { continue: options.continue }),
              ...fieldsOf(resource),
            },
          },
          {
            signal,
            schema: listPageSchema,
            maxBytes: PAGE_MAX_BYTES,
            shorten: withoutManagedFields,
          },
        ),
    );
    return {
      items: page.items ?? [],
      resourceVersion: page.metadata.resourceVersion,
      ...(page.metadata.continue && { continue: page.metadata.continue }),
    };
  }

  async *watch(
    resource: WatchedResource,
    options: WatchEventsOptions,
  ): AsyncGenerator<WatchEvent> {
    const { namespace, signal } = options;
    const asked: Asked = { verb: 'watch', resource, namespace };
    const stream = await this.#call(asked, client =>
      client.openStream(
        {
          segments: resourcePath(resource, namespace),
          query: {
            watch: 'true',
            allowWatchBookmarks: 'true',
            resourceVersion: options.resourceVersion,
            timeoutSeconds: String(options.timeoutSeconds),
            ...fieldsOf(resource),
          },
        },
        { signal },
      ),
    );
    options.onOpen();
    try {
      for await (const line of splitLines(stream, {
        maxBytes: EVENT_MAX_BYTES,
      })) {
        const event = this.#eventOf(line);
        if (event.type === 'ERROR') {
          throw this.#failures.ofEvent(event.object, asked);
        }
        yield event;
      }
    } catch (error) {
      throw error instanceof LineTooLongError
        ? this.#failures.invalid('sent an event that is too long')
        : this.#failures.explain(error, asked);
    }
  }

  async version({ signal }: { signal: AbortSignal }): Promise<string> {
    const { gitVersion } = await this.#call({ verb: 'get' }, client =>
      client.getJson(
        { segments: ['version'] },
        { signal, schema: versionSchema },
      ),
    );
    return plainText(gitVersion);
  }

  async ready(options: { signal: AbortSignal }): Promise<void> {
    try {
      const said = await this.#call({ verb: 'get' }, client =>
        client.getText({ segments: ['readyz'] }, options),
      );
      if (said.trim() === READY) {
        return;
      }
    } catch (error) {
      if (!(error instanceof UpstreamError)) {
        throw error;
      }
      const failure = readinessFailure(error, this.#options.name);
      if (!failure) {
        return;
      }
      if (failure.status !== NOT_FOUND) {
        throw failure;
      }
    }
    // What stands in front of some clusters has no /readyz; its version has to do.
    await this.version(options);
  }

  usage(): UpstreamUsage {
    const now = this.#client?.client.usage();
    return now ? sum(this.#past, now) : this.#past;
  }

  clockOffsetMs(): number {
    return this.#client?.client.clockOffsetMs() ?? 0;
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  /** Once more where the cluster refused credentials that can be replaced. */
  async #call<T>(
    asked: Asked,
    task: (client: UpstreamClient) => Promise<T>,
  ): Promise<T> {
    try {
      return await task(await this.#connected());
    } catch (error) {
      const isRefused = error instanceof UpstreamError && error.status === 401;
      if (!isRefused || !this.#connection.renew()) {
        throw this.#failures.explain(error, asked);
      }
    }
    try {
      return await task(await this.#connected());
    } catch (error) {
      throw this.#failures.explain(error, asked);
    }
  }

  async #connected(): Promise<UpstreamClient> {
    const url = await this.#connection.baseUrl();
    if (this.#client?.url !== url) {
      this.#past = this.usage();
      const { name, deadlineMs = DEFAULT_DEADLINE_MS, now } = this.#options;
      const client = UpstreamClient.create({
        name,
        baseUrl: url,
        authorize: signal => this.#connection.authorize(signal),
        readFailure,
        deadlineMs,
        dispatcher: this.#connection.dispatcher,
        now,
      });
      this.#client = { url, client };
    }
    return this.#client.client;
  }

  #eventOf(line: string): WatchEvent {
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      throw this.#failures.invalid('sent an event that is no JSON');
    }
    const event = watchEventSchema.safeParse(json);
    if (!event.success) {
      throw this.#failures.invalid('sent an event without a type');
    }
    return event.data;
  }
}

function fieldsOf({ fieldSelector }: WatchedResource): Record<string, string> {
  return fieldSelector ? { fieldSelector } : {};
}

function sum(a: UpstreamUsage, b: UpstreamUsage): UpstreamUsage {
  return {
    calls: a.calls + b.calls,
    bytes: a.bytes + b.bytes,
    totalLatencyMs: a.totalLatencyMs + b.totalLatencyMs,
  };
}
