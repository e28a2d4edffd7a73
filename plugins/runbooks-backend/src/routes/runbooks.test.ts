import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const WRITE = {
  entityRef: 'component:default/checkout',
  title: 'Checkout is slow',
  content: '# Checkout is slow\n\n## Diagnosis\n\n1. Look\n2. Look again\n',
  tags: ['latency', 'p1'],
  matches: [{ code: 'slow' }],
  note: 'First',
};

describe.each(databases.eachSupportedId())('routes of runbooks, %s', id => {
  let knex: Knex;
  let started: StartedRunbooks;
  let mira: ReturnType<StartedRunbooks['as']>;

  beforeAll(async () => {
    knex = await databases.init(id);
    started = await startRunbooks({
      knex,
      runbooks: { maxSizeBytes: 200_000 },
    });
    mira = started.as('mira');
  });

  const create = async (write: object = {}) => {
    const response = await mira.post('/runbooks').send({ ...WRITE, ...write });
    expect([response.status, response.body.error?.message]).toEqual([
      201,
      undefined,
    ]);
    return response.body;
  };

  it('makes a draft with the tag of its first version', async () => {
    const response = await mira.post('/runbooks').send(WRITE).expect(201);
    expect(response.headers).toMatchObject({
      etag: '"1"',
      'cache-control': 'private, no-cache',
    });
    expect(response.body).toMatchObject({
      entityRef: 'component:default/checkout',
      title: 'Checkout is slow',
      content: WRITE.content,
      tags: ['latency', 'p1'],
      matches: [{ code: 'slow' }],
      state: 'draft',
      reviewers: [],
      pinned: false,
      version: 1,
      createdBy: 'user:default/mira',
      updatedBy: 'user:default/mira',
      runsCount: 0,
      helpedCount: 0,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(started.signals()).toContainEqual({
      runbook: response.body.id,
      version: 1,
    });
    expect(started.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'runbook-create' }),
    );
    const read = await mira.get(`/runbooks/${response.body.id}`).expect(200);
    expect(read.body).toEqual(response.body);
    expect(read.headers.etag).toBe('"1"');
  });

  it('never says that a runbook is unchanged: runs change without a version', async () => {
    const { id: runbook } = await create();
    const { status } = await mira
      .get(`/runbooks/${runbook}`)
      .set('If-None-Match', '"1"');
    expect(status).toBe(200);
  });

  it('keeps every byte of a text', async () => {
    const content =
      '\uFEFFTab\t\r\nEmoji 🚀 e\u0301 \u2028 `$X` \\u0000\r\n\n  ';
    const { id: runbook } = await create({ content });
    const { body } = await mira.get(`/runbooks/${runbook}`);
    expect(body.content).toBe(content);
  });

  it('takes what is not said from the front matter', async () => {
    const content = `---\ntags: [a, b]\nowner: team-x\nreviewBy: 2027-05-03\nmatches:\n  - code: crash-loop\n---\n# T\n`;
    const runbook = await create({
      content,
      tags: undefined,
      matches: undefined,
    });
    expect(runbook).toMatchObject({
      tags: ['a', 'b'],
      owner: 'group:default/team-x',
      reviewBy: '2027-05-03',
      matches: [{ code: 'crash-loop' }],
    });
  });

  it('saves the next version, keeps what is not said and takes away what is null', async () => {
    const { id: runbook } = await create({
      owner: 'team-x',
      reviewBy: '2027-05-03',
    });
    const response = await mira
      .put(`/runbooks/${runbook}`)
      .set('If-Match', '"1"')
      .send({
        entityRef: WRITE.entityRef,
        title: 'Another',
        content: 'New',
        owner: null,
        state: 'published',
        note: 'Why',
      })
      .expect(200);
    expect(response.headers.etag).toBe('"2"');
    expect(response.body).toMatchObject({
      version: 2,
      title: 'Another',
      content: 'New',
      tags: ['latency', 'p1'],
      matches: [{ code: 'slow' }],
      reviewBy: '2027-05-03',
      state: 'published',
    });
    expect(response.body).not.toHaveProperty('owner');
  });

  it('wants to know which version is saved after', async () => {
    const { id: runbook } = await create();
    const put = () => mira.put(`/runbooks/${runbook}`);
    const without = await put().send(WRITE);
    expect([without.status, without.body.error.message]).toEqual([
      428,
      expect.stringContaining('If-Match: "3"'),
    ]);
    const star = await put().set('If-Match', '*').send(WRITE);
    expect([star.status, star.body.error.message]).toEqual([
      428,
      expect.stringContaining('would overwrite'),
    ]);
    for (const odd of ['1', 'abc', '"1', `"1", 2`]) {
      const { status, body } = await put().set('If-Match', odd).send(WRITE);
      expect([odd, status, body.error.message]).toEqual([
        odd,
        400,
        expect.stringContaining('ETag'),
      ]);
    }
    // Weak tags match nothing, by the rules of HTTP.
    await put().set('If-Match', 'W/"1"').send(WRITE).expect(412);
    await put().set('If-Match', '"1", "7"').send(WRITE).expect(200);
  });

  it('gives the current version to whoever was too late', async () => {
    const { id: runbook } = await create();
    const put = (who: string, tag: string, content: string) =>
      started
        .as(who)
        .put(`/runbooks/${runbook}`)
        .set('If-Match', tag)
        .send({ ...WRITE, content });
    await put('tom', '"1"', 'By Tom').expect(200);
    const late = await put('mira', '"1"', 'By Mira').expect(412);
    expect(late.headers.etag).toBe('"2"');
    expect(late.body).toMatchObject({
      error: {
        name: 'VersionConflictError',
        message: expect.stringContaining('user:default/tom'),
      },
      current: { version: 2, content: 'By Tom', updatedBy: 'user:default/tom' },
    });
    await put('mira', '"9"', 'By Mira').expect(412);
    // What was written stays out of logs.
    const [{ error }] = started.auditFailures().slice(-1);
    expect(JSON.stringify({ ...error })).not.toContain('By Tom');
    const { body } = await mira.get(`/runbooks/${runbook}/versions`);
    expect(body.total).toBe(2);
  });

  it('keeps all versions readable, page by page', async () => {
    const { id: runbook } = await create();
    for (let version = 1; version < 5; version++) {
      await mira
        .put(`/runbooks/${runbook}`)
        .set('If-Match', `"${version}"`)
        .send({ ...WRITE, content: `Text ${version + 1}`, note: `${version}` })
        .expect(200);
    }
    const first = await mira.get(`/runbooks/${runbook}/versions?limit=3`);
    expect(first.body).toMatchObject({
      total: 5,
      items: [
        { version: 5, note: '4', savedBy: 'user:default/mira' },
        { version: 4 },
        { version: 3 },
      ],
    });
    expect(first.body.items[0]).not.toHaveProperty('content');
    const second = await mira.get(
      `/runbooks/${runbook}/versions?limit=3&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items).toMatchObject([{ version: 2 }, { version: 1 }]);
    expect(second.body).not.toHaveProperty('nextCursor');
    const old = await mira.get(`/runbooks/${runbook}/versions/1`).expect(200);
    expect(old.body).toMatchObject({ version: 1, content: WRITE.content });
    await mira
      .get(`/runbooks/${runbook}/versions/1`)
      .set('If-None-Match', old.headers.etag)
      .expect(304);
    await mira.get(`/runbooks/${runbook}/versions/6`).expect(404);
    await mira.get(`/runbooks/${runbook}/versions/0`).expect(400);
    await mira.get(`/runbooks/${runbook}/versions/x`).expect(400);
  });

  it('brings an old version back as a new one', async () => {
    const { id: runbook } = await create();
    const path = `/runbooks/${runbook}`;
    await mira
      .put(path)
      .set('If-Match', '"1"')
      .send({ ...WRITE, title: 'Worse', content: 'Worse', tags: [] });
    await mira.post(`${path}/restore`).send({ version: 1 }).expect(428);
    const restored = await mira
      .post(`${path}/restore`)
      .set('If-Match', '"2"')
      .send({ version: 1, note: 'It was better' })
      .expect(200);
    expect(restored.body).toMatchObject({
      version: 3,
      title: WRITE.title,
      content: WRITE.content,
      tags: WRITE.tags,
    });
    const { body } = await mira.get(`${path}/versions`);
    expect(body.items[0]).toMatchObject({
      version: 3,
      restoredFrom: 1,
      note: 'It was better',
    });
    const late = await mira
      .post(`${path}/restore`)
      .set('If-Match', '"2"')
      .send({ version: 1 })
      .expect(412);
    expect(late.body.current.version).toBe(3);
    await mira
      .post(`${path}/restore`)
      .set('If-Match', '"3"')
      .send({ version: 9 })
      .expect(404);
  });

  it('archives instead of deleting', async () => {
    const { id: runbook } = await create({ title: 'To be archived' });
    const path = `/runbooks/${runbook}`;
    await mira.delete(path).set('If-Match', '"7"').expect(412);
    await mira.delete(path).expect(204);
    await mira.delete(path).expect(204);
    const { body } = await mira.get(path).expect(200);
    expect(body).toMatchObject({ state: 'archived', version: 2, problems: [] });
    const listed = async (query: string) => {
      const { body: page } = await mira.get(`/runbooks?limit=200${query}`);
      return page.items.some((item: { id: string }) => item.id === runbook);
    };
    await expect(listed('')).resolves.toBe(false);
    await expect(listed('&state=archived')).resolves.toBe(true);
    const restored = await mira
      .post(`${path}/restore`)
      .set('If-Match', '"2"')
      .send({ version: 1 });
    expect(restored.body).toMatchObject({ state: 'draft', version: 3 });
  });

  it('refuses texts that are too long, and says how long they may be', async () => {
    const long = await mira
      .post('/runbooks')
      .send({ ...WRITE, content: 'é'.repeat(100_001) });
    expect([long.status, long.body.error.message]).toEqual([
      413,
      'The text has 200,002 bytes; a runbook may have at most 200,000 bytes. Nothing was saved',
    ]);
    // More than the whole request may have.
    const { status, body } = await mira
      .post('/runbooks')
      .send({ ...WRITE, content: 'x'.repeat(3_000_000) });
    expect([status, body.error.name, body.error.message]).toEqual([
      413,
      'TooLargeError',
      expect.stringMatching(
        /^The request is too large with 3,000,\d{3} bytes; a runbook may have at most 200,000 bytes/,
      ),
    ]);
    await create({ content: 'é'.repeat(100_000) });
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'title=x'],
    ['HTML', 'text/html', '<b>x</b>'],
    ['plain text', 'text/plain', '{}'],
    ['another encoding', 'application/json; charset=latin1', '{}'],
  ])('refuses %s', async (_, type, text) => {
    const { status, body } = await mira
      .post('/runbooks')
      .set('Content-Type', type)
      .send(text);
    expect([status, body.error.name]).toEqual([
      415,
      'UnsupportedMediaTypeError',
    ]);
  });

  it.each<[string, object | string]>([
    ['no JSON', '{"title":'],
    ['a list', []],
    ['nothing', {}],
    ['an empty title', { ...WRITE, title: '  ' }],
    ['a long title', { ...WRITE, title: 'x'.repeat(201) }],
    ['a content that is no text', { ...WRITE, content: 1 }],
    ['a state that is none', { ...WRITE, state: 'gone' }],
    ['a day that is none', { ...WRITE, reviewBy: '2027-02-31' }],
    ['a matcher that says nothing', { ...WRITE, matches: [{}] }],
    ['a matcher that says something else', { ...WRITE, matches: [{ x: 'y' }] }],
    ['a tag that is no text', { ...WRITE, tags: [{}] }],
    ['too many tags', { ...WRITE, tags: Array(51).fill('x') }],
    ['an entity ref that is none', { ...WRITE, entityRef: 'a:b:c/d/e' }],
    ['a kind that has no runbooks', { ...WRITE, entityRef: 'user:default/x' }],
    ['an owner that is no ref', { ...WRITE, owner: 'group:' }],
    ['a NUL in the text', { ...WRITE, content: 'a\0b' }],
    ...['owner: "a\\0"', 'tags: ["\\0"]', 'tags: ["\\uD800"]'].map(
      (line): [string, object] => [
        `front matter that writes what is not kept: ${line}`,
        {
          entityRef: WRITE.entityRef,
          title: 'Escaped',
          content: `---\n${line}\n---\n`,
        },
      ],
    ),
    ['half a character', { ...WRITE, title: 'a\ud800' }],
  ])('refuses %s', async (_, write) => {
    const { status, body } = await mira
      .post('/runbooks')
      .set('Content-Type', 'application/json')
      .send(write);
    expect([status, body.error.name]).toEqual([400, 'InputError']);
    expect(body.error.message).not.toBe('');
  });

  it('wants an entity that is there', async () => {
    const { status, body } = await mira
      .post('/runbooks')
      .send({ ...WRITE, entityRef: 'component:default/nope' });
    expect([status, body.error.message]).toEqual([
      404,
      "There is no entity 'component:default/nope' in the catalog, or it may not be seen",
    ]);
  });

  it.each([
    'nope',
    'a%2Fb',
    encodeURIComponent('röcket-🚀'),
    'n'.repeat(253),
    "'; drop table runbook; --",
  ])('knows no runbook %p', async name => {
    for (const path of ['', '/versions', '/versions/1']) {
      const { status, body } = await mira.get(`/runbooks/${name}${path}`);
      expect([path, status, body.error.name]).toEqual([
        path,
        404,
        'NotFoundError',
      ]);
    }
    await mira
      .put(`/runbooks/${name}`)
      .set('If-Match', '"1"')
      .send(WRITE)
      .expect(404);
    await mira.delete(`/runbooks/${name}`).expect(404);
    await mira.get(`/runs/${name}`).expect(404);
  });

  it.each([
    ['a parameter that nobody knows', '/runbooks?nope=1'],
    ['a state that is none', '/runbooks?state=gone'],
    ['a problem that is none', '/runbooks?problem=x'],
    ['a limit of zero', '/runbooks?limit=0'],
    ['a limit that is too large', '/runbooks?limit=201'],
    ['a cursor that is none', '/runbooks?cursor=rubbish'],
    ['a parameter twice', '/runbooks?q=a&q=b'],
    ['a NUL', '/runbooks?q=%00'],
    ['half an instant', '/runbooks?updatedSince=2026-13-45T00:00:00Z'],
    ['an entity ref that is none', '/runbooks?entityRef=checkout'],
    ['a path that is no text', '/runbooks/%E0%A4%A'],
    ['a long id', `/runbooks/${'n'.repeat(1025)}`],
    ['an export with parameters', '/export?x=1'],
  ])('refuses %s', async (_, path) => {
    const { status, body } = await mira.get(path);
    expect([status, body.error?.name]).toEqual([400, 'InputError']);
  });

  it('serves its own description', async () => {
    const { body } = await request(started.server)
      .get('/api/runbooks/openapi.json')
      .set('Authorization', mockCredentials.user.header())
      .expect(200);
    expect(Object.keys(body.paths)).toContain(
      '/api/runbooks/v1/runbooks/{id}/restore',
    );
  });

  it('wants to know who asks', async () => {
    const { status } = await mira
      .get('/runbooks')
      .set('Authorization', 'Bearer rubbish');
    expect(status).toBe(401);
  });

  it('takes reports of wrong steps, until the next version', async () => {
    const { id: runbook } = await create();
    const path = `/runbooks/${runbook}`;
    await mira
      .post(`${path}/reports`)
      .send({ version: 1, step: 2, note: 'No such flag' })
      .expect(204);
    await mira
      .post(`${path}/reports`)
      .send({ version: 1, step: 9 })
      .expect(400);
    await mira
      .post(`${path}/reports`)
      .send({ version: 9, step: 1 })
      .expect(404);
    await mira.post(`${path}/reports`).send({ version: 1 }).expect(400);
    const codes = async () => {
      const { body } = await mira.get(path);
      return body.problems.map(({ code }: { code: string }) => code);
    };
    await expect(codes()).resolves.toContain('step-wrong');
    const { body } = await mira.get('/runbooks?problem=step-wrong');
    expect(body.items.map((item: { id: string }) => item.id)).toContain(
      runbook,
    );
    await mira.put(path).set('If-Match', '"1"').send(WRITE).expect(200);
    await expect(codes()).resolves.not.toContain('step-wrong');
  });
});
