import {
  startRunbooks,
  type StartedRunbooks,
} from '../__testUtils__/startRunbooks';

// A backend takes long to start on a busy machine.
jest.setTimeout(60_000);

const WRITE = {
  entityRef: 'component:default/checkout',
  title: 'Checkout is slow',
  content: '1. Look at what nobody else may know\n',
  state: 'published',
};

describe('the audit log', () => {
  let started: StartedRunbooks;
  let mira: ReturnType<StartedRunbooks['as']>;

  beforeAll(async () => {
    started = await startRunbooks();
    mira = started.as('mira');
  });

  const events = () => jest.mocked(started.auditor.createEvent).mock.calls;

  it('has an event of every write, and nothing of what was written', async () => {
    const { body: runbook } = await mira.post('/runbooks').send(WRITE);
    const path = `/runbooks/${runbook.id}`;
    const put = (version: number) =>
      mira.put(path).set('If-Match', `"${version}"`);
    await put(1)
      .send({ ...WRITE, title: 'Slow' })
      .expect(200);
    await mira
      .post(`${path}/restore`)
      .set('If-Match', '"2"')
      .send({ version: 1 })
      .expect(200);
    await mira
      .post(`${path}/reports`)
      .send({ version: 3, step: 1, text: 'what nobody else may know' })
      .expect(204);
    const { body: run } = await mira.post(`${path}/runs`).send({}).expect(201);
    await mira
      .patch(`/runs/${run.id}/steps/1`)
      .send({ state: 'done', note: 'what nobody else may know' })
      .expect(200);
    await mira
      .post(`/runs/${run.id}/finish`)
      .send({ outcome: 'fixed', note: 'what nobody else may know' })
      .expect(200);
    await mira.delete(path).expect(204);
    await mira
      .post('/import?entityRef=component:default/search')
      .set('Content-Type', 'text/markdown')
      .send('# Search\n\nwhat nobody else may know\n')
      .expect(200);

    expect(events().map(([event]) => event.eventId)).toEqual([
      'runbook-create',
      'runbook-save',
      'runbook-restore',
      'step-report',
      'run-start',
      'run-step',
      'run-finish',
      'runbook-archive',
      'runbook-import',
    ]);
    expect(
      JSON.stringify(events().map(([{ request: _, ...event }]) => event)),
    ).not.toContain('nobody else');
    expect(started.auditFailures()).toEqual([]);
  });

  it('has those that were refused as well', async () => {
    const { body: runbook } = await mira.post('/runbooks').send(WRITE);
    const before = started.auditFailures().length;
    await mira.put(`/runbooks/${runbook.id}`).send(WRITE).expect(428);
    await mira
      .put(`/runbooks/${runbook.id}`)
      .set('If-Match', '"7"')
      .send(WRITE)
      .expect(412);
    await mira.delete('/runbooks/nothing').expect(404);
    expect(started.auditFailures()).toHaveLength(before + 3);
  });
});
