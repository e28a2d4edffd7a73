import {
  foldFlapping,
  type Aspect,
  type Change,
  type OverallStatus,
  type TimelineEntry,
} from '@callboard/plugin-callboard-common';
import {
  toInstant,
  toNumber,
  toOptionalNumber,
} from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { ChangeRow, TransitionRow } from '../database/tables';
import type { TimelineQuery } from './Board';

/** Reads what happened to a service, newest first. */
export async function readTimeline(
  knex: Knex,
  query: TimelineQuery & { readonly serviceId: number },
): Promise<TimelineEntry[]> {
  const [transitions, changes] = await Promise.all([
    readTransitions(knex, query),
    readChanges(knex, query),
  ]);
  const entries = [...transitions, ...changes].sort((a, b) =>
    // Instants in UTC sort as text. What happened at the same time stays in the order above:
    // newest first means the effect before its cause.
    b.at.localeCompare(a.at),
  );
  return foldFlapping(entries).slice(0, query.limit);
}

async function readTransitions(
  knex: Knex,
  query: TimelineQuery & { readonly serviceId: number },
): Promise<TimelineEntry[]> {
  const rows: TransitionRow[] = await knex('transition')
    .where('service_id', query.serviceId)
    .modify(within, query)
    .modify(builder => {
      if (query.aspects.length > 0) {
        builder.whereIn('aspect', [...query.aspects]);
      }
    })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(query.limit)
    .select('*');
  return rows.map(row => {
    const flappingSince = toOptionalNumber(row.flapping_since);
    const fromSince = toOptionalNumber(row.from_since);
    return {
      type: 'transition',
      at: toInstant(toNumber(row.at)),
      ...(row.aspect !== '' && { aspect: row.aspect as Aspect }),
      from: row.from_status as OverallStatus,
      ...(fromSince !== undefined && { fromSince: toInstant(fromSince) }),
      to: row.to_status as OverallStatus,
      ...(row.message !== null && { message: row.message }),
      ...(flappingSince !== undefined && {
        flappingSince: toInstant(flappingSince),
      }),
    };
  });
}

async function readChanges(
  knex: Knex,
  query: TimelineQuery & { readonly serviceId: number },
): Promise<TimelineEntry[]> {
  const rows: ChangeRow[] = await knex('change')
    .where('service_id', query.serviceId)
    .modify(within, query)
    .modify(builder => {
      if (query.aspects.length > 0) {
        // A change belongs to what its source feeds.
        builder.whereIn('source', inner =>
          inner
            .from('service_source')
            .select('source')
            .where('id', query.serviceId)
            .whereIn('aspect', [...query.aspects]),
        );
      }
    })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(query.limit)
    .select('*');
  return rows.map(row => {
    const change: Omit<Change, 'at'> = JSON.parse(row.change_json);
    return {
      type: 'change',
      source: row.source,
      ...change,
      at: toInstant(toNumber(row.at)),
    };
  });
}

function within(builder: Knex.QueryBuilder, query: TimelineQuery): void {
  if (query.from !== undefined) {
    builder.where('at', '>=', query.from);
  }
  if (query.to !== undefined) {
    builder.where('at', '<', query.to);
  }
}
