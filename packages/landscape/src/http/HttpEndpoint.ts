import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Answers one request; a rejection becomes a plain 500. */
export type HttpHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

/**
 * An HTTP listener on the loopback interface that can be taken away in the middle of everything:
 * `close` cuts open connections, so that the next caller is refused as by a dead machine. `open`
 * brings it back on the same port.
 */
export class HttpEndpoint {
  readonly #handler: HttpHandler;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port: number;

  private constructor(handler: HttpHandler, port: number) {
    this.#handler = handler;
    this.#port = port;
  }

  /** Port 0 takes a free one. */
  static async start(options: {
    handler: HttpHandler;
    port?: number;
  }): Promise<HttpEndpoint> {
    const endpoint = new HttpEndpoint(options.handler, options.port ?? 0);
    await endpoint.open();
    return endpoint;
  }

  get port(): number {
    return this.#port;
  }

  get isOpen(): boolean {
    return this.#server !== undefined;
  }

  /** `http://127.0.0.1:7101`, without a slash at the end. */
  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async open(): Promise<void> {
    if (this.#server) {
      return;
    }
    const server = createServer((request, response) => {
      this.#handler(request, response).catch(error => {
        if (!response.headersSent) {
          response.writeHead(500, { 'Content-Type': 'text/plain' });
        }
        response.end(String(error));
      });
    });
    this.#server = server;
    server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(this.#port, '127.0.0.1', resolve);
      });
    } catch (error) {
      this.#server = undefined;
      throw error;
    }
    this.#port = (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (!server) {
      return;
    }
    this.#server = undefined;
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    await closed;
  }
}
