import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What arrived. */
export interface RecordedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What is answered next. */
export interface PreparedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A server on a real socket that answers as it was told and keeps what it was asked. */
export class RecordingServer {
  readonly requests: RecordedRequest[] = [];
  readonly #answers: PreparedAnswer[] = [];
  readonly #server: Server;

  static async start(): Promise<RecordingServer> {
    const server = new RecordingServer();
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  private constructor() {
    this.#server = createServer(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk);
      this.requests.push({
        method: req.method ?? '',
        path: req.url ?? '',
        headers: Object.fromEntries(
          Object.entries(req.headers).map(([name, value]) => [
            name,
            value?.toString(),
          ]),
        ),
        body: Buffer.concat(chunks).toString('utf8'),
      });
      const { status = 200, headers, body } = this.#answers.shift() ?? {};
      const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
      res.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      res.end(status === 204 ? undefined : text);
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/api/runbooks`;
  }

  answer(answer: PreparedAnswer): void {
    this.#answers.push(answer);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
