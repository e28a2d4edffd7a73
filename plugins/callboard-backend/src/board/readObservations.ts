import {
  neverObserved,
  type Aspect,
  type Observation,
  type SettledState,
} from '@callboard/plugin-callboard-common';
import { toInstant } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { ObservationRow, SubjectRow } from '../database/tables';
import { hashOf } from '../store/boundedText';
import type { StoredVerdict } from '../store/StoredVerdict';
import { decayedFinding, decayedStatus } from './agedAspect';
import type { SourceAges } from './SourceAges';
import type { StoredRow } from './StoredRow';

type JoinedRow = Pick<
  SubjectRow,
  'source' | 'aspect' | 'key' | 'shard' | 'problem'
> &
  Pick<
    ObservationRow,
    'verdict_json' | 'links_json' | 'detail_json' | 'settled_json'
  >;

/** A subject with its observation, or with nulls in its place. */
type SubjectOrJoinedRow = Pick<
  JoinedRow,
  'source' | 'aspect' | 'key' | 'shard' | 'problem'
> &
  (JoinedRow | { verdict_json: null });

/**
 * Reads everything that sources said of a service, subjects that were never observed included.
 */
export async function readObservations(options: {
  readonly knex: Knex;
  readonly serviceId: number;
  readonly entityRef: string;
  readonly ages: SourceAges;
  /** The aspects as they are stored: they know since when a subject waits for its first look. */
  readonly aspects: StoredRow['aspects'];
}): Promise<Observation[]> {
  const { knex, serviceId, entityRef, ages, aspects } = options;
  const rows: SubjectOrJoinedRow[] = await knex('subject as s')
    .leftJoin('observation as o', 'o.subject_id', 's.id')
    .where('s.service_id', serviceId)
    .orderBy(['s.aspect', 's.source', 's.id'])
    .select(
      's.source',
      's.aspect',
      's.key',
      's.shard',
      's.problem',
      'o.verdict_json',
      'o.links_json',
      'o.detail_json',
      'o.settled_json',
    );
  return rows.flatMap(row =>
    row.verdict_json === null
      ? toNeverObserved({ row, entityRef, ages, aspects })
      : toObservation({ row, entityRef, ages }),
  );
}

function toObservation(options: {
  row: JoinedRow;
  entityRef: string;
  ages: SourceAges;
}): Observation {
  const { row, entityRef, ages } = options;
  const {
    since,
    status: seen,
    ...verdict
  }: StoredVerdict = JSON.parse(row.verdict_json);
  const settled: SettledState = JSON.parse(row.settled_json);
  const aspect = row.aspect as Aspect;
  const age = ages.of(row.source, row.shard);
  const observation: Observation = {
    ...verdict,
    findings: [...verdict.findings],
    source: row.source,
    subject: row.key,
    aspect,
    status: settled.status === 'none' ? seen : settled.status,
    since: toInstant(settled.since),
    ...(settled.atLeast && { atLeast: true }),
    ...(settled.badSince !== undefined && {
      badSince: toInstant(settled.badSince),
    }),
    ...(settled.flappingSince !== undefined && { flapping: true }),
    stale: false,
    production: age.production,
    links: JSON.parse(row.links_json),
    detail: JSON.parse(row.detail_json),
  };
  if (row.problem) {
    return observation;
  }
  const aged: Observation = {
    ...observation,
    ...(age.observedAt !== undefined && {
      observedAt: toInstant(age.observedAt),
    }),
    stale: age.stale,
    ...(age.stale && { staleReason: age.reason, staleMessage: age.message }),
  };
  const decayedAt = age.decayedAt[aspect];
  if (aged.status !== 'ok' || decayedAt === undefined) {
    return aged;
  }
  return decayedStatus({
    status: aged,
    decayedAt,
    finding: decayedFinding({
      identity: [entityRef, aspect, row.key],
      source: row.source,
      age,
      at: decayedAt,
    }),
  });
}

/** What its aspect says of a subject that no round has reached yet. */
function toNeverObserved(options: {
  row: Pick<JoinedRow, 'source' | 'aspect' | 'key' | 'shard'>;
  entityRef: string;
  ages: SourceAges;
  aspects: StoredRow['aspects'];
}): Observation[] {
  const { row, entityRef, ages, aspects } = options;
  const aspect = row.aspect as Aspect;
  const fingerprint = hashOf(entityRef, row.source, row.key, 'never-observed');
  const finding = aspects[aspect]?.findings.find(
    candidate => candidate.fingerprint === fingerprint,
  );
  if (!finding) {
    return [];
  }
  const age = ages.of(row.source, row.shard);
  const { summary, explanation } = neverObserved({ source: row.source });
  return [
    {
      source: row.source,
      subject: row.key,
      aspect,
      status: 'unknown',
      since: finding.since,
      summary,
      findings: [finding],
      explanation,
      stale: age.stale,
      ...(age.stale && { staleReason: age.reason, staleMessage: age.message }),
      production: age.production,
      links: [],
      detail: {},
    },
  ];
}
