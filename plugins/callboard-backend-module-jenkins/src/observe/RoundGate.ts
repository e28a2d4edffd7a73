import { UpstreamError } from '@callboard/plugin-callboard-node';

/** So many calls in a row without any answer, and the rest of the round is not even tried. */
const MAX_FAILURES_COUNT = 3;

/**
 * Stands between one round and Jenkins: it tells a part that fails from a Jenkins that is gone, so
 * that a dead one costs a few deadlines and not one for every folder.
 */
export class RoundGate {
  #answers = 0;
  #failuresInARow = 0;
  #lastFailure: UpstreamError | undefined;
  #closedBy: UpstreamError | undefined;

  static create(): RoundGate {
    return new RoundGate();
  }

  private constructor() {}

  /** Runs a call, or throws at once what closed the gate. */
  async pass<T>(call: () => Promise<T>): Promise<T> {
    if (this.#closedBy) {
      throw this.#closedBy;
    }
    try {
      const answer = await call();
      this.#noticeAnswer();
      return answer;
    } catch (error) {
      if (error instanceof UpstreamError) {
        this.#noticeFailure(error);
      }
      throw error;
    }
  }

  /** What kept Jenkins from answering anything at all; undefined where it answered something. */
  get outage(): UpstreamError | undefined {
    return this.#closedBy?.status === 401 || this.#answers === 0
      ? this.#closedBy ?? this.#lastFailure
      : undefined;
  }

  #noticeAnswer() {
    this.#answers++;
    this.#failuresInARow = 0;
  }

  #noticeFailure(error: UpstreamError) {
    if (error.status === 401) {
      // Our credentials do not get better from one folder to the next.
      this.#closedBy = error;
      return;
    }
    if (error.reason === 'not-found' || error.status === 403) {
      this.#noticeAnswer();
      return;
    }
    this.#lastFailure = error;
    this.#failuresInARow++;
    const asksToWait = error.retryAfterMs !== undefined || error.status === 429;
    if (asksToWait || this.#failuresInARow >= MAX_FAILURES_COUNT) {
      this.#closedBy ??= error;
    }
  }
}
