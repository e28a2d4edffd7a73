import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ControlPlane } from '@callboard/control-plane';

/** What went through a proxy since the last time. */
export interface Traffic {
  readonly requests: number;
  /** Those that are no watch, no proof of life. */
  readonly lists: number;
  readonly watches: number;
  /** Bytes of bodies from the apiserver, as they are on the wire. */
  readonly bytes: number;
}

/** Stands before an apiserver: counts what is asked of it, and can swallow everything. */
export class ApiserverProxy {
  readonly #target: URL;
  readonly #agent: https.Agent;
  readonly #server: http.Server;
  readonly #answers = new Set<http.IncomingMessage>();
  #isBlackHole = false;
  #requests = 0;
  #lists = 0;
  #watches = 0;
  #bytes = 0;

  static async before(plane: ControlPlane): Promise<ApiserverProxy> {
    const proxy = new ApiserverProxy(plane);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  private constructor(plane: ControlPlane) {
    this.#target = new URL(plane.url);
    this.#agent = new https.Agent({
      ca: readFileSync(plane.caFile, 'utf8'),
      keepAlive: true,
    });
    this.#server = http.createServer((request, response) =>
      this.#pass(request, response),
    );
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on it takes everything, and says nothing. */
  swallow(): void {
    this.#isBlackHole = true;
    this.#answers.forEach(answer => answer.unpipe().pause());
  }

  take(): Traffic {
    const traffic = {
      requests: this.#requests,
      lists: this.#lists,
      watches: this.#watches,
      bytes: this.#bytes,
    };
    this.#requests = 0;
    this.#lists = 0;
    this.#watches = 0;
    this.#bytes = 0;
    return traffic;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
    this.#agent.destroy();
  }

  #pass(request: http.IncomingMessage, response: http.ServerResponse) {
    this.#note(request.url ?? '/');
    if (this.#isBlackHole) return;
    const { host, ...headers } = request.headers;
    const onward = https.request(
      {
        host: this.#target.hostname,
        port: this.#target.port,
        path: request.url,
        method: request.method,
        headers,
        agent: this.#agent,
      },
      answer => {
        this.#answers.add(answer);
        answer.on('data', (chunk: Buffer) => {
          this.#bytes += chunk.length;
        });
        answer.on('close', () => {
          this.#answers.delete(answer);
          if (!answer.complete) response.destroy();
        });
        answer.on('error', () => response.destroy());
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  #note(path: string) {
    this.#requests++;
    if (path.includes('watch=true')) {
      this.#watches++;
    } else if (/^\/apis?\//.test(path)) {
      this.#lists++;
    }
  }
}
