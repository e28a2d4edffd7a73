import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import {
  component,
  FakeProvider,
  FakeStatusSource,
} from '../__testUtils__/FakeStatusSource';
import { WriteSide } from '../__testUtils__/WriteSide';
import { deleteOldHistory } from './deleteOldHistory';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const DAY_MS = 86_400_000;

describe.each(databases.eachSupportedId())('deleteOldHistory, %s', id => {
  it('deletes what is older than it is kept, however much that is', async () => {
    const knex = await databases.init(id as TestDatabaseId);
    const side = await WriteSide.create(
      knex,
      new FakeProvider(new FakeStatusSource()),
    );
    side.entities = ['gone', 'lost', 'here'].map(name => component(name));
    await side.sweep();
    const now = side.clock.now();
    const services = await knex('service_board').orderBy('ref');
    const ids = new Map(
      services.map(row => [row.ref.replace('component:default/', ''), row.id]),
    );
    await knex('service_board')
      .where({ id: ids.get('gone') })
      .update({ deleted_at: now - 11 * DAY_MS });
    await knex('service_board')
      .where({ id: ids.get('lost') })
      .update({ deleted_at: now - 9 * DAY_MS });
    const transitions = [...Array(510).fill(8), 6].map(days => ({
      service_id: ids.get('here'),
      aspect: '',
      from_status: 'ok',
      to_status: 'failing',
      at: now - days * DAY_MS,
    }));
    for (const at of [0, 300]) {
      await knex('transition').insert(transitions.slice(at, at + 300));
    }
    await knex('change').insert(
      [5, 3].map(days => ({
        service_id: ids.get('here'),
        source: 'fake/main',
        key_hash: `${days}`,
        at: now - days * DAY_MS,
        change_json: '{}',
      })),
    );
    await knex('finding_history').insert(
      [8, 6, null].map(days => ({
        service_id: ids.get('here'),
        aspect: 'kubernetes',
        code: `gone-${days}`,
        first_at: now - 20 * DAY_MS,
        last_at: days === null ? null : now - days * DAY_MS,
      })),
    );
    await expect(
      deleteOldHistory({
        knex,
        now,
        retention: {
          transitionsMs: 7 * DAY_MS,
          changesMs: 4 * DAY_MS,
          servicesMs: 10 * DAY_MS,
        },
      }),
    ).resolves.toEqual({
      transitions: 510,
      changes: 1,
      findings: 1,
      services: 1,
    });
    await expect(
      knex('service_board').orderBy('ref').pluck('id'),
    ).resolves.toEqual([ids.get('here'), ids.get('lost')]);
    await expect(knex('service_detail')).resolves.toHaveLength(2);
  });
});
