import type { Entity } from '@backstage/catalog-model';
import {
  parseNotApplicable,
  type Counts,
  type Facet,
  type FacetName,
  type ServiceDetail,
  type ServicePage,
  type SourceHealth,
  type SourceState,
} from '@callboard/plugin-callboard-common';
import type { Knex } from 'knex';
import { toInstant } from '../database/epochMs';
import { etagOf, fingerprintOf, type Answer } from './Answer';
import type {
  Board,
  Dated,
  DoctorPage,
  DoctorQuery,
  FacetList,
  PageQuery,
  ServiceFilter,
  ServicesByRef,
  SourceList,
  Timeline,
  TimelineQuery,
} from './Board';
import type { BoardScope } from './BoardScope';
import { noSuchService } from './noSuchService';
import { readByRefs, readServiceRows } from './readByRefs';
import { readCounts, totalOf } from './readCounts';
import { readDoctorItems, readDoctorTotals } from './readDoctor';
import { readEdition } from './readEdition';
import { readFacets } from './readFacets';
import { readObservations } from './readObservations';
import { readPage } from './readPage';
import {
  readFedServices,
  readSourceRows,
  toSourceHealth,
  type FedServices,
} from './readSources';
import { readTimeline } from './readTimeline';
import { Remembered } from './Remembered';
import type { DecayRules } from './SourceAges';
import type { StoredRow } from './StoredRow';
import { toServiceStatus } from './toServiceStatus';
import { visibilityKey, type Visibility } from './Visibility';

/**
 * How exact the age on a page is that is otherwise unchanged: rounds that bring nothing new write
 * nothing but their time, and a page that never got the new time would look older than it is.
 */
const AGE_STEP_MS = 60_000;

/** The board as it is stored in the database. */
export class DatabaseBoard implements Board<Visibility> {
  readonly #knex: Knex;
  readonly #now: () => number;
  readonly #decayMs?: DecayRules;
  readonly #counts = new Remembered<Counts>();
  readonly #facets = new Remembered<readonly Facet[]>();
  readonly #doctor = new Remembered<{ total: number; checked: number }>();
  readonly #fed = new Remembered<ReadonlyMap<string, FedServices>>();

  static create(options: {
    readonly knex: Knex;
    readonly now: () => number;
    readonly decayMs?: DecayRules;
  }): DatabaseBoard {
    return new DatabaseBoard(options);
  }

  private constructor(options: {
    readonly knex: Knex;
    readonly now: () => number;
    readonly decayMs?: DecayRules;
  }) {
    this.#knex = options.knex;
    this.#now = options.now;
    this.#decayMs = options.decayMs;
  }

  async services(
    query: PageQuery,
    visibility: Visibility,
  ): Promise<Answer<ServicePage>> {
    const scope = await this.#scope(visibility);
    return answer(scope, ['services', query], async () => {
      const [page, counts] = await Promise.all([
        readPage(scope, query),
        this.#countsOf(scope, query.filter),
      ]);
      return {
        ...page,
        total: totalOf(counts, query.filter),
        counts: { ...counts },
        ...dated(scope),
      };
    });
  }

  async servicesByRef(
    entityRefs: readonly string[],
    visibility: Visibility,
  ): Promise<Answer<ServicesByRef>> {
    const scope = await this.#scope(visibility);
    return answer(scope, ['by-refs', entityRefs], async () => ({
      items: await readByRefs(scope, entityRefs),
      ...dated(scope),
    }));
  }

