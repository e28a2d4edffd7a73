import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';

/** Asks for a round of a source now, whichever instance observes it. */
export interface SourceRefresh {
  /** Throws a NotFoundError where no such source is configured. */
  request(source: string): Promise<void>;
}

/** Leaves the request in the database, where the holder of the source's lease finds it. */
export class DatabaseSourceRefresh implements SourceRefresh {
  readonly #knex: Knex;
  readonly #now: () => number;

  static create(options: {
    readonly knex: Knex;
    readonly now: () => number;
  }): DatabaseSourceRefresh {
    return new DatabaseSourceRefresh(options);
  }

  private constructor(options: {
    readonly knex: Knex;
    readonly now: () => number;
  }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async request(source: string): Promise<void> {
    const asked = await this.#knex('source')
      .where({ source, configured: true })
      .update({ refresh_requested_at: this.#now() });
    if (asked === 0) {
      throw new NotFoundError(`There is no source '${source}'`);
    }
  }
}
