import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** An object as a test writes it; uid, times and resource version are filled in. */
export interface FakeObject {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly [key: string]: unknown;
  };
  readonly [key: string]: unknown;
}

interface Stored extends FakeObject {
  readonly metadata: FakeObject['metadata'] & {
    readonly uid: string;
    readonly resourceVersion: string;
  };
}

interface Change {
  readonly version: number;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly resource: string;
  readonly object: Stored;
}

interface OpenWatch {
  readonly resource: string;
  readonly namespace?: string;
  readonly response: ServerResponse;
}

/** One request, as far as a test asks. */
export interface FakeCall {
  readonly verb: 'list' | 'watch' | 'version' | 'ready';
  readonly resource: string;
  readonly namespace?: string;
  readonly query: URLSearchParams;
}

const CREATED = '2026-11-25T11:00:00Z';

/** The parts of a Kubernetes API server that a watch meets, on a real socket. */
export class FakeCluster {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #objects = new Map<string, Map<string, Stored>>();
  readonly #watches = new Set<OpenWatch>();
  readonly #held: ServerResponse[] = [];
  #changes: Change[] = [];
  #version = 100;
  #oldest = 0;
  #port = 0;
  #isSilent = false;
  /** Everything that was asked. */
  readonly calls: FakeCall[] = [];
  /** `<verb> <resource>` or `<verb> <resource> <namespace>`; a namespace of its own wins. */
  readonly forbidden = new Set<string>();
  readonly allowed = new Set<string>();
  /** Resources that the API does not serve. */
  readonly absent = new Set<string>();
  /** Resources that it fails to read. */
  readonly broken = new Set<string>();
  /** Checks of `/readyz` that fail. */
  readonly unready = new Set<string>();
  /** Answers of the next requests for a list, in turn, before the right ones. */
  readonly listFaults: Array<(response: ServerResponse) => void> = [];

  /** How far its clock is ahead, in milliseconds. */
  clockOffsetMs = 0;

  static async start(options: { now: () => number }): Promise<FakeCluster> {
    const cluster = new FakeCluster(options.now);
    await cluster.#listen();
    return cluster;
  }