  async facets(
    query: { readonly by: FacetName; readonly filter: ServiceFilter },
    visibility: Visibility,
  ): Promise<Answer<FacetList>> {
    const scope = await this.#scope(visibility);
    return answer(scope, ['facets', query], async () => ({
      items: await this.#facets.get(numbersKey(scope, query), () =>
        readFacets(scope, query),
      ),
      ...dated(scope),
    }));
  }

  async service(
    entityRef: string,
    visibility: Visibility,
  ): Promise<Answer<ServiceDetail>> {
    const scope = await this.#scope(visibility);
    return answer(scope, ['service', entityRef], async () => {
      const { ages } = scope.edition;
      const row = (await readServiceRows(scope, [entityRef])).get(entityRef);
      if (!row) {
        throw noSuchService(entityRef);
      }
      const entity: Entity = JSON.parse(row.entity_json);
      const { aspects }: StoredRow = JSON.parse(row.row_json);
      const observations = await readObservations({
        knex: this.#knex,
        serviceId: row.id,
        entityRef,
        ages,
        aspects,
      });
      return {
        ...toServiceStatus(row, ages),
        observations,
        notApplicable: parseNotApplicable(entity),
        ...dated(scope),
      };
    });
  }

  async timeline(
    query: TimelineQuery & { readonly entityRef: string },
    visibility: Visibility,
  ): Promise<Answer<Timeline>> {
    const scope = await this.#scope(visibility);
    return answer(scope, ['timeline', query], async () => {
      const rows = await readServiceRows(scope, [query.entityRef]);
      const row = rows.get(query.entityRef);
      if (!row) {
        throw noSuchService(query.entityRef);
      }
      const items = await readTimeline(this.#knex, {
        ...query,
        serviceId: row.id,
      });
      return { items, ...dated(scope) };
    });
  }

  async sources(visibility: Visibility): Promise<Answer<SourceList>> {
    const [scope, rows] = await Promise.all([
      this.#scope(visibility),
      readSourceRows(this.#knex),
    ]);
    // A source's own row changes without the revision: it says how it is, not what it saw.
    return answer(scope, ['sources', rows], async () => {
      const fed = await this.#fed.get(
        numbersKey(scope, scope.edition.ages.stale),
        () => readFedServices(scope),
      );
      const items = rows.map(row =>
        toSourceHealth({
          row,
          stored: scope.edition.sources.find(
            ({ source }) => source === row.source,
          ),
          fed: fed.get(row.source),
          now: scope.edition.asOf,
        }),
      );
      return { items: items.sort(troubleFirst), ...dated(scope) };
    });
  }

  async doctor(
    query: DoctorQuery,
    visibility: Visibility,
  ): Promise<Answer<DoctorPage>> {
    const scope = await this.#scope(visibility);
    return answer(scope, ['doctor', query], async () => {
      const [page, totals] = await Promise.all([
        readDoctorItems(scope, query),
        this.#doctor.get(numbersKey(scope, query.owners), () =>
          readDoctorTotals(scope, query),
        ),
      ]);
      return { ...page, ...totals, ...dated(scope) };
    });
  }

  #countsOf(scope: BoardScope, filter: ServiceFilter): Promise<Counts> {
    const { statuses, ...others } = filter;
    return this.#counts.get(numbersKey(scope, others), () =>
      readCounts(scope, filter),
    );
  }

  async #scope(visibility: Visibility): Promise<BoardScope> {
    const edition = await readEdition({
      knex: this.#knex,
      now: this.#now(),
      decayMs: this.#decayMs,
    });
    return { knex: this.#knex, edition, visibility };
  }
}

function answer<T>(
  scope: BoardScope,
  question: readonly unknown[],
  body: () => Promise<T>,
): Answer<T> {
  const { edition, visibility } = scope;
  return {
    etag: etagOf([
      edition.revision,
      edition.ages.fingerprint,
      Math.floor(edition.ages.newestAt / AGE_STEP_MS),
      visibilityKey(visibility),
      question,
    ]),
    body,
  };
}

/** What numbers depend on: not on how old anything is, unless it is not believed any more. */
function numbersKey({ edition, visibility }: BoardScope, question: unknown) {
  return fingerprintOf([
    edition.revision,
    edition.ages.decayed,
    visibilityKey(visibility),
    question,
  ]);
}

function dated({ edition }: BoardScope): Dated {
  return { revision: edition.revision, asOf: toInstant(edition.asOf) };
}

/** What needs somebody first. */
const TROUBLE: readonly SourceState[] = [
  'unreachable',
  'failing',
  'forbidden',
  'not-observable',
  'starting',
  'ok',
];

function troubleFirst(a: SourceHealth, b: SourceHealth): number {
  return (
    TROUBLE.indexOf(a.state) - TROUBLE.indexOf(b.state) ||
    (a.source < b.source ? -1 : 1)
  );
}
