import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readLibrary } from './library';
import { seedRunbooks } from './seedRunbooks';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly person: string;
  readonly body: any;
}

/** Answers like the backend of runbooks, as far as the seed looks; its catalog is behind by some calls. */
async function startPortal({ existing = 0, behind = 0 }) {
  let away = behind;
  const calls: Call[] = [];
  let ids = 0;
  const server: Server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    calls.push({
      method: req.method ?? '',
      path: (req.url ?? '').replace(/\?.*/, ''),
      person: String(req.headers.authorization).replace('Bearer token-of-', ''),
      body: text && JSON.parse(text),
    });
    ids += 1;
    res.setHeader('content-type', 'application/json');
    if (req.method === 'POST' && away > 0) {
      away -= 1;
      res.statusCode = 404;
      res.end('{}');
      return;
    }
    res.end(
      JSON.stringify(
        req.method === 'GET'
          ? { items: [], total: existing }
          : { id: `id-${ids}`, version: 1, steps: [{ n: 1 }, { n: 2 }] },
      ),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    calls,
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}

async function seed(options: Parameters<typeof startPortal>[0]) {
  const portal = await startPortal(options);
  const wait = jest.fn(async () => {});
  try {
    const count = await seedRunbooks({
      backendUrl: portal.url,
      now: Date.UTC(2026, 10, 26),
      tokenOf: person => `token-of-${person}`,
      wait,
    });
    return { count, wait, calls: portal.calls };
  } finally {
    await portal.stop();
  }
}

describe('seedRunbooks', () => {
  it('writes every runbook as its author, and goes through it as others', async () => {
    const { count, calls } = await seed({});
    const library = readLibrary();
    expect(count).toBe(library.length);
    const created = calls.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/runbooks'),
    );
    expect(created.map(({ person }) => person)).toEqual(
      library.map(({ author }) => author),
    );
    expect(created[0].body).toMatchObject({
      entityRef: 'group:default/team-platform',
      title: 'KubePodCrashLooping',
      state: 'published',
      reviewBy: '2027-05-25',
      matches: [
        { alertname: 'KubePodCrashLooping' },
        { code: 'crash-loop' },
        { code: 'restarting' },
      ],
    });
    const finished = calls.filter(({ path }) => path.endsWith('/finish'));
    expect(finished).toHaveLength(library.flatMap(({ runs }) => runs).length);
    expect(finished[0]).toMatchObject({
      person: 'mira.okafor',
      body: { outcome: 'fixed' },
    });
  });

  it('waits for the catalog', async () => {
    const { count, wait } = await seed({ behind: 3 });
    expect(count).toBe(readLibrary().length);
    expect(wait).toHaveBeenCalledTimes(3);
  });

  it('leaves a portal alone that has runbooks', async () => {
    const { count, calls } = await seed({ existing: 1 });
    expect(count).toBe(0);
    expect(calls).toHaveLength(1);
  });
});
