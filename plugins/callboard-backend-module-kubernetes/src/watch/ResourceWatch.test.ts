import { UpstreamError } from '@callboard/plugin-callboard-node';
import { apiOf } from '../__testUtils__/apiOf';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { FakeTime } from '../__testUtils__/FakeTime';
import { waitFor } from '../__testUtils__/waitFor';
import type { KubernetesApi, WatchedResource } from '../api/KubernetesApi';
import { isRecord, recordIn, textIn } from '../objects/json';
import type { SeenObject } from './ObjectSink';
import { ResourceWatch } from './ResourceWatch';
import { DEFAULT_WATCH_POLICY, type WatchPolicy } from './WatchPolicy';

const PODS: WatchedResource = {
  group: '',
  version: 'v1',
  resource: 'pods',
  namespaced: true,
};

interface SeenPod extends SeenObject {
  readonly name: string;
}

/** What a watch told, in the order it did. */
class Story {
  readonly told: string[] = [];
  readonly names = new Map<string, string>();
  readonly states: string[] = [];

  readonly sink = {
    read: (json: unknown): SeenPod | undefined => {
      const metadata = isRecord(json) ? recordIn(json, 'metadata') : {};
      const uid = textIn(metadata, 'uid');
      const name = textIn(metadata, 'name');
      const resourceVersion = textIn(metadata, 'resourceVersion');
      return uid && name && resourceVersion
        ? { uid, name, resourceVersion }
        : undefined;
    },
    put: ({ uid, name }: SeenPod) => {
      this.names.set(uid, name);
      this.told.push(`+${name}`);
    },
    remove: (uid: string) => {
      this.told.push(`-${this.names.get(uid)}`);
      this.names.delete(uid);
    },
  };
}

