import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/DatabaseClock';

/** A clock for tests that stands still until it is moved. */
export class ControlledClock {
  #nowMs: number;

  constructor(nowMs: number = Date.UTC(2026, 10, 23, 9)) {
    this.#nowMs = nowMs;
  }

  readonly now = (): number => this.#nowMs;

  readonly database: DatabaseClock = (knex: Knex) =>
    knex.raw('cast(? as bigint)', [this.#nowMs]);

  advance(ms: number): void {
    this.#nowMs += ms;
  }
}
