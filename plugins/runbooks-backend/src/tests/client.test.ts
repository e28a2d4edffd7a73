import { mockCredentials } from '@backstage/backend-test-utils';
import {
  RunbookConflictError,
  RunbooksClient,
} from '@callboard/plugin-runbooks-common';
import type { AddressInfo } from 'node:net';
import { startRunbooks } from '../__testUtils__/startRunbooks';

jest.setTimeout(60_000);

const WRITE = {
  entityRef: 'component:default/checkout',
  title: 'Checkout is slow',
  content: '# Checkout is slow\n\n1. Look\n',
  matches: [{ code: 'slow' }],
  state: 'published' as const,
};

/** Every answer is parsed by the schemas of the seam, so that reading one is a test of it. */
describe('the typed client', () => {
  let client: RunbooksClient;

  beforeAll(async () => {
    const { server } = await startRunbooks();
    const { port } = server.address() as AddressInfo;
    client = new RunbooksClient({
      discoveryApi: {
        getBaseUrl: async () => `http://127.0.0.1:${port}/api/runbooks`,
      },
      fetchApi: {
        fetch: (url, init) =>
          fetch(url, {
            ...init,
            headers: {
              ...init?.headers,
              Authorization: mockCredentials.user.header('user:default/mira'),
            },
          }),
      },
    });
  });

  it('writes, reads and restores', async () => {
    const { id, version } = await client.createRunbook(WRITE);
    const saved = await client.saveRunbook(
      id,
      { ...WRITE, content: 'New' },
      { version },
    );
    expect(saved).toMatchObject({ version: 2, content: 'New' });
    await expect(client.getRunbook(id)).resolves.toEqual(saved);
    const conflict = await client
      .saveRunbook(id, WRITE, { version })
      .catch(error => error);
    expect(conflict).toBeInstanceOf(RunbookConflictError);
    expect(conflict.current).toEqual(saved);
    const restored = await client.restoreVersion(id, { version: 1, after: 2 });
    expect(restored).toMatchObject({ version: 3, content: WRITE.content });
    const page = await client.getVersions(id, { limit: 2 });
    expect(page).toMatchObject({ total: 3, items: [{ version: 3 }, {}] });
    await expect(client.getVersion(id, 2)).resolves.toMatchObject({
      content: 'New',
    });
    await client.archiveRunbook(id);
    const list = await client.getRunbooks({
      entityRef: WRITE.entityRef,
      inherited: true,
      state: ['archived'],
      tag: [],
      q: 'slow',
      owner: ['payments'],
      limit: 1,
      updatedSince: '2020-01-01T00:00:00.000Z',
    });
    expect(list.items).toMatchObject([{ id, state: 'archived' }]);
  });

  it('matches, runs and reports', async () => {
    const { id } = await client.createRunbook(WRITE);
    const { entityRef } = WRITE;
    const [best] = await client.match({ entityRef, code: 'slow' });
    expect(best).toMatchObject({ score: 85, runbook: { id } });
    const lists = await client.matchAll(entityRef, [{ code: 'slow' }, {}]);
    expect(lists).toHaveLength(2);
    const run = await client.startRun(id, {
      params: { pod: 'x' },
      finding: { code: 'slow' },
    });
    await client.changeStep(run.id, 1, { state: 'done', evidence: 'seen' });
    const ended = await client.finishRun(run.id, { outcome: 'fixed' });
    await expect(client.getRun(run.id)).resolves.toEqual(ended);
    const runs = await client.getRuns({ runbookId: id, active: false });
    expect(runs.items).toHaveLength(1);
    await expect(client.exportRun(run.id)).resolves.toContain('# Run');
    await client.reportStep(id, { version: 1, step: 1, note: 'Wrong' });
    const { problems } = await client.getRunbook(id);
    expect(problems.map(({ code }) => code)).toContain('step-wrong');
    const coverage = await client.getCoverage({ owner: ['payments'] });
    expect(coverage.findingsFrom).toBe('none');
  });

  it('takes everything out, and in again', async () => {
    const zip = await client.exportRunbooks();
    const { items } = await client.importRunbooks(zip);
    expect(new Set(items.map(({ result }) => result))).toEqual(
      new Set(['unchanged']),
    );
    const file = await client.importRunbooks(new Blob(['# From a file\n']), {
      entityRef: WRITE.entityRef,
      fileName: 'KubePodNotReady.md',
    });
    expect(file.items).toMatchObject([
      { result: 'created', title: 'From a file' },
    ]);
  });

  it('says why something does not work', async () => {
    await expect(client.getRunbook('nope')).rejects.toMatchObject({
      statusCode: 404,
    });
    await expect(
      client.createRunbook({ ...WRITE, content: 'x'.repeat(2 ** 20 + 1) }),
    ).rejects.toMatchObject({
      statusCode: 413,
      body: { error: { message: expect.stringContaining('1,048,576 bytes') } },
    });
  });
});
