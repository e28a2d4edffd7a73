import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  component,
  FakeProvider,
  FakeStatusSource,
  verdictOf,
} from '../__testUtils__/FakeStatusSource';
import { WriteSide } from '../__testUtils__/WriteSide';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const MINUTE_MS = 60_000;

describe.each(databases.eachSupportedId())('finding history, %s', id => {
  let source: FakeStatusSource;
  let side: WriteSide;
  let knex: Knex;
  let round: () => Promise<unknown>;

  beforeAll(async () => {
    knex = await databases.init(id as TestDatabaseId);
  });

  beforeEach(async () => {
    source = new FakeStatusSource();
    side = await WriteSide.create(knex, new FakeProvider(source));
    side.entities = [component('shop', { jobs: 'main:shop/a' })];
    await side.sweep();
    const observer = await side.rounds(source);
    round = () => observer.next();
  });

  const history = async () => {
    const rows = await knex('finding_history').orderBy('id');
    return rows.map(row => ({
      aspect: row.aspect,
      code: row.code,
      from: Number(row.first_at),
      until: row.last_at === null ? null : Number(row.last_at),
    }));
  };

  it('begins when a finding is seen and ends when it is gone', async () => {
    const began = side.clock.now();
    source.verdicts.set('shop/a', verdictOf('failing'));
    await round();
    const lasting = {
      aspect: 'pipelines',
      code: 'is-failing',
      from: began,
      until: null,
    };
    await expect(history()).resolves.toEqual([lasting]);
    side.clock.advance(5 * MINUTE_MS);
    await round();
    await expect(history()).resolves.toEqual([lasting]);
    source.verdicts.set('shop/a', verdictOf('warning'));
    side.clock.advance(5 * MINUTE_MS);
    await round();
    const changed = side.clock.now();
    await expect(history()).resolves.toEqual([
      { ...lasting, until: changed },
      { ...lasting, code: 'is-warning', from: changed },
    ]);
  });

  it('knows since when a finding is there where the source does', async () => {
    const since = side.clock.now() - 90 * MINUTE_MS;
    const verdict = verdictOf('failing');
    source.verdicts.set('shop/a', {
      ...verdict,
      findings: verdict.findings.map(finding => ({
        ...finding,
        since: new Date(since).toISOString(),
      })),
    });
    await round();
    await expect(history()).resolves.toMatchObject([{ from: since }]);
  });

  it('keeps nothing of what is unknown', async () => {
    source.verdicts.set('shop/a', verdictOf('unknown'));
    await round();
    await expect(history()).resolves.toEqual([]);
  });

  it('ends when the service leaves the catalog', async () => {
    source.verdicts.set('shop/a', verdictOf('failing'));
    await round();
    side.entities = [component('other')];
    await side.sweep();
    side.clock.advance(60 * MINUTE_MS);
    await side.sweep();
    const rows = await history();
    expect(rows).toEqual([
      expect.objectContaining({ until: expect.any(Number) }),
    ]);
  });
});
