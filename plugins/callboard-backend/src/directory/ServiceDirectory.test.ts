import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { LeaseLostError } from '../collect/LeaseLostError';
import type { Knex } from 'knex';
import {
  component,
  FakeProvider,
  FakeStatusSource,
  verdictOf,
} from '../__testUtils__/FakeStatusSource';
import { WriteSide } from '../__testUtils__/WriteSide';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('ServiceDirectory, %s', id => {
  let provider: FakeProvider;
  let side: WriteSide;
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id as TestDatabaseId);
  });

  beforeEach(async () => {
    provider = new FakeProvider(new FakeStatusSource());
    side = await WriteSide.create(knex, provider);
  });

  const alive = async () =>
    (
      await side.knex('service_board').whereNull('deleted_at').orderBy('ref')
    ).map(row => row.ref.replace('component:default/', ''));

  const subjects = async () =>
    (await side.knex('subject').orderBy('key')).map(row => row.key);

  it('adds services with what they name', async () => {
    side.entities = [
      component('shop', { jobs: 'main:shop/a,shop/b' }),
      component('docs'),
    ];
    await expect(side.sweep()).resolves.toMatchObject({
      services: 2,
      changed: 2,
    });
    expect(await alive()).toEqual(['docs', 'shop']);
    expect(await subjects()).toEqual(['shop/a', 'shop/b']);
    expect(await side.row('docs')).toMatchObject({ status: 'none', rank: 8 });
    expect(await side.row('shop')).toMatchObject({
      status: 'unknown',
      rank: 4,
      aspects: {
        pipelines: {
          status: 'unknown',
          findings: [{ code: 'never-observed' }, { code: 'never-observed' }],
          feeds: [{ source: 'fake/main', shard: 'shop', problem: false }],
        },
      },
    });
    expect(
      Number((await side.knex('source').first()).subjects_revision),
    ).toBeGreaterThan(0);
  });

  it('writes nothing when nothing changed', async () => {
    side.entities = [component('shop', { jobs: 'main:a' }), component('docs')];
    await side.sweep();
    const before = await side.revision();
    const statements: string[] = [];
    side.knex.on('query', ({ sql }) => statements.push(sql));
    await expect(side.sweep()).resolves.toMatchObject({ changed: 0 });
    expect(await side.revision()).toBe(before);
    expect(
      statements.filter(sql => /^(insert|update|delete)/i.test(sql)),
    ).toEqual([]);
  });

  it('notices new owners, new jobs and jobs that are gone', async () => {
    side.entities = [component('shop', { jobs: 'main:a,b' })];
    await side.sweep();
    side.entities = [component('shop', { jobs: 'main:b,c', owner: 'team-b' })];
    await side.sweep();
    expect(await subjects()).toEqual(['b', 'c']);
    expect(await side.knex('service_board').first('owner')).toMatchObject({
      owner: 'group:default/team-b',
    });
  });

  it('confirms before it deletes, and keeps history', async () => {
    side.entities = ['a', 'b', 'c'].map(name =>
      component(name, { jobs: `main:${name}` }),
    );
    await side.sweep();
    const [, b, c] = side.entities;
    // The pages miss an entity that the catalog still has.
    side.catalog.queryEntities = async () => ({
      items: [b],
      totalItems: 0,
      pageInfo: {},
    });
    side.entities = [b, c];
    await expect(side.sweep()).resolves.toMatchObject({ deleted: 1 });
    expect(await alive()).toEqual(['b', 'c']);
    expect(await subjects()).toEqual(['b', 'c']);
    await expect(side.knex('service_board')).resolves.toHaveLength(3);
  });

  it('brings back a service with its history', async () => {
    side.entities = ['a', 'b'].map(name =>
      component(name, { jobs: `main:${name}` }),
    );
    await side.sweep();
    const { id: before } = await side
      .knex('service_board')
      .where('ref', 'component:default/a')
      .first();
    const all = side.entities;
    side.entities = all.slice(1);
    await side.sweep();
    expect(await alive()).toEqual(['b']);
    side.entities = all;
    await side.sweep();
    expect(await alive()).toEqual(['a', 'b']);
    expect(await subjects()).toEqual(['a', 'b']);
    const { id: after } = await side
      .knex('service_board')
      .where('ref', 'component:default/a')
      .first();
    expect(after).toBe(before);
  });

  it('deletes nothing when the catalog comes back empty or much smaller', async () => {
    const all = Array.from({ length: 20 }, (_, at) => component(`s${at}`));
    side.entities = all;
    await side.sweep();
    side.entities = [];
    await expect(side.sweep()).resolves.toMatchObject({
      deleted: 0,
      hold: 'the catalog shows none of 20 known services',
    });
    side.entities = all.slice(5);
    await expect(side.sweep()).resolves.toMatchObject({
      deleted: 0,
      hold: 'the catalog misses 5 of 20 known services',
    });
    expect(await alive()).toHaveLength(20);
    side.clock.advance(60 * 60_000);
    await expect(side.sweep()).resolves.toMatchObject({ deleted: 5 });
    side.entities = [];
    await side.sweep();
    side.clock.advance(24 * 60 * 60_000);
    await expect(side.sweep()).resolves.toMatchObject({ deleted: 0 });
  });

  it('goes on when a provider throws, and asks it again', async () => {
    const failing = {
      type: 'bad',
      sources: [],
      resolve: jest.fn(() => {
        throw new Error('cannot read that');
      }),
    };
    side = await side.restart(failing, provider);
    side.entities = [component('shop', { jobs: 'main:a' })];
    await side.sweep();
    expect(await subjects()).toEqual(['a']);
    await side.sweep();
    expect(failing.resolve).toHaveBeenCalledTimes(2);
    expect(side.logger.error).toHaveBeenCalledTimes(1);
    expect(side.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('The module of bad sources'),
    );
  });

  it('keeps what a provider named before it broke', async () => {
    side.entities = [component('shop', { jobs: 'main:a' })];
    await side.sweep();
    jest.spyOn(provider, 'resolve').mockImplementation(() => {
      throw new Error('broken now');
    });
    side.entities = [component('shop', { jobs: 'main:b' })];
    await side.sweep();
    expect(await subjects()).toEqual(['a']);
  });

  it('shows what no source can observe, and forgets it when it is mended', async () => {
    provider.problems = () => [
      {
        source: 'fake/nope',
        aspect: 'pipelines',
        key: 'nope:shop',
        verdict: verdictOf('unknown', { summary: 'not configured' }),
      },
    ];
    side.entities = [component('shop')];
    await side.sweep();
    expect(await side.row('shop')).toMatchObject({
      status: 'unknown',
      aspects: {
        pipelines: {
          summary: 'not configured',
          feeds: [{ source: 'fake/nope', shard: '', problem: true }],
        },
      },
    });
    // As after a restart with another config: the entity is the same.
    provider.problems = () => [];
    const lease = await side.lease('catalog/services');
    await expect(side.directory().sweep(lease)).resolves.toMatchObject({
      changed: 1,
    });
    expect(await side.row('shop')).toMatchObject({ status: 'none' });
  });

  it('honours what does not apply', async () => {
    side.entities = [
      component('shop', {
        jobs: 'main:a',
        annotations: { 'callboard.io/not-applicable': 'alerts, Pipelines' },
      }),
    ];
    await side.sweep();
    expect(await subjects()).toEqual([]);
    expect(await side.row('shop')).toMatchObject({ status: 'none' });
  });

  it('writes nothing once another instance sweeps', async () => {
    const stale = await side.lease('catalog/services');
    await side.lease('catalog/services');
    side.entities = [component('shop')];
    await expect(side.directory().sweep(stale)).rejects.toThrow(LeaseLostError);
    expect(await alive()).toEqual([]);
  });

  it('takes values of any kind and length', async () => {
    const hostile = [
      `${'x'.repeat(5000)}`,
      '../../..',
      '//evil.example',
      '%2F%2e%2e',
      `'"; drop table subject; --`,
      '🎭'.repeat(600),
      'nul\0nul',
      '\ud800',
    ];
    jest.spyOn(provider, 'resolve').mockReturnValue({
      subjects: hostile.map(key => ({
        source: 'fake/main',
        aspect: 'pipelines' as const,
        key,
        shard: key,
        spec: { key },
      })),
      problems: hostile.map(key => ({
        source: `fake/${key}`,
        aspect: 'pipelines' as const,
        key,
        verdict: verdictOf('unknown'),
      })),
    });
    side.entities = [component('shop')];
    await side.sweep();
    await expect(side.knex('subject')).resolves.toHaveLength(16);
    await expect(side.sweep()).resolves.toMatchObject({ changed: 0 });
    const lease = await side.lease('catalog/services');
    await expect(side.directory().sweep(lease)).resolves.toMatchObject({
      changed: 0,
    });
  });

  it('sweeps 10,000 known services in well under a second', async () => {
    side.entities = Array.from({ length: 10_000 }, (_, at) =>
      component(`s${at}`, { jobs: `main:f${at % 50}/s${at}` }),
    );
    await side.sweep();
    const pages = side.entities;
    side.catalog.queryEntities = async request => {
      const from = request && 'cursor' in request ? Number(request.cursor) : 0;
      const next = from + 2_000;
      return {
        items: pages.slice(from, next),
        totalItems: 0,
        pageInfo: next < pages.length ? { nextCursor: String(next) } : {},
      };
    };
    const startedAt = performance.now();
    await expect(side.sweep()).resolves.toMatchObject({
      services: 10_000,
      changed: 0,
    });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  }, 120_000);

  it('resolves every entity again when a source turns up', async () => {
    const { resolve } = provider;
    provider.resolve = entity => {
      const names = new Set(
        provider.sources.map(source => `fake/${source.name}`),
      );
      const { subjects: named } = resolve.call(provider, entity);
      return {
        subjects: named.filter(({ source }) => names.has(source)),
        problems: named
          .filter(({ source }) => !names.has(source))
          .map(({ source, aspect, key }) => ({
            source,
            aspect,
            key,
            verdict: verdictOf('unknown'),
          })),
      };
    };
    side.entities = [component('shop', { jobs: 'late:shop/a' })];
    await side.sweep();
    const problems = async () =>
      (await side.knex('subject').where('problem', true)).length;
    expect(await problems()).toBe(1);
    await side.sweep();
    provider.sources = [
      ...provider.sources,
      new FakeStatusSource({ name: 'late' }),
    ];
    await expect(side.sweep()).resolves.toMatchObject({ changed: 1 });
    expect(await problems()).toBe(0);
    expect(await subjects()).toEqual(['shop/a']);
    await expect(side.sweep()).resolves.toMatchObject({ changed: 0 });
  });

  it('gives nothing up while a provider does not know its sources yet', async () => {
    side.entities = [
      component('shop', { jobs: 'main:shop/a' }),
      component('cart', { jobs: 'main:cart/a' }),
    ];
    await side.sweep();
    const before = await side.knex('subject').orderBy('id');
    const { resolve } = provider;
    provider.searching = true;
    provider.resolve = entity => ({
      subjects: [],
      problems: [
        {
          source: 'fake/main',
          aspect: 'pipelines',
          key: entity.metadata.name,
          verdict: verdictOf('unknown'),
        },
      ],
    });
    side = await side.restart(provider);
    side.entities = [
      component('shop', { jobs: 'main:shop/a', owner: 'team-b' }),
      component('cart', { jobs: 'main:cart/a' }),
    ];
    await side.sweep();
    expect(await side.knex('subject').orderBy('id')).toEqual(before);
    provider.searching = false;
    provider.resolve = resolve;
    side.entities = [component('shop', { jobs: 'main:shop/b' })];
    await side.sweep();
    expect(await subjects()).toEqual(['shop/b']);
  });
});
