import { HEALTH_ASPECTS } from '@callboard/plugin-callboard-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database/engine';
import type { DecayedPart } from './SourceAges';

/**
 * The tables that board queries read. In the normal case they are the stored ones with their
 * indexes. While a source has been silent for so long that its `ok` is not believed any more, they
 * are the same tables as seen now: such an `ok` reads as `unknown` since it decayed.
 */
export interface BoardView {
  readonly board: string;
  readonly aspect: string;
  readonly code: string;
  /** Adds what the names above stand for; call it once a query. */
  readonly define: (query: Knex.QueryBuilder) => Knex.QueryBuilder;
}

const STORED: BoardView = {
  board: 'service_board',
  aspect: 'service_aspect',
  code: 'service_code',
  define: query => query,
};

/** Positions in `STATUSES` and ranks of the board, see the migrations. */
const OK_POSITION = 3;
const UNKNOWN_POSITION = 2;

const DECAYED_FEED = `
  select feed.id, feed.aspect, feed.source, part.reason, min(part.at) as at
    from decayed_part part
    join service_source feed
      on feed.source = part.source and feed.aspect = part.aspect
     and (part.shard is null or part.shard = feed.shard)
    join service_aspect aspect
      on aspect.id = feed.id and aspect.aspect = feed.aspect and aspect.rank = ?
   group by feed.id, feed.aspect, feed.source, part.reason`;

const SEEN_BOARD = `
  select board.id, board.ref, board.uid, board.name, board.owner, board.system,
         board.lifecycle, board.q, board.deleted_at,
         case when board.rank = ? and decayed_service.at is not null
              then ? else board.rank end as rank,
         case when board.rank = ? and decayed_service.at is not null
              then decayed_service.at else board.since end as since
    from service_board board
    left join decayed_service on decayed_service.id = board.id`;

const SEEN_ASPECT = `
  select aspect.id, aspect.aspect,
         case when exists (select 1 from decayed_feed feed
                            where feed.id = aspect.id and feed.aspect = aspect.aspect)
              then ? else aspect.rank end as rank
    from service_aspect aspect`;

const SEEN_CODE = `
  select id, code, source from service_code
   union select id, reason, source from decayed_feed`;

export function boardView(
  knex: Knex,
  decayed: readonly DecayedPart[],
): BoardView {
  return decayed.length === 0 ? STORED : decayedView(knex, decayed);
}

function decayedView(knex: Knex, decayed: readonly DecayedPart[]): BoardView {
  const definitions: readonly (readonly [string, Knex.Raw])[] = [
    ['decayed_part', knex.raw(decayedParts(knex), [JSON.stringify(decayed)])],
    // Only an aspect that is ok turns unknown: what is worse stays what it is.
    ['decayed_feed', knex.raw(DECAYED_FEED, [OK_POSITION])],
    [
      'decayed_service',
      knex.raw(
        'select id, min(at) as at from decayed_feed where aspect in (select value from health) group by id',
      ),
    ],
    [
      'seen_board',
      knex.raw(SEEN_BOARD, [
        2 * OK_POSITION,
        2 * UNKNOWN_POSITION,
        2 * OK_POSITION,
      ]),
    ],
    ['seen_aspect', knex.raw(SEEN_ASPECT, [UNKNOWN_POSITION])],
    ['seen_code', knex.raw(SEEN_CODE)],
  ];
  const health = HEALTH_ASPECTS.map(() => 'select ? as value').join(
    ' union all ',
  );
  return {
    board: 'seen_board',
    aspect: 'seen_aspect',
    code: 'seen_code',
    define: query => {
      query.with('health', knex.raw(health, [...HEALTH_ASPECTS]));
      for (const [name, definition] of definitions) {
        query.with(name, definition);
      }
      return query;
    },
  };
}

function decayedParts(knex: Knex): string {
  return isPostgres(knex)
    ? `select * from jsonb_to_recordset(?::jsonb)
         as part(source text, shard text, aspect text, at bigint, reason text)`
    : `select value ->> 'source' as source, value ->> 'shard' as shard,
              value ->> 'aspect' as aspect, value ->> 'at' as at, value ->> 'reason' as reason
         from json_each(?)`;
}
