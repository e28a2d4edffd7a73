import type { IncomingMessage, ServerResponse } from 'node:http';
import { CallLog } from '../http/CallLog';
import { HttpEndpoint } from '../http/HttpEndpoint';
import type { RuleGroup } from './rules';
import { rulesAnswer, type RuleType } from './rulesAnswer';

/** How it misbehaves: refuses connections, takes no token, or answers with an error. */
export type PrometheusFault =
  | { readonly kind: 'none' }
  | { readonly kind: 'down' }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'error'; readonly status: number };

export type PrometheusCallKind = 'rules' | 'other';

export interface PrometheusServerOptions {
  readonly name: string;
  readonly groups: readonly RuleGroup[];
  /** What the proxy in front of it lets in: it knows no credentials of its own. */
  readonly token: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Default: a free one. */
  readonly port?: number;
}

/** A Prometheus behind a proxy, as far as its rules go, on a loopback port. */
export class PrometheusServer {
  readonly name: string;
  readonly #options: PrometheusServerOptions;
  readonly #log = new CallLog<{
    readonly kind: PrometheusCallKind;
    readonly bytes: number;
  }>();
  #fault: PrometheusFault = { kind: 'none' };
  #endpoint!: HttpEndpoint;

  private constructor(options: PrometheusServerOptions) {
    this.name = options.name;
    this.#options = options;
  }

  static async start(
    options: PrometheusServerOptions,
  ): Promise<PrometheusServer> {
    const server = new PrometheusServer(options);
    server.#endpoint = await HttpEndpoint.start({
      port: options.port,
      handler: async (request, response) => server.#serve(request, response),
    });
    return server;
  }

  async stop(): Promise<void> {
    await this.#endpoint.close();
  }

  get url(): string {
    return this.#endpoint.origin;
  }

  get callCounts() {
    const { total, bytes, byKind } = this.#log;
    return { total, bytes, byKind };
  }

  resetCalls(): void {
    this.#log.reset();
  }

  get fault(): PrometheusFault {
    return this.#fault;
  }

  async setFault(fault: PrometheusFault): Promise<void> {
    this.#fault = fault;
    await (fault.kind === 'down'
      ? this.#endpoint.close()
      : this.#endpoint.open());
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const isRules = url.pathname === '/api/v1/rules';
    const { status, type, body } = this.#answer(request, url);
    this.#log.add({
      kind: isRules ? 'rules' : 'other',
      bytes: Buffer.byteLength(body),
    });
    response.writeHead(status, { 'Content-Type': type }).end(body);
  }

  #answer(request: IncomingMessage, url: URL) {
    const { token, groups, clock } = this.#options;
    const fault = this.#fault;
    if (
      fault.kind === 'unauthorized' ||
      request.headers.authorization !== `Bearer ${token}`
    ) {
      return { status: 401, type: 'text/plain', body: 'Unauthorized\n' };
    }
    if (fault.kind === 'error') {
      return json(fault.status, {
        status: 'error',
        errorType: 'unavailable',
        error: 'Service Unavailable',
      });
    }
    if (url.pathname !== '/api/v1/rules') {
      return { status: 404, type: 'text/plain', body: '404 page not found\n' };
    }
    const type = url.searchParams.get('type') || undefined;
    if (!isRuleType(type)) {
      return json(400, {
        status: 'error',
        errorType: 'bad_data',
        error: `invalid parameter "type": not supported value "${type}"`,
      });
    }
    return json(200, {
      status: 'success',
      data: rulesAnswer({ groups, type, now: clock() }),
    });
  }
}

function isRuleType(type: string | undefined): type is RuleType | undefined {
  return type === undefined || type === 'alert' || type === 'record';
}

function json(status: number, body: object) {
  return { status, type: 'application/json', body: JSON.stringify(body) };
}
