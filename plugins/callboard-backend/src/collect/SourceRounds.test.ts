import { TestDatabases } from '@backstage/backend-test-utils';
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

describe.each(databases.eachSupportedId())('SourceRounds, %s', id => {
  let source: FakeStatusSource;
  let provider: FakeProvider;
  let side: WriteSide;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
  });

  beforeEach(async () => {
    source = new FakeStatusSource();
    provider = new FakeProvider(source);
    side = await WriteSide.createShop(knex, provider);
  });

  const sourceRow = () => side.knex('source').first();
  const iso = (ms: number) => new Date(ms).toISOString();

  it('stores what it observes and shows it', async () => {
    source.verdicts.set('shop/b', verdictOf('failing'));
    const observer = await side.rounds(source);
    await observer.next();
    const now = side.clock.now();
    expect(await side.row('cart')).toMatchObject({ status: 'ok', rank: 6 });
    expect(await side.row('shop')).toMatchObject({
      status: 'failing',
      rank: 0,
      since: now,
      atLeast: true,
      badSince: iso(now),
      why: 'It is failing',
      whySource: 'fake/main',
      impact: 'live',
      aspects: {
        pipelines: {
          status: 'failing',
          summary: 'now failing',
          findings: [
            {
              code: 'is-failing',
              since: iso(now),
              atLeast: true,
              fingerprint: expect.any(String),
            },
          ],
        },
      },
    });
    await expect(
      side.knex('service_code').select('code', 'source'),
    ).resolves.toEqual([{ code: 'is-failing', source: 'fake/main' }]);
    await expect(sourceRow()).resolves.toMatchObject({
      state: 'ok',
      message: null,
      since: null,
      latency_ms: 10,
    });
    const row = await sourceRow();
    expect(Number(row.last_good_at)).toBe(now);
    expect(Number(row.next_round_at)).toBe(now + source.intervalMs);
    expect(JSON.parse(row.usage_json)).toEqual([
      { at: expect.any(Number), calls: 1, bytes: 100 },
    ]);
  });

  it('writes only the row of the source when nothing changed', async () => {
    const observer = await side.rounds(source);
    await observer.next();
    const before = await side.knex('observation').orderBy('subject_id');
    const revision = await side.revision();
    side.clock.advance(30_000);
    const written: string[] = [];
    side.knex.on('query', ({ sql }) => {
      if (/^(insert|update|delete)/i.test(sql)) {
        written.push(
          sql.replaceAll(/["`]/g, '').split(' ').slice(0, 2).join(' '),
        );
      }
    });
    await observer.next();
    expect(written).toEqual(['update source_lease', 'update source']);
    expect(await side.knex('observation').orderBy('subject_id')).toEqual(
      before,
    );
    expect(await side.revision()).toBe(revision);
    expect(Number((await sourceRow()).last_good_at)).toBe(side.clock.now());
  });

  it('reads and writes nothing of what did not change after a takeover', async () => {
    await (await side.rounds(source)).next();
    const before = await side.knex('observation').orderBy('subject_id');
    side.clock.advance(30_000);
    await (await side.rounds(source)).next();
    expect(await side.knex('observation').orderBy('subject_id')).toEqual(
      before,
    );
  });

  it('tells a change once, by the time of the upstream', async () => {
    const observer = await side.rounds(source);
    await observer.next();
    const { since: okSince } = await side.row('shop');
    const redAt = side.clock.now() + 10_000;
    side.clock.advance(30_000);
    source.verdicts.set('shop/a', verdictOf('failing', { since: iso(redAt) }));
    await observer.next();
    await observer.next();
    expect(await side.transitions()).toEqual(['ok -> failing']);
    expect(await side.transitions('pipelines')).toEqual(['ok -> failing']);
    expect(await side.row('shop')).toMatchObject({
      since: redAt,
      badSince: iso(redAt),
    });
    const transition = await side.knex('transition').first();
    expect(transition.message).toBe('It is failing');
    expect(Number(transition.from_since)).toBe(okSince);
  });

  it('leaves a red build red while it is built again', async () => {
    const observer = await side.rounds(source);
    source.verdicts.set('shop/a', verdictOf('failing'));
    await observer.next();
    const before = await side.row('shop');
    side.clock.advance(30_000);
    source.verdicts.set(
      'shop/a',
      verdictOf('failing', {
        activity: { kind: 'building', message: 'building #7' },
      }),
    );
    await observer.next();
    expect(await side.row('shop')).toMatchObject({
      status: 'failing',
      since: before.since,
      aspects: {
        pipelines: {
          activity: { kind: 'building' },
          findings: before.aspects.pipelines?.findings,
        },
      },
    });
    expect(await side.transitions()).toEqual([]);
  });

  it('makes one entry of four flips in an hour, and ends it when it is quiet', async () => {
    const observer = await side.rounds(source);
    await observer.next();
    for (const status of ['failing', 'ok', 'failing', 'ok'] as const) {
      side.clock.advance(5 * MINUTE_MS);
      source.verdicts.set('cart/a', verdictOf(status));
      await observer.next();
    }
    const flapping = await side.row('cart');
    expect(flapping).toMatchObject({
      status: 'failing',
      why: 'It is failing',
      aspects: { pipelines: { status: 'failing', flapping: true } },
    });
    expect(await side.transitions()).toEqual([
      'ok -> failing',
      'failing -> ok',
      'ok -> failing',
      'ok -> failing (flapping)',
    ]);
    // Nothing changes upstream any more, so no observation would be written.
    side.clock.advance(31 * MINUTE_MS);
    await observer.next();
    await side.sweep();
    expect(await side.row('cart')).toMatchObject({
      status: 'ok',
      aspects: { pipelines: { status: 'ok' } },
    });
    expect(await side.transitions()).toEqual([
      'ok -> failing',
      'failing -> ok',
      'ok -> failing',
      'ok -> failing (flapping)',
      'failing -> ok',
    ]);
  });

  it('caps what is not production', async () => {
    source.verdicts.set('shop/a', verdictOf('failing'));
    source.verdicts.set('cart/a', verdictOf('warning'));
    await (await side.rounds(source, { production: false })).next();
    expect(await side.row('shop')).toMatchObject({ status: 'warning' });
    expect(await side.row('cart')).toMatchObject({
      status: 'ok',
      aspects: { pipelines: { findings: [{ status: 'note' }] } },
    });
    // Declared production after all.
    await (await side.rounds(source)).next();
    expect(await side.row('shop')).toMatchObject({ status: 'failing' });
  });

  it('keeps changes, and shows the last one before the trouble', async () => {
    const observer = await side.rounds(source);
    const at = side.clock.now();
    const changes = [3, 2, 1].map(number => ({
      key: `cart/a#${number}`,
      kind: 'build',
      at: iso(at + (number - 3) * MINUTE_MS),
      title: `#${number}`,
    }));
    source.more.set('cart/a', { changes });
    await observer.next();
    expect(await side.row('cart')).toMatchObject({ lastChange: changes[0] });
    source.verdicts.set(
      'cart/a',
      verdictOf('failing', { since: iso(at - 90_000) }),
    );
    side.clock.advance(30_000);
    await observer.next();
    expect(await side.row('cart')).toMatchObject({
      status: 'failing',
      lastChange: changes[2],
    });
    await expect(side.knex('change')).resolves.toHaveLength(3);
  });

  it('hands out the stored details of what it observed', async () => {
    source.more.set('shop/a', { detail: { runs: [1, 2] } });
    const observer = await side.rounds(source);
    await observer.next();
    let details: unknown;
    source.answer = async ({ subjects, stored }) => {
      const ids = subjects
        .filter(({ key }) => key === 'shop/a')
        .map(subject => subject.id);
      details = [...(await stored(ids)).values()];
      return source.round(subjects);
    };
    await observer.next();
    expect(details).toEqual([{ runs: [1, 2] }]);
  });

  it('answers a request for a refresh', async () => {
    await side.knex('source').update({ refresh_requested_at: 5 });
    await (await side.rounds(source)).next();
    expect((await sourceRow()).refresh_requested_at).toBeNull();
  });

  it('stores thousands of observations in pieces', async () => {
    side.entities = Array.from({ length: 1_100 }, (_, at) =>
      component(`s${at}`, { jobs: `main:f/s${at}` }),
    );
    await side.sweep();
    const before = await side.revision();
    await (await side.rounds(source)).next();
    await expect(
      side.knex('service_board').where({ rank: 6 }),
    ).resolves.toHaveLength(1_100);
    // Three pieces, and the source itself.
    expect(await side.revision()).toBe(before + 4);
  }, 30_000);
});
