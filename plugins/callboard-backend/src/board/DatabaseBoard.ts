import type { Entity } from '@backstage/catalog-model';
import {
  parseNotApplicable,
  type Counts,
  type Facet,
  type FacetName,
  type ServiceDetail,
  type ServicePage,
  type SourceDetail,
} from '@callboard/plugin-callboard-common';
import {
  etagOf,
  fingerprintOf,
  toInstant,
  visibilityKey,
  type Visibility,
} from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import { type Answer } from './Answer';
import type {
  Board,
  Dated,
  DoctorPage,
  DoctorQuery,
  FacetList,
  FindingHistory,
  FindingHistoryQuestion,
  PageQuery,
  ServiceFilter,
  ServicesByRef,
  SourceList,
  Timeline,
  TimelineQuery,
} from './Board';
import type { BoardScope } from './BoardScope';
import { storedView, type BoardView } from './BoardView';
import { noSuchService } from './noSuchService';
import { readByRefs, readServiceRow } from './readByRefs';
import { readCounts, totalOf } from './readCounts';
import { readDecayedView } from './readDecayedView';
import { readDoctorItems, readDoctorTotals } from './readDoctor';
import { readEdition, type Edition } from './readEdition';
import { readFacets } from './readFacets';
import { readFindingHistory } from './readFindingHistory';
import { readObservations } from './readObservations';
import { readPage } from './readPage';
import {
  readFedServices,
  readSourceDetail,
  readSourceRow,
  readSourceRows,
  toSourceHealths,
  type FedServices,
} from './readSources';
import { readTimeline } from './readTimeline';
import { Remembered } from './Remembered';
import { RememberedText } from './RememberedText';
import type { DecayRules } from './SourceAges';
import type { StoredRow } from './StoredRow';
import { toServiceStatus } from './toServiceStatus';
import {
  conditionallyVisible,
  definitivelyVisible,
  type VisibleServices,
} from './VisibleServices';

/**
 * How exact the age on a page is that is otherwise unchanged: rounds that bring nothing new write
 * nothing but their time, and a page that never got the new time would look older than it is.
 */
const AGE_STEP_MS = 60_000;

/** How far back findings are told where nobody says. */
const FINDINGS_WINDOW_MS = 30 * 86_400_000;

/** Each holds the ids of up to all services. */
const VIEW_COUNT = 4;
/** Each holds the ids of up to half of the services; one for each set that viewers have. */
const VISIBLE_COUNT = 100;

export interface DatabaseBoardOptions {
  readonly knex: Knex;
  readonly now: () => number;
  readonly decayMs?: DecayRules;
}

/** The board as it is stored in the database. */
export class DatabaseBoard implements Board<Visibility> {
  readonly #options: DatabaseBoardOptions;
  readonly #texts = new RememberedText();
  readonly #counts = new Remembered<Counts>();
  readonly #facets = new Remembered<readonly Facet[]>();
  readonly #doctor = new Remembered<{ total: number; checked: number }>();
  readonly #fed = new Remembered<ReadonlyMap<string, FedServices>>();
  readonly #views = new Remembered<BoardView>({ count: VIEW_COUNT });
  readonly #visible = new Remembered<VisibleServices>({ count: VISIBLE_COUNT });

  static create(options: DatabaseBoardOptions): DatabaseBoard {
    return new DatabaseBoard(options);
  }

  private constructor(options: DatabaseBoardOptions) {
    this.#options = options;
  }

