import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { migrate } from '../database/migrate';
import type { OwnedBy } from './isOwnerOfEntity';
import { whereCriteria } from './whereCriteria';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

type Criteria = PermissionCriteria<OwnedBy>;

const OWNERS: Readonly<Record<string, readonly string[]>> = {
  a: ['one'],
  b: ['two'],
  c: ['one', 'two'],
  d: [],
};

const one: Criteria = { claims: ['one'] };
const two: Criteria = { claims: ['two', 'three'] };
const nobody: Criteria = { claims: [] };

const CRITERIA: readonly Criteria[] = [
  one,
  nobody,
  { not: one },
  { not: nobody },
  { not: { not: two } },
  { allOf: [one, two] },
  { anyOf: [one, two] },
  { allOf: [one, { not: two }] },
  { anyOf: [{ not: one }, two] },
  { not: { anyOf: [one, two] } },
  { not: { allOf: [one, two] } },
  { not: { allOf: [{ not: one }, { not: { anyOf: [nobody, two] } }] } },
  { anyOf: [{ allOf: [one, two] }, { not: { anyOf: [one, two] } }] },
  { allOf: [{ anyOf: [one, nobody] }, { anyOf: [two, nobody] }] },
  { not: { not: { not: { anyOf: [one, { not: two }] } } } },
];

/** What a policy says of one entity. */
function holds(criteria: Criteria, ref: string): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(part => holds(part, ref));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(part => holds(part, ref));
  }
  return 'not' in criteria
    ? !holds(criteria.not, ref)
    : OWNERS[ref].some(owner => criteria.claims.includes(owner));
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('whereCriteria, %s', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate({
      database: { getClient: async () => knex },
      logger: mockServices.logger.mock(),
    });
    for (const [ref, owners] of Object.entries(OWNERS)) {
      await knex('entity').insert({
        ref,
        uid: ref,
        kind: 'component',
        links_json: '[]',
        hash: ref,
      });
      for (const owner of owners) {
        await knex('entity_owner').insert({ ref, owner });
      }
    }
  });

  it.each(
    CRITERIA.map(criteria => [JSON.stringify(criteria), criteria] as const),
  )('keeps what %s says of each entity', async (_name, criteria) => {
    const query = knex('entity as e').orderBy('e.ref').pluck('e.ref');
    whereCriteria(query, { knex, criteria });
    await expect(query).resolves.toEqual(
      Object.keys(OWNERS).filter(ref => holds(criteria, ref)),
    );
  });
});
