import { TestDatabases } from '@backstage/backend-test-utils';
import { UpstreamError } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import {
  component,
  FakeProvider,
  FakeStatusSource,
  FakeWatchedSource,
  verdictOf,
} from '../__testUtils__/FakeStatusSource';
import { WriteSide } from '../__testUtils__/WriteSide';
import { LeaseLostError } from './LeaseLostError';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const MINUTE_MS = 60_000;

describe.each(databases.eachSupportedId())(
  'SourceRounds in trouble, %s',
  id => {
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

    it('keeps what was seen when the source cannot be reached', async () => {
      source.verdicts.set('shop/a', verdictOf('failing'));
      const observer = await side.rounds(source);
      await observer.next();
      const goodAt = side.clock.now();
      const before = await side.row('shop');
      const seen = await side.knex('observation').orderBy('subject_id');
      side.clock.advance(30_000);
      source.answer = async () => {
        throw new UpstreamError('fake/main refuses connections', {
          reason: 'unreachable',
        });
      };
      const next = await observer.next();
      expect(await side.row('shop')).toEqual(before);
      expect(await side.knex('observation').orderBy('subject_id')).toEqual(
        seen,
      );
      expect(await side.transitions()).toEqual([]);
      const row = await sourceRow();
      expect(row).toMatchObject({
        state: 'unreachable',
        message: 'fake/main refuses connections',
      });
      expect(Number(row.since)).toBe(side.clock.now());
      expect(Number(row.last_good_at)).toBe(goodAt);
      expect(next.dueAt).toBe(Number(row.next_round_at));
      expect(next.dueAt - side.clock.now()).toBeLessThanOrEqual(MINUTE_MS);
      // Back again, and nothing has happened meanwhile.
      side.clock.advance(30 * MINUTE_MS);
      source.answer = async ({ subjects }) => source.round(subjects);
      await observer.next();
      expect(await side.row('shop')).toEqual(before);
      expect(await side.transitions()).toEqual([]);
      expect(await sourceRow()).toMatchObject({ state: 'ok', since: null });
    });

    it('asks a watched source at least once in two of its intervals, however long it is away', async () => {
      const watched = new FakeWatchedSource({ intervalMs: 5_000 });
      watched.answer = async () => {
        throw new UpstreamError('fake/main refuses connections', {
          reason: 'unreachable',
        });
      };
      const observer = await side.rounds(watched);
      for (let tries = 0; tries < 20; tries++) {
        const { dueAt } = await observer.next();
        expect(dueAt - side.clock.now()).toBeLessThanOrEqual(
          2 * watched.intervalMs,
        );
      }
    });

    it('waits as long as the source asks', async () => {
      source.answer = async () => {
        throw new UpstreamError('Too many requests', {
          reason: 'unreachable',
          status: 429,
          retryAfterMs: 300_000,
        });
      };
      const { dueAt, notBefore } = await (await side.rounds(source)).next();
      expect(dueAt - side.clock.now()).toBeGreaterThanOrEqual(300_000);
      expect(notBefore).toBe(dueAt);
    });

    it('does not tell anyone what a fault of a module says', async () => {
      source.answer = async () => {
        throw new TypeError('password=hunter2');
      };
      await (await side.rounds(source)).next();
      const row = await sourceRow();
      expect(row.state).toBe('failing');
      expect(row.message).not.toContain('hunter2');
    });

    it('keeps the parts that were missed, and since when', async () => {
      const observer = await side.rounds(source);
      await observer.next();
      const goodAt = side.clock.now();
      const missed = [
        {
          shard: 'cart',
          reason: 'forbidden' as const,
          message: 'We may not read cart',
        },
      ];
      source.answer = async ({ subjects }) => ({
        ...source.round(subjects.filter(({ shard }) => shard !== 'cart')),
        missed,
      });
      source.verdicts.set('shop/a', verdictOf('warning'));
      const seen = await side.row('cart');
      side.clock.advance(30_000);
      await observer.next();
      side.clock.advance(30_000);
      await observer.next();
      expect(await side.row('cart')).toEqual(seen);
      expect(await side.row('shop')).toMatchObject({ status: 'warning' });
      expect(await sourceRow()).toMatchObject({ state: 'failing' });
      expect(Number((await sourceRow()).last_good_at)).toBe(side.clock.now());
      const [shard] = await side.knex('source_shard');
      expect(shard).toMatchObject({ shard: 'cart', reason: 'forbidden' });
      expect(Number(shard.last_good_at)).toBe(goodAt);
      expect(Number(shard.since)).toBe(goodAt + 30_000);
      source.answer = async ({ subjects }) => source.round(subjects);
      await observer.next();
      await expect(side.knex('source_shard')).resolves.toEqual([]);
      expect(await sourceRow()).toMatchObject({ state: 'ok' });
    });

    it('counts a round in which every part was missed as an outage', async () => {
      const observer = await side.rounds(source);
      source.answer = async () => ({
        observations: [],
        missed: [
          { shard: 'shop', reason: 'unreachable', message: 'No answer' },
        ],
      });
      await observer.next();
      expect(await sourceRow()).toMatchObject({
        state: 'unreachable',
        message: 'No answer',
        last_good_at: null,
      });
    });

    it('lets a paused holder overwrite nothing', async () => {
      const stale = await side.rounds(source);
      await stale.next();
      const fresh = await side.rounds(source);
      source.verdicts.set('shop/a', verdictOf('warning'));
      await fresh.next();
      const before = await side.row('shop');
      source.verdicts.set('shop/a', verdictOf('failing'));
      await expect(stale.next()).rejects.toThrow(LeaseLostError);
      expect(await side.row('shop')).toEqual(before);
    });

    it('drops what the entity stopped naming while the source was asked', async () => {
      const observer = await side.rounds(source);
      source.answer = async ({ subjects }) => {
        side.entities = [component('shop'), component('cart')];
        await side.sweep();
        return source.round(subjects);
      };
      await observer.next();
      await expect(side.knex('observation')).resolves.toEqual([]);
      expect(await side.row('shop')).toMatchObject({ status: 'none' });
    });

    it('refuses observations that break the contract, and takes the others', async () => {
      source.more.set('shop/a', {
        links: [{ title: 'click me', url: 'vbscript:alert(1)' }],
      });
      source.verdicts.set('cart/a', verdictOf('warning'));
      const observer = await side.rounds(source);
      await observer.next();
      await observer.next();
      expect(await side.row('cart')).toMatchObject({ status: 'warning' });
      expect(await side.row('shop')).toMatchObject({ status: 'unknown' });
      expect(side.logger.error).toHaveBeenCalledTimes(1);
      expect(side.logger.error).toHaveBeenCalledWith(
        expect.stringContaining('break its contract'),
      );
    });

    it('says what cannot be observed in the background', async () => {
      const fixed = new FakeStatusSource({
        name: 'fixed',
        notObservable: 'It takes the token of a viewer',
      });
      side = await side.restart(new FakeProvider(fixed));
      side.rules = {
        ...side.rules,
        notObservable: () => fixed.notObservable,
      };
      side.entities = [component('far', { jobs: 'fixed:x' })];
      await side.sweep();
      expect(await side.row('far')).toMatchObject({
        status: 'unknown',
        aspects: {
          pipelines: {
            findings: [
              {
                code: 'never-observed',
                hint: 'It takes the token of a viewer',
              },
            ],
          },
        },
      });
      await expect(
        side.knex('source').where('source', 'fake/fixed').first(),
      ).resolves.toMatchObject({ state: 'not-observable' });
      await expect(
        side.knex('source').where('source', 'fake/main').first(),
      ).resolves.toMatchObject({ configured: id === 'SQLITE_3' ? 0 : false });
    });
  },
);
