import { subscribe, unsubscribe } from 'node:diagnostics_channel';

const CREATED = 'undici:request:create';

/** Paths of what this process asked of a cluster, as undici tells them. */
export class RequestLog {
  readonly #origin: string;
  readonly #paths: string[] = [];
  readonly #note = (message: unknown) => {
    const { request } = message as {
      request: { origin: string | URL; path: string; headers: unknown };
    };
    // What the test itself does there as an administrator is no part of it.
    const isOurs = !JSON.stringify(request.headers).includes('control-plane');
    if (isOurs && new URL(request.origin).origin === this.#origin) {
      this.#paths.push(request.path);
    }
  };

  /** Notes requests from now on. */
  static of(url: string): RequestLog {
    const log = new RequestLog(new URL(url).origin);
    subscribe(CREATED, log.#note);
    return log;
  }

  private constructor(origin: string) {
    this.#origin = origin;
  }

  /** Requests so far. */
  get count(): number {
    return this.#paths.length;
  }

  /** Lists that were asked for since then. */
  listsSince(index: number): readonly string[] {
    return this.#since(index).filter(
      path => /^\/apis?\//.test(path) && !path.includes('watch=true'),
    );
  }

  /** Watches that were begun since then. */
  watchesSince(index: number): readonly string[] {
    return this.#since(index).filter(path => path.includes('watch=true'));
  }

  close(): void {
    unsubscribe(CREATED, this.#note);
  }

  #since(index: number): readonly string[] {
    return this.#paths.slice(index);
  }
}
