import { TestDatabases } from '@backstage/backend-test-utils';
import type { Express } from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import {
  BOARD_NOW_MS,
  fillBoard,
  finding,
  refOf,
} from '../__testUtils__/boardBuilder';
import type { BoardSpec, ServiceSpec } from '../__testUtils__/boardSpec';
import { testDatabase } from '../__testUtils__/testBoard';
import {
  asUser,
  testServer,
  type ViewerPolicy,
} from '../__testUtils__/testServer';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const DAY_MINUTES = 24 * 60;

/** Alone in everything that it could be noticed by. */
const HIDDEN: ServiceSpec = {
  name: 'hidden',
  owner: 'group:default/secret-team',
  system: 'system:default/secret-system',
  lifecycle: 'secret-lifecycle',
  tags: ['secret-tag'],
  annotations: { 'backstage.io/view-url': 'https://example.com/secret' },
  aspects: {
    pipelines: {
      status: 'failing',
      findings: [finding('secret-code')],
      feeds: [{ source: 'jenkins/old', shard: 'secret' }],
    },
    alerts: {
      status: 'unknown',
      findings: [finding('not-found', { status: 'unknown' })],
      feeds: [{ source: 'jenkins/secret', problem: true }],
    },
  },
  transitions: [{ from: 'ok', to: 'failing', minutesAgo: 60 }],
  past: [{ code: 'secret-code', fromMinutesAgo: 60 }],
  changes: [{ key: 'secret#1', minutesAgo: 61 }],
};

const OTHERS: readonly ServiceSpec[] = [
  {
    name: 'shown',
    owner: 'group:default/team-a',
    system: 'system:default/shop',
    aspects: {
      pipelines: { status: 'failing', findings: [finding('build-failed')] },
    },
    transitions: [{ from: 'ok', to: 'failing', minutesAgo: 60 }],
    past: [
      { code: 'crash-loop', fromMinutesAgo: 60, untilMinutesAgo: 50 },
      { aspect: 'pipelines', code: 'build-failed', fromMinutesAgo: 60 },
    ],
  },
  {
    name: 'decayed',
    owner: 'group:default/team-a',
    aspects: {
      pipelines: { status: 'ok', feeds: [{ source: 'jenkins/old' }] },
    },
  },
  {
    name: 'mistyped',
    aspects: {
      pipelines: {
        status: 'unknown',
        findings: [finding('not-found', { status: 'unknown' })],
      },
    },
  },
  { name: 'zzz' },
];

function world(services: readonly ServiceSpec[]): BoardSpec {
  return {
    sources: [
      { source: 'jenkins/main' },
      {
        source: 'jenkins/old',
        state: 'unreachable',
        lastGoodMinutesAgo: 2 * DAY_MINUTES,
      },
    ],
    services,
  };
}

const shownNames = OTHERS.map(({ name }) => name);

const policies: Record<string, ViewerPolicy> = {
  all: { sees: 'all', sources: true },
  some: { sees: shownNames, sources: true },
  nobody: { sees: 'nothing', sources: true },
};

const service = `/v1/services/component/default`;

const QUESTIONS: readonly string[] = [
  '/v1/services',
  '/v1/services?limit=1',
  '/v1/services?limit=0',
  '/v1/services?sort=name',
  '/v1/services?sort=since&limit=2',
  '/v1/services?q=secret',
  '/v1/services?status=failing',
  '/v1/services?aspect=pipelines&status=failing',
  '/v1/services?aspect=alerts',
  '/v1/services?source=jenkins/secret',
  '/v1/services?source=jenkins/old',
  '/v1/services?code=secret-code',
  '/v1/services?owner=group:default/secret-team',
  '/v1/services?system=secret-system',
  '/v1/services?tag=secret-tag',
  '/v1/services?lifecycle=secret-lifecycle',
  ...['owner', 'system', 'source', 'code', 'lifecycle', 'tag'].map(
    by => `/v1/services/facets?by=${by}`,
  ),
  '/v1/services/facets?by=source&aspect=alerts',
  `${service}/hidden`,
  `${service}/hidden/timeline`,
  `${service}/shown`,
  `${service}/shown/timeline`,
  '/v1/findings',
  '/v1/findings?limit=1',
  '/v1/findings?entityRef=component:default/hidden',
  '/v1/sources',
  '/v1/sources/jenkins/main',
  '/v1/doctor',
  '/v1/doctor?limit=0',
  '/v1/doctor?limit=1',
  '/v1/doctor?owner=group:default/secret-team',
];

