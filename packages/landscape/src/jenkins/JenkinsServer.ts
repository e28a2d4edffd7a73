import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { CallLog } from '../http/CallLog';
import { HttpEndpoint } from '../http/HttpEndpoint';
import { callKind } from './calls';
import type { JenkinsCall, JenkinsCallKind } from './calls';
import { answer } from './answer';
import type { JenkinsAnswer } from './answer';
import type { JenkinsFault } from './faults';
import type { JenkinsItem } from './items';
import {
  loginFormPage,
  loginRedirectPage,
  notFoundPage,
  unauthorizedPage,
  unavailablePage,
} from './pages';
import type { JenkinsPage } from './pages';

const VERSION = '2.528.3';
const gzipAsync = promisify(gzip);

type ItemsOrFunction = readonly JenkinsItem[] | (() => readonly JenkinsItem[]);

export interface JenkinsServerOptions {
  /** Told apart by it in logs and counts. */
  readonly name: string;
  /** What stands at the top; a function is asked at every request. */
  readonly items: ItemsOrFunction;
  /** User and API token that are let in; without it everybody is. */
  readonly auth?: { readonly user: string; readonly token: string };
  /** Epoch milliseconds; default: the system's clock. */
  readonly clock?: () => number;
  /** Default: a free one. */
  readonly port?: number;
  /** Path in front of everything: `/jenkins`. */
  readonly contextPath?: string;
  /** Root URL that Jenkins was configured with, where it is not the one it listens at. */
  readonly rootUrl?: string;
  /** Whether the stage API is installed; default true. */
  readonly stageApi?: boolean;
  /** Whether pages for people need no credentials, so that links work in a demo. */
  readonly publicPages?: boolean;
}

interface Reply {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: Buffer;
}

/**
 * A Jenkins controller as its remote API shows it, on a loopback port. It tells what it was asked
 * (`calls`), and misbehaves on demand (`setFault`).
 */
export class JenkinsServer {
  readonly name: string;
  readonly #options: JenkinsServerOptions;
  readonly #contextPath: string;
  readonly #clock: () => number;
  readonly #log = new CallLog<JenkinsCall>();
  #items: ItemsOrFunction;
  #fault: JenkinsFault = { kind: 'none' };
  #endpoint!: HttpEndpoint;
  #stopping = new AbortController();

  private constructor(options: JenkinsServerOptions) {
    this.name = options.name;
    this.#options = options;
    this.#contextPath = (options.contextPath ?? '').replace(/\/$/, '');
    this.#clock = options.clock ?? Date.now;
    this.#items = options.items;
  }

