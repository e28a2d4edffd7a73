import { JenkinsServer } from './JenkinsServer';

describe('JenkinsServer in trouble', () => {
  const servers: JenkinsServer[] = [];

  async function start(): Promise<JenkinsServer> {
    const server = await JenkinsServer.start({ name: 'main', items: [] });
    servers.push(server);
    return server;
  }

  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.stop()));
  });

  it('refuses connections while it is down and comes back on its port', async () => {
    const server = await start();
    const { url } = server;
    await server.setFault({ kind: 'down' });
    await expect(fetch(`${url}/api/json`)).rejects.toThrow();
    await server.setFault({ kind: 'none' });
    expect((await fetch(`${url}/api/json`)).status).toBe(200);
  });

  it('cuts a request under way when it goes down', async () => {
    const server = await start();
    await server.setFault({ kind: 'hang' });
    const goDownOnceAsked = async () => {
      while (server.calls.length === 0) {
        await new Promise(resolve => setImmediate(resolve));
      }
      await server.setFault({ kind: 'down' });
    };
    await Promise.all([
      expect(fetch(`${server.url}/api/json`)).rejects.toThrow(),
      goDownOnceAsked(),
    ]);
  });

  it.each([
    [{ kind: 'login-page' }, 200, 'text/html'],
    [{ kind: 'unauthorized' }, 401, 'text/html'],
    [{ kind: 'half-json' }, 200, 'application/json'],
    [{ kind: 'wrong-json' }, 200, 'application/json'],
    [{ kind: 'error', status: 503, retryAfterSeconds: 7 }, 503, 'text/html'],
  ] as const)('misbehaves: %j', async (fault, status, type) => {
    const server = await start();
    await server.setFault(fault);
    const response = await fetch(`${server.url}/api/json`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('retry-after')).toBe(
      fault.kind === 'error' ? '7' : null,
    );
  });
});
