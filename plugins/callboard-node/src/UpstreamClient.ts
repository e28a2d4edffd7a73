import { setMaxListeners } from 'node:events';
import { Agent, type Dispatcher } from 'undici';
import type { ZodType } from 'zod';
import type { UpstreamUsage } from './StatusSource';
import { UpstreamError } from './UpstreamError';
import { ClockOffset } from './upstream/ClockOffset';
import { ConcurrencyLimit } from './upstream/ConcurrencyLimit';
import { EtagCache } from './upstream/EtagCache';
import {
  exchange,
  openAnswer,
  type Answer,
  type OpenOptions,
} from './upstream/exchange';
import {
  toUpstreamError,
  type FailureContext,
  type RefusedAnswer,
} from './upstream/failures';
import { joinPath } from './upstream/joinPath';
import {
  UpstreamAccess,
  type UpstreamAccessOptions,
} from './upstream/UpstreamAccess';
import { Deadline, withDeadline } from './upstream/withDeadline';

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
  /** How connections are made; an agent of its own by default. Every open stream takes one. */
  readonly dispatcher?: Dispatcher;
  /**
   * Reads the system's own words out of an answer with a status of 400 and above, for `said` of the
   * {@link UpstreamError}; secrets that we sent are taken out of them.
   */
  readonly readFailure?: (answer: RefusedAnswer) => string | undefined;
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
  /** Takes out of a long answer what nobody reads, before it becomes text. */
  readonly shorten?: (body: Buffer) => Buffer;
}

/** How a stream is opened. @public */
export interface OpenStreamOptions {
  /** Ends the stream, whenever that is, and the wait for its turn. */
  readonly signal: AbortSignal;
}

/** How one answer of a known shape is got. @public */
export interface GetJsonOptions<T> extends GetOptions {
  /** The shape that is expected; an answer of another shape is an `invalid` UpstreamError. */
  readonly schema: ZodType<T>;
}

/** How far an exchange got. */
interface Progress {
  isAnswered: boolean;
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
  #streamAgent?: Agent;
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
    this.#access = UpstreamAccess.create(options.name, options);
    this.#context = {
      name: options.name,
      hasCredentials: this.#access.hasCredentials,
      readFailure: options.readFailure,
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

  /**
   * The beginning of a JSON answer that goes on for as long as the system has something to tell. The
   * deadline holds until it begins. What comes then are chunks as they arrive; iterating ends where
   * the system ends its answer, throws an {@link UpstreamError} where the connection breaks, and the
   * signal's own reason where that ends. Leaving the loop closes the connection. Of the time, only
   * that until the beginning counts as latency.
   */
  async openStream(
    path: UpstreamPath,
    { signal }: OpenStreamOptions,
  ): Promise<AsyncIterable<Buffer>> {
    const url = this.#urlOf(path);
    return this.#inTurn({ signal }, async progress => {
      const deadline = Deadline.begin({ deadlineMs: this.#deadlineMs, signal });
      try {
        const answer = await openAnswer({
          ...(await this.#openOptions({
            url,
            progress,
            signal: deadline.signal,
          })),
          accept: 'json',
          dispatcher: this.#streamDispatcher(),
        });
        deadline.lift();
        // Nobody may be reading when the signal ends.
        answer.body.on('error', () => {});
        return this.#chunks(answer, deadline);
      } catch (error) {
        deadline.end();
        throw deadline.reasonOf(error);
      }
    });
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
    await Promise.all([
      this.#ownAgent?.destroy(),
      this.#streamAgent?.destroy(),
    ]);
  }

  async #get(
    path: UpstreamPath,
    options: GetOptions & { accept: 'json' | 'text' },
  ): Promise<string> {
    const { signal, accept, maxBytes = this.#maxBytes } = options;
    const url = this.#urlOf(path);
    return this.#inTurn({ signal, maxBytes }, progress =>
      withDeadline({ deadlineMs: this.#deadlineMs, signal }, async limited =>
        exchange({
          ...(await this.#openOptions({ url, progress, signal: limited })),
          accept,
          maxBytes,
          etags: options.reuse ? this.#etags : undefined,
          shorten: options.shorten,
        }),
      ),
    );
  }

  #urlOf(path: UpstreamPath): URL {
    const url = joinPath(this.#access.baseUrl, path.segments);
    url.search = new URLSearchParams(path.query).toString();
    return url;
  }

  /** Waits for a turn, takes the time, and turns what goes wrong into an UpstreamError. */
  async #inTurn<T>(
    { signal, maxBytes }: Pick<GetOptions, 'signal' | 'maxBytes'>,
    task: (progress: Progress) => Promise<T>,
  ): Promise<T> {
    // A round asks for hundreds of things under one signal, which is no leak.
    setMaxListeners(0, signal);
    return this.#limit.run(signal, async () => {
      const begin = this.#monotonicNow();
      const progress: Progress = { isAnswered: false };
      try {
        return await task(progress);
      } catch (error) {
        throw signal.aborted
          ? signal.reason
          : this.#failure(error, { ...progress, maxBytes });
      } finally {
        this.#totalLatencyMs += this.#monotonicNow() - begin;
      }
    });
  }

  async #openOptions(call: {
    readonly url: URL;
    readonly signal: AbortSignal;
    readonly progress: Progress;
  }): Promise<Omit<OpenOptions, 'accept'>> {
    const { url, signal, progress } = call;
    return {
      url,
      signal,
      context: this.#context,
      headers: await this.#access.headers(signal),
      dispatcher: this.#dispatcher,
      now: this.#now,
      onCall: () => {
        this.#calls++;
      },
      onAnswer: answer => {
        progress.isAnswered = true;
        this.#noticeClock(answer);
      },
      onBytes: count => {
        this.#bytes += count;
      },
    };
  }

  async *#chunks(answer: Answer, deadline: Deadline): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of answer.body as AsyncIterable<Buffer>) {
        this.#bytes += chunk.length;
        yield chunk;
      }
    } catch (error) {
      throw deadline.signal.aborted
        ? deadline.signal.reason
        : this.#failure(error, { isAnswered: true });
    } finally {
      deadline.end();
    }
  }

  /** Without a limit: streams must not keep short exchanges from their connections. */
  #streamDispatcher(): Dispatcher {
    if (!this.#ownAgent) {
      return this.#dispatcher;
    }
    this.#streamAgent ??= new Agent({ connect: { timeout: this.#deadlineMs } });
    return this.#streamAgent;
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      // Without the cause: it quotes the answer, of which we know nothing.
      throw this.#invalid('sent broken JSON');
    }
  }

  #failure(
    error: unknown,
    reached: Progress & { readonly maxBytes?: number },
  ): UpstreamError {
    return toUpstreamError(error, {
      ...reached,
      context: this.#context,
      redactor: this.#access.redactor,
      deadlineMs: this.#deadlineMs,
    });
  }

  #invalid(what: string): UpstreamError {
    return new UpstreamError(
      this.#access.redactor.text(`${this.#context.name} ${what}`),
      { reason: 'invalid' },
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
