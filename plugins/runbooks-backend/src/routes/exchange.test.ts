import { TestDatabases } from '@backstage/backend-test-utils';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Knex } from 'knex';
import { deflateRawSync } from 'node:zlib';
import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const TABLES = [
  'step_report',
  'runbook_version',
  'runbook_matcher',
  'runbook_tag',
  'runbook',
  'runbook_text',
];

const WRITES = [
  {
    entityRef: 'component:default/checkout',
    title: 'KubePodCrashLooping',
    content: '\uFEFF---\ntags: [other]\nowner: other\n---\r\n# Crash 🚀\r\n\n',
    tags: ['p1', 'ünï'],
    matches: [
      { alertname: 'KubePodCrashLooping' },
      { aspect: 'kubernetes', code: 'crash-loop' },
    ],
    owner: 'group:default/sre',
    state: 'published',
    reviewBy: '2027-05-03',
    reviewers: ['user:default/tom'],
    pinned: true,
  },
  {
    entityRef: 'component:default/checkout',
    title: 'kubepodcrashlooping',
    content: '',
    owner: null,
  },
  {
    entityRef: 'system:default/shop',
    title: '../../ etc / passwd',
    content: '---\nowner: from-front-matter\nreviewBy: 2030-01-01\n---\n',
    owner: null,
    reviewBy: null,
  },
  {
    entityRef: 'group:default/payments',
    title: 'Old',
    content: 'x',
    state: 'archived',
  },
];

