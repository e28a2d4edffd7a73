import { UpstreamError } from '@callboard/plugin-callboard-node';
import type { KubernetesApi } from '../api/KubernetesApi';
import type { Time } from './Time';

const TRIES_COUNT = 2;

/** What the proof of life of a cluster is made of. */
export interface HeartbeatOptions {
  readonly api: KubernetesApi;
  readonly time: Time;
  /** Longest time that one proof may take. */
  readonly deadlineMs: number;
  /** A proof is good for so long. */
  readonly validMs: number;
  /** What sentences call the cluster: `kubernetes/prod-eu`. */
  readonly source: string;
}

/** Knows whether the cluster lives, by its cheapest call. */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #provenAt = -Infinity;
  #version: string | undefined;
  #wasAsked = false;

  static create(options: HeartbeatOptions): Heartbeat {
    return new Heartbeat(options);
  }

  private constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** `v1.35.2`; absent until it was told. */
  get version(): string | undefined {
    return this.#version;
  }

  /** The cluster told something by itself. */
  hear(): void {
    this.#provenAt = this.#options.time.now();
  }

  /**
   * Throws an UpstreamError where the cluster does not answer, or answers that it is not ready, and
   * the signal's reason.
   */
  async prove(
    signal: AbortSignal,
    { isFresh }: { isFresh: boolean },
  ): Promise<void> {
    const { time, validMs } = this.#options;
    const beganAt = time.now();
    const isProven = beganAt - this.#provenAt < validMs;
    const asksVersion = isFresh || !this.#wasAsked;
    if (isProven && !asksVersion) {
      return;
    }
    this.#wasAsked = true;
    for (let tries = 1; ; tries++) {
      try {
        if (asksVersion) {
          // It may have been replaced by another since.
          this.#version = await this.#inTime(signal, options =>
            this.#options.api.version(options),
          );
        }
        await this.#inTime(signal, options => this.#options.api.ready(options));
        this.hear();
        return;
      } catch (error) {
        signal.throwIfAborted();
        if (isAnswer(error) || this.#provenAt > beganAt) {
          return;
        }
        if (tries >= TRIES_COUNT || isRefusal(error)) {
          throw error;
        }
      }
    }
  }

  async #inTime<T>(
    signal: AbortSignal,
    ask: (options: { signal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    const { time, deadlineMs, source } = this.#options;
    const controller = new AbortController();
    const abort = () => controller.abort(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    let callOff = () => {};
    const deadline = new Promise<never>((_, reject) => {
      callOff = time.after(deadlineMs, () => {
        const error = new UpstreamError(
          `${source} did not answer within ${deadlineMs / 1_000} s`,
          { reason: 'unreachable' },
        );
        controller.abort(error);
        reject(error);
      });
    });
    try {
      return await Promise.race([ask({ signal: controller.signal }), deadline]);
    } finally {
      callOff();
      signal.removeEventListener('abort', abort);
    }
  }
}

/** A refusal, or "too many requests", is a proof of life; a wrong token is none that helps. */
function isAnswer(error: unknown): boolean {
  return (
    error instanceof UpstreamError &&
    (error.status === 403 || error.status === 429)
  );
}

function isRefusal(error: unknown): boolean {
  return error instanceof UpstreamError && error.status === 401;
}
