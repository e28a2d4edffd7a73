import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a handler may know of the server it runs in. @public */
export interface FaultServerClock {
  /** The server's clock, which may be wrong; epoch milliseconds. Write every time by it. */
  now(): number;
}

/** Answers a request, or does not. @public */
export type FaultHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  clock: FaultServerClock,
) => void | Promise<void>;

/** A request as it came in. @public */
export interface RecordedRequest {
  /** `GET` */
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** By name in lower case. */
  readonly headers: IncomingHttpHeaders;
}

/** What a server begins with. @public */
export interface FaultServerOptions {
  /** How it answers until it is told otherwise. */
  readonly handler: FaultHandler;
  /** The time, in epoch milliseconds. */
  readonly now?: () => number;
}

/**
 * A real server on a real socket of this machine, whose behaviour can be changed while it runs.
 * @public
 */
export class FaultServer {
  readonly #server: Server;
  readonly #now: () => number;
  readonly #requests: RecordedRequest[] = [];
  #waiting: Array<() => void> = [];
  #handler: FaultHandler;
  #clockOffsetMs = 0;
  #connections = 0;
  #port = 0;

  /** A server that listens on a free port. */
  static async start(options: FaultServerOptions): Promise<FaultServer> {
    const server = new FaultServer(options);
    await server.#listen();
    return server;
  }

  private constructor(options: FaultServerOptions) {
    this.#handler = options.handler;
    this.#now = options.now ?? Date.now;
    this.#server = createServer((request, response) => {
      void this.#answer(request, response);
    });
    this.#server.on('connection', socket => {
      this.#connections++;
      // Clients that break off are what the faults are for.
      socket.on('error', () => {});
    });
  }

  /** `http://127.0.0.1:40123` */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** All requests since it was started. */
  get requests(): readonly RecordedRequest[] {
    return this.#requests;
  }

  /** How many connections were ever opened, with or without a request. */
  get connections(): number {
    return this.#connections;
  }

  /** Answers like this from now on. */
  answerWith(handler: FaultHandler): void {
    this.#handler = handler;
  }

  /** Puts the server's clock wrong by so many milliseconds. */
  shiftClock(offsetMs: number): void {
    this.#clockOffsetMs = offsetMs;
  }

  /** Resolves when the next request came in. */
  async nextRequest(): Promise<void> {
    return new Promise(resolve => {
      this.#waiting.push(resolve);
    });
  }

  /** Breaks every connection that is open; new ones are welcome. */
  breakConnections(): void {
    this.#server.closeAllConnections();
  }

  /** Refuses connections until it is resumed. */
  async refuse(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  /** Listens on the port it had before; does nothing where it still does. */
  async resume(): Promise<void> {
    if (!this.#server.listening) {
      await this.#listen();
    }
  }

  /** Stops it for good. */
  async close(): Promise<void> {
    if (this.#server.listening) {
      await this.refuse();
    }
  }

  async #listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    this.#requests.push({
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
    });
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach(resolve => resolve());

    const now = () => this.#now() + this.#clockOffsetMs;
    response.setHeader('date', new Date(now()).toUTCString());
    try {
      await this.#handler(request, response, { now });
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  }
}