describe.each(databases.eachSupportedId())('who may see what, %s', id => {
  let full: Knex;
  let without: Knex;

  beforeAll(async () => {
    full = await testDatabase({ databases, id });
    without = await testDatabase({ databases, id });
    // Last, so that the others have the same ids in both worlds.
    await fillBoard(full, world([...OTHERS, HIDDEN]));
    await fillBoard(without, world(OTHERS));
  });

  async function answersOf(app: Express, user: string) {
    const answers: [string, number, string][] = [];
    for (const path of QUESTIONS) {
      const { status, text } = await request(app).get(path).set(asUser(user));
      answers.push([path, status, text]);
    }
    const { status, text } = await request(app)
      .post('/v1/services/by-refs')
      .set(asUser(user))
      .send({ entityRefs: [HIDDEN, ...OTHERS].map(refOf) });
    answers.push(['by-refs', status, text]);
    return answers;
  }

  it('answers, byte for byte, as if what may not be seen did not exist', async () => {
    const { app } = testServer({ knex: full, policies });
    const elsewhere = testServer({
      knex: without,
      policies: { ...policies, some: { sees: 'all', sources: true } },
    });
    const answers = await answersOf(app, 'some');
    expect(answers).toEqual(await answersOf(elsewhere.app, 'some'));
    expect(JSON.stringify(answers.map(([, , text]) => text))).not.toMatch(
      /secret(?!-)|secret-code/,
    );
    expect(answers.filter(([, status]) => status === 404)).toHaveLength(2);
  });

  it('shows it to those who may', async () => {
    const { app } = testServer({ knex: full, policies });
    const answers = await answersOf(app, 'all');
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
    const page = await request(app).get('/v1/services').set(asUser('all'));
    expect(page.body.total).toBe(5);
  });

  it('shows nothing to those who may see nothing', async () => {
    const { app } = testServer({ knex: full, policies });
    for (const [, , text] of await answersOf(app, 'nobody')) {
      expect(text).not.toMatch(/"name":"(shown|decayed|mistyped|zzz)"/);
    }
  });

  it('asks the catalog once for all who have the same conditions', async () => {
    let now = BOARD_NOW_MS;
    const conditions = {
      rule: 'IS_ENTITY_OWNER',
      resourceType: 'catalog-entity',
      params: { claims: ['group:default/team-a'] },
    };
    const { app, catalogCalls } = testServer({
      knex: full,
      now: () => now,
      policies: {
        ana: { sees: ['shown'], conditions },
        ben: { sees: ['shown'], conditions },
        cleo: { sees: ['zzz'] },
      },
    });
    const ask = async (user: string) => {
      const { body } = await request(app).get('/v1/services').set(asUser(user));
      return body.items.map((item: { name: string }) => item.name);
    };
    await expect(
      Promise.all([ask('ana'), ask('ben'), ask('ana')]),
    ).resolves.toEqual([['shown'], ['shown'], ['shown']]);
    expect(catalogCalls()).toBe(1);
    await expect(ask('cleo')).resolves.toEqual(['zzz']);
    expect(catalogCalls()).toBe(2);
    now += 60_001;
    await ask('ben');
    expect(catalogCalls()).toBe(3);
  });

  it('shows nothing while the catalog cannot say who may see what', async () => {
    const { app } = testServer({ knex: full, policies, catalogFails: true });
    const { status, text } = await request(app)
      .get('/v1/services')
      .set(asUser('some'));
    expect(status).toBe(500);
    expect(text).not.toContain('shown');
  });

  it('gives those who see different services different tags', async () => {
    const { app } = testServer({ knex: full, policies });
    const tagOf = async (user: string) =>
      (await request(app).get('/v1/services').set(asUser(user))).headers.etag;
    const tags = await Promise.all(['all', 'some', 'nobody'].map(tagOf));
    expect(new Set(tags).size).toBe(3);
  });
});
