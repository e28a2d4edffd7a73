import { TestDatabases } from '@backstage/backend-test-utils';
import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const ENTITY = 'component:default/checkout';

const WRITE = {
  entityRef: ENTITY,
  title: 'Checkout is slow',
  content: '## Diagnosis\n\n1. Look\n',
  matches: [{ code: 'slow' }],
};

const CHANGED = {
  title: 'Checkout is very slow',
  content: '## Diagnosis\n\n1. Look\n2. Look twice\n',
  matches: [{ code: 'very-slow' }],
};

const PUBLISHED = { state: 'published' };

describe.each(databases.eachSupportedId())(
  'where a review is required, %s',
  id => {
    let started: StartedRunbooks;
    let mira: ReturnType<StartedRunbooks['as']>;

    beforeAll(async () => {
      started = await startRunbooks({
        knex: await databases.init(id),
        runbooks: { review: { required: true } },
      });
      mira = started.as('mira');
    });

    const create = async (write: object = {}) => {
      const { body } = await mira
        .post('/runbooks')
        .send({ ...WRITE, ...write })
        .expect(201);
      return body.id;
    };
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
        .send({ ...WRITE, ...options.write });
    const said = async (answer: ReturnType<typeof put>) => {
      const { status, body } = await answer;
      return [status, body.state ?? body.error.message];
    };
    const read = async (runbook: string, query = '') => {
      const { body } = await mira
        .get(`/runbooks/${runbook}${query}`)
        .expect(200);
      return body;
    };
    const matched = async (code: string) => {
      const { body } = await mira.get(
        `/match?entityRef=${ENTITY}&code=${code}`,
      );
      return body.items.flatMap(
        (item: { runbook: { id?: string } }) => item.runbook.id ?? [],
      );
    };
    /** Version 2 is in force, version 3 waits: Mira changed it. */
    const changed = async () => {
      const runbook = await create();
      await put(runbook, { by: 'tom', after: 1, write: PUBLISHED }).expect(200);
      const { body } = await put(runbook, {
        by: 'mira',
        after: 2,
        write: CHANGED,
      }).expect(200);
      return { runbook, saved: body };
    };
    const refusal = expect.stringContaining('This portal wants a review');

    it('somebody else publishes than whoever wrote it', async () => {
      const runbook = await create();
      await expect(
        said(put(runbook, { by: 'mira', after: 1, write: PUBLISHED })),
      ).resolves.toEqual([403, refusal]);
      await expect(
        said(
          put(runbook, {
            by: 'tom',
            after: 1,
            write: { ...PUBLISHED, content: 'Also changed' },
          }),
        ),
      ).resolves.toEqual([403, refusal]);
      await expect(
        said(
          put(runbook, {
            by: 'tom',
            after: 1,
            write: { ...PUBLISHED, note: 'Read it' },
          }),
        ),
      ).resolves.toEqual([200, 'published']);
      await expect(
        said(
          put(runbook, {
            by: 'mira',
            after: 2,
            write: { ...PUBLISHED, tags: ['x'] },
          }),
        ),
      ).resolves.toEqual([200, 'published']);
    });

    it('a change of what is published waits, and what is published stays in force', async () => {
      const { runbook, saved } = await changed();
      expect(saved).toMatchObject({
        ...CHANGED,
        state: 'draft',
        version: 3,
        inForce: 2,
        updatedBy: 'user:default/mira',
      });
      await expect(read(runbook)).resolves.toMatchObject({
        ...WRITE,
        state: 'published',
        version: 2,
        waiting: {
          version: 3,
          savedAt: saved.updatedAt,
          savedBy: 'user:default/mira',
        },
      });
      await expect(read(runbook, '?latest=true')).resolves.toEqual(saved);
      await expect(matched('slow')).resolves.toContain(runbook);
      await expect(matched('very-slow')).resolves.not.toContain(runbook);
      const { body: versions } = await mira.get(
        `/runbooks/${runbook}/versions`,
      );
      expect(versions).toMatchObject({
        total: 3,
        items: [
          { version: 3, state: 'draft' },
          { version: 2, state: 'published' },
          { version: 1 },
        ],
      });
    });

    it('runs go through what is in force', async () => {
      const { runbook } = await changed();
      const { body } = await mira
        .post(`/runbooks/${runbook}/runs`)
        .send({})
        .expect(201);
      expect(body).toMatchObject({ runbookVersion: 2, title: WRITE.title });
      expect(body.steps).toHaveLength(1);
    });

    it('lists tell what waits, among drafts as well', async () => {
      const { runbook } = await changed();
      for (const query of ['', '?state=draft', '?state=published']) {
        const { body } = await mira.get(`/runbooks${query}`);
        const row = body.items.find(
          (item: { id: string }) => item.id === runbook,
        );
        expect([query, row]).toMatchObject([
          query,
          { title: WRITE.title, waiting: { version: 3 } },
        ]);
        expect(body.total).toBe(body.items.length);
      }
    });

    it('is in force once somebody else has published it', async () => {
      const { runbook } = await changed();
      await expect(
        said(
          put(runbook, {
            by: 'mira',
            after: 3,
            write: { ...CHANGED, ...PUBLISHED },
          }),
        ),
      ).resolves.toEqual([403, refusal]);
      const { body } = await put(runbook, {
        by: 'tom',
        after: 3,
        write: { ...CHANGED, ...PUBLISHED },
      }).expect(200);
      expect(body).toMatchObject({ ...CHANGED, ...PUBLISHED, version: 4 });
      const now = await read(runbook);
      expect(now).toMatchObject({ ...CHANGED, ...PUBLISHED, version: 4 });
      expect(now).not.toHaveProperty('waiting');
      expect(now).not.toHaveProperty('inForce');
      await expect(matched('very-slow')).resolves.toContain(runbook);
      await expect(matched('slow')).resolves.not.toContain(runbook);
    });

    it('the next change comes after the one that waits', async () => {
      const { runbook } = await changed();
      const late = await put(runbook, {
        by: 'tom',
        after: 2,
        write: { content: 'Mine' },
      }).expect(412);
      expect(late.headers.etag).toBe('"3"');
      expect(late.body.current).toMatchObject({
        ...CHANGED,
        version: 3,
        inForce: 2,
      });
      const { body } = await put(runbook, {
        by: 'tom',
        after: 3,
        write: { ...CHANGED, content: 'Ours' },
      }).expect(200);
      expect(body).toMatchObject({ version: 4, inForce: 2, content: 'Ours' });
      // Whoever changed it last is its author.
      await expect(
        said(
          put(runbook, {
            by: 'tom',
            after: 4,
            write: { ...CHANGED, ...PUBLISHED, content: 'Ours' },
          }),
        ),
      ).resolves.toEqual([403, refusal]);
    });

    it('nothing waits any more once it is changed back', async () => {
      const { runbook } = await changed();
      const { body } = await mira
        .post(`/runbooks/${runbook}/restore`)
        .set('If-Match', '"3"')
        .send({ version: 2 })
        .expect(200);
      expect(body).toMatchObject({ ...WRITE, ...PUBLISHED, version: 4 });
      expect(body).not.toHaveProperty('inForce');
      await expect(read(runbook)).resolves.not.toHaveProperty('waiting');
    });

    it('an older version that is brought back waits as well', async () => {
      const { runbook } = await changed();
      await put(runbook, {
        by: 'tom',
        after: 3,
        write: { ...CHANGED, ...PUBLISHED },
      }).expect(200);
      const { body } = await mira
        .post(`/runbooks/${runbook}/restore`)
        .set('If-Match', '"4"')
        .send({ version: 2 })
        .expect(200);
      expect(body).toMatchObject({ ...WRITE, version: 5, inForce: 4 });
    });

    it('what is archived or withdrawn is in force no more', async () => {
      const { runbook } = await changed();
      await mira
        .delete(`/runbooks/${runbook}`)
        .set('If-Match', '"2"')
        .expect(412);
      await mira
        .delete(`/runbooks/${runbook}`)
        .set('If-Match', '"3"')
        .expect(204);
      const archived = await read(runbook);
      expect(archived).toMatchObject({ state: 'archived', version: 4 });
      expect(archived).not.toHaveProperty('waiting');

      const other = await create();
      await put(other, { by: 'tom', after: 1, write: PUBLISHED }).expect(200);
      await expect(
        said(
          put(other, {
            by: 'mira',
            after: 2,
            write: { ...CHANGED, state: 'draft' },
          }),
        ),
      ).resolves.toEqual([200, 'draft']);
      await expect(read(other)).resolves.toMatchObject({
        state: 'draft',
        version: 3,
      });
    });

    it('keeps what is known of the text in force while a change waits', async () => {
      const { runbook } = await changed();
      await mira
        .post(`/runbooks/${runbook}/reports`)
        .send({ version: 2, step: 1 })
        .expect(204);
      await put(runbook, {
        by: 'mira',
        after: 3,
        write: { ...CHANGED, content: 'Again' },
      }).expect(200);
      const { problems } = await read(runbook);
      expect(problems.map(({ code }: { code: string }) => code)).toContain(
        'step-wrong',
      );
    });

    it('nothing new is published at once', async () => {
      const { status, body } = await mira
        .post('/runbooks')
        .send({ ...WRITE, ...PUBLISHED });
      expect([status, body.error.message]).toEqual([403, refusal]);
    });

    it('an import waits where something is published, and is a draft elsewhere', async () => {
      const { runbook } = await changed();
      await put(runbook, {
        by: 'tom',
        after: 3,
        write: { ...CHANGED, ...PUBLISHED },
      }).expect(200);
      const upload = async (content: string) => {
        const { body } = await mira
          .post(
            `/import?entityRef=${ENTITY}&fileName=${encodeURIComponent(
              `${CHANGED.title}.md`,
            )}`,
          )
          .set('Content-Type', 'text/markdown')
          .send(content)
          .expect(200);
        return body.items[0];
      };
      for (const content of ['Imported', 'Imported again']) {
        await expect(upload(content)).resolves.toMatchObject({
          result: 'updated',
          id: runbook,
          message: expect.stringContaining('waits for a review'),
        });
      }
      await expect(read(runbook)).resolves.toMatchObject({
        content: CHANGED.content,
        version: 4,
        waiting: { version: 6 },
      });
    });
  },
);
