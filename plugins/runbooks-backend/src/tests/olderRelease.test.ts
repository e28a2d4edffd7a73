import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import path from 'node:path';
import { startRunbooks } from '../__testUtils__/startRunbooks';
import { migrate } from '../database/migrate';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const directory = path.resolve(__dirname, '../../migrations');

/** All but the first, which takes everything with it. */
const STEPS = [
  '20261126160000_run_changes.js',
  '20261126150000_missing_owners.js',
  '20261126140000_waiting_versions.js',
  '20261126130000_alert_readings.js',
  '20261126120000_run_step_revisions.js',
];

const TABLES = [
  'entity',
  'entity_owner',
  'runbook_text',
  'runbook',
  'runbook_tag',
  'runbook_matcher',
  'runbook_version',
  'step_report',
  'run',
  'run_step',
];

const WRITE = {
  entityRef: 'component:default/checkout',
  title: 'Slow',
  content: '## Diagnosis\n\n1. Look\n',
  tags: ['p1'],
  matches: [{ code: 'slow' }],
  state: 'published',
};

/** Saves as a release does that knows of no versions that wait. */
async function saveAsBefore(
  knex: Knex,
  { id, after }: { readonly id: string; readonly after: number },
): Promise<number> {
  return knex.transaction(async tx => {
    const saved = await tx('runbook')
      .where({ id, version: after })
      .update({ version: after + 1 });
    const before = await tx('runbook_version')
      .where({ runbook_id: id, version: after })
      .first();
    await tx('runbook_version').insert({
      ...before,
      version: after + 1,
      note: 'As before',
    });
    return saved;
  });
}

describe.each(databases.eachSupportedId())('an older release, %s', id => {
  async function setup() {
    const knex = await databases.init(id);
    const started = await startRunbooks({
      knex,
      runbooks: { review: { required: true } },
    });
    const mira = started.as('mira');
    const tom = started.as('tom');
    const { body } = await mira
      .post('/runbooks')
      .send({ ...WRITE, state: 'draft' })
      .expect(201);
    const runbook: string = body.id;
    const put = async (
      by: typeof mira,
      {
        after,
        write = {},
      }: { readonly after: number; readonly write?: object },
    ) =>
      by
        .put(`/runbooks/${runbook}`)
        .set('If-Match', `"${after}"`)
        .send({ ...WRITE, ...write });
    await put(tom, { after: 1 });
    const rows = async (): Promise<Record<string, object[]>> =>
      Object.fromEntries(
        await Promise.all(
          TABLES.map(async table => {
            const found: object[] = await knex(table);
            const keys = found.map(row => JSON.stringify(row));
            return [table, keys.sort().map(row => JSON.parse(row))];
          }),
        ),
      );
    const down = async () => {
      for (const name of STEPS) {
        await knex.migrate.down({ directory, name });
      }
    };
    const up = () =>
      migrate({
        database: { getClient: async () => knex },
        logger: mockServices.logger.mock(),
      });
    const history = async () => {
      const { body: page } = await mira.get(`/runbooks/${runbook}/versions`);
      return {
        total: page.total,
        versions: page.items.map(
          ({ version, note, restoredFrom }: Record<string, unknown>) => ({
            version,
            ...(note !== undefined && { note }),
            ...(restoredFrom !== undefined && { restoredFrom }),
          }),
        ),
      };
    };
    return { knex, mira, tom, runbook, put, rows, down, up, history };
  }

  it('may save beside a newer one, which goes on from there', async () => {
    const { knex, mira, runbook, put, history } = await setup();
    await expect(saveAsBefore(knex, { id: runbook, after: 2 })).resolves.toBe(
      1,
    );
    const late = await put(mira, { after: 2, write: { tags: ['late'] } });
    expect([late.status, late.headers.etag]).toEqual([412, '"3"']);
    const next = await put(mira, { after: 3, write: { tags: ['next'] } });
    expect([next.status, next.body.version]).toEqual([200, 4]);
    await expect(history()).resolves.toEqual({
      total: 4,
      versions: [
        { version: 4 },
        { version: 3, note: 'As before' },
        { version: 2 },
        { version: 1 },
      ],
    });
  });

  it('may make a runbook beside a newer one, which saves and archives it', async () => {
    const { knex, mira, runbook, put, history } = await setup();
    await knex('runbook').update({ latest_version: 0 });
    const next = await put(mira, { after: 2, write: { tags: ['next'] } });
    expect([next.status, next.body.version]).toEqual([200, 3]);
    await knex('runbook').update({ latest_version: 0 });
    await mira.delete(`/runbooks/${runbook}`).expect(204);
    await expect(history()).resolves.toMatchObject({ total: 4 });
  });

  it('loses nothing where the tables are taken back and made again', async () => {
    const { knex, mira, runbook, rows, down, up } = await setup();
    await mira
      .post(`/runbooks/${runbook}/reports`)
      .send({ version: 2, step: 1 })
      .expect(204);
    const { body: run } = await mira
      .post(`/runbooks/${runbook}/runs`)
      .send({})
      .expect(201);
    await mira
      .patch(`/runs/${run.id}/steps/1`)
      .send({ state: 'done', note: 'Seen' })
      .expect(200);
    const before = await rows();
    await down();
    const steps = await knex('run_step');
    expect(steps).toMatchObject([{ n: 1, state: 'done', note: 'Seen' }]);
    expect(steps[0]).not.toHaveProperty('text_by');
    expect(await knex('runbook').first()).not.toHaveProperty('waiting_by');
    await up();
    const [step] = before.run_step;
    await expect(rows()).resolves.toEqual({
      ...before,
      // Only what the older release does not know.
      run_step: [
        { ...step, text_by: null, state_revision: 0, text_revision: 0 },
      ],
    });
  });

  it('goes on from what is in force where a version waited', async () => {
    const { knex, mira, runbook, put, down, up, history } = await setup();
    const waiting = await put(mira, {
      after: 2,
      write: { content: 'It waits' },
    });
    expect(waiting.body).toMatchObject({ version: 3, inForce: 2 });
    await down();
    await expect(
      knex('runbook').where('id', runbook).first('version', 'state'),
    ).resolves.toEqual({ version: 4, state: 'published' });
    await expect(saveAsBefore(knex, { id: runbook, after: 4 })).resolves.toBe(
      1,
    );
    await up();
    await expect(history()).resolves.toEqual({
      total: 5,
      versions: [
        { version: 5, note: 'As before', restoredFrom: 2 },
        { version: 4, restoredFrom: 2 },
        { version: 3 },
        { version: 2 },
        { version: 1 },
      ],
    });
    const { body: kept } = await mira.get(`/runbooks/${runbook}/versions/3`);
    expect(kept.content).toBe('It waits');
    const { body: now } = await mira.get(`/runbooks/${runbook}`);
    expect(now).toMatchObject({ ...WRITE, version: 5 });
  });
});
