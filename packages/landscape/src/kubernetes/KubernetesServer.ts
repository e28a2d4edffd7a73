import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { CallLog } from '../http/CallLog';
import { HttpEndpoint } from '../http/HttpEndpoint';
import type { KubernetesRefusal } from './access';
import { ANONYMOUS, answer } from './answer';
import type { WatchRequest } from './answer';
import { countsByVerb } from './calls';
import type { KubernetesCall, KubernetesCallCounts } from './calls';
import type { KubernetesFault } from './faults';
import { HEALTH_PATHS, withoutEtcd } from './health';
import type { ObjectStore } from './ObjectStore';
import { resourcePath } from './paths';
import type { ResourcePath } from './paths';
import { jsonReply, statusReply, textReply, tooManyReply } from './replies';
import type { Reply } from './replies';
import { StatusError, UNAUTHORIZED } from './statusBody';
import { verbOf } from './verbs';
import { Watch } from './Watch';

const TICK_INTERVAL_MS = 250;

export interface KubernetesServerOptions {
  /** Told apart by it in logs and counts. */
  readonly name: string;
  /** What the cluster has; a function is asked at every request. */
  readonly store: ObjectStore | (() => ObjectStore);
  /** The one that is let in, and as whom; without it everybody is the administrator. */
  readonly auth?: KubernetesAuth;
  /** What that one may not do. */
  readonly refusals?: readonly KubernetesRefusal[];
  /** Epoch milliseconds; default: the system's clock. */
  readonly clock?: () => number;
  /** Default: a free one. */
  readonly port?: number;
  /** Brings what the cluster has up to date, before every answer and several times a second. */
  readonly advance?: () => void;
}

/** A bearer token, and whose it is. */
export interface KubernetesAuth {
  readonly token: string;
  /** `system:serviceaccount:callboard:callboard` */
  readonly user: string;
}

interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly resourcePath: ResourcePath | undefined;
  readonly verb: string;
}

/**
 * A Kubernetes API server for those who read: discovery, lists in pages, single objects and
 * watches, over plain HTTP on a loopback port. It tells what it was asked (`calls`), refuses what it
 * is told to (`setRefusals`), and misbehaves on demand (`setFault`).
 */
export class KubernetesServer {
  readonly name: string;
  readonly #store: () => ObjectStore;
  readonly #clock: () => number;
  readonly #advance: () => void;
  readonly #log = new CallLog<KubernetesCall>();
  readonly #watches = new Set<Watch>();
  #auth: KubernetesAuth | undefined;
  #refusals: readonly KubernetesRefusal[];
  #fault: KubernetesFault = { kind: 'none' };
  #endpoint!: HttpEndpoint;
  #stopping = new AbortController();
  #timer: ReturnType<typeof setInterval> | undefined;
  #listened: { store: ObjectStore; end: () => void } | undefined;
  #isPumping = false;

  private constructor(options: KubernetesServerOptions) {
    const { name, store, auth, refusals = [], clock, advance } = options;
    this.name = name;
    this.#store = typeof store === 'function' ? store : () => store;
    this.#auth = auth;
    this.#refusals = refusals;
    this.#clock = clock ?? Date.now;
    this.#advance = advance ?? (() => {});
  }

