import { UpstreamError } from '@callboard/plugin-callboard-node';
import type {
  KubernetesApi,
  WatchedResource,
  WatchEvent,
} from '../api/KubernetesApi';
import type { Time } from './Time';
import type { WatchPolicy } from './WatchPolicy';

/** What is watched, from where on. */
export interface WatchConnectionOptions {
  readonly api: KubernetesApi;
  readonly resource: WatchedResource;
  readonly namespace?: string;
  readonly resourceVersion: string;
  readonly timeoutSeconds: number;
  readonly policy: WatchPolicy;
  readonly time: Time;
  readonly signal: AbortSignal;
  readonly onOpen: () => void;
}

/** One watch request, from its first byte to its end; breaks itself off when it falls silent. */
export class WatchConnection {
  readonly #options: WatchConnectionOptions;
  readonly #controller = new AbortController();
  #failure: UpstreamError | undefined;
  #isEnded = false;
  #callOffSilence: () => void = () => {};

  static open(options: WatchConnectionOptions): WatchConnection {
    return new WatchConnection(options);
  }

  private constructor(options: WatchConnectionOptions) {
    this.#options = options;
  }

  /** Events until the server ends the watch; throws what broke it. */
  async *events(): AsyncGenerator<WatchEvent> {
    const { api, resource, namespace, signal } = this.#options;
    const abort = () => this.#controller.abort(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) {
      abort();
    }
    this.#listen();
    try {
      const events = api.watch(resource, {
        namespace,
        resourceVersion: this.#options.resourceVersion,
        timeoutSeconds: this.#options.timeoutSeconds,
        signal: this.#controller.signal,
        onOpen: () => {
          this.#listen();
          this.#options.onOpen();
        },
      });
      for await (const event of events) {
        this.#listen();
        yield event;
      }
    } catch (error) {
      if (!this.#isEnded) {
        throw this.#failure ?? error;
      }
    } finally {
      this.#callOffSilence();
      signal.removeEventListener('abort', abort);
    }
    if (this.#failure) {
      throw this.#failure;
    }
  }

  /** Breaks it off, for a reason that `events` throws. */
  breakOff(failure: UpstreamError): void {
    this.#failure = failure;
    this.#controller.abort(failure);
  }

  /** Ends it as if the server had. */
  end(): void {
    this.#isEnded = true;
    this.#controller.abort();
  }

  #listen() {
    const { time, policy, resource } = this.#options;
    this.#callOffSilence();
    this.#callOffSilence = time.after(policy.silenceMs, () => {
      this.breakOff(
        new UpstreamError(
          `The watch of ${resource.resource} fell silent, it is begun again`,
          { reason: 'unreachable' },
        ),
      );
    });
  }
}
