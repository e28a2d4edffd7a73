/** @jest-environment node */
import type { Run, Runbook, RunbookSummary } from '../words';
import { RecordingServer } from './__testUtils__/RecordingServer';
import { RunbookConflictError } from './RunbookConflictError';
import { RunbooksClient } from './RunbooksClient';

const AT = '2026-11-26T12:00:00.000Z';

const summary: RunbookSummary = {
  id: 'a/b',
  entityRef: 'component:default/shop-api',
  title: 'Orders are late',
  tags: [],
  matches: [{ code: 'crash-loop' }],
  state: 'published',
  reviewers: [],
  pinned: false,
  version: 7,
  contentHash: 'a'.repeat(64),
  createdAt: AT,
  createdBy: 'user:default/ana',
  updatedAt: AT,
  updatedBy: 'user:default/ana',
  helpedCount: 0,
  runsCount: 0,
  problems: [],
};

const runbook: Runbook = { ...summary, content: '## Diagnosis\n' };

const run: Run = {
  id: 'r 1',
  runbookId: 'a/b',
  runbookVersion: 7,
  title: 'Orders are late',
  entityRef: 'component:default/shop-api',
  dryRun: false,
  params: {},
  steps: [],
  startedAt: AT,
  startedBy: 'user:default/ana',
  revision: 1,
};

const write = {
  entityRef: 'component:default/shop-api',
  title: 'Orders are late',
  content: '## Diagnosis\n',
};