  static async start(
    options: KubernetesServerOptions,
  ): Promise<KubernetesServer> {
    const server = new KubernetesServer(options);
    server.#endpoint = await HttpEndpoint.start({
      port: options.port,
      handler: (request, response) => server.#serve(request, response),
    });
    server.#timer = setInterval(() => server.tick(), TICK_INTERVAL_MS).unref();
    return server;
  }

  /** Cuts every connection. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort();
    this.#listened?.end();
    this.#watches.clear();
    await this.#endpoint.close();
  }

  /** What `clusters[].url` is set to. */
  get url(): string {
    return this.#endpoint.origin;
  }

  get port(): number {
    return this.#endpoint.port;
  }

  get calls(): readonly KubernetesCall[] {
    return this.#log.calls;
  }

  get callCounts(): KubernetesCallCounts {
    const { total, bytes, byKind } = this.#log;
    return {
      total,
      bytes,
      byKind,
      byVerb: countsByVerb(byKind),
      watching: this.#openWatches().length,
    };
  }

  resetCalls(): void {
    this.#log.reset();
  }

  /** Another token from now on, as after a rotation; open watches stay. */
  setAuth(auth: KubernetesAuth | undefined): void {
    this.#auth = auth;
  }

  get refusals(): readonly KubernetesRefusal[] {
    return this.#refusals;
  }

  /** Takes effect with the next request; open watches stay, as they do in a real cluster. */
  setRefusals(refusals: readonly KubernetesRefusal[]): void {
    this.#refusals = refusals;
  }

  get fault(): KubernetesFault {
    return this.#fault;
  }

  /** Takes effect with the next request; `down` and `reset` cut what is open. */
  async setFault(fault: KubernetesFault): Promise<void> {
    this.#fault = fault;
    if (fault.kind === 'down' || fault.kind === 'reset') {
      this.#stopping.abort();
      this.#stopping = new AbortController();
      this.#watches.clear();
      await this.#endpoint.close();
    }
    if (fault.kind !== 'down') {
      await this.#endpoint.open();
    }
  }

  /** Cuts all open watches without a word, as a load balancer does. */
  dropWatches(): void {
    this.#stopping.abort();
    this.#stopping = new AbortController();
    this.#watches.clear();
  }

  /** Lets time pass: changes, bookmarks, the end of watches. A timer does this, too. */
  tick(): void {
    if (this.#watches.size > 0) {
      this.#advance();
    }
    if (!this.#isSilent) {
      const now = this.#clock();
      this.#openWatches().forEach(watch => watch.tick(now));
    }
  }

  /** Open watches tell nothing. */
  get #isSilent(): boolean {
    return ['hang', 'no-etcd'].includes(this.#fault.kind);
  }

  #openWatches(): readonly Watch[] {
    this.#watches.forEach(watch => {
      if (!watch.isOpen) {
        this.#watches.delete(watch);
      }
    });
    return [...this.#watches];
  }

  /** Changes that happen together are sent together. */
  #pumpSoon(): void {
    if (this.#isPumping || this.#watches.size === 0) {
      return;
    }
    this.#isPumping = true;
    queueMicrotask(() => {
      this.#isPumping = false;
      if (!this.#isSilent) {
        this.#openWatches().forEach(watch => watch.pump());
      }
    });
  }

  #listenTo(store: ObjectStore): void {
    if (this.#listened?.store !== store) {
      this.#listened?.end();
      const end = store.onChange(() => this.#pumpSoon());
      this.#listened = { store, end };
    }
  }

  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    request.resume();
    const { signal } = this.#stopping;
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asked = askedBy(request, url);
    const reply = await this.#reply(request, asked);
    const place = asked.resourcePath;
    this.#log.add({
      kind: `${asked.verb} ${place?.resource ?? asked.path}`,
      verb: asked.verb,
      resource: place?.resource,
      namespace: place?.namespace || undefined,
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      at: this.#clock(),
      status: (reply && ('watch' in reply ? 200 : reply.status)) || 0,
      bytes: reply && 'body' in reply ? reply.body.length : 0,
    });
    if (this.#fault.kind === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (!reply || signal.aborted || response.destroyed) {
      return;
    }
    const headers = {
      'Audit-Id': randomUUID(),
      'Cache-Control': 'no-cache, private',
      Date: new Date(this.#clock()).toUTCString(),
    };
    if ('watch' in reply) {
      this.#openWatch({ reply: reply.watch, response, headers, signal });
      return;
    }
    response.writeHead(reply.status, { ...headers, ...reply.headers });
    response.end(reply.body);
  }

  #openWatch(options: {
    reply: WatchRequest;
    response: ServerResponse;
    headers: Readonly<Record<string, string>>;
    signal: AbortSignal;
  }): void {
    const { reply, response, headers, signal } = options;
    response.writeHead(200, { ...headers, 'Content-Type': 'application/json' });
    response.flushHeaders();
    const cut = (): void => {
      response.destroy();
    };
    // As many listen as there are open watches.
    setMaxListeners(0, signal);
    signal.addEventListener('abort', cut, { once: true });
    const store = this.#store();
    this.#listenTo(store);
    const watch = Watch.open({
      ...reply,
      store,
      response,
      now: this.#clock(),
      onBytes: bytes => this.#log.addBytes(bytes),
    });
    this.#watches.add(watch);
    response.once('close', () => {
      this.#watches.delete(watch);
      signal.removeEventListener('abort', cut);
    });
  }

  /** Undefined where the caller gets no answer at all. */
  async #reply(
    request: IncomingMessage,
    asked: Asked,
  ): Promise<Reply | { readonly watch: WatchRequest } | undefined> {
    const fault = this.#fault;
    switch (fault.kind) {
      case 'hang':
      case 'reset':
        return undefined;
      case 'unauthorized':
        return statusReply(UNAUTHORIZED);
      case 'too-many-requests':
        return tooManyReply(fault.retryAfterSeconds);
      case 'error':
        return statusReply({
          code: fault.status,
          message:
            'an error on the server ("") has prevented the request from succeeding',
          reason: fault.status === 503 ? 'ServiceUnavailable' : 'InternalError',
          details: {},
        });
      case 'no-etcd': {
        const path = asked.path.replace(/\/$/, '');
        if (HEALTH_PATHS.includes(path)) {
          return textReply(withoutEtcd(path));
        }
        if (asked.resourcePath && asked.verb !== 'watch') {
          return undefined;
        }
        break;
      }
      case 'slow': {
        const { signal } = this.#stopping;
        await delay(fault.delayMs, undefined, { signal }).catch(() => {});
        break;
      }
      default:
    }
    const user = this.#userOf(request);
    if (user === 'nobody') {
      return statusReply(UNAUTHORIZED);
    }
    this.#advance();
    try {
      const given = answer({
        ...asked,
        store: this.#store(),
        user: user.name,
        refusals: this.#refusals,
        address: `127.0.0.1:${this.port}`,
      });
      if ('watch' in given) {
        return given;
      }
      return 'json' in given
        ? jsonReply({
            json: given.json,
            acceptEncoding: String(request.headers['accept-encoding'] ?? ''),
            isCut: fault.kind === 'half-json',
          })
        : textReply(given);
    } catch (error) {
      if (error instanceof StatusError) {
        return statusReply(error.status);
      }
      throw error;
    }
  }

  #userOf(
    request: IncomingMessage,
  ): { readonly name: string | undefined } | 'nobody' {
    if (!this.#auth) {
      return { name: undefined };
    }
    const { authorization } = request.headers;
    if (authorization === undefined) {
      return { name: ANONYMOUS };
    }
    return authorization === `Bearer ${this.#auth.token}`
      ? { name: this.#auth.user }
      : 'nobody';
  }
}

function askedBy(request: IncomingMessage, url: URL): Asked {
  const path = resourcePath(url.pathname);
  const query = url.searchParams;
  const method = request.method ?? 'GET';
  return {
    path: url.pathname,
    query,
    resourcePath: path,
    verb: verbOf({ method, path, query }),
  };
}
