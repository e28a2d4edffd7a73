import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { entityOf, FERNWAY } from '../__testUtils__/fernway';
import { migrate } from '../database/migrate';
import { CatalogSweep, type CatalogSweepOptions } from './CatalogSweep';
import { EntityStore } from './EntityStore';
import { OwnerStore } from './OwnerStore';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const NOW_MS = Date.UTC(2026, 10, 26);

describe.each(databases.eachSupportedId())('CatalogSweep, %s', id => {
  let knex: Knex;
  let store: EntityStore;
  let owners: OwnerStore;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate({
      database: { getClient: async () => knex },
      logger: mockServices.logger.mock(),
    });
    store = EntityStore.create({ knex });
    owners = OwnerStore.create({ knex });
  });

  beforeEach(async () => {
    await knex('entity').delete();
    await knex('entity_owner').delete();
    await knex('missing_owner').delete();
    await knex('runbook').delete();
  });

  const sweepOf = (catalog: CatalogSweepOptions['catalog'], now = NOW_MS) =>
    CatalogSweep.create({
      catalog,
      auth: mockServices.auth(),
      store,
      owners,
      kinds: ['component', 'system', 'domain', 'group'],
      now: () => now,
    }).sweep();
  const sweep = (entities: Entity[], now = NOW_MS) =>
    sweepOf(catalogServiceMock({ entities }), now);

  it('keeps what runbooks are chosen by', async () => {
    await sweep([...FERNWAY, entityOf({ ref: 'user:default/mira' })]);
    await expect(
      store.findAll([
        'component:default/checkout',
        'group:default/payments',
        'user:default/mira',
      ]),
    ).resolves.toEqual(
      expect.arrayContaining([
        {
          ref: 'component:default/checkout',
          uid: 'uid-component:default/checkout',
          kind: 'component',
          owners: ['group:default/payments'],
          system: 'system:default/shop',
          links: [{ url: 'https://wiki.example/checkout', title: 'Wiki' }],
        },
        // A group looks after itself.
        expect.objectContaining({ owners: ['group:default/payments'] }),
      ]),
    );
    await expect(store.find('user:default/mira')).resolves.toBeUndefined();
  });

  it('writes only what changed', async () => {
    await sweep(FERNWAY);
    const asked: string[] = [];
    const listen = ({ sql }: { sql: string }) => asked.push(sql);
    knex.on('query', listen);
    await sweep(FERNWAY);
    expect(asked.filter(sql => !/^select/i.test(sql))).toEqual([]);
    await sweep([
      ...FERNWAY.slice(1),
      entityOf({
        ref: 'component:default/checkout',
        owner: 'group:default/new',
      }),
    ]);
    knex.removeListener('query', listen);
    await expect(store.find('component:default/checkout')).resolves.toEqual({
      ref: 'component:default/checkout',
      uid: 'uid-component:default/checkout',
      kind: 'component',
      owners: ['group:default/new'],
      links: [],
    });
  });

  it('marks what is gone, and takes it back', async () => {
    const goneAt = async () => {
      const row = await knex('entity')
        .where('ref', 'component:default/checkout')
        .first('gone_at');
      return row.gone_at === null ? null : Number(row.gone_at);
    };
    await sweep(FERNWAY);
    await expect(goneAt()).resolves.toBeNull();
    await sweep(FERNWAY.slice(1));
    await expect(goneAt()).resolves.toBe(NOW_MS);
    await sweep(FERNWAY);
    await expect(goneAt()).resolves.toBeNull();
  });

  describe('of who looks after runbooks', () => {
    const runbook = (row: object) =>
      knex('runbook').insert({
        title: 'Slow',
        entity_ref: 'component:default/checkout',
        state: 'published',
        pinned: false,
        tags_json: '[]',
        matches_json: '[]',
        reviewers_json: '[]',
        version: 1,
        latest_version: 1,
        content_hash: 'h',
        content_by: 'user:default/mira',
        search: 'slow',
        created_at: 1,
        created_by: 'user:default/mira',
        updated_at: 1,
        updated_by: 'user:default/mira',
        no_help_json: '[]',
        reports_json: '[]',
        ...row,
      });
    const missing = async () => Object.fromEntries(await owners.missing());

    it('knows who is not in the catalog, and since when', async () => {
      await runbook({ id: 'typo', owner: 'group:default/paymets' });
      await runbook({ id: 'person', owner: 'user:default/mira' });
      await runbook({ id: 'left', owner: 'user:default/ana' });
      await runbook({ id: 'old', owner: 'group:x/old', state: 'archived' });
      await runbook({ id: 'lost', entity_ref: 'component:default/lost' });
      await runbook({ id: 'inherited' });
      const entities = [
        ...FERNWAY,
        entityOf({ ref: 'user:default/mira' }),
        entityOf({ ref: 'component:default/lost', owner: 'group:x/gone' }),
      ];
      await sweep(entities);
      await sweep(entities, NOW_MS + 60_000);
      const since = new Date(NOW_MS).toISOString();
      await expect(missing()).resolves.toEqual({
        'group:default/paymets': since,
        'user:default/ana': since,
        'group:x/gone': since,
      });
      await knex('runbook').where('id', 'left').delete();
      await sweep([...entities, entityOf({ ref: 'group:x/gone' })]);
      await expect(missing()).resolves.toEqual({
        'group:default/paymets': since,
      });
    });

    it('asks the catalog once for all of them', async () => {
      for (const name of ['a', 'b', 'c']) {
        await runbook({ id: name, owner: `user:default/${name}` });
      }
      await sweep([...FERNWAY, entityOf({ ref: 'component:default/gone' })]);
      const catalog = catalogServiceMock({ entities: FERNWAY });
      const getEntitiesByRefs = jest.spyOn(catalog, 'getEntitiesByRefs');
      await sweepOf(catalog);
      expect(getEntitiesByRefs).toHaveBeenCalledTimes(1);
      expect(getEntitiesByRefs.mock.calls[0][0].entityRefs).toEqual([
        'component:default/gone',
        'user:default/a',
        'user:default/b',
        'user:default/c',
      ]);
    });
  });
});
