import type { Aspect } from '@callboard/plugin-callboard-common';
import {
  toOptionalNumber,
  type StoredBigint,
  type Subject,
} from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { SubjectRow } from '../database/tables';

/** A subject as its collector remembers it, with a hash of what was last observed. */
export interface KnownSubject {
  readonly id: number;
  readonly serviceId: number;
  readonly subject: Subject;
  hash?: string;
  /** Settle again at this time even if nothing changed, epoch milliseconds. */
  recheckAt?: number;
}

type JoinedRow = SubjectRow & {
  ref: string;
  hash: string | null;
  recheck_at: StoredBigint | null;
};

/** Reads everything that services name in a source. */
export async function loadSubjects(
  knex: Knex,
  source: string,
): Promise<KnownSubject[]> {
  const rows: JoinedRow[] = await knex('subject as s')
    .join('service_board as b', 'b.id', 's.service_id')
    .leftJoin('observation as o', 'o.subject_id', 's.id')
    .where({ 's.source': source, 's.problem': false })
    .orderBy('s.service_id')
    .select(
      's.id',
      's.service_id',
      's.aspect',
      's.key',
      's.shard',
      's.spec_json',
      'b.ref',
      'o.hash',
      'o.recheck_at',
    );
  const sharedTexts = new Map<string, string>();
  // Rows bring a text of their own each; what many subjects say alike is kept once.
  const shared = (text: string) => {
    const before = sharedTexts.get(text);
    if (before === undefined) sharedTexts.set(text, text);
    return before ?? text;
  };
  return rows.map(row => ({
    id: row.id,
    serviceId: row.service_id,
    subject: {
      id: String(row.id),
      entityRef: shared(row.ref),
      source,
      aspect: shared(row.aspect) as Aspect,
      key: shared(row.key),
      ...(row.shard !== '' && { shard: shared(row.shard) }),
      spec: JSON.parse(row.spec_json),
    },
    ...(row.hash !== null && { hash: row.hash }),
    ...(row.recheck_at !== null && {
      recheckAt: toOptionalNumber(row.recheck_at),
    }),
  }));
}
