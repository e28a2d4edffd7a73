import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { SEES_ALL } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import {
  component,
  FakeProvider,
  FakeStatusSource,
  verdictOf,
} from '../__testUtils__/FakeStatusSource';
import { page } from '../__testUtils__/queries';
import { WriteSide } from '../__testUtils__/WriteSide';
import { DatabaseBoard } from '../board/DatabaseBoard';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const MINUTE_MS = 60_000;

describe.each(databases.eachSupportedId())('parts in turns, %s', id => {
  let eu: FakeStatusSource;
  let us: FakeStatusSource;
  let side: WriteSide;
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
  });

  const observe = async () => {
    for (const source of [eu, us]) {
      await (await side.rounds(source)).next();
    }
  };

  const turn = async (
    source: FakeStatusSource,
    status: 'failing' | 'warning' | 'ok',
  ) => {
    side.clock.advance(5 * MINUTE_MS);
    source.verdicts.set('app', verdictOf(status));
    await observe();
  };

  /** None of the two flaps by itself. */
  const flap = async () => {
    await observe();
    for (const source of [eu, us]) {
      await turn(source, 'failing');
      await turn(source, 'ok');
    }
  };

  it('are red for a reason while all of them are well', async () => {
    await flap();
    expect(await side.row('shop')).toMatchObject({
      status: 'failing',
      why: expect.stringMatching(
        /^Flapping since 20\S+Z; last: It is failing$/,
      ),
      whySource: 'fake/us',
    });
  });

  it('keep their reason from round to round, and when less is wrong', async () => {
    await flap();
    const { why } = await side.row('shop');
    await observe();
    expect(await side.row('shop')).toMatchObject({ why });
    await turn(eu, 'warning');
    expect(await side.row('shop')).toMatchObject({ status: 'failing', why });
  });

  it('say what is wrong while it is', async () => {
    await flap();
    await turn(eu, 'failing');
    expect(await side.row('shop')).toMatchObject({
      why: 'It is failing',
      whySource: 'fake/eu',
    });
  });

  it('have nothing to say when it is over', async () => {
    await flap();
    side.clock.advance(31 * MINUTE_MS);
    await side.sweep();
    const row = await side.row('shop');
    expect(row.status).toBe('ok');
    expect(row.why).toBeUndefined();
  });

  it('are told once, without the flapping twice in a sentence', async () => {
    await flap();
    const told = await side
      .knex('transition')
      .whereNotNull('flapping_since')
      .where('aspect', '')
      .select('message');
    expect(told).toEqual([{ message: 'It is failing' }]);
  });

  it('show no more of it than the words', async () => {
    await flap();
    const board = DatabaseBoard.create({
      knex: side.knex,
      now: side.clock.now,
    });
    const { items } = await (await board.services(page(), SEES_ALL)).body();
    expect(items[0]).toMatchObject({
      why: expect.stringContaining('Flapping since '),
    });
    expect(items[0]).not.toHaveProperty('lastTrouble');
    const detail = await board.service('component:default/shop', SEES_ALL);
    expect(await detail.body()).toMatchObject({ why: items[0].why });
  });
});
