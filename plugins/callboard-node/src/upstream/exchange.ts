import type { Dispatcher } from 'undici';
import { UpstreamError } from '../UpstreamError';
import {
  isHtml,
  isJson,
  isLoginPage,
  isLoginUrl,
  LOGIN_PEEK_BYTES,
} from './contentType';
import type { EtagCache } from './EtagCache';
import { statusFailure, type FailureContext } from './failures';
import { peekBody, readBody } from './readBody';
import { parseRetryAfter } from './retryAfter';

const MAX_REDIRECTS_COUNT = 3;

/** Up to here the body of an error is read, so that its connection can be used again. */
const MAX_DISCARDED_BYTES = 16 * 1024;

/** How much of a name is repeated in a sentence. */
const MAX_SHOWN_LENGTH_COUNT = 200;

/** One answer of the system, its body not read yet. @internal */
export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: Dispatcher.ResponseData['body'];
}

/** @internal */
export interface OpenOptions {
  readonly url: URL;
  readonly accept: 'json' | 'text';
  readonly signal: AbortSignal;
  readonly context: FailureContext;
  readonly headers: Readonly<Record<string, string>>;
  readonly dispatcher: Dispatcher;
  readonly now: () => number;
  readonly onCall: () => void;
  readonly onAnswer: (answer: Answer) => void;
  readonly onBytes: (count: number) => void;
}

/** @internal */
export interface ExchangeOptions extends OpenOptions {
  readonly maxBytes: number;
  readonly etags?: EtagCache;
  readonly shorten?: (body: Buffer) => Buffer;
}

/**
 * One GET with its redirects and its body. Throws an UpstreamError for answers that are none, and
 * whatever the connection throws.
 * @internal
 */
export async function exchange(options: ExchangeOptions): Promise<string> {
  const { url, etags } = options;
  const key = url.href;
  const cached = etags?.get(key);
  const { answer, target } = await open(options, cached?.etag);
  if (answer.status === 304 && cached) {
    await discard(answer);
    return cached.text;
  }
  await refuseUnusable(options, { answer, target });

  const text = await readBody(answer.body, {
    maxBytes: options.maxBytes,
    contentLength: answer.header('content-length'),
    onBytes: options.onBytes,
    shorten: options.shorten,
  });
  const etag = answer.header('etag');
  if (etag && target === url) {
    etags?.set(key, { etag, text });
  }
  return text;
}

/**
 * One GET with its redirects, up to the beginning of a body that is what was asked for. Throws as
 * {@link exchange} does.
 * @internal
 */
export async function openAnswer(options: OpenOptions): Promise<Answer> {
  const { answer, target } = await open(options);
  await refuseUnusable(options, { answer, target });
  return answer;
}

async function open(
  options: OpenOptions,
  etag?: string,
): Promise<{ answer: Answer; target: URL }> {
  let target = options.url;
  let answer = await call(options, target, etag);
  for (let hops = 0; isRedirect(answer); hops++) {
    const next = redirectTarget(options.context, { answer, from: target });
    await discard(answer);
    if (hops === MAX_REDIRECTS_COUNT) {
      throw invalid(options, 'redirects us in circles');
    }
    target = next;
    answer = await call(options, target);
  }
  return { answer, target };
}

