import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { sourceDetailSchema } from '@callboard/plugin-callboard-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { fillBoard, finding, instant } from '../__testUtils__/boardBuilder';
import type { BoardSpec } from '../__testUtils__/boardSpec';
import { testDatabase } from '../__testUtils__/testBoard';
import {
  asUser,
  testServer,
  type TestServer,
} from '../__testUtils__/testServer';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const EMOJI = 'röcket-🚀';
const LONG = 'n'.repeat(253);

const BOARD: BoardSpec = {
  revision: 3,
  sources: [
    { source: 'jenkins/main', detail: { nodes: 3 } },
    { source: `jenkins/${EMOJI}` },
  ],
  services: [
    {
      name: 'checkout',
      owner: 'group:default/team-a',
      tags: ['a,b', 'c'],
      aspects: {
        pipelines: { status: 'failing', findings: [finding('build-failed')] },
      },
      transitions: [
        { from: 'ok', to: 'failing', minutesAgo: 60 },
        { aspect: 'pipelines', from: 'ok', to: 'failing', minutesAgo: 60 },
      ],
      changes: [{ key: 'checkout#1', minutesAgo: 61 }],
    },
    {
      name: 'mine',
      owner: 'user:default/mira',
      aspects: { pipelines: { status: 'ok' } },
    },
    { name: `a/b'"${EMOJI}` },
    { name: LONG },
  ],
};

