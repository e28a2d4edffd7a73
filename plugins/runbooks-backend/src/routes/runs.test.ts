import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const WRITE = {
  entityRef: 'system:default/shop',
  title: 'Shop down',
  content: '# Shop down\n\n## Mitigation\n\n1. Look\n2. Restart it\n',
  state: 'published',
};

describe.each(databases.eachSupportedId())('routes of runs, %s', id => {
  let knex: Knex;
  let started: StartedRunbooks;
  let mira: ReturnType<StartedRunbooks['as']>;
  let tom: ReturnType<StartedRunbooks['as']>;
  let runbook: string;

  beforeAll(async () => {
    knex = await databases.init(id);
    started = await startRunbooks({ knex });
    mira = started.as('mira');
    tom = started.as('tom');
  });

  beforeEach(async () => {
    const { body } = await mira.post('/runbooks').send(WRITE).expect(201);
    runbook = body.id;
  });

  const start = async (body: object = {}, who = tom) => {
    const response = await who.post(`/runbooks/${runbook}/runs`).send(body);
    expect([response.status, response.body.error?.message]).toEqual([
      201,
      undefined,
    ]);
    return response.body;
  };
  const step = (run: string, n: number, body: object, who = tom) =>
    who.patch(`/runs/${run}/steps/${n}`).send(body);
  const finish = (run: string, body: object, who = tom) =>
    who.post(`/runs/${run}/finish`).send(body);
  const read = async () => (await mira.get(`/runbooks/${runbook}`)).body;

  it('pins the version that it begins with, and keeps the finding', async () => {
    const finding = {
      aspect: 'kubernetes',
      code: 'crash-loop',
      message: 'It crashes',
      params: { pod: 'shop-1' },
    };
    const run = await start({
      entityRef: 'component:default/checkout',
      params: { namespace: 'shop' },
      finding,
    });
    expect(run).toMatchObject({
      runbookId: runbook,
      runbookVersion: 1,
      title: 'Shop down',
      entityRef: 'component:default/checkout',
      dryRun: false,
      params: { namespace: 'shop' },
      finding,
      startedBy: 'user:default/tom',
      revision: 1,
      steps: [
        { n: 1, title: 'Look', state: 'open' },
        { n: 2, title: 'Restart it', state: 'open' },
      ],
    });
    await mira
      .put(`/runbooks/${runbook}`)
      .set('If-Match', '"1"')
      .send({ ...WRITE, content: 'No steps any more' })
      .expect(200);
    const { body } = await mira.get(`/runs/${run.id}`).expect(200);
    expect(body).toEqual(run);
  });

  it('begins once where somebody did not hear of it and asks again', async () => {
    const begin = { id: `begun-${runbook}`, params: { pod: 'x' } };
    const run = await start(begin);
    expect(run.id).toBe(begin.id);
    await expect(start(begin)).resolves.toEqual(run);
    await mira.post(`/runbooks/${runbook}/runs`).send(begin).expect(409);
    await tom
      .post(`/runbooks/${runbook}/runs`)
      .send({ id: 'too short' })
      .expect(400);
  });

  it('begins once where the same is asked for several times at once', async () => {
    const begin = { id: `begun-${runbook}`, params: { pod: 'x' } };
    const [run, ...others] = await Promise.all(
      Array.from({ length: 5 }, () => start(begin)),
    );
    others.forEach(other => expect(other).toEqual(run));
    expect(run.steps).toHaveLength(2);
    await expect(read()).resolves.toMatchObject({ runsCount: 1 });
  });

  it('gives nobody a run of something else than they asked for', async () => {
    const begin = {
      id: `begun-${runbook}`,
      entityRef: 'component:default/checkout',
      params: { pod: 'x', namespace: 'shop' },
      finding: { aspect: 'kubernetes', code: 'crash-loop' },
    };
    const run = await start(begin);
    await expect(
      start({ ...begin, params: { namespace: 'shop', pod: 'x' } }),
    ).resolves.toEqual(run);
    const other = (change: object) =>
      tom.post(`/runbooks/${runbook}/runs`).send({ ...begin, ...change });
    const answers = await Promise.all([
      other({ entityRef: undefined }),
      other({ params: { pod: 'x', namespace: 'prod' } }),
      other({ dryRun: true }),
      other({ finding: { aspect: 'kubernetes', code: 'oom' } }),
      other({ finding: undefined }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      409, 409, 409, 409, 409,
    ]);
  });

  it('knows when something was done that could not be sent at once, within the run', async () => {
    const run = await start();
    const startedMs = Date.parse(run.startedAt);
    const doneAt = async (n: number, agoMs: number) => {
      const { body } = await step(run.id, n, { state: 'done', agoMs });
      return Date.parse(body.steps[n - 1].at) - startedMs;
    };
    await expect(doneAt(1, 3_600_000)).resolves.toBe(0);
    await expect(doneAt(2, 0)).resolves.toBeGreaterThan(0);
    await step(run.id, 2, { state: 'open', agoMs: -1 }).expect(400);
  });

  it('says who did which step when, and tells those who look', async () => {
    const { id: run } = await start();
    await step(run, 1, { state: 'open' }, mira).expect(200);
    const response = await step(run, 1, {
      state: 'done',
      note: 'Nothing \0 there',
      evidence: 'password=hunter2\nok',
    }).expect(200);
    expect(response.body).toMatchObject({
      revision: 3,
      steps: [
        {
          n: 1,
          state: 'done',
          by: 'user:default/tom',
          at: expect.any(String),
          note: 'Nothing \uFFFD there',
        },
        { n: 2, state: 'open' },
      ],
    });
    expect(response.body.steps[0].evidence).toContain('ok');
    expect(response.body.steps[0].evidence).not.toContain('hunter2');
    expect(started.signals().slice(-1)).toEqual([{ run, revision: 3 }]);
    // What is not said stays.
    const again = await step(run, 1, { state: 'failed' }).expect(200);
    expect(again.body.steps[0]).toMatchObject({
      state: 'failed',
      note: 'Nothing \uFFFD there',
    });
    expect(started.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'run-step', meta: { id: run, n: 1 } }),
    );
  });

  it('takes a note alone, and leaves what became of the step to whom it is due', async () => {
    const { id: run } = await start();
    const noted = await step(run, 1, { note: 'Slow' }, mira).expect(200);
    expect(noted.body.steps[0]).toEqual({
      n: 1,
      title: 'Look',
      state: 'open',
      note: 'Slow',
      textBy: 'user:default/mira',
    });
    await step(run, 1, { state: 'done' }).expect(200);
    const { body } = await step(run, 1, { evidence: 'x' }, mira).expect(200);
    expect(body.steps[0]).toMatchObject({
      state: 'done',
      by: 'user:default/tom',
      note: 'Slow',
      evidence: 'x',
      textBy: 'user:default/mira',
    });
  });

  it('takes the same change twice as one', async () => {
    const { id: run } = await start();
    const change = { state: 'done', note: 'token=abcdefgh', seen: 1 };
    const { body: once } = await step(run, 1, change).expect(200);
    const { body: twice } = await step(run, 1, change).expect(200);
    const { body: byAnother } = await step(
      run,
      1,
      { state: 'done', seen: 1 },
      mira,
    ).expect(200);
    expect([twice, byAnother]).toEqual([once, once]);
  });

  it('takes a change that comes again as taken, whatever became of the step since', async () => {
    const { id: run } = await start();
    const change = { id: 'c-1', state: 'done', note: 'Mine', seen: 1 };
    await step(run, 1, change).expect(200);
    const { body: since } = await step(
      run,
      1,
      { state: 'open', note: 'Not so', seen: 2 },
      mira,
    ).expect(200);
    const { body: again } = await step(run, 1, change).expect(200);
    expect(again).toEqual(since);
    // It is the id of a person, for a step.
    await step(run, 1, change, mira).expect(409);
    const { body: ended } = await finish(run, { outcome: 'fixed' }, mira);
    const { body: later } = await step(run, 1, change).expect(200);
    expect(later).toEqual(ended);
    await step(run, 2, change).expect(409);
  });

  it('takes what is there already also after the run has ended', async () => {
    const { id: run } = await start();
    await step(run, 1, { state: 'done', note: 'Mine', seen: 1 }).expect(200);
    const { body: ended } = await finish(run, { outcome: 'fixed' }, mira);
    const again = await step(run, 1, { state: 'done', note: 'Mine', seen: 1 });
    expect([again.status, again.body]).toEqual([200, ended]);
    const late = await step(run, 1, { state: 'done', note: 'More', seen: 1 });
    expect([late.status, late.body.error.message]).toEqual([
      409,
      `The run is over since ${ended.finishedAt}`,
    ]);
  });

  it('is taken back from nobody by somebody who does not know that they are on it', async () => {
    const { id: run } = await start();
    await step(run, 1, { state: 'open', seen: 1 }).expect(200);
    await step(run, 1, { state: 'open', seen: 2 }, mira).expect(200);
    const late = await step(run, 1, { state: 'open', seen: 1 });
    expect([late.status, late.body.error.message]).toEqual([
      409,
      expect.stringMatching(
        /^Step 1 is 'open' since .*, by user:default\/mira: /,
      ),
    ]);
    await step(run, 1, { state: 'open', seen: 3 }).expect(200);
    // Who has done a step has done it, whoever else was on it.
    await step(run, 1, { state: 'done', seen: 1 }, mira).expect(200);
  });

  it('replaces nothing of another person with what follows a change of one’s own', async () => {
    const { id: run } = await start();
    await step(run, 1, { note: 'Of Mira', seen: 1 }, mira).expect(200);
    const { body } = await step(run, 1, { state: 'done', seen: 1 }).expect(200);
    const own = { state: body.revision };
    await step(run, 1, { note: 'Of Tom', seen: 1, own }).expect(409);
    await step(run, 1, { state: 'failed', seen: 1, own }).expect(200);
    const { body: after } = await mira.get(`/runs/${run}`);
    expect(after.steps[0]).toMatchObject({ state: 'failed', note: 'Of Mira' });
  });

  it('changes nothing for somebody who does not know what another did since', async () => {
    const { id: run } = await start();
    await step(run, 1, { state: 'skipped', note: 'Mine' }, mira).expect(200);
    const late = await step(run, 1, { state: 'done', seen: 1 });
    expect([late.status, late.body.error.message]).toEqual([
      409,
      expect.stringMatching(
        /^Step 1 is 'skipped' since .*, by user:default\/mira: /,
      ),
    ]);
    const over = await step(run, 1, { note: 'Too', seen: 1 });
    expect([over.status, over.body.error.message]).toEqual([
      409,
      expect.stringMatching(/^user:default\/mira wrote about step 1: /),
    ]);
    const { body } = await mira.get(`/runs/${run}`);
    expect(body).toMatchObject({
      revision: 2,
      steps: [{ state: 'skipped', note: 'Mine' }, {}],
    });
    await step(run, 1, { state: 'done', seen: 2 }).expect(200);
  });

  it('refuses what is no change of a step', async () => {
    const { id: run } = await start();
    await step(run, 3, { state: 'done' }).expect(404);
    await step(run, 0, { state: 'done' }).expect(400);
    await step(run, 1, { state: 'perhaps' }).expect(400);
    await step(run, 1, {}).expect(400);
    await step(run, 1, { seen: 1 }).expect(400);
    await step(run, 1, { state: 'done', note: 'x'.repeat(2001) }).expect(400);
    await step('nope', 1, { state: 'done' }).expect(404);
    const long = await step(run, 1, {
      state: 'done',
      evidence: 'x'.repeat(65_537),
    });
    expect([long.status, long.body.error.message]).toEqual([
      413,
      'The evidence has 65,537 bytes; a step keeps at most 65,536 bytes',
    ]);
    await step(run, 1, {
      state: 'done',
      evidence: 'x'.repeat(65_536),
    }).expect(200);
  });

  it('ends with an outcome, once', async () => {
    const { id: run } = await start();
    const without = await finish(run, {});
    expect([without.status, without.body.error.message]).toEqual([
      400,
      expect.stringContaining('outcome'),
    ]);
    const { body } = await finish(run, {
      outcome: 'fixed',
      note: 'Restarted',
      findingAfter: { code: 'crash-loop', status: 'ok' },
    }).expect(200);
    expect(body).toMatchObject({
      outcome: 'fixed',
      note: 'Restarted',
      finishedBy: 'user:default/tom',
      findingAfter: { status: 'ok' },
    });
    // Whoever did not hear of it asks again; another end is another thing.
    const again = await finish(run, { outcome: 'fixed', note: 'Restarted' });
    expect([again.status, again.body]).toEqual([200, body]);
    await finish(run, { outcome: 'fixed' }).expect(409);
    await finish(run, { outcome: 'fixed', note: 'Restarted' }, mira).expect(
      409,
    );
    await step(run, 1, { state: 'done' }).expect(409);
    await expect(read()).resolves.toMatchObject({
      runsCount: 1,
      helpedCount: 1,
      lastRunAt: expect.any(String),
    });
  });

  it('ends once where somebody asks twice at the same time', async () => {
    const { id: run } = await start();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => finish(run, { outcome: 'fixed' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await expect(read()).resolves.toMatchObject({ helpedCount: 1 });
  });

  it('is verified by a full run of somebody other than the author, for that text', async () => {
    const goThrough = async (who: typeof tom, states: string[]) => {
      const { id: run } = await start({ dryRun: true }, who);
      for (const [at, state] of states.entries()) {
        await step(run, at + 1, { state }, who).expect(200);
      }
      await finish(run, {}, who).expect(200);
      return (await read()).verifiedBy;
    };
    await expect(goThrough(mira, ['done', 'done'])).resolves.toBeUndefined();
    await expect(goThrough(tom, ['done', 'skipped'])).resolves.toBeUndefined();
    await expect(goThrough(tom, ['done', 'not-applicable'])).resolves.toBe(
      'user:default/tom',
    );
    await expect(read()).resolves.toMatchObject({ runsCount: 0 });
    const put = (tag: string, write: object) =>
      mira
        .put(`/runbooks/${runbook}`)
        .set('If-Match', tag)
        .send({ ...WRITE, ...write });
    await put('"1"', { tags: ['x'] }).expect(200);
    await expect(read()).resolves.toMatchObject({
      version: 2,
      verifiedBy: 'user:default/tom',
    });
    await put('"2"', { content: `${WRITE.content}3. More\n` }).expect(200);
    await expect(read()).resolves.not.toHaveProperty('verifiedBy');
  });

  it('is up for review after two runs in a row that did not help', async () => {
    const run = async (outcome: string) => {
      const { id: one } = await start();
      await finish(one, { outcome }).expect(200);
      const { problems } = await read();
      return problems.some(({ code }: { code: string }) => code === 'no-help');
    };
    await expect(run('no-help')).resolves.toBe(false);
    await expect(run('workaround')).resolves.toBe(false);
    await expect(run('no-help')).resolves.toBe(false);
    await expect(run('escalated')).resolves.toBe(false);
    await expect(run('no-help')).resolves.toBe(true);
    await expect(run('fixed')).resolves.toBe(false);
  });

  it('lists runs, newest first and without evidence', async () => {
    const one = await start({ entityRef: 'component:default/checkout' });
    const two = await start();
    await step(two.id, 1, { state: 'done', evidence: 'seen' });
    await finish(one.id, { outcome: 'false-alarm' });
    const ids = async (query: string) => {
      const { body } = await mira.get(`/runs?runbookId=${runbook}${query}`);
      return body.items.map((item: { id: string }) => item.id);
    };
    const all = await ids('');
    expect([...all].sort()).toEqual([one.id, two.id].sort());
    await expect(ids('&active=true')).resolves.toEqual([two.id]);
    await expect(ids('&active=false')).resolves.toEqual([one.id]);
    await expect(ids('&entityRef=component:default/checkout')).resolves.toEqual(
      [one.id],
    );
    const { body } = await mira.get(`/runs?runbookId=${runbook}&limit=1`);
    const rest = await ids(`&cursor=${body.nextCursor}`);
    expect([body.items[0].id, ...rest]).toEqual(all);
    const listed = await mira.get(`/runs?runbookId=${runbook}&active=true`);
    expect(listed.body.items[0].steps[0]).toMatchObject({ state: 'done' });
    expect(listed.body.items[0].steps[0]).not.toHaveProperty('evidence');
    await mira.get('/runs?active=perhaps').expect(400);
    await mira.get('/runs?nope=1').expect(400);
  });

  it('is evidence as Markdown', async () => {
    const { id: run } = await start({ params: { pod: '`x`' } });
    await step(run, 1, { state: 'done', evidence: 'a\n```\nb' });
    await finish(run, { outcome: 'no-help', note: 'One\ntwo' });
    const { text, headers } = await mira.get(`/runs/${run}/export`).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': 'attachment; filename="run.md"',
      'cache-control': 'private, no-cache',
    });
    expect(text).toContain('# Run: Shop down');
    expect(text).toContain('- **Value of pod:** \\`x\\`');
    expect(text).toContain('> One\n> two');
    expect(text).toContain('````\na\n```\nb\n````');
    expect(text).toContain('### 2. Restart it\n\n**open**');
    await mira.get('/runs/nope/export').expect(404);
  });

  it('refuses runs of what is archived, of services that nobody knows, and of nothing', async () => {
    const path = `/runbooks/${runbook}/runs`;
    const answers = await Promise.all([
      tom.post(path).send({ entityRef: 'component:default/nope' }),
      tom.post(path).send({ entityRef: 'nope' }),
      tom.post(path).send({ params: { a: 1 } }),
      tom.post('/runbooks/nope/runs').send({}),
    ]);
    await mira.delete(`/runbooks/${runbook}`).expect(204);
    const ofArchived = await tom.post(path).send({});
    expect([...answers, ofArchived].map(({ status }) => status)).toEqual([
      404, 400, 400, 404, 409,
    ]);
  });

  it('goes on to its end after its runbook was archived', async () => {
    const { id: run } = await start();
    await mira.delete(`/runbooks/${runbook}`).expect(204);
    await step(run, 1, { state: 'done' }).expect(200);
    await finish(run, { outcome: 'fixed' }).expect(200);
    const { text } = await mira.get(`/runs/${run}/export`).expect(200);
    expect(text).toContain('**Outcome:** Fixed');
  });

  it('takes changes of several people at once, each exactly once', async () => {
    const { id: run } = await start();
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        step(run, (at % 2) + 1, { note: `${at}` }, at % 3 ? tom : mira).expect(
          200,
        ),
      ),
    );
    const { body } = await mira.get(`/runs/${run}`);
    expect(body.revision).toBe(21);
  });

  it('keeps ticks of different steps at the same moment, and the first of the same step', async () => {
    const { id: run } = await start();
    const seen = 1;
    const [one, other, ...same] = await Promise.all([
      step(run, 1, { state: 'done', seen }),
      step(run, 1, { state: 'skipped', note: 'No', seen }, mira),
      step(run, 2, { state: 'done', seen }),
      step(run, 2, { state: 'done', seen }, mira),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    expect(same.map(({ status }) => status)).toEqual([200, 200]);
    const { body } = await mira.get(`/runs/${run}`);
    expect(body).toMatchObject({
      revision: 3,
      steps: [
        { state: one.status === 200 ? 'done' : 'skipped' },
        { state: 'done' },
      ],
    });
  });

  it('is finished while somebody ticks: what was acknowledged is in it, nothing else', async () => {
    const { id: run } = await start();
    const ticks = Array.from({ length: 10 }, (_, at) => ({
      n: (at % 2) + 1,
      note: `note ${at}`,
    }));
    const tick = ({ n, note }: (typeof ticks)[number]) =>
      step(run, n, { note });
    const [ended, ...answers] = await Promise.all([
      finish(run, { outcome: 'fixed' }, mira),
      ...ticks.map(tick),
    ]);
    expect(ended.status).toBe(200);
    const taken = answers.filter(({ status }) => status === 200);
    const late = answers.filter(({ status }) => status === 409);
    expect(taken.length + late.length).toBe(ticks.length);
    const { body } = await mira.get(`/runs/${run}`);
    expect(body.revision).toBe(2 + taken.length);
    expect(body.finishedBy).toBe('user:default/mira');
  });
});