describe.each(databases.eachSupportedId())('taking out and in, %s', id => {
  let knex: Knex;
  let started: StartedRunbooks;
  let mira: ReturnType<StartedRunbooks['as']>;

  beforeAll(async () => {
    knex = await databases.init(id);
    started = await startRunbooks({
      knex,
      runbooks: {
        maxSizeBytes: 100_000,
        import: {
          maxBytes: 1_000_000,
          maxUnpackedBytes: 400_000,
          maxFiles: 20,
        },
      },
    });
    mira = started.as('mira');
  });

  const wipe = async () => {
    for (const table of TABLES) {
      await knex(table).delete();
    }
  };
  beforeEach(wipe);

  const exported = async () => {
    const response = await mira
      .get('/export')
      .responseType('blob')
      .expect(200)
      .expect('Content-Type', 'application/zip')
      .expect('Content-Disposition', 'attachment; filename="runbooks.zip"');
    return Buffer.from(response.body);
  };
  const upload = (zip: Uint8Array, query = '') =>
    mira
      .post(`/import${query}`)
      .set('Content-Type', 'application/zip')
      .send(Buffer.from(zip));
  const zipOf = (files: Zippable) => zipSync(files);
  const all = async () => {
    const { body } = await mira.get(
      '/runbooks?state=draft&state=published&state=archived&limit=200',
    );
    const runbooks = [];
    for (const item of body.items) {
      const { body: runbook } = await mira.get(`/runbooks/${item.id}`);
      const {
        id: runbookId,
        entityRef,
        title,
        content,
        tags,
        matches,
        owner,
        state,
        reviewBy,
        reviewers,
        pinned,
        contentHash,
      } = runbook;
      runbooks.push({
        runbookId,
        entityRef,
        title,
        content,
        tags,
        matches,
        owner,
        state,
        reviewBy,
        reviewers,
        pinned,
        contentHash,
      });
    }
    return runbooks.sort((a, b) => (a.runbookId < b.runbookId ? -1 : 1));
  };
  const results = (body: { items: { result: string }[] }) =>
    body.items.map(({ result }) => result);

  it('gives the same runbooks after everything is gone, byte for byte', async () => {
    for (const write of WRITES) {
      await mira.post('/runbooks').send(write).expect(201);
    }
    const before = await all();
    expect(before).toHaveLength(4);
    const zip = await exported();
    expect(Object.keys(unzipSync(zip)).sort()).toEqual([
      'component/default/checkout/KubePodCrashLooping.md',
      'component/default/checkout/kubepodcrashlooping-2.md',
      'group/default/payments/Old.md',
      'runbooks.json',
      'system/default/shop/etc-passwd.md',
    ]);
    await wipe();
    const { body } = await upload(zip).expect(200);
    expect(results(body)).toEqual(Array(4).fill('created'));
    await expect(all()).resolves.toEqual(before);
    const again = await upload(zip).expect(200);
    expect(results(again.body)).toEqual(Array(4).fill('unchanged'));
    await expect(all()).resolves.toEqual(before);
  });

  it('saves what differs as a new version', async () => {
    for (const write of WRITES) {
      await mira.post('/runbooks').send(write).expect(201);
    }
    const before = await all();
    const zip = await exported();
    const [{ runbookId, ...first }] = before;
    await mira
      .put(`/runbooks/${runbookId}`)
      .set('If-Match', '"1"')
      .send({ ...first, owner: null, title: 'Changed', content: 'Changed' })
      .expect(200);
    const { body } = await upload(zip).expect(200);
    expect(results(body).sort()).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'updated',
    ]);
    await expect(all()).resolves.toEqual(before);
    const { body: versions } = await mira.get(
      `/runbooks/${runbookId}/versions`,
    );
    expect(versions).toMatchObject({
      total: 3,
      items: [
        {
          note: expect.stringContaining('Imported from'),
          savedBy: 'user:default/mira',
        },
        { title: 'Changed' },
        {},
      ],
    });
  });

  it('takes a Markdown file, which says by its name what it is for', async () => {
    const send = (text: string) =>
      mira
        .post(
          '/import?entityRef=component:default/checkout&fileName=KubePodNotReady.md',
        )
        .set('Content-Type', 'text/markdown')
        .send(text);
    const { body } = await send('# Pod is not ready\n\n## Meaning\n').expect(
      200,
    );
    expect(body.items).toMatchObject([
      {
        path: 'KubePodNotReady.md',
        result: 'created',
        title: 'Pod is not ready',
      },
    ]);
    const path = `/runbooks/${body.items[0].id}`;
    const { body: runbook } = await mira.get(path);
    expect(runbook).toMatchObject({
      state: 'draft',
      matches: [{ alertname: 'KubePodNotReady' }],
      content: '# Pod is not ready\n\n## Meaning\n',
    });
    const same = await send('# Pod is not ready\n\n## Meaning\n');
    expect(results(same.body)).toEqual(['unchanged']);
    const other = await send('# Pod is not ready\n\n## Impact\n');
    expect(other.body.items).toMatchObject([
      { result: 'updated', id: body.items[0].id },
    ]);
  });

  it('takes many Markdown files, and says of each what became of it', async () => {
    const zip = zipOf({
      'a/One.md': strToU8('One'),
      'a/two.md': strToU8('---\ntitle: The second\ntags: [x]\n---\n'),
      'b/broken.md': new Uint8Array([0xff, 0xfe, 0x00]),
      'b/nul.md': strToU8('a\0b'),
      'b/long.md': strToU8('x'.repeat(100_001)),
      'picture.png': new Uint8Array([1, 2, 3]),
      '__MACOSX/a/._One.md': strToU8('x'),
      '.hidden.md': strToU8('x'),
      'dir/': new Uint8Array(),
    });
    const without = await upload(zip).expect(200);
    expect(without.body.items[0]).toMatchObject({
      result: 'failed',
      message: expect.stringContaining('which entity'),
    });
    const { body } = await upload(
      zip,
      '?entityRef=component:default/checkout',
    ).expect(200);
    expect(
      body.items.map((item: { path: string; result: string }) => [
        item.path,
        item.result,
      ]),
    ).toEqual([
      ['a/One.md', 'created'],
      ['a/two.md', 'created'],
      ['b/broken.md', 'failed'],
      ['b/nul.md', 'failed'],
      ['b/long.md', 'failed'],
      ['picture.png', 'failed'],
    ]);
    expect(body.items[4].message).toContain('100,000 bytes');
    expect(body.items[1].title).toBe('The second');
  });

  it('believes a manifest only as far as it makes sense', async () => {
    const entry = {
      path: 'a.md',
      id: 'a',
      entityRef: 'component:default/checkout',
      title: 'A',
      tags: [],
      matches: [],
      state: 'draft',
      reviewers: [],
      pinned: false,
    };
    const zip = zipOf({
      'a.md': strToU8('A'),
      'b.md': strToU8('B'),
      'c.md': strToU8('C'),
      'd.md': strToU8('D'),
      'runbooks.json': strToU8(
        JSON.stringify({
          formatVersion: 1,
          runbooks: [
            entry,
            { ...entry, path: 'b.md', id: '../b' },
            { ...entry, path: 'c.md', id: 'c', state: 'gone' },
            { ...entry, path: 'd.md', id: 'd', entityRef: 'component:x/nope' },
            { ...entry, path: 'missing.md', id: 'e' },
          ],
        }),
      ),
    });
    const { body } = await upload(zip).expect(200);
    expect(results(body)).toEqual([
      'created',
      'failed',
      'failed',
      'failed',
      'failed',
    ]);
    await expect(all()).resolves.toMatchObject([
      { runbookId: 'a', content: 'A' },
    ]);
    const wrong = zipOf({ 'runbooks.json': strToU8('{"formatVersion":2}') });
    const { status, body: refused } = await upload(wrong);
    expect([status, refused.error.message]).toEqual([
      400,
      expect.stringContaining('manifest'),
    ]);
  });

  it('refuses what is too much before it unpacks it', async () => {
    const refused = async (zip: Uint8Array) => {
      const { status, body } = await upload(
        zip,
        '?entityRef=component:default/checkout',
      );
      return [status, body.error?.message];
    };
    const zeros = new Uint8Array(500_000);
    await expect(refused(zipOf({ 'a.md': zeros }))).resolves.toEqual([
      413,
      'The zip unpacks to 500,000 bytes; an upload may have at most 400,000 bytes',
    ]);
    const many = Object.fromEntries(
      Array.from({ length: 21 }, (_, n) => [`${n}.md`, strToU8('x')]),
    );
    await expect(refused(zipOf(many))).resolves.toEqual([
      413,
      expect.stringContaining('more than 20 files'),
    ]);
    await expect(refused(Buffer.alloc(1_000_001))).resolves.toEqual([
      413,
      expect.stringContaining('an upload may have at most 1,000,000 bytes'),
    ]);
  });

  it('refuses zips that lie about how much there is in them, or are damaged', async () => {
    const lying = lyingZip({ declared: 10, actual: 50_000_000 });
    const good = Buffer.from(zipOf({ 'a.md': strToU8('Text '.repeat(1000)) }));
    for (const zip of [
      lying,
      good.subarray(0, good.length - 30),
      Buffer.from('PK\x03\x04 rubbish'),
      Buffer.from('<html>'),
    ]) {
      const { status, body } = await upload(
        zip,
        '?entityRef=component:default/checkout',
      );
      expect([status, body.error?.message]).toEqual([
        400,
        expect.stringContaining('The zip cannot be read'),
      ]);
    }
    await expect(all()).resolves.toEqual([]);
  });

  it('wants a zip or Markdown', async () => {
    const html = mira.post('/import').set('Content-Type', 'text/html');
    const answers = await Promise.all([
      html.send('<b>x</b>'),
      mira.post('/import').send({}),
      upload(new Uint8Array()),
      upload(zipOf({}), '?nope=1'),
      upload(zipOf({}), '?entityRef=nope'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      415, 415, 400, 400, 400,
    ]);
  });
});

/** A zip with one file that unpacks to more than it says. */
function lyingZip(options: { declared: number; actual: number }): Buffer {
  const packed = deflateRawSync(Buffer.alloc(options.actual));
  const name = Buffer.from('a.md');
  const fields = (signature: number, central: boolean) => {
    const header = Buffer.alloc(central ? 46 : 30);
    header.writeUInt32LE(signature, 0);
    const at = central ? 4 : 2;
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(8, 6 + at);
    header.writeUInt32LE(packed.length, 16 + at);
    header.writeUInt32LE(options.declared, 20 + at);
    header.writeUInt16LE(name.length, 24 + at);
    return header;
  };
  const local = Buffer.concat([fields(0x04034b50, false), name, packed]);
  const central = Buffer.concat([fields(0x02014b50, true), name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