describe.each(databases.eachSupportedId())('routes, %s', id => {
  let knex: Knex;
  let server: TestServer;

  beforeAll(async () => {
    knex = await testDatabase({ databases, id });
    await fillBoard(knex, BOARD);
  });

  beforeEach(() => {
    server = testServer({
      knex,
      policies: { reader: { sees: 'all', sources: false, refreshes: false } },
    });
  });

  const get = (path: string) => request(server.app).get(path);

  it('serves a page with tag and cache rules', async () => {
    const response = await get('/v1/services?status=failing').expect(200);
    expect(response.headers).toMatchObject({
      etag: expect.stringMatching(/^W\/"[\w-]+"$/),
      'cache-control': 'private, no-cache',
    });
    expect(response.body).toMatchObject({
      total: 1,
      revision: 3,
      asOf: instant(0),
      items: [{ name: 'checkout' }],
    });
  });

  it.each([
    ['once', 'status=failing', 1],
    ['twice', 'status=failing&status=ok', 2],
    ['the same twice', 'status=ok&status=ok', 1],
    ['with reserved characters', 'owner=group:default/team-a', 1],
    ['encoded', 'owner=group%3Adefault%2Fteam-a', 1],
    ['by the name of a group', 'owner=team-a', 1],
    ['with a comma that is part of the value', 'tag=a,b', 1],
    ['empty', 'owner=&status=', 4],
    ['that asks for nobody', 'owner=@none', 2],
    ['more than twenty times', `${'code=x&'.repeat(60)}code=build-failed`, 1],
    ['as an empty text', 'q=', 4],
    ['as text with reserved characters', "q=a/b'%22", 1],
    ['as text that is no name', 'q=%F0%9F%9A%80', 1],
    ['as nothing but numbers', 'limit=0', 4],
  ])('takes a parameter %s', async (_, query, total) => {
    const response = await get(`/v1/services?${query}`).expect(200);
    expect(response.body.total).toBe(total);
  });

  it.each([
    ['a status that is none', 'services?status=red'],
    ['an aspect that is none', 'services?aspect=pipelines&aspect=x'],
    ['an order that is none', 'services?sort=random'],
    ['a limit that is no number', 'services?limit=ten'],
    ['a negative limit', 'services?limit=-1'],
    ['a limit that is too large', 'services?limit=1001'],
    ['a cursor that is none', 'services?cursor=rubbish'],
    ['an empty cursor', 'services?cursor='],
    ['an unknown parameter', 'services?nope=1'],
    ['a prototype', 'services?__proto__=1'],
    ['an object', 'services?owner[a]=b'],
    ['a single parameter twice', 'services?limit=1&limit=2'],
    ['a NUL', 'services?q=%00'],
    ['too long a text', `services?q=${'x'.repeat(201)}`],
    ['too many values', `services?${'code=x&'.repeat(101)}`],
    ['no facet', 'services/facets'],
    ['a facet that is none', 'services/facets?by=name'],
    [
      'an instant that is none',
      'services/component/default/checkout/timeline?from=x',
    ],
    [
      'half an instant',
      'services/component/default/checkout/timeline?to=2026-13-45T00:00:00Z',
    ],
    ['a NUL in a path', 'services/component/default/%00'],
    ['a path that is no text', 'services/component/default/%E0%A4%A'],
  ])('refuses %s', async (_, path) => {
    const { status, body } = await get(`/v1/${path}`);
    expect([status, body.error?.name]).toEqual([400, 'InputError']);
    expect(body.error.message).not.toBe('');
  });

  it.each([
    ['no body', undefined],
    ['no refs', {}],
    ['refs that are no texts', { entityRefs: [1] }],
    ['too many refs', { entityRefs: Array(1001).fill('component:default/a') }],
    ['something else', { entityRefs: [], nope: 1 }],
  ])('refuses a question by refs with %s', async (_, body) => {
    const { status } = await request(server.app)
      .post('/v1/services/by-refs')
      .send(body);
    expect(status).toBe(400);
  });

  it('answers by refs in the order asked for', async () => {
    const { body } = await request(server.app)
      .post('/v1/services/by-refs')
      .send({
        entityRefs: [
          'component:default/mine',
          'not a ref \0',
          'Component:default/Checkout',
        ],
      })
      .expect(200);
    expect(
      body.items.map((item: { name: string } | null) => item?.name ?? null),
    ).toEqual(['mine', null, 'checkout']);
  });

  it.each([`a/b'"${EMOJI}`, LONG])('serves the service %p', async name => {
    const path = `/v1/services/Component/default/${encodeURIComponent(name)}`;
    const { body } = await get(path).expect(200);
    expect(body).toMatchObject({ name, observations: [], revision: 3 });
    await get(`${path}/timeline`).expect(200, {
      items: [],
      revision: 3,
      asOf: instant(0),
    });
  });

  it('says what happened, newest first', async () => {
    const path = '/v1/services/component/default/checkout/timeline';
    const { body } = await get(path).expect(200);
    expect(body.items).toMatchObject([
      { type: 'transition', aspect: 'pipelines', to: 'failing' },
      { type: 'transition', to: 'failing', at: instant(60) },
      { type: 'change', key: 'checkout#1', source: 'jenkins/main' },
    ]);
    const later = await get(`${path}?from=${instant(60)}`);
    expect(later.body.items).toHaveLength(2);
    const before = await get(`${path}?to=${instant(60)}`);
    expect(before.body.items).toHaveLength(1);
    const aspect = await get(`${path}?aspect=pipelines&limit=1`);
    expect(aspect.body.items).toMatchObject([{ aspect: 'pipelines' }]);
    const other = await get(`${path}?aspect=alerts`);
    expect(other.body.items).toEqual([]);
  });

  it('answers 404 for what is not on the board', async () => {
    const { body } = await get('/v1/services/component/default/nope');
    expect(body.error).toMatchObject({
      name: 'NotFoundError',
      message: "There is no service 'component:default/nope' on the board",
    });
    await get('/v1/nothing').expect(404);
  });

  it('answers 304 to who has it already, and makes nothing', async () => {
    const { headers } = await get('/v1/services');
    for (const tag of [
      headers.etag,
      headers.etag.slice(2),
      `"other", ${headers.etag}`,
    ]) {
      // As fetch sends it: with a header that forbids caches to answer.
      const response = await get('/v1/services')
        .set('If-None-Match', tag)
        .set('Cache-Control', 'no-cache')
        .expect(304);
      expect(response.text).toBe('');
      expect(response.headers.etag).toBe(headers.etag);
    }
    await get('/v1/services?limit=1')
      .set('If-None-Match', headers.etag)
      .expect(200);
    await get('/v1/services').set('If-None-Match', '"other"').expect(200);
    await knex('revision').increment('value', 1);
    await get('/v1/services').set('If-None-Match', headers.etag).expect(200);
    await knex('revision').update({ value: 3 });
  });

  it('knows who "me" is', async () => {
    const { body } = await get('/v1/services?owner=@me').set(asUser('mira'));
    expect(body.items).toMatchObject([{ name: 'mine' }]);
    const nobody = await get('/v1/services?owner=@me').set(asUser('ana'));
    expect(nobody.body).toMatchObject({ items: [], total: 0 });
    const both = await get('/v1/services?owner=@me&owner=team-a').set(
      asUser('mira'),
    );
    expect(both.body.total).toBe(2);
    const service = await get('/v1/services?owner=@me').set(
      'Authorization',
      mockCredentials.service.header(),
    );
    expect(service.status).toBe(400);
    expect(service.body.error.message).toContain('@me');
  });

  it('wants to know who asks', async () => {
    const { status } = await get('/v1/services').set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect(status).toBe(401);
  });

  it('shows sources to those who may see them', async () => {
    const { body } = await get('/v1/sources').expect(200);
    expect(body.items).toHaveLength(2);
    const { status, body: refused } = await get('/v1/sources').set(
      asUser('reader'),
    );
    expect(status).toBe(403);
    expect(refused.error).toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('callboard.source.read'),
    });
  });

  it('shows one source with its own facts to those who may see sources', async () => {
    const path = '/v1/sources/jenkins/main';
    const { body, headers } = await get(path).expect(200);
    expect(body).toMatchObject({
      source: 'jenkins/main',
      detail: { nodes: 3 },
    });
    expect(sourceDetailSchema.safeParse(body).error).toBeUndefined();
    await get(path).set('If-None-Match', headers.etag).expect(304);
    const { body: other } = await get(
      `/v1/sources/jenkins/${encodeURIComponent(EMOJI)}`,
    ).expect(200);
    expect(other).not.toHaveProperty('detail');
    await get('/v1/sources/jenkins/nope').expect(404);
    await get('/v1/sources/jenkins/nope').set(asUser('reader')).expect(403);
  });

  it('leaves a request for a round in the database, and says who made it', async () => {
    const name = encodeURIComponent(EMOJI);
    await request(server.app)
      .post(`/v1/sources/jenkins/${name}/refresh`)
      .expect(202);
    const row = await knex('source')
      .where('source', `jenkins/${EMOJI}`)
      .first('refresh_requested_at');
    expect(Number(row.refresh_requested_at)).toBeGreaterThan(0);
    expect(server.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'source-refresh',
        meta: { source: `jenkins/${EMOJI}` },
      }),
    );
  });

  it('refuses a round to those who may not ask, before it says what there is', async () => {
    for (const source of ['main', 'nope']) {
      const { status, body } = await request(server.app)
        .post(`/v1/sources/jenkins/${source}/refresh`)
        .set(asUser('reader'));
      expect(status).toBe(403);
      expect(body.error.message).toContain('callboard.source.refresh');
    }
    await request(server.app)
      .post('/v1/sources/jenkins/nope/refresh')
      .expect(404);
  });

  it('serves its own description', async () => {
    const { body } = await get('/openapi.json').expect(200);
    expect(Object.keys(body.paths)).toContain('/v1/services');
  });
});
