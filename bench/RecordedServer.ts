import http from 'node:http';
import type { AddressInfo } from 'node:net';

interface Answer {
  readonly status: number;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Stands before a server: the first answer to each URL is the server's own, every later one comes
 * from memory, so that what is measured is the client alone.
 */
export class RecordedServer {
  readonly #answers = new Map<string, Answer>();
  readonly #server: http.Server;
  #calls: string[] = [];

  static async start(origin: string): Promise<RecordedServer> {
    const server = new RecordedServer(origin);
    await new Promise<void>(resolve =>
      server.#server.listen(0, '127.0.0.1', resolve),
    );
    return server;
  }

  private constructor(origin: string) {
    this.#server = http.createServer(async (request, response) => {
      const path = request.url ?? '/';
      this.#calls.push(path);
      let answer = this.#answers.get(path);
      if (!answer) {
        const upstream = await fetch(`${origin}${path}`, {
          headers: { authorization: request.headers.authorization ?? '' },
        });
        const body = Buffer.from(await upstream.arrayBuffer());
        answer = {
          status: upstream.status,
          headers: {
            'content-type': upstream.headers.get('content-type') ?? '',
            'content-length': body.length,
            'x-jenkins': upstream.headers.get('x-jenkins') ?? '',
          },
          body,
        };
        this.#answers.set(path, answer);
      }
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The paths that were asked for since the last time, in order. */
  takeCalls(): string[] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
