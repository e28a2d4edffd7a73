import type { ServerResponse } from 'node:http';
import type { UnknownReason } from '@callboard/plugin-callboard-common';
import type { UpstreamReason } from '../UpstreamError';
import type { FaultHandler } from './FaultServer';

/** Between two bytes of a slow answer: far below any deadline, so that idle timeouts never see it. */
const DRIP_INTERVAL_MS = 10;

const HOUR_MS = 60 * 60 * 1000;

const BIG_BODY_BYTES = 10 * 1024 * 1024;

/** What the server asks for in seconds where it asks to wait. */
const RETRY_AFTER_SECONDS = 7;

/** What a source may say of a fault: as an error, a missed shard or an observation. @public */
export type FaultReason = UpstreamReason | UnknownReason;

/** One way in which an external system misbehaves. @public */
export interface Fault {
  /** Read after "when the system": `answers 403`. */
  readonly name: string;
  /** Refuses connections where there is no handler. */
  readonly handler?: FaultHandler;
  /** What a source may say of it. */
  readonly reasons: readonly FaultReason[];
  /** The wait that has to arrive in the error, in milliseconds. */
  readonly retryAfterMs?: number;
  /** To a watch that was well before it looks like a system in which nothing happens. */
  readonly looksQuiet?: boolean;
}

/** What answers are invalid for; a source that cannot tell may call it unreachable. */
const INVALID: readonly FaultReason[] = ['invalid', 'unreachable', 'no-data'];
const UNREACHABLE: readonly FaultReason[] = ['unreachable'];
const FORBIDDEN: readonly FaultReason[] = ['forbidden'];

/**
 * Every way to misbehave. `elsewhere` is the origin of a server that must never be contacted.
 * @public
 */
export function faults(options: { elsewhere: string }): readonly Fault[] {
  const elsewhere = new URL(options.elsewhere);
  return [
    { name: 'refuses connections', reasons: UNREACHABLE },
    { name: 'accepts and never answers', reasons: UNREACHABLE, handler() {} },
    {
      name: 'never ends its headers',
      reasons: UNREACHABLE,
      handler(_, response) {
        const { socket } = response;
        socket?.write('HTTP/1.1 200 OK\r\n');
        drip(response, () => socket?.write('x-more: y\r\n'));
      },
    },
    {
      name: 'drips its answer',
      reasons: UNREACHABLE,
      looksQuiet: true,
      handler(_, response) {
        beginJson(response);
        drip(response, () => response.write(' '));
      },
    },
    {
      name: 'resets the connection in the middle of its answer',
      reasons: UNREACHABLE,
      handler(_, response) {
        beginJson(response);
        response.write('{"jobs":[', () => response.socket?.resetAndDestroy());
      },
    },
    {
      name: 'ends before its answer is complete',
      reasons: UNREACHABLE,
      handler(_, response) {
        response.setHeader('content-length', '5000');
        beginJson(response);
        response.write('{"jobs":[', () => response.socket?.end());
      },
    },
    {
      name: 'does not speak HTTP',
      reasons: UNREACHABLE,
      handler(_, response) {
        response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n');
      },
    },
    {
      name: 'answers with a login page',
      reasons: FORBIDDEN,
      handler: answer({
        type: 'text/html;charset=utf-8',
        body: '<html><form action="login"><input type="password"></form></html>',
      }),
    },
    {
      name: 'answers with some web page',
      reasons: INVALID,
      handler: answer({
        type: 'text/html',
        body: '<html><h1>It works!</h1></html>',
      }),
    },
    ...['[1, 2, 3]', 'null', '{"answer": {"of": 42}}'].map(body => ({
      name: `answers with other JSON: ${body}`,
      reasons: INVALID,
      handler: answer({ body }),
    })),
    {
      name: 'answers with half of a JSON document',
      reasons: INVALID,
      handler: answer({ body: '{"jobs":[{"name":"checkout","url":"ht' }),
    },
    {
      name: 'answers with nothing',
      reasons: INVALID,
      handler: answer({ body: '' }),
    },
    {
      name: 'answers with 10 MB',
      reasons: INVALID,
      handler: answer({
        body: () => `{"padding":"${'x'.repeat(BIG_BODY_BYTES)}"}`,
      }),
    },
    {
      name: 'answers without end',
      reasons: INVALID,
      looksQuiet: true,
      handler: (_, response) => pour(response),
    },
    {
      name: 'answers 401',
      reasons: FORBIDDEN,
      handler: answer({ status: 401 }),
    },
    {
      name: 'answers 403',
      reasons: FORBIDDEN,
      handler: answer({ status: 403 }),
    },
    {
      name: 'answers 404',
      reasons: ['not-found'],
      handler: answer({ status: 404 }),
    },
    {
      name: 'answers 429',
      reasons: UNREACHABLE,
      handler: answer({ status: 429 }),
    },
    {
      name: 'answers 429 with seconds to wait',
      reasons: UNREACHABLE,
      retryAfterMs: RETRY_AFTER_SECONDS * 1000,
      handler: answer({
        status: 429,
        headers: () => ({ 'retry-after': String(RETRY_AFTER_SECONDS) }),
      }),
    },
    {
      name: 'answers 429 with a time to wait for',
      reasons: UNREACHABLE,
      retryAfterMs: RETRY_AFTER_SECONDS * 1000,
      handler: answer({
        status: 429,
        // By the server's own clock, which is an hour ahead.
        headers: now => ({
          date: new Date(now + HOUR_MS).toUTCString(),
          'retry-after': new Date(
            now + HOUR_MS + RETRY_AFTER_SECONDS * 1000,
          ).toUTCString(),
        }),
      }),
    },
    {
      name: 'answers 500',
      reasons: UNREACHABLE,
      handler: answer({ status: 500 }),
    },
    {
      name: 'answers 503 with a web page',
      reasons: UNREACHABLE,
      handler: answer({
        status: 503,
        type: 'text/html',
        body: '<h1>Please wait while we are getting ready to work</h1>',
      }),
    },
    ...[`${elsewhere.origin}/api/json`, `//${elsewhere.host}/api/json`].map(
      (location, index) => ({
        name: `redirects elsewhere${index > 0 ? ' without a scheme' : ''}`,
        reasons: [...INVALID, 'forbidden'] as const,
        handler: answer({ status: 302, headers: () => ({ location }) }),
      }),
    ),
    {
      name: 'redirects in circles',
      reasons: INVALID,
      handler: (request, response, clock) =>
        answer({
          status: 302,
          headers: () => ({ location: request.url ?? '/' }),
        })(request, response, clock),
    },
  ];
}

interface CannedAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string | (() => string);
  readonly headers?: (now: number) => Record<string, string>;
}

function answer(canned: CannedAnswer): FaultHandler {
  const { status = 200, type = 'application/json', body = '{}' } = canned;
  return (_, response, clock) => {
    response.writeHead(status, {
      'content-type': type,
      ...canned.headers?.(clock.now()),
    });
    // Without a length, so that only reading shows how much there is.
    response.end(typeof body === 'string' ? body : body());
  };
}

function beginJson(response: ServerResponse) {
  response.writeHead(200, { 'content-type': 'application/json' });
}

function drip(response: ServerResponse, next: () => void) {
  const timer = setInterval(next, DRIP_INTERVAL_MS);
  response.on('close', () => clearInterval(timer));
}

function pour(response: ServerResponse) {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  beginJson(response);
  response.on('drain', more);
  more();
}