  services(
    query: PageQuery,
    visibility: Visibility,
  ): Promise<Answer<ServicePage>> {
    return this.#answer(visibility, ['services', query], async scope => {
      const [page, counts] = await Promise.all([
        readPage(scope, query),
        this.#countsOf(scope, query.filter),
      ]);
      const total = totalOf(counts, query.filter);
      return { ...page, total, counts: { ...counts } };
    });
  }

  servicesByRef(
    entityRefs: readonly string[],
    visibility: Visibility,
  ): Promise<Answer<ServicesByRef>> {
    return this.#answer(visibility, ['by-refs', entityRefs], async scope => ({
      items: await readByRefs(scope, entityRefs),
    }));
  }

  facets(
    query: { readonly by: FacetName; readonly filter: ServiceFilter },
    visibility: Visibility,
  ): Promise<Answer<FacetList>> {
    return this.#answer(visibility, ['facets', query], async scope => ({
      items: await this.#facets.get(numbersKey(scope, query), () =>
        readFacets(scope, query),
      ),
    }));
  }

  service(
    entityRef: string,
    visibility: Visibility,
  ): Promise<Answer<ServiceDetail>> {
    return this.#answer(visibility, ['service', entityRef], async scope => {
      const { ages } = scope.edition;
      const row = await readServiceRow(scope, entityRef);
      if (!row) {
        throw noSuchService(entityRef);
      }
      const entity: Entity = JSON.parse(row.entity_json);
      const { aspects }: StoredRow = JSON.parse(row.row_json);
      const observations = await readObservations({
        knex: scope.knex,
        serviceId: row.id,
        entityRef,
        ages,
        aspects,
      });
      return {
        ...toServiceStatus(row, ages),
        observations,
        notApplicable: parseNotApplicable(entity),
      };
    });
  }

  timeline(
    query: TimelineQuery & { readonly entityRef: string },
    visibility: Visibility,
  ): Promise<Answer<Timeline>> {
    return this.#answer(visibility, ['timeline', query], async scope => {
      const row = await readServiceRow(scope, query.entityRef);
      if (!row) {
        throw noSuchService(query.entityRef);
      }
      return {
        items: await readTimeline(scope.knex, { ...query, serviceId: row.id }),
      };
    });
  }

  findings(
    question: FindingHistoryQuestion,
    visibility: Visibility,
  ): Promise<Answer<FindingHistory>> {
    // The window moves in steps, so that equal questions have equal answers for a while.
    const step = Math.floor(this.#options.now() / AGE_STEP_MS) + 1;
    const { to = step * AGE_STEP_MS } = question;
    const { from = to - FINDINGS_WINDOW_MS } = question;
    const query = { ...question, from, to };
    return this.#answer(visibility, ['findings', query, step], scope =>
      readFindingHistory(scope, query),
    );
  }

  async sources(visibility: Visibility): Promise<Answer<SourceList>> {
    const rows = await readSourceRows(this.#options.knex);
    // A source's own row changes without the revision: it says how it is, not what it saw.
    return this.#answer(visibility, ['sources', rows], async scope => ({
      items: toSourceHealths({
        rows,
        edition: scope.edition,
        fed: await this.#fedBy(scope),
      }),
    }));
  }

  async source(
    source: string,
    visibility: Visibility,
  ): Promise<Answer<SourceDetail>> {
    const row = await readSourceRow(this.#options.knex, source);
    return this.#answer(visibility, ['source', row], async scope => {
      const [health] = toSourceHealths({
        rows: [row],
        edition: scope.edition,
        fed: await this.#fedBy(scope),
      });
      const detail = await readSourceDetail(scope.knex, source);
      return { ...health, ...(detail && { detail }) };
    });
  }

  doctor(
    query: DoctorQuery,
    visibility: Visibility,
  ): Promise<Answer<DoctorPage>> {
    return this.#answer(visibility, ['doctor', query], async scope => {
      const [page, totals] = await Promise.all([
        readDoctorItems(scope, query),
        this.#doctor.get(numbersKey(scope, query.owners), () =>
          readDoctorTotals(scope, query),
        ),
      ]);
      return { ...page, ...totals };
    });
  }

  #fedBy(scope: BoardScope): Promise<ReadonlyMap<string, FedServices>> {
    return this.#fed.get(numbersKey(scope, scope.edition.ages.stale), () =>
      readFedServices(scope),
    );
  }

  async #answer<T extends object>(
    visibility: Visibility,
    question: readonly unknown[],
    body: (scope: BoardScope) => Promise<T>,
  ): Promise<Answer<T & Dated>> {
    const { knex, now, decayMs } = this.#options;
    const edition = await readEdition({ knex, now: now(), decayMs });
    const { ages, revision } = edition;
    const etag = etagOf([
      revision,
      ages.fingerprint,
      Math.floor(ages.newestAt / AGE_STEP_MS),
      visibilityKey(visibility),
      question,
    ]);
    const dated: Dated = { revision, asOf: toInstant(edition.asOf) };
    const make = async () => body(await this.#scope(edition, visibility));
    return {
      etag,
      body: async () => ({ ...(await make()), ...dated }),
      json: async () => {
        const text = await this.#texts.get(etag, async () =>
          JSON.stringify(await make()),
        );
        return `${text.slice(0, -1)},${JSON.stringify(dated).slice(1)}`;
      },
    };
  }

  async #scope(edition: Edition, visibility: Visibility): Promise<BoardScope> {
    const { ages, revision } = edition;
    return {
      knex: this.#options.knex,
      edition,
      key: fingerprintOf([revision, ages.decayed, visibilityKey(visibility)]),
      view: await this.#viewOf(edition),
      visible: await this.#visibleOf(edition, visibility),
    };
  }

  async #viewOf({ ages, revision }: Edition): Promise<BoardView> {
    const { knex } = this.#options;
    return ages.decayed.length === 0
      ? storedView(knex)
      : this.#views.get(fingerprintOf([revision, ages.decayed]), () =>
          readDecayedView(knex, ages.decayed),
        );
  }

  async #visibleOf(
    { revision }: Edition,
    visibility: Visibility,
  ): Promise<VisibleServices> {
    if (visibility.sees !== 'some') {
      return definitivelyVisible(visibility);
    }
    const { knex } = this.#options;
    const { uids, key } = visibility;
    return this.#visible.get(`${revision} ${key}`, async () => {
      const known = await knex('service_board').select('id', 'uid');
      return conditionallyVisible({ knex, known, uids });
    });
  }

  #countsOf(scope: BoardScope, filter: ServiceFilter): Promise<Counts> {
    const { statuses, ...others } = filter;
    return this.#counts.get(numbersKey(scope, others), () =>
      readCounts(scope, filter),
    );
  }
}

/** What numbers depend on: not on how old anything is, unless it is not believed any more. */
function numbersKey({ key }: BoardScope, question: unknown): string {
  return fingerprintOf([key, question]);
}
