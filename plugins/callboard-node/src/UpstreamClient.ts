import { setMaxListeners } from 'node:events';
import { Agent, type Dispatcher } from 'undici';
import type { ZodType } from 'zod';
import type { UpstreamUsage } from './StatusSource';
import { UpstreamError } from './UpstreamError';
import { ClockOffset } from './upstream/ClockOffset';
import { ConcurrencyLimit } from './upstream/ConcurrencyLimit';
import { EtagCache } from './upstream/EtagCache';
import { exchange, type Answer } from './upstream/exchange';
import { transportFailure, type FailureContext } from './upstream/failures';
import { joinPath } from './upstream/joinPath';
import { BodyTooLongError } from './upstream/readBody';
import {
  readUpstreamAccess,
  type UpstreamAccess,
  type UpstreamAccessOptions,
} from './upstream/UpstreamAccess';
import { DeadlineError, withDeadline } from './upstream/withDeadline';

const DEFAULT_DEADLINE_MS = 10_000;
const DEFAULT_MAX_BYTES = 8 * 1024 * 1024;
const DEFAULT_MAX_CONCURRENCY_COUNT = 4;
/** How much of something hostile is repeated in a sentence. */
const MAX_SHOWN_LENGTH_COUNT = 100;

const ETAG_CACHE_MAX_CHARS_COUNT = 4 * 1024 * 1024;

/** How one external system is asked. @public */
export interface UpstreamClientOptions extends UpstreamAccessOptions {
  /** What sentences call the source: `jenkins/main`. */
  readonly name: string;
  /** Longest time of one exchange with body and redirects, in milliseconds; 10 s by default. */
  readonly deadlineMs?: number;
  /** Longest answer, in bytes; 8 MiB by default. */
  readonly maxBytes?: number;
  /** Exchanges at the same time; 4 by default. The others wait, and their deadline with them. */
  readonly maxConcurrency?: number;
  /** How connections are made; an agent of its own by default. */
  readonly dispatcher?: Dispatcher;
  /** The time, in epoch milliseconds. */
  readonly now?: () => number;
  /** A clock that only ever goes forward, in milliseconds, for latencies. */
  readonly monotonicNow?: () => number;
}

/** What is asked for, below the base URL. @public */
export interface UpstreamPath {
  /** Names as people write them, each one segment of the path; they are encoded. */
  readonly segments: readonly string[];
  /** Names and values of the query, as people write them. */
  readonly query?: Readonly<Record<string, string>> | URLSearchParams;
}

/** How one answer is got. @public */
export interface GetOptions {
  /** Ends the exchange, and the wait for its turn. */
  readonly signal: AbortSignal;
  /** Longest answer, in bytes, where it differs from the client's. */
  readonly maxBytes?: number;
  /** Keeps the answer's ETag and text, and takes "not modified" for an answer next time. */
  readonly reuse?: boolean;
}

/** How one answer of a known shape is got. @public */
export interface GetJsonOptions<T> extends GetOptions {
  /** The shape that is expected; an answer of another shape is an `invalid` UpstreamError. */
  readonly schema: ZodType<T>;
}

/**
 * Asks one external system. Every method throws an {@link UpstreamError} where there is no usable
 * answer, and the signal's own reason where the caller left.
 *
 * Only paths below the base URL are asked for, redirects are followed within its origin only, one
 * deadline holds for the whole exchange, an answer that is too long is cut off while it comes in,
 * and no error holds a secret.
 * @public
 */
export class UpstreamClient {
  readonly #context: FailureContext;
  readonly #access: UpstreamAccess;
  readonly #deadlineMs: number;
  readonly #maxBytes: number;
  readonly #dispatcher: Dispatcher;
  readonly #ownAgent?: Agent;
  readonly #limit: ConcurrencyLimit;
  readonly #now: () => number;
  readonly #monotonicNow: () => number;
  readonly #etags = EtagCache.create({ maxChars: ETAG_CACHE_MAX_CHARS_COUNT });
  readonly #clockOffset = ClockOffset.create();
  #calls = 0;
  #bytes = 0;
  #totalLatencyMs = 0;

  /** Throws an InputError where the base URL cannot be used. */
  static create(options: UpstreamClientOptions): UpstreamClient {
    return new UpstreamClient(options);
  }

  private constructor(options: UpstreamClientOptions) {
    this.#access = readUpstreamAccess(options.name, options);
    this.#context = {
      name: options.name,
      hasCredentials: this.#access.hasCredentials,
    };
    this.#deadlineMs = options.deadlineMs ?? DEFAULT_DEADLINE_MS;
    this.#maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
    this.#now = options.now ?? Date.now;
    this.#monotonicNow = options.monotonicNow ?? (() => performance.now());
    const max = options.maxConcurrency ?? DEFAULT_MAX_CONCURRENCY_COUNT;
    this.#limit = ConcurrencyLimit.create({ max });
    if (options.dispatcher) {
      this.#dispatcher = options.dispatcher;
    } else {
      this.#ownAgent = new Agent({
        connections: max,
        connect: { timeout: this.#deadlineMs },
        // One deadline holds for the whole exchange.
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      this.#dispatcher = this.#ownAgent;
    }
  }

