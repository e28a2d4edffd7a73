import { FaultServer, type FaultHandler } from '../testkit/FaultServer';
import { UpstreamClient, type UpstreamClientOptions } from '../UpstreamClient';
import { UpstreamError } from '../UpstreamError';

/** Answers with JSON. */
export const json =
  (body: unknown, headers: Record<string, string> = {}): FaultHandler =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };

/** Answers with a status and a text. */
export const status =
  (code: number, headers: Record<string, string> = {}): FaultHandler =>
  (_, response) => {
    response.writeHead(code, headers).end('nobody wants to read this');
  };

/** The failure of what was asked. */
export async function failure(asked: Promise<unknown>): Promise<UpstreamError> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof UpstreamError) {
      return error;
    }
    throw error;
  }
  throw new Error('It was no failure');
}

/** A server that does what a test says, and clients of it. */
export class ClientStage {
  readonly server: FaultServer;
  readonly #clients: UpstreamClient[] = [];

  static async start(handler: FaultHandler): Promise<ClientStage> {
    return new ClientStage(await FaultServer.start({ handler }));
  }

  private constructor(server: FaultServer) {
    this.server = server;
  }

  create(options: Partial<UpstreamClientOptions> = {}): UpstreamClient {
    const client = UpstreamClient.create({
      name: 'jenkins/main',
      baseUrl: this.server.url,
      deadlineMs: 5_000,
      ...options,
    });
    this.#clients.push(client);
    return client;
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map(client => client.close()));
    await this.server.close();
  }
}