describe('ResourceWatch', () => {
  let cluster: FakeCluster;
  let api: KubernetesApi;
  let time: FakeTime;
  let story: Story;
  let controller: AbortController;
  let running: Promise<void>;
  let watch: ResourceWatch<SeenPod>;

  beforeEach(async () => {
    time = FakeTime.create();
    cluster = await FakeCluster.start({ now: () => time.now() });
    story = new Story();
    controller = new AbortController();
    running = Promise.resolve();
    api = apiOf(cluster.url, () => time.now());
  });

  afterEach(async () => {
    controller.abort();
    await running;
    await api.close();
    await cluster.close();
  });

  function begin(policy: Partial<WatchPolicy> = {}, namespace?: string) {
    watch = ResourceWatch.create({
      api,
      resource: PODS,
      namespace,
      sink: story.sink,
      time,
      random: () => 0.5,
      policy: { ...DEFAULT_WATCH_POLICY, ...policy },
      onState: () => story.states.push(watch.state.state),
      onOpen: () => {},
      onHeard: () => {},
    });
    running = watch.run(controller.signal);
  }

  const pod = (name: string, namespace = 'shop') => ({
    metadata: { name, namespace },
  });

  async function watching() {
    await waitFor(
      () => watch.state.state === 'watching' && cluster.watching() === 1,
    );
  }

  /** It waits for its next try, that much at most, after so many lists. */
  async function pausing(ms: number, { lists }: { lists?: number } = {}) {
    await waitFor(
      () =>
        time.isDueWithin(ms) &&
        watch.state.state !== 'watching' &&
        (lists === undefined || cluster.count('list') === lists),
    );
  }

  /** Passes so much time after the first denial, try by try. */
  async function denied(ms: number) {
    const { maxDelayMs } = DEFAULT_WATCH_POLICY;
    const end = time.now() + ms;
    for (let lists = 2; time.now() < end; lists++) {
      await pausing(maxDelayMs, { lists });
      time.advance(Math.min(maxDelayMs, end - time.now()));
    }
  }

  it('lists page by page, then is told what changes', async () => {
    ['a', 'b', 'c', 'd', 'e'].forEach(name => cluster.put('pods', pod(name)));
    begin({ pageCount: 2 });
    await watching();
    expect(cluster.count('list')).toBe(3);
    expect(story.told).toEqual(['+a', '+b', '+c', '+d', '+e']);

    cluster.put('pods', pod('f'));
    cluster.put('pods', pod('a'));
    cluster.remove('pods', 'b', 'shop');
    await waitFor(() => story.told.length === 8);
    expect(story.told.slice(5)).toEqual(['+f', '+a', '-b']);
    expect(cluster.count('list')).toBe(3);
  });

  it('begins the walk again when its first page is too old', async () => {
    ['a', 'b', 'c'].forEach(name => cluster.put('pods', pod(name)));
    const original = api.listPage.bind(api);
    let pages = 0;
    jest.spyOn(api, 'listPage').mockImplementation(async (...args) => {
      const page = await original(...args);
      pages++;
      if (pages === 1) {
        cluster.put('pods', pod('d'));
        cluster.compact();
      }
      return page;
    });
    begin({ pageCount: 2 });
    await waitFor(() => time.isDueWithin(10_000));
    time.advance(DEFAULT_WATCH_POLICY.relistJitterMs);
    await watching();
    expect([...story.names.values()].sort()).toEqual(['a', 'b', 'c', 'd']);
    // What did not change in between is told once.
    expect(story.told.filter(told => told === '+a')).toHaveLength(1);
  });

  it('asks for smaller pages where an answer is too long', async () => {
    ['a', 'b', 'c', 'd'].forEach(name => cluster.put('pods', pod(name)));
    const original = api.listPage.bind(api);
    const limits: number[] = [];
    jest
      .spyOn(api, 'listPage')
      .mockImplementation(async (resource, options) => {
        limits.push(options.limit);
        if (options.limit > 2) {
          throw new UpstreamError('too long', {
            reason: 'invalid',
            tooLong: true,
          });
        }
        return original(resource, options);
      });
    begin({ pageCount: 8, minPageCount: 1 });
    await watching();
    expect(limits).toEqual([8, 4, 2, 2]);
    expect(story.told).toEqual(['+a', '+b', '+c', '+d']);
  });

  it('asks for the next page before it reads the one that came', async () => {
    ['a', 'b', 'c'].forEach(name => cluster.put('pods', pod(name)));
    const original = api.listPage.bind(api);
    jest
      .spyOn(api, 'listPage')
      .mockImplementation(async (resource, options) => {
        story.told.push('page');
        return original(resource, options);
      });
    begin({ pageCount: 1 });
    await watching();
    expect(story.told).toEqual(['page', 'page', '+a', 'page', '+b', '+c']);
  });

  it('goes on from where it was when the server ends the watch', async () => {
    cluster.put('pods', pod('a'));
    begin({ briefMs: 0 });
    await watching();
    cluster.endWatches();
    await waitFor(() => cluster.count('watch') === 2);
    cluster.put('pods', pod('b'));
    await waitFor(() => story.told.length === 2);
    expect(cluster.count('list')).toBe(1);
    expect(story.states).toEqual(['watching']);
  });

  it('goes on from the last bookmark', async () => {
    cluster.put('pods', pod('a'));
    begin({ briefMs: 0 });
    await watching();
    cluster.tick();
    cluster.tick();
    cluster.bookmark();
    cluster.compact();
    await waitFor(() => cluster.count('watch') === 1);
    cluster.put('pods', pod('b'));
    await waitFor(() => story.told.length === 2);
    cluster.endWatches();
    await waitFor(() => cluster.count('watch') === 2);
    const versions = cluster.calls
      .filter(({ verb }) => verb === 'watch')
      .map(({ query }) => query.get('resourceVersion'));
    expect(versions).toEqual(['101', '104']);
    expect(cluster.count('list')).toBe(1);
  });

  it('gets what happened while its connection was broken', async () => {
    cluster.put('pods', pod('a'));
    begin();
    await watching();
    cluster.resetWatches();
    await waitFor(() => watch.state.state === 'broken');
    cluster.put('pods', pod('b'));
    time.advance(1_000);
    await waitFor(() => story.told.length === 2);
    expect(story.told).toEqual(['+a', '+b']);
    expect(story.states).toEqual(['watching', 'broken', 'watching']);
    expect(cluster.count('list')).toBe(1);
  });

  it('lists again when its state is too old, and tells the difference only', async () => {
    ['same', 'changed', 'gone'].forEach(name => cluster.put('pods', pod(name)));
    begin();
    await watching();
    cluster.resetWatches();
    await waitFor(() => watch.state.state === 'broken');
    cluster.put('pods', pod('changed'));
    cluster.put('pods', pod('new'));
    cluster.remove('pods', 'gone', 'shop');
    cluster.compact();
    time.advance(1_000);
    await waitFor(() => watch.state.state === 'listing');
    await waitFor(() => time.isDueWithin(10_000));
    time.advance(DEFAULT_WATCH_POLICY.relistJitterMs);
    await watching();
    expect(story.told.slice(3)).toEqual(['+changed', '+new', '-gone']);
    expect(cluster.count('list')).toBe(2);
  });

  it('lists again at once after an outage, however long that was', async () => {
    cluster.put('pods', pod('a'));
    begin();
    await watching();
    await cluster.die();
    const { maxDelayMs, relistJitterMs } = DEFAULT_WATCH_POLICY;
    for (let tries = 0; tries < 6; tries++) {
      await pausing(maxDelayMs);
      time.advance(maxDelayMs);
    }
    await pausing(maxDelayMs);
    cluster.put('pods', pod('b'));
    cluster.compact();
    await cluster.rise();
    time.advance(maxDelayMs);
    await waitFor(
      () => watch.state.state === 'listing' && time.isDueWithin(relistJitterMs),
    );
    time.advance(relistJitterMs);
    await watching();
    expect(story.told).toEqual(['+a', '+b']);
  });

  it('lists ever more seldom where the server forgets every list', async () => {
    cluster.put('pods', pod('a'));
    const original = api.listPage.bind(api);
    jest.spyOn(api, 'listPage').mockImplementation(async (...args) => {
      const page = await original(...args);
      cluster.tick();
      cluster.compact();
      return page;
    });
    begin();
    for (const [lists, pauseMs] of [
      500, 1_000, 2_000, 4_000, 5_000,
    ].entries()) {
      await pausing(pauseMs, { lists: lists + 1 });
      expect(time.isDueWithin(pauseMs - 1)).toBe(false);
      time.advance(pauseMs);
    }
  });

  it('does not ask a server without end that breaks every watch off', async () => {
    begin();
    await watching();
    for (const pauseMs of [500, 1_000, 2_000]) {
      cluster.resetWatches();
      await pausing(pauseMs);
      expect(time.isDueWithin(pauseMs - 1)).toBe(false);
      time.advance(pauseMs);
      await watching();
    }
  });

  it('takes a watch that says nothing for dead', async () => {
    cluster.put('pods', pod('a'));
    begin({ silenceMs: 90_000 });
    await watching();
    cluster.bookmark();
    time.advance(60_000);
    cluster.put('pods', pod('b'));
    await waitFor(() => story.told.length === 2);
    time.advance(60_000);
    expect(watch.state.state).toBe('watching');
    time.advance(30_000);
    await waitFor(() => watch.state.state === 'broken');
    time.advance(1_000);
    await waitFor(() => cluster.count('watch') === 2);
    expect(cluster.count('list')).toBe(1);
  });

  it('waits as long as it is told to, and longer every time', async () => {
    const busy = (response: import('node:http').ServerResponse) => {
      response.writeHead(429, { 'retry-after': '7' });
      response.end();
    };
    cluster.listFaults.push(busy, busy);
    begin();
    await waitFor(() => time.isDueWithin(10_000));
    time.advance(6_999);
    expect(cluster.count('list')).toBe(1);
    time.advance(501);
    await waitFor(() => cluster.count('list') === 2);
    await waitFor(() => time.isDueWithin(10_000));
    time.advance(8_000);
    await watching();
  });

  it('names what may not be listed, and tries seldom', async () => {
    cluster.forbidden.add('list pods');
    begin();
    await waitFor(() => watch.state.state === 'forbidden');
    expect(watch.state).toEqual(expect.objectContaining({ verb: 'list' }));
    time.advance(DEFAULT_WATCH_POLICY.deniedRetryMs);
    expect(cluster.count('list')).toBe(1);
    cluster.forbidden.clear();
    time.advance(DEFAULT_WATCH_POLICY.deniedRetryMs);
    await watching();
    expect(story.states).toEqual(['forbidden', 'watching']);
  });

  it('names watch where listing is allowed, and holds nothing that it may not watch', async () => {
    cluster.put('pods', pod('a'));
    cluster.forbidden.add('watch pods');
    begin();
    await waitFor(() => watch.state.state === 'forbidden');
    expect(watch.state).toEqual(expect.objectContaining({ verb: 'watch' }));
    expect(story.told).toEqual(['+a', '-a']);
  });

  it('finds out what else it may not when a permission is taken away', async () => {
    cluster.put('pods', pod('a'));
    begin({ briefMs: 0 });
    await watching();
    cluster.forbidden.add('list pods').add('watch pods');
    cluster.endWatches();
    await denied(DEFAULT_WATCH_POLICY.disbeliefMs);
    await waitFor(() => watch.state.state === 'forbidden');
    expect(watch.state).toEqual(expect.objectContaining({ verb: 'list' }));
    expect(story.told).toEqual(['+a', '-a']);
  });

  it('does not believe a server that denies for a moment what could be read', async () => {
    cluster.put('pods', pod('a'));
    begin({ briefMs: 0 });
    await watching();
    cluster.forbidden.add('list pods').add('watch pods');
    cluster.endWatches();
    await denied(DEFAULT_WATCH_POLICY.disbeliefMs - 1);
    expect(watch.state.state).toBe('broken');
    cluster.forbidden.clear();
    time.advance(DEFAULT_WATCH_POLICY.maxDelayMs);
    await watching();
    expect(story.states).not.toContain('forbidden');
    expect(story.told).toEqual(['+a']);
  });

  it('says that the API does not serve the kind', async () => {
    cluster.absent.add('pods');
    begin();
    await waitFor(() => watch.state.state === 'absent');
    expect(cluster.count('watch')).toBe(0);
  });

  it('counts objects that it cannot read, and reads the others', async () => {
    cluster.put('pods', pod('a'));
    begin();
    await watching();
    cluster.send('pods', 'ADDED', { metadata: { name: 'no uid' } });
    cluster.send('pods', 'ADDED', null);
    cluster.put('pods', pod('b'));
    await waitFor(() => story.told.length === 2);
    expect(watch.malformed).toBe(2);
    expect(watch.state.state).toBe('watching');
  });

  it('asks for one namespace where it is told to', async () => {
    cluster.put('pods', pod('a'));
    cluster.put('pods', pod('b', 'other'));
    begin({}, 'shop');
    await watching();
    cluster.put('pods', pod('c', 'other'));
    cluster.put('pods', pod('d'));
    await waitFor(() => story.told.length === 2);
    expect(story.told).toEqual(['+a', '+d']);
  });

  it('does not ask a server without end that ends every watch at once', async () => {
    begin();
    await watching();
    cluster.endWatches();
    await waitFor(() => time.isDueWithin(1_000));
    expect(cluster.count('watch')).toBe(1);
    time.advance(1_000);
    await waitFor(() => cluster.count('watch') === 2);
  });
});
