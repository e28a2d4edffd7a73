import type { Knex } from 'knex';

/**
 * The tables that board queries read. In the normal case they are the stored ones with their
 * indexes. While a source has been silent for so long that its `ok` is not believed any more, they
 * are the same tables as seen now: such an `ok` reads as `unknown` since it decayed.
 */
export interface BoardView {
  /** `service_board` */
  board(alias: string): Knex.Raw;
  /** `id`, `aspect` and `rank` of `service_aspect` */
  aspect(alias: string): Knex.Raw;
  /** `id`, `code`, `source` and `rank` of `service_code` */
  code(alias: string): Knex.Raw;
}

/** What is stored. */
export function storedView(knex: Knex): BoardView {
  return {
    board: alias => knex.raw('service_board as ??', [alias]),
    aspect: alias => knex.raw('service_aspect as ??', [alias]),
    code: alias => knex.raw('service_code as ??', [alias]),
  };
}