describe('RunbooksClient', () => {
  let server: RecordingServer;
  let client: RunbooksClient;

  beforeEach(async () => {
    server = await RecordingServer.start();
    client = new RunbooksClient({
      discoveryApi: { getBaseUrl: async () => server.url },
      fetchApi: { fetch },
    });
  });

  afterEach(() => server.stop());

  interface Case {
    readonly name: string;
    readonly call: (api: RunbooksClient) => Promise<unknown>;
    readonly answer?: unknown;
    readonly request: {
      readonly method: string;
      readonly path: string;
      readonly json?: unknown;
      readonly ifMatch?: string;
    };
  }

  it.each<Case>([
    {
      name: 'lists runbooks',
      call: api =>
        api.getRunbooks({
          q: 'orders & more',
          tag: ['a', 'b'],
          state: ['draft'],
          inherited: true,
          limit: 5,
        }),
      answer: { items: [summary], total: 1 },
      request: {
        method: 'GET',
        path: '/runbooks?q=orders+%26+more&tag=a&tag=b&state=draft&inherited=true&limit=5',
      },
    },
    {
      name: 'reads a runbook',
      call: api => api.getRunbook('a/b'),
      answer: runbook,
      request: { method: 'GET', path: '/runbooks/a%2Fb' },
    },
    {
      name: 'reads the newest version of one',
      call: api => api.getRunbook('a', { latest: true }),
      answer: { ...runbook, inForce: 2 },
      request: { method: 'GET', path: '/runbooks/a?latest=true' },
    },
    {
      name: 'writes a new one',
      call: api => api.createRunbook(write),
      answer: runbook,
      request: { method: 'POST', path: '/runbooks', json: write },
    },
    {
      name: 'saves the version after one',
      call: api => api.saveRunbook('a/b', write, { version: 7 }),
      answer: runbook,
      request: {
        method: 'PUT',
        path: '/runbooks/a%2Fb',
        json: write,
        ifMatch: '"7"',
      },
    },
    {
      name: 'archives',
      call: api => api.archiveRunbook('a/b'),
      request: { method: 'DELETE', path: '/runbooks/a%2Fb' },
    },
    {
      name: 'lists versions',
      call: api => api.getVersions('a/b', { cursor: 'next' }),
      answer: { items: [], total: 0 },
      request: { method: 'GET', path: '/runbooks/a%2Fb/versions?cursor=next' },
    },
    {
      name: 'brings a version back',
      call: api =>
        api.restoreVersion('a/b', {
          version: 3,
          after: 7,
          note: 'it was right',
        }),
      answer: runbook,
      request: {
        method: 'POST',
        path: '/runbooks/a%2Fb/restore',
        json: { version: 3, note: 'it was right' },
        ifMatch: '"7"',
      },
    },
    {
      name: 'asks what fits',
      call: api =>
        api.match({ entityRef: 'component:default/a', code: 'crash-loop' }),
      answer: { items: [] },
      request: {
        method: 'GET',
        path: '/match?entityRef=component%3Adefault%2Fa&code=crash-loop',
      },
    },
    {
      name: 'asks what fits several findings',
      call: api =>
        api.matchAll('component:default/a', [{ code: 'crash-loop' }]),
      answer: { items: [[]] },
      request: {
        method: 'POST',
        path: '/match',
        json: {
          entityRef: 'component:default/a',
          questions: [{ code: 'crash-loop' }],
        },
      },
    },
    {
      name: 'starts a run',
      call: api => api.startRun('a/b', { dryRun: true }),
      answer: run,
      request: {
        method: 'POST',
        path: '/runbooks/a%2Fb/runs',
        json: { dryRun: true },
      },
    },
    {
      name: 'changes a step',
      call: api => api.changeStep('r 1', 2, { state: 'done', note: 'ok' }),
      answer: run,
      request: {
        method: 'PATCH',
        path: '/runs/r%201/steps/2',
        json: { state: 'done', note: 'ok' },
      },
    },
    {
      name: 'finishes a run',
      call: api => api.finishRun('r 1', { outcome: 'fixed' }),
      answer: run,
      request: {
        method: 'POST',
        path: '/runs/r%201/finish',
        json: { outcome: 'fixed' },
      },
    },
    {
      name: 'lists runs that go on',
      call: api => api.getRuns({ runbookId: 'a/b', active: true }),
      answer: { items: [run] },
      request: { method: 'GET', path: '/runs?runbookId=a%2Fb&active=true' },
    },
    {
      name: 'says that a step is wrong',
      call: api => api.reportStep('a/b', { version: 7, step: 4 }),
      request: {
        method: 'POST',
        path: '/runbooks/a%2Fb/reports',
        json: { version: 7, step: 4 },
      },
    },
    {
      name: 'reads what is covered',
      call: api => api.getCoverage({ owner: ['@me'] }),
      answer: { findingsFrom: 'none', items: [] },
      request: { method: 'GET', path: '/coverage?owner=%40me' },
    },
  ])('$name', async ({ call, answer, request }) => {
    server.answer(answer === undefined ? { status: 204 } : { body: answer });
    await call(client);
    const [{ method, path, headers, body }] = server.requests;
    expect({
      method,
      path,
      ...(body && { json: JSON.parse(body) }),
      ...(headers['if-match'] && { ifMatch: headers['if-match'] }),
    }).toEqual({ ...request, path: `/api/runbooks/v1${request.path}` });
  });

  it('gives back what is there when somebody else saved first', async () => {
    const current = { ...runbook, version: 8, updatedBy: 'user:default/priya' };
    server.answer({ status: 412, body: { error: {}, current } });
    const saving = client.saveRunbook('a/b', write, { version: 7 });
    await expect(saving).rejects.toBeInstanceOf(RunbookConflictError);
    await expect(saving).rejects.toMatchObject({
      message: "user:default/priya saved version 8 of 'Orders are late' first",
      current,
    });
  });

  it('says what the server said', async () => {
    server.answer({
      status: 413,
      body: {
        error: {
          name: 'PayloadTooLargeError',
          message: 'It is longer than 1 MiB',
        },
        response: { statusCode: 413 },
      },
    });
    await expect(client.createRunbook(write)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 413,
      message: expect.stringContaining('413'),
      cause: {
        name: 'PayloadTooLargeError',
        message: 'It is longer than 1 MiB',
      },
    });
  });

  it('believes no answer of another form', async () => {
    server.answer({ body: { ...runbook, version: 'seven' } });
    await expect(client.getRunbook('a/b')).rejects.toThrow(
      'not of the expected form',
    );
  });

  it('gives up when it is told to', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      client.getRunbook('a/b', { signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['OrdersLate.md', 'text/markdown'],
    [undefined, 'application/zip'],
  ])('uploads %s as %s', async (fileName, type) => {
    server.answer({ body: { items: [] } });
    await client.importRunbooks(new Blob(['text']), {
      entityRef: 'component:default/a',
      fileName,
    });
    const [{ headers, body, path }] = server.requests;
    expect(headers['content-type']).toBe(type);
    expect(body).toBe('text');
    expect(path).toContain('/import?entityRef=component%3Adefault%2Fa');
  });

  it('downloads bytes and texts as they are', async () => {
    server.answer({
      body: 'PK bytes',
      headers: { 'Content-Type': 'application/zip' },
    });
    expect(await (await client.exportRunbooks()).text()).toBe('PK bytes');
    server.answer({
      body: '# Run\n',
      headers: { 'Content-Type': 'text/markdown' },
    });
    expect(await client.exportRun('r 1')).toBe('# Run\n');
  });
});
