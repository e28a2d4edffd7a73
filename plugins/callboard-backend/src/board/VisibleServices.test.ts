import { seesOnly } from '@callboard/plugin-callboard-node';
import knexFactory from 'knex';
import { conditionallyVisible } from './VisibleServices';

const known = Array.from({ length: 6 }, (_, i) => ({
  id: i + 1,
  uid: `uid-${i + 1}`,
}));

describe('conditionallyVisible', () => {
  it.each([
    ['nothing', [], []],
    ['a few', [2, 5], [2, 5]],
    ['most', [1, 2, 3, 4, 6], [1, 2, 3, 4, 6]],
    // What came to the board after the set was made is not in it.
    ['all', [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]],
  ])(
    'shows %s of what is known, and nothing else',
    async (_, shown, expected) => {
      const knex = knexFactory({
        client: 'better-sqlite3',
        connection: ':memory:',
        useNullAsDefault: true,
      });
      try {
        await knex.schema.createTable('service', table => {
          table.integer('id');
        });
        await knex('service').insert(
          [...known, { id: 7 }, { id: 8 }].map(({ id }) => ({ id })),
        );
        const visibility = seesOnly(shown.map(id => `uid-${id}`));
        const query = knex('service').orderBy('id').pluck('id');
        conditionallyVisible({
          knex,
          known,
          uids: visibility.sees === 'some' ? visibility.uids : new Set(),
        }).where(query, 'id');
        await expect(query).resolves.toEqual(expected);
      } finally {
        await knex.destroy();
      }
    },
  );
});
