import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { entityOf, FERNWAY } from '../__testUtils__/fernway';
import { migrate } from '../database/migrate';
import { CatalogSweep } from './CatalogSweep';
import { EntityStore } from './EntityStore';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const NOW_MS = Date.UTC(2026, 10, 26);

describe.each(databases.eachSupportedId())('CatalogSweep, %s', id => {
  let knex: Knex;
  let store: EntityStore;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate({
      database: { getClient: async () => knex },
      logger: mockServices.logger.mock(),
    });
    store = EntityStore.create({ knex });
  });

  beforeEach(async () => {
    await knex('entity').delete();
    await knex('entity_owner').delete();
  });

  const sweep = (entities: Entity[]) =>
    CatalogSweep.create({
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      store,
      kinds: ['component', 'system', 'domain', 'group'],
      now: () => NOW_MS,
    }).sweep();

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
});
