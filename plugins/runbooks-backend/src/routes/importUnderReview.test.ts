import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const ENTITY = 'component:default/checkout';
const IN_FORCE = { entityRef: ENTITY, title: 'Slow', content: '1. Look\n' };
const WAITING = {
  ...IN_FORCE,
  title: 'Very slow',
  content: '1. Look twice\n',
  tags: ['p1'],
  owner: 'group:default/payments',
};
const PUBLISHED = { state: 'published' };

const TABLES = [
  'runbook_version',
  'runbook_matcher',
  'runbook_tag',
  'runbook',
  'runbook_text',
];

describe.each(databases.eachSupportedId())(
  'importing where a review is required, %s',
  id => {
    let knex: Knex;
    let started: StartedRunbooks;
    let mira: ReturnType<StartedRunbooks['as']>;

    beforeAll(async () => {
      knex = await databases.init(id);
      started = await startRunbooks({
        knex,
        runbooks: { review: { required: true } },
      });
      mira = started.as('mira');
    });

    const wipe = async () => {
      for (const table of TABLES) {
        await knex(table).delete();
      }
    };
    beforeEach(wipe);

    const put = (
      runbook: string,
      options: {
        readonly by: string;
        readonly after: number;
        readonly write: object;
      },
    ) =>
      started
        .as(options.by)
        .put(`/runbooks/${runbook}`)
        .set('If-Match', `"${options.after}"`)
        .send(options.write)
        .expect(200);
    /** Mira's version 2 is in force. */
    const published = async () => {
      const { body } = await mira.post('/runbooks').send(IN_FORCE).expect(201);
      await put(body.id, {
        by: 'tom',
        after: 1,
        write: { ...IN_FORCE, ...PUBLISHED },
      });
      return String(body.id);
    };
    /** And her version 3 waits. */
    const waiting = async () => {
      const runbook = await published();
      await put(runbook, { by: 'mira', after: 2, write: WAITING });
      return runbook;
    };
    const read = async (runbook: string, query = '') => {
      const { body } = await mira
        .get(`/runbooks/${runbook}${query}`)
        .expect(200);
      return body;
    };
    const exported = async () => {
      const { body } = await mira
        .get('/export')
        .responseType('blob')
        .expect(200);
      return Buffer.from(body);
    };
    const upload = async (zip: Buffer) => {
      const { body } = await mira
        .post('/import')
        .set('Content-Type', 'application/zip')
        .send(zip)
        .expect(200);
      return body.items;
    };
    const uploadFile = async (title: string, content: string) => {
      const { body } = await mira
        .post(
          `/import?entityRef=${ENTITY}&fileName=${encodeURIComponent(
            title,
          )}.md`,
        )
        .set('Content-Type', 'text/markdown')
        .send(content)
        .expect(200);
      return body.items;
    };

    it('leaves a version waiting where the export says what is in force', async () => {
      const runbook = await published();
      const zip = await exported();
      await put(runbook, { by: 'mira', after: 2, write: WAITING });
      await expect(upload(zip)).resolves.toMatchObject([
        { result: 'unchanged', id: runbook },
      ]);
      await expect(read(runbook)).resolves.toMatchObject({
        content: IN_FORCE.content,
        version: 2,
        waiting: { version: 3 },
      });
      await expect(read(runbook, '?latest=true')).resolves.toMatchObject(
        WAITING,
      );
    });

    it('leaves it waiting where the export comes from when it was a draft', async () => {
      const { body } = await mira.post('/runbooks').send(IN_FORCE).expect(201);
      const zip = await exported();
      await put(body.id, {
        by: 'tom',
        after: 1,
        write: { ...IN_FORCE, ...PUBLISHED },
      });
      await put(body.id, { by: 'mira', after: 2, write: WAITING });
      await expect(upload(zip)).resolves.toMatchObject([
        { result: 'unchanged' },
      ]);
      await expect(read(body.id)).resolves.toMatchObject({
        version: 2,
        waiting: { version: 3 },
      });
    });

    it('leaves it waiting where a file has the text in force', async () => {
      const runbook = await waiting();
      await expect(
        uploadFile(IN_FORCE.title, IN_FORCE.content),
      ).resolves.toMatchObject([{ result: 'unchanged', id: runbook }]);
      await expect(read(runbook)).resolves.toMatchObject({
        waiting: { version: 3 },
      });
    });

    it('makes one version of a text that waits, however often it comes', async () => {
      const runbook = await published();
      const results = [];
      for (let n = 0; n < 3; n++) {
        const [item] = await uploadFile(IN_FORCE.title, 'Other');
        results.push(item.result);
      }
      expect(results).toEqual(['updated', 'unchanged', 'unchanged']);
      await expect(read(runbook)).resolves.toMatchObject({
        version: 2,
        waiting: { version: 3 },
      });
    });

    it('makes one version of an export that waits, however often it comes', async () => {
      const runbook = await published();
      const zip = await exported();
      await put(runbook, { by: 'mira', after: 2, write: WAITING });
      await put(runbook, {
        by: 'tom',
        after: 3,
        write: { ...WAITING, ...PUBLISHED },
      });
      await expect(upload(zip)).resolves.toMatchObject([
        {
          result: 'updated',
          message: expect.stringContaining('waits for a review'),
        },
      ]);
      await expect(upload(zip)).resolves.toMatchObject([
        { result: 'unchanged' },
      ]);
      await expect(read(runbook)).resolves.toMatchObject({
        version: 4,
        waiting: { version: 5 },
      });
    });

    it('takes out what is in force and, beside it, what waits', async () => {
      const runbook = await waiting();
      const zip = await exported();
      await expect(upload(zip)).resolves.toMatchObject([
        { path: 'component/default/checkout/Slow.md', result: 'unchanged' },
        {
          path: 'component/default/checkout/Slow.waiting.md',
          result: 'unchanged',
        },
      ]);
      // Nothing waits any more, until it is taken in again.
      await mira
        .post(`/runbooks/${runbook}/restore`)
        .set('If-Match', '"3"')
        .send({ version: 2 })
        .expect(200);
      await expect(upload(zip)).resolves.toMatchObject([
        { result: 'unchanged' },
        {
          result: 'updated',
          message: expect.stringContaining('waits for a review'),
        },
      ]);
      await expect(read(runbook)).resolves.toMatchObject({
        ...IN_FORCE,
        ...PUBLISHED,
        waiting: { version: 5 },
      });
      await expect(read(runbook, '?latest=true')).resolves.toMatchObject({
        ...WAITING,
        state: 'draft',
      });
    });

    it('lets a version wait once the one before is published, after everything is gone', async () => {
      const runbook = await waiting();
      const zip = await exported();
      await wipe();
      await expect(upload(zip)).resolves.toMatchObject([
        { result: 'created', message: expect.stringContaining('draft') },
        {
          result: 'failed',
          message: expect.stringContaining('waits for a review'),
        },
      ]);
      await put(runbook, {
        by: 'tom',
        after: 1,
        write: { ...IN_FORCE, ...PUBLISHED },
      });
      await expect(upload(zip)).resolves.toMatchObject([
        { result: 'unchanged' },
        { result: 'updated' },
      ]);
      await expect(read(runbook)).resolves.toMatchObject({
        ...IN_FORCE,
        version: 2,
        waiting: { version: 3 },
      });
      await expect(read(runbook, '?latest=true')).resolves.toMatchObject(
        WAITING,
      );
    });
  },
);
