import type { Aspect } from '@callboard/plugin-callboard-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import type { ObservationRow, SubjectRow } from '../database/tables';
import {
  recordObservations,
  type ObservedSubject,
} from '../store/recordObservations';
import type { StatusRules } from '../store/StatusRules';
import { hashOf } from '../store/boundedText';
import { typeOf } from '../store/typeOf';
import type { ServiceResolution } from './resolveService';
import {
  subjectIdentity,
  toSubjectRows,
  type WantedSubject,
} from './subjectRows';

/** A service, and what its entity names. */
export interface ResolvedService {
  readonly id: number;
  readonly ref: string;
  readonly resolution: ServiceResolution;
}

/** What has to be done for the subjects of services to be as resolved. */
export interface SubjectChanges {
  readonly added: readonly WantedSubject[];
  readonly changed: readonly {
    readonly id: number;
    readonly want: WantedSubject;
    /** It was a problem, and a source can observe it now. */
    readonly mended: boolean;
  }[];
  readonly removed: readonly SubjectRow[];
  /** Problems whose words changed, or that were never written. */
  readonly problems: readonly {
    readonly id: number;
    readonly want: WantedSubject;
  }[];
}

/** Compares what services name with what is stored. */
export async function compareSubjects(
  knex: Knex,
  services: readonly ResolvedService[],
): Promise<SubjectChanges> {
  const ids = services.map(({ id }) => id);
  const stored = await knex<SubjectRow>('subject')
    .whereIn('service_id', ids)
    .select();
  const problemHashes = await loadProblemHashes(knex, stored);
  const before = new Map(stored.map(row => [subjectIdentity(row), row]));
  const resolutions = new Map(
    services.map(({ id, resolution }) => [id, resolution]),
  );
  const added: WantedSubject[] = [];
  const changed: { id: number; want: WantedSubject; mended: boolean }[] = [];
  const problems: { id: number; want: WantedSubject }[] = [];
  for (const { id, resolution } of services) {
    for (const want of toSubjectRows(id, resolution)) {
      const identity = subjectIdentity(want.row);
      const known = before.get(identity);
      before.delete(identity);
      if (!known) {
        added.push(want);
        continue;
      }
      if (differs(known, want)) {
        changed.push({
          id: known.id,
          want,
          mended: Boolean(known.problem) && !want.row.problem,
        });
      }
      if (want.problem && problemHashes.get(known.id) !== problemHash(want)) {
        problems.push({ id: known.id, want });
      }
    }
  }
  return {
    added,
    changed,
    problems,
    // Of a provider that failed just now, or does not know all yet, what was known stays.
    removed: [...before.values()].filter(row => {
      const type = typeOf(row.source);
      const { failed, searching } = resolutions.get(row.service_id) ?? {};
      return !failed?.has(type) && !searching?.has(type);
    }),
  };
}

/** Writes the difference; returns the services and sources that it touched. */
export async function writeSubjects(options: {
  readonly tx: Knex.Transaction;
  readonly changes: SubjectChanges;
  readonly refs: ReadonlyMap<number, string>;
  readonly rules: StatusRules;
  readonly now: number;
}): Promise<{ serviceIds: number[]; sources: string[] }> {
  const { tx, changes, refs, rules, now } = options;
  const { added, changed, removed } = changes;
  for (const chunk of inChunks(removed.map(({ id }) => id))) {
    await tx('subject').whereIn('id', chunk).delete();
  }
  for (const { id, want } of changed) {
    const { shard, spec_json, key, problem } = want.row;
    await tx('subject')
      .where({ id })
      .update({ shard, spec_json, key, problem });
  }
  const mended = changed.filter(change => change.mended).map(({ id }) => id);
  for (const chunk of inChunks(mended)) {
    await tx('observation').whereIn('subject_id', chunk).delete();
  }
  for (const chunk of inChunks(added.map(({ row }) => row))) {
    await tx('subject').insert(chunk);
  }
  await recordObservations({
    tx,
    rules,
    now,
    observed: [
      ...changes.problems.map(({ id, want }) => toObserved(id, want, refs)),
      ...(
        await withIds(tx, added)
      ).map(({ id, want }) => toObserved(id, want, refs)),
    ],
  });
  const rows = [
    ...removed,
    ...changed.map(({ want }) => want.row),
    ...added.map(({ row }) => row),
    ...changes.problems.map(({ want }) => want.row),
  ];
  return {
    serviceIds: [...new Set(rows.map(row => row.service_id))],
    sources: [...new Set(rows.map(row => row.source))].sort(),
  };
}

function differs(known: SubjectRow, want: WantedSubject): boolean {
  const { row } = want;
  return (
    known.shard !== row.shard ||
    known.spec_json !== row.spec_json ||
    Boolean(known.problem) !== row.problem
  );
}

function problemHash({ problem }: WantedSubject): string {
  return hashOf(JSON.stringify(problem));
}

async function loadProblemHashes(
  knex: Knex,
  subjects: readonly SubjectRow[],
): Promise<Map<number, string>> {
  const hashes = new Map<number, string>();
  const ids = subjects.filter(row => row.problem).map(({ id }) => id);
  for (const chunk of inChunks(ids)) {
    const rows = await knex<ObservationRow>('observation')
      .whereIn('subject_id', chunk)
      .select('subject_id', 'hash');
    rows.forEach(row => hashes.set(row.subject_id, row.hash));
  }
  return hashes;
}

async function withIds(
  tx: Knex.Transaction,
  added: readonly WantedSubject[],
): Promise<{ id: number; want: WantedSubject }[]> {
  const problems = added.filter(({ problem }) => problem);
  const byIdentity = new Map(
    problems.map(want => [subjectIdentity(want.row), want]),
  );
  const found: { id: number; want: WantedSubject }[] = [];
  const serviceIds = [...new Set(problems.map(({ row }) => row.service_id))];
  for (const chunk of inChunks(serviceIds)) {
    const rows = await tx<SubjectRow>('subject')
      .whereIn('service_id', chunk)
      .select('id', 'service_id', 'source', 'aspect', 'key_hash');
    for (const row of rows) {
      const want = byIdentity.get(subjectIdentity(row));
      if (want) {
        found.push({ id: row.id, want });
      }
    }
  }
  return found;
}

function toObserved(
  id: number,
  want: WantedSubject,
  refs: ReadonlyMap<number, string>,
): ObservedSubject {
  const { row, problem } = want;
  if (!problem) {
    throw new TypeError(`${row.key} is no problem`);
  }
  return {
    subjectId: id,
    serviceId: row.service_id,
    entityRef: refs.get(row.service_id) ?? '',
    source: row.source,
    aspect: row.aspect as Aspect,
    key: row.key,
    hash: problemHash(want),
    verdict: problem,
    links: [],
    detail: {},
    changes: [],
  };
}
