import { TestDatabases } from '@backstage/backend-test-utils';
import { strToU8, zipSync, type Zippable } from 'fflate';
import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

// Databases take long to make on a busy machine.
jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const ENTITY = 'component:default/checkout';

describe.each(databases.eachSupportedId())('uploads of anybody, %s', id => {
  let started: StartedRunbooks;
  let mira: ReturnType<StartedRunbooks['as']>;

  beforeAll(async () => {
    started = await startRunbooks({ knex: await databases.init(id) });
    mira = started.as('mira');
  });

  const upload = (files: Zippable) =>
    mira
      .post(`/import?entityRef=${ENTITY}`)
      .set('Content-Type', 'application/zip')
      .send(Buffer.from(zipSync(files, { level: 1 })));
  const itemsOf = async (answer: ReturnType<typeof upload>) => {
    const { body } = await answer.expect(200);
    return body.items;
  };

  it('takes names of any characters, and cuts none in two', async () => {
    const name = (text: string) => ({ [`${text}.md`]: strToU8('x') });
    const items = await itemsOf(
      upload({
        ...name('🚀'.repeat(127)),
        ...name(`a${'🚀'.repeat(126)}`),
        ...name('é'.repeat(253)),
        ...name(`${'dir/'.repeat(500)}${'🧯'.repeat(30)}`),
        ...name('Ünï  cödé 漢字'),
      }),
    );
    expect(items).toMatchObject([
      { result: 'created', title: '🚀'.repeat(100) },
      { result: 'created', title: `a${'🚀'.repeat(99)}` },
      { result: 'created', title: 'é'.repeat(200) },
      { result: 'created', title: '🧯'.repeat(30) },
      { result: 'created', title: 'Ünï  cödé 漢字' },
    ]);
  });

  it('keeps what the name of a file cannot be kept as, and its text', async () => {
    const items = await itemsOf(
      upload({ 'a\0b/Text.md': strToU8('# Text of a NUL\n') }),
    );
    expect(items).toMatchObject([{ result: 'created' }]);
    const { body } = await mira.get(`/runbooks/${items[0].id}/versions`);
    expect(body.items[0].note).toBe('Imported from a\uFFFDb/Text.md');
  });

  it('refuses files that are outside of the zip', async () => {
    for (const path of ['../a.md', 'a/../../b.md', '/etc/a.md']) {
      const { status, body } = await upload({ [path]: strToU8('x') });
      expect([status, body.error?.message]).toEqual([
        400,
        expect.stringContaining(path),
      ]);
    }
  });

  it('does not write over one file with another of the same title', async () => {
    const files = {
      'a/README.md': strToU8('# Same title\n\nOne\n'),
      'b/README.md': strToU8('# Same title\n\nTwo\n'),
      'c/README.md': strToU8('# Same title\n\nOne\n'),
    };
    const expected = [
      { path: 'a/README.md' },
      {
        path: 'b/README.md',
        result: 'failed',
        message: expect.stringContaining('a/README.md'),
      },
      { path: 'c/README.md', result: 'unchanged' },
    ];
    const first = await itemsOf(upload(files));
    expect(first).toMatchObject(expected);
    const again = await itemsOf(upload(files));
    expect(again).toMatchObject(expected);
    const { body } = await mira.get(`/runbooks/${first[0].id}`);
    expect(body).toMatchObject({
      version: 1,
      content: '# Same title\n\nOne\n',
    });
  });

  it('changes nothing where the same file comes again, whatever it says of itself', async () => {
    const text = [
      '---',
      'owner: payments',
      'tags: [a, b, a]',
      'matches: [crash-loop, { alertname: X, aspect: kubernetes }]',
      'reviewBy: 2027-05-03',
      '---',
      '# Says much of itself',
      '',
    ].join('\n');
    const results = [];
    for (let n = 0; n < 3; n++) {
      const [item] = await itemsOf(upload({ 'x.md': strToU8(text) }));
      results.push(item.result);
    }
    expect(results).toEqual(['created', 'unchanged', 'unchanged']);
  });

  it('takes a name that is too long for an alert', async () => {
    const items = await itemsOf(
      upload({ [`KubePod${'x'.repeat(2000)}.md`]: strToU8('x') }),
    );
    expect(items).toMatchObject([
      { result: 'created', title: `KubePod${'x'.repeat(193)}` },
    ]);
  });

  it('takes 10,000 files in their folders, beside a manifest', async () => {
    const files: Zippable = {
      'runbooks.json': strToU8('{"formatVersion":1,"runbooks":[]}'),
    };
    for (let n = 0; n < 10_000; n++) {
      files[`${n % 100}/`] = new Uint8Array();
      // Nothing is written for what is no text.
      files[`${n % 100}/${n}.md`] = new Uint8Array([0xff]);
    }
    const items = await itemsOf(upload(files));
    expect(items).toHaveLength(10_000);
    const { status, body } = await upload({
      ...files,
      'one-more.md': strToU8('x'),
    });
    expect([status, body.error?.message]).toEqual([
      413,
      expect.stringContaining('more than 10000 files'),
    ]);
  });
});
