import { Agent, Dispatcher } from 'undici';

/** How long a connection that nobody uses is kept; a proof of life every few seconds re-uses it. */
const KEEP_ALIVE_MS = 30_000;

/** Whom we trust, and who we are, of a TLS connection. */
export interface TlsMaterial {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Of this cluster only. */
  readonly rejectUnauthorized?: boolean;
  readonly servername?: string;
}

/**
 * Connections whose certificates can change. New connections are made with the new ones; what is
 * under way on old connections goes on.
 */
export class RenewableAgent extends Dispatcher {
  readonly #timeoutMs: number;
  #material: TlsMaterial = {};
  #agent: Agent;

  static create(options: { connectTimeoutMs: number }): RenewableAgent {
    return new RenewableAgent(options.connectTimeoutMs);
  }

  private constructor(timeoutMs: number) {
    super();
    this.#timeoutMs = timeoutMs;
    this.#agent = this.#createAgent();
  }

  /** Connects with these certificates from now on; does nothing where they are the same. */
  use(material: TlsMaterial): void {
    if (isSame(material, this.#material)) {
      return;
    }
    const old = this.#agent;
    this.#material = material;
    this.#agent = this.#createAgent();
    // Waits for what is under way, which for a watch are minutes.
    old.close().catch(() => {});
  }

  dispatch(
    options: Dispatcher.DispatchOptions,
    handler: Dispatcher.DispatchHandler,
  ): boolean {
    return this.#agent.dispatch(options, handler);
  }

  close(): Promise<void>;
  close(callback: () => void): void;
  close(callback?: () => void): Promise<void> | void {
    // Nobody closes it gracefully: what is under way ends with its signal.
    const closed = this.#agent.destroy();
    return callback ? void closed.then(callback) : closed;
  }

  #createAgent(): Agent {
    return new Agent({
      keepAliveTimeout: KEEP_ALIVE_MS,
      connect: { timeout: this.#timeoutMs, ...this.#material },
    });
  }
}

function isSame(a: TlsMaterial, b: TlsMaterial): boolean {
  return (
    a.ca === b.ca &&
    a.cert === b.cert &&
    a.key === b.key &&
    a.rejectUnauthorized === b.rejectUnauthorized &&
    a.servername === b.servername
  );
}
