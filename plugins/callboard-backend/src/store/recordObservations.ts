import {
  settle,
  settledStateSchema,
  type Aspect,
  type Change,
  type Link,
  type SettledState,
  type Verdict,
} from '@callboard/plugin-callboard-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import type { ObservationRow } from '../database/tables';
import { completeFindings } from './completeFindings';
import { recordChanges } from './recordChanges';
import { shownVerdict } from './shownVerdict';
import type { StatusRules } from './StatusRules';
import type { StoredVerdict } from './StoredVerdict';

const FIRST_CHANGES_MAX_COUNT = 5;

/** What was observed of one subject, ready to be stored. */
export interface ObservedSubject {
  readonly subjectId: number;
  readonly serviceId: number;
  readonly entityRef: string;
  readonly source: string;
  readonly aspect: Aspect;
  /** Name of the subject within the source. */
  readonly key: string;
  /** Hash of all that was observed. */
  readonly hash: string;
  readonly verdict: Verdict;
  readonly links: readonly Link[];
  readonly detail: JsonObject;
  readonly changes: readonly Change[];
}

/** What the collector has to remember of an observation. */
export interface RecordedObservation {
  readonly subjectId: number;
  readonly hash: string;
  readonly recheckAt?: number;
}

/**
 * Settles and stores observations. The caller holds the fence, has locked the services, and
 * projects them afterwards.
 */
export async function recordObservations(options: {
  readonly tx: Knex.Transaction;
  readonly observed: readonly ObservedSubject[];
  readonly rules: StatusRules;
  readonly now: number;
}): Promise<RecordedObservation[]> {
  const { tx, observed, rules, now } = options;
  if (observed.length === 0) {
    return [];
  }
  const stored = await tx<ObservationRow>('observation')
    .whereIn(
      'subject_id',
      observed.map(({ subjectId }) => subjectId),
    )
    .select('subject_id', 'verdict_json', 'settled_json');
  const previous = new Map(stored.map(row => [row.subject_id, row]));
  const rows = observed.map(subject =>
    toRow({ subject, previous: previous.get(subject.subjectId), rules, now }),
  );
  for (const chunk of inChunks(rows)) {
    await tx('observation').insert(chunk).onConflict('subject_id').merge();
  }
  await recordChanges(
    tx,
    observed.map(subject =>
      previous.has(subject.subjectId) ? subject : withRecentChanges(subject),
    ),
  );
  return rows.map(row => ({
    subjectId: row.subject_id,
    hash: row.hash,
    ...(row.recheck_at !== null && { recheckAt: row.recheck_at }),
  }));
}

/** History begins when we begin to look: a first sight brings no more than what may explain it. */
function withRecentChanges(subject: ObservedSubject): ObservedSubject {
  const changes = [...subject.changes]
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, FIRST_CHANGES_MAX_COUNT);
  return { ...subject, changes };
}

type NewObservationRow = ObservationRow & {
  recheck_at: number | null;
  changed_at: number;
};

function toRow(options: {
  subject: ObservedSubject;
  previous?: Pick<ObservationRow, 'verdict_json' | 'settled_json'>;
  rules: StatusRules;
  now: number;
}): NewObservationRow {
  const { subject, previous, rules, now } = options;
  const before: StoredVerdict | undefined =
    previous && JSON.parse(previous.verdict_json);
  const latest: StoredVerdict = {
    ...subject.verdict,
    findings: completeFindings({
      drafts: subject.verdict.findings,
      origin: {
        entityRef: subject.entityRef,
        source: subject.source,
        subject: subject.key,
      },
      previous: before?.findings ?? [],
      now,
    }),
  };
  const { state, recheckAt } = settle(
    previous && readSettled(previous.settled_json),
    latest,
    now,
    rules.settlePolicyOf(subject.aspect),
  );
  return {
    subject_id: subject.subjectId,
    service_id: subject.serviceId,
    source: subject.source,
    hash: subject.hash,
    verdict_json: JSON.stringify(
      shownVerdict({ settled: state.status, latest, previous: before }),
    ),
    links_json: JSON.stringify(subject.links),
    detail_json: JSON.stringify(subject.detail),
    settled_json: JSON.stringify(state),
    recheck_at: recheckAt ?? null,
    changed_at: now,
  };
}

/** Reads what settling remembers; what is no such thing counts as nothing remembered. */
export function readSettled(json: string): SettledState | undefined {
  const parsed = settledStateSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : undefined;
}