async function call(
  options: OpenOptions,
  target: URL,
  etag?: string,
): Promise<Answer> {
  options.onCall();
  const response = await options.dispatcher.request({
    origin: target.origin,
    path: `${target.pathname}${target.search}`,
    method: 'GET',
    signal: options.signal,
    // How long it may take is up to the caller.
    headersTimeout: 0,
    bodyTimeout: 0,
    headers: {
      ...options.headers,
      accept: options.accept === 'json' ? 'application/json' : '*/*',
      'accept-encoding': 'identity',
      'user-agent': 'callboard',
      ...(etag && { 'if-none-match': etag }),
    },
  });
  const answer: Answer = {
    status: response.statusCode,
    body: response.body,
    header: name => {
      const value = response.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
  };
  options.onAnswer(answer);
  return answer;
}

function isRedirect(answer: Answer): boolean {
  return [301, 302, 303, 307, 308].includes(answer.status);
}

/** Where a redirect leads to; throws where that is outside of the configured origin. */
function redirectTarget(
  context: FailureContext,
  options: { answer: Answer; from: URL },
): URL {
  const { answer, from } = options;
  const location = answer.header('location') ?? '';
  const target = URL.canParse(location, from.href)
    ? new URL(location, from)
    : undefined;
  if (target?.origin === from.origin) {
    return target;
  }
  // Tearing the connection down is cheaper than reading what nobody wants.
  answer.body.on('error', () => {}).destroy();
  if (target && isLoginUrl(target)) {
    throw new UpstreamError(
      `${context.name} sends us to a login page at ${target.origin}`,
      { reason: 'forbidden', status: answer.status },
    );
  }
  const where = target ? target.origin : 'somewhere that is no URL';
  throw new UpstreamError(
    `${context.name} redirects to ${where}, where we do not follow; is its base URL right?`,
    { reason: 'invalid', status: answer.status },
  );
}

/** Throws where the answer is not one that can be read as what was asked for. */
async function refuseUnusable(
  options: OpenOptions,
  { answer, target }: { answer: Answer; target: URL },
): Promise<void> {
  const { status } = answer;
  const contentType = answer.header('content-type');
  if (status >= 400) {
    throw statusFailure(options.context, {
      status,
      path: shownPath(options.url),
      said: await readFailure(options, answer),
      retryAfterMs: parseRetryAfter({
        retryAfter: answer.header('retry-after'),
        date: answer.header('date'),
        now: options.now(),
      }),
    });
  }
  if (status !== 200) {
    await discard(answer);
    throw invalid(options, `answered with the unexpected status ${status}`);
  }
  if (options.accept === 'json' && !isJson(contentType)) {
    await refuseType(options, { answer, target });
  }
  const encoding = answer.header('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    await discard(answer);
    throw invalid(
      options,
      'compresses its answers although we asked it not to',
    );
  }
}

/** What the system says of its refusal, where somebody can read it. */
async function readFailure(
  { context, onBytes }: OpenOptions,
  answer: Answer,
): Promise<string | undefined> {
  if (!context.readFailure) {
    await discard(answer);
    return undefined;
  }
  const text = await peekBody(answer.body, {
    maxBytes: MAX_DISCARDED_BYTES,
    onBytes,
  });
  return context.readFailure({ status: answer.status, text });
}

async function refuseType(
  options: OpenOptions,
  { answer, target }: { answer: Answer; target: URL },
): Promise<never> {
  if (!isHtml(answer.header('content-type'))) {
    await discard(answer);
    throw invalid(options, 'answered with something that is not JSON');
  }
  const page = await peekBody(answer.body, {
    maxBytes: LOGIN_PEEK_BYTES,
    onBytes: options.onBytes,
  });
  if (isLoginPage(page) || isLoginUrl(target)) {
    throw new UpstreamError(
      `${options.context.name} answered with a login page instead of data`,
      { reason: 'forbidden', status: answer.status },
    );
  }
  throw invalid(
    options,
    'answered with a web page instead of data; is its base URL right?',
  );
}

/** Reads a little of a body that nobody wants; more of it closes the connection. */
async function discard(answer: Answer): Promise<void> {
  await answer.body.dump({ limit: MAX_DISCARDED_BYTES }).catch(() => {});
}

function invalid(options: OpenOptions, what: string): UpstreamError {
  return new UpstreamError(`${options.context.name} ${what}`, {
    reason: 'invalid',
  });
}

/** The path as people read it, of hostile names no more than the beginning. */
function shownPath(url: URL): string {
  const path = decode(url.pathname);
  return path.length > MAX_SHOWN_LENGTH_COUNT
    ? `${path.slice(0, MAX_SHOWN_LENGTH_COUNT)}…`
    : path;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
