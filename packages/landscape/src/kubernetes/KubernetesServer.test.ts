import { KubernetesServer } from './KubernetesServer';
import { ObjectStore } from './ObjectStore';
// Recorded from kube-apiserver v1.35.4.
import recorded from './__fixtures__/objects.json';

const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 10, 25, 20, 0);

interface WatchEvent {
  readonly type: string;
  readonly object: {
    readonly kind: string;
    readonly code?: number;
    readonly reason?: string;
    readonly message?: string;
    readonly metadata: {
      readonly name?: string;
      readonly resourceVersion?: string;
    };
  };
}

/** Reads a watch line by line. */
class Reader {
  readonly #lines: AsyncIterator<string>;

  private constructor(lines: AsyncIterator<string>) {
    this.#lines = lines;
  }

  static of(response: Response): Reader {
    async function* lines() {
      let rest = '';
      for await (const chunk of response.body ?? []) {
        const parts = (rest + Buffer.from(chunk).toString()).split('\n');
        rest = parts.pop() ?? '';
        yield* parts;
      }
    }
    return new Reader(lines());
  }

  /** Undefined where the watch is over. */
  async next(): Promise<WatchEvent | undefined> {
    const { value, done } = await this.#lines.next();
    return done ? undefined : JSON.parse(value);
  }
}

