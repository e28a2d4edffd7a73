import { TestDatabases } from '@backstage/backend-test-utils';
import {
  DEFAULT_SETTLE_POLICY,
  POLLED_SETTLE_POLICY,
} from '@callboard/plugin-callboard-common';
import { UpstreamError } from '@callboard/plugin-callboard-node';
import type { Knex } from 'knex';
import {
  component,
  FakeProvider,
  FakeWatchedSource,
  verdictOf,
} from '../__testUtils__/FakeStatusSource';
import { WriteSide } from '../__testUtils__/WriteSide';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const MINUTE_MS = 60_000;

describe.each(databases.eachSupportedId())(
  'SourceRounds of a watched source, %s',
  id => {
    let source: FakeWatchedSource;
    let side: WriteSide;
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
    });

    beforeEach(async () => {
      source = new FakeWatchedSource();
      side = await WriteSide.createShop(knex, new FakeProvider(source));
    });

    const idsOf = async (...keys: string[]) => {
      const rows = await side.knex('subject').whereIn('key', keys);
      return new Set(rows.map(row => String(row.id)));
    };
    const sourceRow = () => side.knex('source').first();
    const writes = (): string[] => {
      const written: string[] = [];
      side.knex.on('query', ({ sql }) => {
        if (/^(insert|update|delete)/i.test(sql)) {
          written.push(
            sql.replaceAll(/["`]/g, '').split(' ').slice(0, 2).join(' '),
          );
        }
      });
      return written;
    };

    it('asks for everything, then for what is wanted', async () => {
      const observer = await side.rounds(source);
      await expect(observer.next('all')).resolves.toMatchObject({
        missed: new Set(),
      });
      await observer.next(await idsOf('shop/b'));
      expect(source.wanted).toEqual(['all', ['shop/b']]);
    });

    it('counts what its watch used between rounds', async () => {
      const observer = await side.rounds(source);
      await observer.next('all');
      const usage = async () => JSON.parse((await sourceRow()).usage_json);
      const [{ bytes }] = await usage();
      source.streamedBytes = 5_000;
      await observer.next(new Set());
      const [after] = await usage();
      expect(after.bytes - bytes).toBe(5_100);
    });

    it('proves with an empty round that the source is alive, and writes no more', async () => {
      const observer = await side.rounds(source);
      await observer.next('all');
      const revision = await side.revision();
      side.clock.advance(10_000);
      const written = writes();
      const next = await observer.next(new Set());
      expect(written).toEqual(['update source_lease', 'update source']);
      expect(await side.revision()).toBe(revision);
      expect(Number((await sourceRow()).last_good_at)).toBe(side.clock.now());
      expect(next).toEqual({
        dueAt: side.clock.now() + source.intervalMs,
        missed: new Set(),
      });
    });

    it('gives everything back that was wanted when the source is cut off', async () => {
      const observer = await side.rounds(source);
      source.answer = async () => {
        throw new UpstreamError('fake/main is gone', { reason: 'unreachable' });
      };
      await expect(observer.next('all')).resolves.toMatchObject({
        failed: true,
        missed: 'all',
      });
      const wanted = await idsOf('cart/a');
      await expect(observer.next(wanted)).resolves.toMatchObject({
        failed: true,
        missed: wanted,
      });
    });

    it('gives back what was not told', async () => {
      const observer = await side.rounds(source);
      source.answer = async ({ subjects }) => ({
        ...source.round(subjects.filter(({ shard }) => shard !== 'cart')),
        missed: [{ shard: 'cart', reason: 'forbidden', message: 'Not cart' }],
      });
      const { missed } = await observer.next('all');
      expect(missed).toEqual(await idsOf('cart/a'));
    });

    it('asks for nothing that nobody names any more', async () => {
      const observer = await side.rounds(source);
      const gone = await idsOf('cart/a');
      await observer.next('all');
      side.entities = [component('shop', { jobs: 'main:shop/a' })];
      await side.sweep();
      await expect(observer.next(gone)).resolves.toMatchObject({
        missed: new Set(),
      });
      expect(source.wanted[1]).toEqual([]);
    });

    it('settles a recovery when time is up, without any change upstream', async () => {
      side.rules = {
        ...side.rules,
        settlePolicyOf: () => POLLED_SETTLE_POLICY,
        composed: DEFAULT_SETTLE_POLICY,
      };
      source.verdicts.set('cart/a', verdictOf('failing'));
      const observer = await side.rounds(source);
      await observer.next('all');
      const wanted = await idsOf('cart/a');
      source.verdicts.set('cart/a', verdictOf('ok'));
      side.clock.advance(MINUTE_MS);
      await observer.next(wanted);
      expect(await side.row('cart')).toMatchObject({ status: 'failing' });
      const dueAt = observer.memory.nextRecheckAt(side.clock.now());
      expect(dueAt).toBe(side.clock.now() + 2 * MINUTE_MS);
      expect(observer.memory.due(side.clock.now())).toEqual([]);
      side.clock.advance(2 * MINUTE_MS);
      expect(new Set(observer.memory.due(side.clock.now()))).toEqual(wanted);
      await observer.next(wanted);
      expect(await side.row('cart')).toMatchObject({ status: 'ok' });
      expect(observer.memory.nextRecheckAt(0)).toBeUndefined();
    });

    it('knows what is new, and what is judged by something else', async () => {
      const observer = await side.rounds(source);
      await observer.next('all');
      side.entities.push(component('fresh', { jobs: 'main:fresh/a' }));
      await side.sweep();
      const { subjects_revision: revision } = await sourceRow();
      await expect(observer.memory.load(Number(revision))).resolves.toEqual([
        ...(await idsOf('fresh/a')),
      ]);
      await side
        .knex('subject')
        .where({ key: 'cart/a' })
        .update({ spec_json: '{"namespace":"cart"}' });
      await expect(observer.memory.load(Number(revision))).resolves.toEqual([
        ...(await idsOf('cart/a')),
      ]);
    });

    it("stores the source's own facts where they changed, and not all the time", async () => {
      const observer = await side.rounds(source);
      let nodes = 1;
      source.answer = async () => ({ observations: [], detail: { nodes } });
      const detail = async () => JSON.parse((await sourceRow()).detail_json);
      await observer.next(new Set());
      expect(await detail()).toEqual({ nodes: 1 });
      const revision = await side.revision();
      side.clock.advance(10_000);
      await observer.next(new Set());
      expect(await side.revision()).toBe(revision);
      nodes = 2;
      await observer.next(new Set());
      expect(await detail()).toEqual({ nodes: 2 });
      expect(await side.revision()).toBe(revision + 1);
      nodes = 3;
      side.clock.advance(1_000);
      await observer.next(new Set());
      expect(await detail()).toEqual({ nodes: 2 });
      side.clock.advance(4_000);
      await observer.next(new Set());
      expect(await detail()).toEqual({ nodes: 3 });
      // What fails says nothing about them.
      source.answer = async () => {
        throw new UpstreamError('fake/main is gone', { reason: 'unreachable' });
      };
      side.clock.advance(10_000);
      await observer.next(new Set());
      expect(await detail()).toEqual({ nodes: 3 });
    });

    it('does not write facts again after a takeover that are stored already', async () => {
      source.answer = async () => ({ observations: [], detail: { nodes: 1 } });
      await (await side.rounds(source)).next(new Set());
      const revision = await side.revision();
      side.clock.advance(30_000);
      await (await side.rounds(source)).next(new Set());
      expect(await side.revision()).toBe(revision);
    });
  },
);
