import type { Entity } from '@backstage/catalog-model';
import type { Aspect, DoctorEntry } from '@callboard/plugin-callboard-common';
import { Cursor } from '@callboard/plugin-callboard-node';
import { z } from 'zod';
import type { ServiceCodeRow } from '../database/tables';
import type { DoctorQuery } from './Board';
import type { BoardScope } from './BoardScope';
import { doctorFix } from './doctorFix';
import { whereOneOf } from './filteredServices';
import { SERVICE_COLUMNS, type ServiceRow } from './ServiceRow';
import type { StoredRow } from './StoredRow';

/**
 * The findings that the doctor is about: what an entity names is not there, may not be read, says
 * nothing, or could mean several things. A source that is down is no fault of any entity.
 */
const DOCTOR_CODES: readonly string[] = [
  'not-found',
  'forbidden',
  'no-data',
  'ambiguous',
  'not-configured',
];

const VIEW_URL = 'backstage.io/view-url';

const cursors = Cursor.of(
  z.tuple([
    z.literal('doctor'),
    z.string().refine(value => !value.includes('\0')),
    z.int().min(0).max(2_147_483_647),
  ]),
);

export interface DoctorItems {
  readonly items: DoctorEntry[];
  readonly nextCursor?: string;
}

/** Reads one page of services with something to mend, by name. */
export async function readDoctorItems(
  scope: BoardScope,
  query: DoctorQuery,
): Promise<DoctorItems> {
  const { limit, cursor } = query;
  const place = cursor === undefined ? undefined : cursors.read(cursor);
  if (limit === 0) {
    return { items: [] };
  }
  const rows: ServiceRow[] = await ailingServices(scope, query)
    .join('service_detail as d', 'd.id', 'b.id')
    .modify(builder => {
      if (place) {
        const [, name, id] = place;
        builder.whereRaw('b.name >= ? and (b.name > ? or b.id > ?)', [
          name,
          name,
          id,
        ]);
      }
    })
    .orderBy(['b.name', 'b.id'])
    .limit(limit + 1)
    .select(SERVICE_COLUMNS);
  const shown = rows.slice(0, limit);
  const last = shown[shown.length - 1];
  const sources = await readSourcesOfCodes(scope, shown);
  return {
    items: shown.flatMap(row => toEntries(row, sources)),
    ...(rows.length > limit && {
      nextCursor: cursors.write(['doctor', last.name, last.id]),
    }),
  };
}

/** Counts the services with something to mend, and all that were looked at. */
export async function readDoctorTotals(
  scope: BoardScope,
  query: Pick<DoctorQuery, 'owners'>,
): Promise<{ total: number; checked: number }> {
  const [[ailing], [checked]] = await Promise.all([
    ailingServices(scope, query).count({ services: '*' }),
    ownedServices(scope, query).count({ services: '*' }),
  ]);
  return {
    total: Number(ailing.services),
    checked: Number(checked.services),
  };
}

function ailingServices(scope: BoardScope, query: Pick<DoctorQuery, 'owners'>) {
  return ownedServices(scope, query).whereIn('b.id', inner =>
    inner.from('service_code').select('id').whereIn('code', DOCTOR_CODES),
  );
}

function ownedServices(
  { knex, visible }: BoardScope,
  { owners }: Pick<DoctorQuery, 'owners'>,
) {
  const query = knex.from('service_board as b').whereNull('b.deleted_at');
  visible.where(query, 'b.id');
  whereOneOf(query, 'b.owner', owners);
  return query;
}

/** Which sources say a code of a service, by `<id> <code>`. */
type SourcesOfCodes = ReadonlyMap<string, readonly string[]>;

async function readSourcesOfCodes(
  { knex }: BoardScope,
  rows: readonly ServiceRow[],
): Promise<SourcesOfCodes> {
  const codes: ServiceCodeRow[] = await knex('service_code')
    .whereIn(
      'id',
      rows.map(({ id }) => id),
    )
    .whereIn('code', DOCTOR_CODES)
    .orderBy('source')
    .select('id', 'code', 'source');
  const sources = new Map<string, string[]>();
  for (const { id, code, source } of codes) {
    const key = `${id} ${code}`;
    sources.set(key, [...(sources.get(key) ?? []), source]);
  }
  return sources;
}

function toEntries(row: ServiceRow, sources: SourcesOfCodes): DoctorEntry[] {
  const { aspects }: StoredRow = JSON.parse(row.row_json);
  const { metadata }: Entity = JSON.parse(row.entity_json);
  const viewUrl = httpUrl(metadata.annotations?.[VIEW_URL]);
  return Object.entries(aspects).flatMap(([aspect, { findings, feeds }]) =>
    findings
      .filter(({ code }) => DOCTOR_CODES.includes(code))
      .map(finding => ({
        entityRef: row.ref,
        name: metadata.title ?? metadata.name,
        ...(row.owner !== null && { owner: row.owner }),
        source:
          finding.params.source ??
          sources.get(`${row.id} ${finding.code}`)?.[0] ??
          feeds[0]?.source ??
          '',
        finding,
        fix: doctorFix({
          finding,
          aspect: aspect as Aspect,
          annotations: metadata.annotations ?? {},
        }),
        ...(viewUrl && { viewUrl }),
      })),
  );
}

/** Annotations are written by anyone, and the portal's links throw on other schemes. */
function httpUrl(value: string | undefined): string | undefined {
  return value && /^https?:\/\//i.test(value) && URL.canParse(value)
    ? value
    : undefined;
}