describe('KubernetesServer', () => {
  let now = START;
  let store: ObjectStore;
  let server: KubernetesServer;

  function put(name: string, labels = {}, namespace = 'shop'): number {
    return store.put({
      resource: 'pods',
      namespace,
      name,
      labels,
      fields: { 'status.phase': 'Running' },
      body: resourceVersion => ({
        metadata: { name, namespace, resourceVersion, labels },
      }),
    }).version;
  }

  const get = (path: string, init?: RequestInit) =>
    fetch(`${server.url}${path}`, init);
  const json = async (path: string) => (await get(path)).json();
  const names = (list: { items: { metadata: { name: string } }[] }) =>
    list.items.map(({ metadata }) => metadata.name);
  const watch = async (query: string) =>
    Reader.of(await get(`/api/v1/pods?watch=true&${query}`));

  beforeEach(async () => {
    now = START;
    store = ObjectStore.create({ clock: () => now });
    server = await KubernetesServer.start({
      name: 'test',
      store,
      clock: () => now,
    });
  });

  afterEach(() => server.stop());

  it('lists by namespace and name, items without kind', async () => {
    put('b');
    put('a');
    put('c', {}, 'money');
    const list = await json('/api/v1/pods');
    expect(names(list)).toEqual(['c', 'a', 'b']);
    expect(list).toMatchObject({ kind: 'PodList', apiVersion: 'v1' });
    expect(list.items[0]).not.toHaveProperty('kind');
    expect(names(await json('/api/v1/namespaces/shop/pods'))).toEqual([
      'a',
      'b',
    ]);
    expect(await json('/api/v1/namespaces/shop/pods/a')).toMatchObject({
      kind: 'Pod',
      apiVersion: 'v1',
    });
  });

  it.each([
    ['labelSelector', 'app=x', ['a']],
    ['labelSelector', 'app==x,tier', ['a']],
    ['labelSelector', 'app!=x', ['b', 'c']],
    ['labelSelector', 'app in (x, y),!canary', ['a', 'b']],
    ['labelSelector', 'app notin (x)', ['b', 'c']],
    ['labelSelector', '!app', ['c']],
    ['fieldSelector', 'metadata.name=b', ['b']],
    ['fieldSelector', 'status.phase!=Running', []],
    [
      'fieldSelector',
      'metadata.namespace=shop,status.phase=Running',
      ['a', 'b', 'c'],
    ],
  ])('selects by %s %s', async (parameter, selector, expected) => {
    put('a', { app: 'x', tier: '1' });
    put('b', { app: 'y' });
    put('c');
    const query = new URLSearchParams({ [parameter]: selector });
    expect(names(await json(`/api/v1/pods?${query}`))).toEqual(expected);
  });

  it('keeps pages at the version of the first', async () => {
    ['a', 'b', 'c', 'd'].forEach(name => put(name));
    const first = await json('/api/v1/pods?limit=2');
    expect(first.metadata.remainingItemCount).toBe(2);
    put('bb');
    store.remove('pods', { namespace: 'shop', name: 'c' });
    const next = await json(
      `/api/v1/pods?limit=2&continue=${first.metadata.continue}`,
    );
    expect(names(next)).toEqual(['c', 'd']);
    expect(next.metadata).toEqual({
      resourceVersion: first.metadata.resourceVersion,
    });
  });

  it('answers 410 to a page of what is forgotten, with a token to go on all the same', async () => {
    ['a', 'b', 'c'].forEach(name => put(name));
    const first = await json('/api/v1/pods?limit=1');
    put('d');
    store.compact();
    const path = `/api/v1/pods?limit=5&continue=${first.metadata.continue}`;
    const response = await get(path);
    expect(response.status).toBe(410);
    const status = await response.json();
    expect(status).toMatchObject({ reason: 'Expired' });
    const rest = await json(
      `/api/v1/pods?continue=${status.metadata.continue}`,
    );
    expect(names(rest)).toEqual(['b', 'c', 'd']);
  });

  it('forgets changes after ten minutes', async () => {
    const version = put('a');
    now += 11 * MINUTE_MS;
    for (let count = 0; count < 300; count += 1) {
      put(`b-${count % 3}`);
    }
    expect(store.changesSince('pods', version - 1)).toBeUndefined();
  });

  it('watches from a version on', async () => {
    const from = put('a');
    put('b');
    const reader = await watch(`resourceVersion=${from}`);
    expect(await reader.next()).toMatchObject({
      type: 'ADDED',
      object: { kind: 'Pod', metadata: { name: 'b' } },
    });
    put('a', { app: 'x' });
    expect(await reader.next()).toMatchObject({ type: 'MODIFIED' });
    store.remove('pods', { namespace: 'shop', name: 'a' });
    expect(await reader.next()).toMatchObject({
      type: 'DELETED',
      object: { metadata: { resourceVersion: String(store.version) } },
    });
  });

  it('tells of what begins and ends to be selected', async () => {
    const from = put('a');
    const reader = await watch(`resourceVersion=${from}&labelSelector=app%3Dx`);
    put('a', { app: 'x' });
    expect(await reader.next()).toMatchObject({ type: 'ADDED' });
    put('a');
    expect(await reader.next()).toMatchObject({ type: 'DELETED' });
  });

  it('begins with what there is where no version is named', async () => {
    put('a');
    const reader = await watch('');
    expect(await reader.next()).toMatchObject({ type: 'ADDED' });
  });

  it('marks every minute where it stands, and once more before the end', async () => {
    const version = put('a');
    const reader = await watch(
      `resourceVersion=${version}&allowWatchBookmarks=true&timeoutSeconds=90`,
    );
    now += MINUTE_MS;
    server.tick();
    const [real] = recorded.bookmarks;
    expect(await reader.next()).toEqual({
      ...real,
      object: {
        ...real.object,
        metadata: { resourceVersion: String(version) },
      },
    });
    now += 28_500;
    server.tick();
    expect(await reader.next()).toMatchObject({ type: 'BOOKMARK' });
    now += 1_500;
    server.tick();
    expect(await reader.next()).toBeUndefined();
  });

  it('says in the stream that a version is too old', async () => {
    const version = put('a');
    put('b');
    store.compact();
    const reader = await watch(`resourceVersion=${version}`);
    expect(await reader.next()).toMatchObject({
      type: 'ERROR',
      object: {
        kind: 'Status',
        code: 410,
        reason: 'Expired',
        message: `too old resource version: ${version} (${store.version})`,
      },
    });
    expect(await reader.next()).toBeUndefined();
  });

  it('refuses a kind, a verb, a namespace', async () => {
    server.setAuth({ token: 't', user: 'somebody' });
    const status = async (path: string) =>
      (await get(path, { headers: { Authorization: 'Bearer t' } })).status;
    server.setRefusals([
      { resource: 'nodes', reason: 'forbidden' },
      { resource: 'pods', reason: 'forbidden', where: 'cluster' },
      { resource: 'events', reason: 'forbidden', verbs: ['watch'] },
      { resource: 'jobs', reason: 'forbidden', where: ['shop'] },
      { resource: 'cronjobs', reason: 'absent' },
    ]);
    expect(await status('/api/v1/nodes')).toBe(403);
    expect(await status('/api/v1/pods')).toBe(403);
    expect(await status('/api/v1/namespaces/shop/pods')).toBe(200);
    expect(await status('/api/v1/events')).toBe(200);
    expect(await status('/api/v1/events?watch=true')).toBe(403);
    expect(await status('/apis/batch/v1/jobs')).toBe(403);
    expect(await status('/apis/batch/v1/namespaces/shop/jobs')).toBe(403);
    expect(await status('/apis/batch/v1/namespaces/money/jobs')).toBe(200);
    expect(await status('/apis/batch/v1/cronjobs')).toBe(404);
    expect(await status('/api/v1/secrets')).toBe(403);
  });

  it.each([
    [{ kind: 'unauthorized' }, 401],
    [{ kind: 'error', status: 503 }, 503],
    [{ kind: 'too-many-requests', retryAfterSeconds: 7 }, 429],
  ] as const)('misbehaves: %j', async (fault, status) => {
    await server.setFault(fault);
    const response = await get('/api/v1/pods');
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(
      fault.kind === 'too-many-requests' ? '7' : null,
    );
  });

  it.each([[{ kind: 'down' }], [{ kind: 'reset' }]] as const)(
    'cuts watches and refuses calls: %j',
    async fault => {
      const reader = await watch('');
      const [ended] = await Promise.allSettled([
        reader.next(),
        server.setFault(fault),
      ]);
      expect(ended.status).toBe('rejected');
      await expect(get('/api/v1/pods')).rejects.toThrow();
      await server.setFault({ kind: 'none' });
      expect((await get('/readyz')).status).toBe(200);
    },
  );

  it('falls silent in a black hole, and goes on where it was', async () => {
    const reader = await watch(`resourceVersion=${put('a')}`);
    await server.setFault({ kind: 'hang' });
    put('b');
    now += 5 * MINUTE_MS;
    server.tick();
    await server.setFault({ kind: 'none' });
    put('c');
    expect(await reader.next()).toMatchObject({
      object: { metadata: { name: 'b' } },
    });
    expect(await reader.next()).toMatchObject({
      object: { metadata: { name: 'c' } },
    });
  });

  it('counts calls by verb and kind', async () => {
    await json('/api/v1/pods');
    await json('/api/v1/namespaces/shop/pods?limit=1');
    await watch('');
    await get('/version');
    expect(server.callCounts).toMatchObject({
      total: 4,
      byKind: { 'list pods': 2, 'watch pods': 1, 'get /version': 1 },
      byVerb: { list: 2, watch: 1, get: 1 },
      watching: 1,
    });
    server.resetCalls();
    expect(server.callCounts).toMatchObject({ total: 0, byVerb: {} });
  });
});