  private constructor(now: () => number) {
    this.#server = createServer((request, response) => {
      const date = new Date(now() + this.clockOffsetMs);
      response.setHeader('date', date.toUTCString());
      this.#answer(request, response);
    });
    this.#server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => {});
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** `list pods`, as often as it was asked. */
  count(verb: FakeCall['verb'], resource?: string): number {
    return this.calls.filter(
      call => call.verb === verb && (!resource || call.resource === resource),
    ).length;
  }

  /** Watches that are open. */
  watching(resource?: string): number {
    return [...this.#watches].filter(
      watch => !resource || watch.resource === resource,
    ).length;
  }

  /** Creates or changes an object. */
  put(resource: string, object: FakeObject): string {
    const { name, namespace = '' } = object.metadata;
    const table = this.#objects.get(resource) ?? new Map<string, Stored>();
    this.#objects.set(resource, table);
    const key = `${namespace}/${name}`;
    const before = table.get(key);
    const uid = before?.metadata.uid ?? `${resource}-${namespace}-${name}`;
    const stored: Stored = {
      ...object,
      metadata: {
        creationTimestamp: CREATED,
        uid,
        ...object.metadata,
        resourceVersion: String(++this.#version),
      },
    };
    table.set(key, stored);
    this.#tell(before ? 'MODIFIED' : 'ADDED', resource, stored);
    return stored.metadata.uid;
  }

  /** Deletes an object. */
  remove(resource: string, name: string, namespace = ''): void {
    const table = this.#objects.get(resource);
    const stored = table?.get(`${namespace}/${name}`);
    if (table && stored) {
      table.delete(`${namespace}/${name}`);
      this.#version++;
      this.#tell('DELETED', resource, {
        ...stored,
        metadata: {
          ...stored.metadata,
          resourceVersion: String(this.#version),
        },
      });
    }
  }

  /** Something happened that none of the watches is about. */
  tick(): void {
    this.#version++;
  }

  /** Forgets all changes until now, as etcd does when it is compacted. */
  compact(): void {
    this.#oldest = this.#version;
    this.#changes = [];
  }

  /** Sends every open watch a bookmark. */
  bookmark(): void {
    for (const { response } of this.#watches) {
      write(response, 'BOOKMARK', {
        metadata: { resourceVersion: String(this.#version) },
      });
    }
  }

  /** Sends open watches of a resource anything. */
  send(resource: string, type: string, object: unknown): void {
    for (const watch of this.#watches) {
      if (watch.resource === resource) {
        write(watch.response, type, object);
      }
    }
  }

  /** Ends open watches as a server does when their time is over. */
  endWatches(resource?: string): void {
    for (const watch of [...this.#watches]) {
      if (!resource || watch.resource === resource) {
        this.#watches.delete(watch);
        watch.response.end();
      }
    }
  }

  /** Breaks open watches off in the middle, with a reset. */
  resetWatches(resource?: string): void {
    for (const watch of [...this.#watches]) {
      if (!resource || watch.resource === resource) {
        this.#watches.delete(watch);
        watch.response.socket?.resetAndDestroy();
      }
    }
  }

  /** Answers nothing more, and closes nothing: what was connected hangs. */
  fallSilent(): void {
    this.#isSilent = true;
  }

  /** Answers again; what hung is cut off. */
  speakAgain(): void {
    this.#isSilent = false;
    this.#watches.clear();
    this.#held.length = 0;
    this.#sockets.forEach(socket => socket.resetAndDestroy());
  }

  /** Refuses connections, and resets those there are. */
  async die(): Promise<void> {
    this.#watches.clear();
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve());
      this.#sockets.forEach(socket => socket.resetAndDestroy());
    });
  }

  /** Listens again on the port it had before. */
  async rise(): Promise<void> {
    await this.#listen();
  }

  /** Stops it for good. */
  async close(): Promise<void> {
    if (this.#server.listening) {
      await this.die();
    }
  }

  async #listen() {
    await new Promise<void>(resolve => {
      this.#server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '', this.url);
    const call = callOf(url);
    this.calls.push(call);
    if (this.#isSilent) {
      this.#held.push(response);
      return;
    }
    const { verb, resource, namespace } = call;
    if (verb === 'version') {
      json(response, 200, { gitVersion: 'v1.35.4' });
    } else if (verb === 'ready') {
      this.#ready(response);
    } else if (this.absent.has(resource)) {
      fail(response, 404, 'NotFound');
    } else if (this.broken.has(resource)) {
      fail(response, 500, 'InternalError');
    } else if (this.#isForbidden(call)) {
      fail(response, 403, 'Forbidden');
    } else if (verb === 'watch') {
      this.#watch(call, response);
    } else {
      const fault = this.listFaults.shift();
      if (fault) {
        fault(response);
      } else {
        this.#list({ resource, namespace }, url.searchParams, response);
      }
    }
  }

  #ready(response: ServerResponse) {
    const isReady = this.unready.size === 0;
    const checks = [
      '[+]ping ok',
      ...[...this.unready].map(name => `[-]${name} failed: reason withheld`),
      'readyz check failed',
    ];
    response.writeHead(isReady ? 200 : 500, {
      'content-type': 'text/plain; charset=utf-8',
    });
    response.end(isReady ? 'ok' : `${checks.join('\n')}\n`);
  }

  #isForbidden({ verb, resource, namespace }: FakeCall): boolean {
    const narrow = `${verb} ${resource} ${namespace ?? ''}`.trim();
    return (
      !this.allowed.has(narrow) &&
      (this.forbidden.has(`${verb} ${resource}`) || this.forbidden.has(narrow))
    );
  }

  /** A continue token holds the state of the first page, which the others are of. */
  #list(
    { resource, namespace }: { resource: string; namespace?: string },
    query: URLSearchParams,
    response: ServerResponse,
  ) {
    const limit = Number(query.get('limit') ?? Infinity);
    const [version, offset] = (query.get('continue') ?? `${this.#version}/0`)
      .split('/')
      .map(Number);
    if (version < this.#oldest) {
      fail(response, 410, 'Expired');
      return;
    }
    const all = [...(this.#objects.get(resource)?.values() ?? [])].filter(
      ({ metadata }) => !namespace || metadata.namespace === namespace,
    );
    const end = offset + limit;
    json(response, 200, {
      kind: 'List',
      metadata: {
        resourceVersion: String(version),
        ...(end < all.length && { continue: `${version}/${end}` }),
      },
      items: all.slice(offset, end),
    });
  }

  #watch(call: FakeCall, response: ServerResponse) {
    const { resource, namespace, query } = call;
    const from = Number(query.get('resourceVersion'));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    if (from < this.#oldest) {
      write(response, 'ERROR', {
        kind: 'Status',
        status: 'Failure',
        code: 410,
        reason: 'Expired',
      });
      response.end();
      return;
    }
    const watch = { resource, namespace, response };
    this.#watches.add(watch);
    response.on('close', () => this.#watches.delete(watch));
    this.#changes
      .filter(({ version }) => version > from)
      .forEach(change => send(watch, change));
  }

  #tell(type: Change['type'], resource: string, object: Stored) {
    const change = { version: this.#version, type, resource, object };
    this.#changes.push(change);
    if (!this.#isSilent) {
      this.#watches.forEach(watch => send(watch, change));
    }
  }
}

function send(watch: OpenWatch, { type, resource, object }: Change) {
  const isMeant =
    watch.resource === resource &&
    (!watch.namespace || watch.namespace === object.metadata.namespace);
  if (isMeant) {
    write(watch.response, type, object);
  }
}

function callOf(url: URL): FakeCall {
  const query = url.searchParams;
  if (url.pathname === '/version') {
    return { verb: 'version', resource: '', query };
  }
  if (url.pathname === '/readyz') {
    return { verb: 'ready', resource: '', query };
  }
  const parts = url.pathname.split('/').slice(1);
  const rest = parts.slice(parts[0] === 'api' ? 2 : 3);
  const verb = query.get('watch') ? 'watch' : 'list';
  return rest.length === 3
    ? { verb, resource: rest[2], namespace: rest[1], query }
    : { verb, resource: rest[0], query };
}

function write(response: ServerResponse, type: string, object: unknown) {
  response.write(`${JSON.stringify({ type, object })}\n`);
}

function json(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function fail(response: ServerResponse, code: number, reason: string) {
  json(response, code, { kind: 'Status', status: 'Failure', code, reason });
}