  static async start(options: JenkinsServerOptions): Promise<JenkinsServer> {
    const server = new JenkinsServer(options);
    server.#endpoint = await HttpEndpoint.start({
      port: options.port,
      handler: (request, response) => server.#serve(request, response),
    });
    return server;
  }

  /** Cuts every connection. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#endpoint.close();
  }

  /** Base URL without a slash at the end: what `jenkins.baseUrl` is set to. */
  get url(): string {
    return `${this.#endpoint.origin}${this.#contextPath}`;
  }

  get port(): number {
    return this.#endpoint.port;
  }

  get calls(): readonly JenkinsCall[] {
    return this.#log.calls;
  }

  get callCounts(): {
    readonly total: number;
    readonly bytes: number;
    readonly byKind: Readonly<Partial<Record<JenkinsCallKind, number>>>;
  } {
    const { total, bytes, byKind } = this.#log;
    return { total, bytes, byKind };
  }

  resetCalls(): void {
    this.#log.reset();
  }

  setItems(items: ItemsOrFunction): void {
    this.#items = items;
  }

  get fault(): JenkinsFault {
    return this.#fault;
  }

  /** Takes effect with the next request; `down` cuts those under way. */
  async setFault(fault: JenkinsFault): Promise<void> {
    this.#fault = fault;
    if (fault.kind === 'down') {
      this.#interrupt();
      await this.#endpoint.close();
    } else {
      await this.#endpoint.open();
    }
  }

  #interrupt(): void {
    this.#stopping.abort();
    this.#stopping = new AbortController();
  }

  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    request.resume();
    const url = request.url ?? '/';
    const [rawPath] = url.split('?', 1);
    const path = rawPath.startsWith(`${this.#contextPath}/`)
      ? rawPath.slice(this.#contextPath.length)
      : undefined;
    const seen = {
      kind: callKind(path ?? rawPath),
      method: request.method ?? 'GET',
      url,
      at: this.#clock(),
    };
    const reply = await this.#reply(request, path);
    this.#log.add({
      ...seen,
      status: reply?.status ?? 0,
      bytes: reply?.body.length ?? 0,
    });
    if (!reply || response.destroyed) {
      return;
    }
    response.writeHead(reply.status, {
      ...reply.headers,
      Date: new Date(this.#clock()).toUTCString(),
      'X-Jenkins': VERSION,
      'X-Jenkins-Session': '8d4c5b1e',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'deny',
    });
    response.end(reply.body);
  }

  /** Undefined where the caller gets no answer at all. */
  async #reply(
    request: IncomingMessage,
    path: string | undefined,
  ): Promise<Reply | undefined> {
    const fault = this.#fault;
    switch (fault.kind) {
      case 'hang':
        return undefined;
      case 'login-page':
        return pageReply(loginFormPage());
      case 'unauthorized':
        return pageReply(unauthorizedPage(path ?? '/'));
      case 'wrong-json':
        return jsonReply(JSON.stringify([{ status: 'UP' }]));
      case 'error': {
        const reply = pageReply(unavailablePage(fault.status));
        return fault.retryAfterSeconds === undefined
          ? reply
          : {
              ...reply,
              headers: {
                ...reply.headers,
                'Retry-After': String(fault.retryAfterSeconds),
              },
            };
      }
      case 'slow': {
        const { signal } = this.#stopping;
        await delay(fault.delayMs, undefined, { signal }).catch(() => {});
        break;
      }
      default:
    }
    const { page, json } = this.#answer(request, path);
    if (page) {
      return pageReply(page);
    }
    const body = JSON.stringify(json);
    if (fault.kind === 'half-json') {
      return jsonReply(body.slice(0, Math.floor(body.length / 2)));
    }
    return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
      ? gzipReply(body)
      : jsonReply(body);
  }

  #answer(
    request: IncomingMessage,
    path: string | undefined,
  ): { page?: JenkinsPage; json?: unknown } {
    if (path === undefined) {
      return { page: notFoundPage(request.url ?? '/') };
    }
    const isPage = !/\/(?:api\/|wfapi)/.test(path);
    if (!(isPage && this.#options.publicPages)) {
      const refusal = this.#refuse(request, path);
      if (refusal) {
        return { page: refusal };
      }
    }
    const given: JenkinsAnswer = answer({
      path,
      query: new URL(request.url ?? '/', 'http://localhost').searchParams,
      items: typeof this.#items === 'function' ? this.#items() : this.#items,
      stageApi: this.#options.stageApi ?? true,
      view: {
        rootUrl: `${(this.#options.rootUrl ?? this.url).replace(/\/$/, '')}/`,
        now: this.#clock(),
      },
    });
    return given;
  }

  #refuse(request: IncomingMessage, path: string): JenkinsPage | undefined {
    const { auth } = this.#options;
    if (!auth) {
      return undefined;
    }
    const { authorization } = request.headers;
    if (authorization === undefined) {
      return loginRedirectPage(path);
    }
    const expected = Buffer.from(`${auth.user}:${auth.token}`).toString(
      'base64',
    );
    return authorization === `Basic ${expected}`
      ? undefined
      : unauthorizedPage(path);
  }
}

function pageReply(page: JenkinsPage): Reply {
  return { ...page, body: Buffer.from(page.body) };
}

const JSON_HEADERS = { 'Content-Type': 'application/json;charset=utf-8' };

function jsonReply(body: string): Reply {
  return { status: 200, headers: JSON_HEADERS, body: Buffer.from(body) };
}

async function gzipReply(body: string): Promise<Reply> {
  return {
    status: 200,
    headers: { ...JSON_HEADERS, 'Content-Encoding': 'gzip' },
    body: await gzipAsync(body, { level: 1 }),
  };
}
