import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { unknownVerdict } from '@callboard/plugin-callboard-common';
import { SEES_ALL } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import { EVERY_SERVICE, page } from '../__testUtils__/queries';
import {
  component,
  FakeProvider,
  FakeStatusSource,
  verdictOf,
} from '../__testUtils__/FakeStatusSource';
import { WriteSide } from '../__testUtils__/WriteSide';
import { DatabaseBoard } from '../board/DatabaseBoard';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const DAY_MS = 24 * 60 * 60_000;

const ABSENT = {
  ...unknownVerdict({
    reason: 'not-found',
    message: 'No cluster has workloads labelled app=shop',
  }),
  absent: true,
};

describe.each(databases.eachSupportedId())('what sources lack, %s', id => {
  let eu: FakeStatusSource;
  let us: FakeStatusSource;
  let side: WriteSide;
  let board: DatabaseBoard;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id as TestDatabaseId);
  });

  beforeEach(async () => {
    eu = new FakeStatusSource({ name: 'eu' });
    us = new FakeStatusSource({ name: 'us' });
    side = await WriteSide.create(knex, new FakeProvider(eu, us));
    side.entities = [component('shop', { jobs: 'eu:app;us:app' })];
    await side.sweep();
    us.verdicts.set('app', ABSENT);
    board = DatabaseBoard.create({ knex, now: side.clock.now });
  });

  const observe = async (...sources: FakeStatusSource[]) => {
    for (const source of sources) {
      await (await side.rounds(source)).next();
    }
  };
  const service = async () =>
    (await board.service('component:default/shop', SEES_ALL)).body();

  it('does not count where another has it', async () => {
    await observe(eu, us);
    expect(await service()).toMatchObject({
      status: 'ok',
      aspects: { pipelines: { status: 'ok', findings: [] } },
    });
    await expect(side.knex('service_source').select('source')).resolves.toEqual(
      [{ source: 'fake/eu' }],
    );
    await expect(side.knex('service_code')).resolves.toEqual([]);
    const { items, total } = await (
      await board.doctor({ owners: [], limit: 10 }, SEES_ALL)
    ).body();
    expect({ items, total }).toEqual({ items: [], total: 0 });
    const facets = await (
      await board.facets({ by: 'source', filter: EVERY_SERVICE }, SEES_ALL)
    ).body();
    expect(facets.items.map(({ value }) => value)).toEqual(['fake/eu']);
    const sources = await (await board.sources(SEES_ALL)).body();
    expect(sources.items.map(({ services }) => services)).toEqual([1, 0]);
  });

  it('is listed on the page of the service', async () => {
    await observe(eu, us);
    const { observations } = await service();
    expect(
      observations.map(({ source, status, absent }) => [
        source,
        status,
        absent ?? false,
      ]),
    ).toEqual([
      ['fake/eu', 'ok', false],
      ['fake/us', 'unknown', true],
    ]);
  });

  it('makes nothing stale when its source falls silent', async () => {
    await observe(eu, us);
    side.clock.advance(DAY_MS + 1);
    await observe(eu);
    const { items, counts } = await (
      await board.services(page(), SEES_ALL)
    ).body();
    expect(items).toMatchObject([{ status: 'ok', stale: false }]);
    expect(counts).toMatchObject({ ok: 1, unknown: 0 });
  });

  it('is said once where none has it', async () => {
    eu.verdicts.set('app', ABSENT);
    await observe(eu, us);
    expect(await service()).toMatchObject({
      status: 'unknown',
      why: 'No cluster has workloads labelled app=shop',
      aspects: { pipelines: { findings: [{ code: 'not-found' }] } },
      observations: [
        { findings: [{ code: 'not-found' }] },
        { findings: [{ code: 'not-found' }] },
      ],
    });
    await expect(side.knex('service_source')).resolves.toHaveLength(2);
    const { items } = await (
      await board.doctor({ owners: [], limit: 10 }, SEES_ALL)
    ).body();
    expect(items).toHaveLength(1);
  });

  it('waits for the first look at the others', async () => {
    await observe(us);
    expect(await service()).toMatchObject({
      status: 'unknown',
      aspects: { pipelines: { findings: [{ code: 'never-observed' }] } },
    });
  });

  it('counts again when the other loses it', async () => {
    await observe(eu, us);
    eu.verdicts.set('app', ABSENT);
    await observe(eu);
    expect(await service()).toMatchObject({ status: 'unknown' });
    expect(await side.transitions()).toEqual(['ok -> unknown']);
    us.verdicts.set('app', verdictOf('ok'));
    await observe(us);
    expect(await service()).toMatchObject({ status: 'ok' });
  });
});
