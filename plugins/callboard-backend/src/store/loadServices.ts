import type { Aspect } from '@callboard/plugin-callboard-common';
import { toNumber, toOptionalNumber } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import type { StoredRow } from '../board/StoredRow';
import { inChunks } from '../database/inChunks';
import type {
  ObservationRow,
  ServiceAspectRow,
  ServiceBoardRow,
  ServiceCodeRow,
  ServiceDetailRow,
  ServiceSourceRow,
  SubjectRow,
} from '../database/tables';
import { readLastingCodes, type LastingCode } from './findingHistory';
import type { ProjectedSubject } from './projectAspect';
import type { ServiceBefore } from './projectService';
import { readSettled } from './recordObservations';

/** All that a projection reads of a service, and compares with what it makes. */
export interface LoadedService {
  readonly id: number;
  readonly ref: string;
  readonly rank: number;
  readonly since: number;
  readonly rowJson: string;
  readonly settledJson: string;
  readonly recheckAt?: number;
  readonly before: ServiceBefore;
  readonly aspectRows: ReadonlyMap<string, ServiceAspectRow>;
  readonly subjects: readonly ProjectedSubject[];
  readonly sources: readonly ServiceSourceRow[];
  readonly codes: readonly ServiceCodeRow[];
  readonly lasting: readonly LastingCode[];
}

/** Reads services with everything that their rows on the board are made of. */
export async function loadServices(
  tx: Knex.Transaction,
  ids: readonly number[],
): Promise<LoadedService[]> {
  const services = await tx('service_board as b')
    .join('service_detail as d', 'd.id', 'b.id')
    .whereIn('b.id', ids)
    .select<(ServiceBoardRow & ServiceDetailRow)[]>(
      'b.id',
      'b.ref',
      'b.rank',
      'b.since',
      'd.row_json',
      'd.settled_json',
      'd.recheck_at',
    );
  const subjectRows = await tx<SubjectRow>('subject')
    .whereIn('service_id', ids)
    .orderBy('id')
    .select('id', 'service_id', 'source', 'aspect', 'key', 'shard', 'problem');
  const observations = await loadObservations(tx, ids);
  const subjects = groupBy(
    subjectRows.map(row => ({
      serviceId: row.service_id,
      subject: toSubject(row, observations.get(row.id)),
    })),
    row => row.serviceId,
  );
  const aspectsById = groupBy(
    await tx<ServiceAspectRow>('service_aspect').whereIn('id', ids).select(),
    row => row.id,
  );
  const sourcesById = groupBy(
    await tx<ServiceSourceRow>('service_source').whereIn('id', ids).select(),
    row => row.id,
  );
  const codesById = groupBy(
    await tx<ServiceCodeRow>('service_code').whereIn('id', ids).select(),
    row => row.id,
  );
  const lastingById = groupBy(
    await readLastingCodes(tx, ids),
    row => row.service_id,
  );
  return services.map(service => {
    const row: StoredRow = JSON.parse(service.row_json);
    const aspectRows = aspectsById.get(service.id) ?? [];
    const recheckAt = toOptionalNumber(service.recheck_at);
    return {
      id: service.id,
      ref: service.ref,
      rank: service.rank,
      since: toNumber(service.since),
      rowJson: service.row_json,
      settledJson: service.settled_json,
      ...(recheckAt !== undefined && { recheckAt }),
      before: {
        row,
        settled: readSettled(service.settled_json),
        aspects: new Map(
          aspectRows.flatMap(aspect => {
            const settled = readSettled(aspect.settled_json);
            return settled ? [[aspect.aspect as Aspect, settled] as const] : [];
          }),
        ),
      },
      aspectRows: new Map(aspectRows.map(aspect => [aspect.aspect, aspect])),
      subjects: (subjects.get(service.id) ?? []).map(({ subject }) => subject),
      sources: sourcesById.get(service.id) ?? [],
      codes: codesById.get(service.id) ?? [],
      lasting: lastingById.get(service.id) ?? [],
    };
  });
}

type LoadedObservation = Pick<
  ObservationRow,
  'subject_id' | 'verdict_json' | 'settled_json'
>;

async function loadObservations(
  tx: Knex.Transaction,
  serviceIds: readonly number[],
): Promise<Map<number, LoadedObservation>> {
  const observations = new Map<number, LoadedObservation>();
  for (const chunk of inChunks(serviceIds)) {
    const rows = await tx<ObservationRow>('observation')
      .whereIn('service_id', chunk)
      .select('subject_id', 'verdict_json', 'settled_json');
    rows.forEach(row => observations.set(row.subject_id, row));
  }
  return observations;
}

function toSubject(
  row: Omit<SubjectRow, 'key_hash' | 'spec_json'>,
  observation: LoadedObservation | undefined,
): ProjectedSubject {
  const settled = observation && readSettled(observation.settled_json);
  return {
    source: row.source,
    aspect: row.aspect as Aspect,
    key: row.key,
    shard: row.shard,
    problem: Boolean(row.problem),
    ...(observation &&
      settled && {
        observation: { verdict: JSON.parse(observation.verdict_json), settled },
      }),
  };
}

function groupBy<T>(
  rows: readonly T[],
  key: (row: T) => number,
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) {
      group.push(row);
    } else {
      groups.set(key(row), [row]);
    }
  }
  return groups;
}
