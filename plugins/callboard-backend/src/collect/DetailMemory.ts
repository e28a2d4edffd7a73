import type { JsonObject } from '@backstage/types';
import { hashOf } from '../store/boundedText';

/** Facts may change with every round, and every reader is told when they do. */
const STORE_EVERY_MS = 5_000;

/** What a round changed of a source's own facts. */
export interface DetailChange {
  /** What to store; nothing where it is to stay as it is. */
  readonly json?: string | null;
  /** To be called once it is stored. */
  readonly stored: () => void;
}

/** Remembers which facts of a source are stored, so that only what changed is written. */
export class DetailMemory {
  #hash: string | undefined;
  #detail: JsonObject | undefined;
  #storedAt = -Infinity;

  constructor(storedJson: string | undefined) {
    this.#hash = storedJson === undefined ? undefined : hashOf(storedJson);
  }

  compare(detail: JsonObject | undefined, now: number): DetailChange {
    const unchanged = { stored: () => {} };
    // Whoever gives the same object says the same, and is spared the comparison.
    if (detail !== undefined && detail === this.#detail) {
      return unchanged;
    }
    if (now < this.#storedAt + STORE_EVERY_MS) {
      return unchanged;
    }
    const json = detail === undefined ? null : JSON.stringify(detail);
    const hash = json === null ? undefined : hashOf(json);
    const remember = () => {
      this.#hash = hash;
      this.#detail = detail;
    };
    if (hash === this.#hash) {
      return { stored: remember };
    }
    return {
      json,
      stored: () => {
        remember();
        this.#storedAt = now;
      },
    };
  }
}