  /** The answer as JSON of any shape. */
  async getJson(path: UpstreamPath, options: GetOptions): Promise<unknown>;
  /** The answer as JSON of the shape that is expected. */
  async getJson<T>(path: UpstreamPath, options: GetJsonOptions<T>): Promise<T>;
  async getJson<T>(
    path: UpstreamPath,
    options: GetOptions & { schema?: ZodType<T> },
  ): Promise<unknown> {
    const text = await this.#get(path, { ...options, accept: 'json' });
    const json = this.#parse(text);
    if (!options.schema) {
      return json;
    }
    const result = options.schema.safeParse(json);
    if (!result.success) {
      // The keys are the system's own words.
      const where = result.error.issues[0]?.path
        .join('.')
        .slice(0, MAX_SHOWN_LENGTH_COUNT)
        .replace(/\p{Cc}/gu, ' ');
      throw this.#invalid(
        `sent JSON that is not what we expect${where && `, at ${where}`}`,
      );
    }
    return result.data;
  }

  /** The answer as text, whatever its content type. */
  async getText(path: UpstreamPath, options: GetOptions): Promise<string> {
    return this.#get(path, { ...options, accept: 'text' });
  }

  /** Calls, bytes of bodies and time since the client was created. Redirects count as calls. */
  usage(): UpstreamUsage {
    return {
      calls: this.#calls,
      bytes: this.#bytes,
      totalLatencyMs: this.#totalLatencyMs,
    };
  }

  /**
   * How far the system's clock is ahead of ours, in milliseconds; negative where it is behind.
   * Whole minutes, and 0 below 90 s, so that it stays the same while the clocks do. Take it off the
   * times that the system tells.
   */
  clockOffsetMs(): number {
    return this.#clockOffset.ms;
  }

  /** Closes its connections; a dispatcher that was given stays open. */
  async close(): Promise<void> {
    await this.#ownAgent?.destroy();
  }

  async #get(
    path: UpstreamPath,
    options: GetOptions & { accept: 'json' | 'text' },
  ): Promise<string> {
    const url = joinPath(this.#access.baseUrl, path.segments);
    url.search = new URLSearchParams(path.query).toString();
    const { signal } = options;
    const maxBytes = options.maxBytes ?? this.#maxBytes;
    // A round asks for hundreds of things under one signal, which is no leak.
    setMaxListeners(0, signal);
    return this.#limit.run(signal, () => {
      const begin = this.#monotonicNow();
      let isAnswered = false;
      return withDeadline({ deadlineMs: this.#deadlineMs, signal }, limited =>
        exchange({
          url,
          accept: options.accept,
          maxBytes,
          signal: limited,
          context: this.#context,
          headers: this.#access.headers,
          dispatcher: this.#dispatcher,
          etags: options.reuse ? this.#etags : undefined,
          now: this.#now,
          onCall: () => {
            this.#calls++;
          },
          onAnswer: answer => {
            isAnswered = true;
            this.#noticeClock(answer);
          },
          onBytes: count => {
            this.#bytes += count;
          },
        }),
      )
        .catch(error => {
          throw signal.aborted
            ? signal.reason
            : this.#failure(error, { isAnswered, maxBytes });
        })
        .finally(() => {
          this.#totalLatencyMs += this.#monotonicNow() - begin;
        });
    });
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      // Without the cause: it quotes the answer, of which we know nothing.
      throw this.#invalid('sent broken JSON');
    }
  }

  /** Knows everything that can go wrong, and turns it into an error without secrets. */
  #failure(
    error: unknown,
    options: { isAnswered: boolean; maxBytes: number },
  ): UpstreamError {
    const { name } = this.#context;
    if (error instanceof UpstreamError) {
      return new UpstreamError(this.#access.redactor.text(error.message), {
        reason: error.reason,
        status: error.status,
        retryAfterMs: error.retryAfterMs,
      });
    }
    if (error instanceof DeadlineError) {
      const verb = options.isAnswered ? 'finish its answer' : 'answer';
      return new UpstreamError(
        `${name} did not ${verb} within ${this.#deadlineMs / 1000} s`,
        { reason: 'unreachable' },
      );
    }
    if (error instanceof BodyTooLongError) {
      const mebibytes = (options.maxBytes / 1024 / 1024).toFixed(1);
      return this.#invalid(
        `sent more than ${mebibytes} MiB, we stopped there`,
        { tooLong: true },
      );
    }
    return transportFailure(this.#context, this.#access.redactor.error(error));
  }

  #invalid(what: string, options: { tooLong?: boolean } = {}): UpstreamError {
    return new UpstreamError(
      this.#access.redactor.text(`${this.#context.name} ${what}`),
      { reason: 'invalid', ...options },
    );
  }

  #noticeClock(answer: Answer) {
    const date = Date.parse(answer.header('date') ?? '');
    // What comes out of a cache tells the time at which it went in.
    if (Number.isNaN(date) || answer.header('age') !== undefined) {
      return;
    }
    this.#clockOffset.notice(date - this.#now());
  }
}
