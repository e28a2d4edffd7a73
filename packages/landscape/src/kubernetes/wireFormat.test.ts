import { KubernetesServer } from './KubernetesServer';
import { ObjectStore } from './ObjectStore';
// Recorded from kube-apiserver v1.35.4.
import recorded from './__fixtures__/answers.json';

const TOKEN = 'view-token';
const NOW = Date.UTC(2026, 10, 25, 20, 0);

/** What cannot be the same: versions, addresses, tokens, and kinds that are not served here. */
function comparable(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value) => {
      if (key === 'storageVersionHash') return undefined;
      if (key === 'resourceVersion') return 'version';
      if (key === 'serverAddress') return 'address';
      if (key === 'continue') return 'token';
      return typeof value === 'string'
        ? value
            .replace(/(too old resource version: \d+) \(\d+\)/, '$1 (n)')
            .replace(/current: \d+/, 'current: n')
        : value;
    }),
  );
}

describe('the wire format', () => {
  let servers: KubernetesServer[] = [];

  async function start(auth?: { token: string; user: string }) {
    const store = ObjectStore.create({ clock: () => NOW });
    // As far as the recorded versions got, and further.
    for (let count = 0; count < 200; count += 1) {
      store.put({
        resource: 'pods',
        namespace: 'shop',
        name: 'bad-importer-29927336-jjc4m',
        labels: {},
        body: () => ({ metadata: {} }),
      });
    }
    store.compact();
    const server = await KubernetesServer.start({
      name: 'test',
      store,
      auth,
      clock: () => NOW,
    });
    servers.push(server);
    return server;
  }

  afterEach(async () => {
    await Promise.all(servers.map(server => server.stop()));
    servers = [];
  });

  it.each(
    recorded.answers.map(
      answer => [answer.as, answer.method, answer.path, answer] as const,
    ),
  )(
    'is that of a real API server: %s %s %s',
    async (who, method, path, real) => {
      const server = await start(
        who === 'admin'
          ? undefined
          : {
              token: TOKEN,
              user: 'system:serviceaccount:callboard:callboard',
            },
      );
      const token = { view: TOKEN, wrong: 'nope' }[who as 'view'];
      const response = await fetch(`${server.url}${path}`, {
        method,
        body: method === 'GET' ? undefined : '{}',
        headers: token ? { Authorization: `Bearer ${token}` } : {},
      });
      const text = await response.text();
      const type = response.headers.get('content-type') ?? '';
      expect({ status: response.status, type }).toEqual({
        status: real.status,
        type: real.type,
      });
      expect(
        comparable(type === 'application/json' ? JSON.parse(text) : text),
      ).toEqual(comparable(real.body));
    },
  );
});
