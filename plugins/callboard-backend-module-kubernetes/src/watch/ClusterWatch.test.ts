import { UpstreamError } from '@callboard/plugin-callboard-node';
import { apiOf } from '../__testUtils__/apiOf';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { FakeTime } from '../__testUtils__/FakeTime';
import { waitFor } from '../__testUtils__/waitFor';
import type { KubernetesApi } from '../api/KubernetesApi';
import {
  KIND_NAMES,
  projectObject,
  Projection,
  type KindName,
} from '../objects';
import { NotReadyError } from '../api/readiness';
import { ClusterWatch, type ClusterWatchOptions } from './ClusterWatch';
import { DEFAULT_WATCH_POLICY } from './WatchPolicy';

const BEAT_MS = 5_000;

describe('ClusterWatch', () => {
  let cluster: FakeCluster;
  let api: KubernetesApi;
  let time: FakeTime;
  let controller: AbortController;
  let running: Promise<void>;
  let watch: ClusterWatch;
  let names: Map<string, string>;

  beforeEach(async () => {
    time = FakeTime.create();
    cluster = await FakeCluster.start({ now: () => time.now() });
    controller = new AbortController();
    running = Promise.resolve();
    api = apiOf(cluster.url, () => time.now());
    names = new Map();
  });

  afterEach(async () => {
    controller.abort();
    await running;
    await api.close();
    await cluster.close();
  });

  function begin(
    options: Partial<Pick<ClusterWatchOptions, 'namespaces' | 'random'>> = {},
  ) {
    const projection = Projection.create({ clockOffsetMs: () => 0 });
    watch = ClusterWatch.create({
      api,
      source: 'kubernetes/test',
      beatMs: BEAT_MS,
      deadlineMs: 2 * BEAT_MS,
      time,
      random: () => 0.5,
      policy: { ...DEFAULT_WATCH_POLICY, briefMs: 0 },
      onState: () => {},
      sinkOf: (kind: KindName) => ({
        read: json => projectObject(kind, json, projection),
        put: ({ uid }) => names.set(uid, kind),
        remove: uid => names.delete(uid),
      }),
      ...options,
    });
    running = watch.run(controller.signal);
  }

  const claim = (name: string, namespace = 'shop') => ({
    metadata: { name, namespace },
    spec: {},
  });

  async function current() {
    time.advance(BEAT_MS);
    await watch.ensureCurrent(controller.signal);
  }

  function stateOf(kind: KindName) {
    return watch.watches().find(({ resource }) => resource === kind)?.state;
  }

  /** What `ensureCurrent` throws while time passes. */
  async function outage(passMs: number): Promise<unknown> {
    let outcome: unknown = 'pending';
    time.advance(BEAT_MS);
    const asked = watch.ensureCurrent(controller.signal).then(
      () => {
        outcome = 'current';
      },
      error => {
        outcome = error;
      },
    );
    for (let passed = 0; passed < passMs && outcome === 'pending'; passed++) {
      time.advance(1);
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    }
    await asked;
    return outcome;
  }

  it('has one list and one watch of each kind, and no list after that', async () => {
    begin();
    await current();
    await waitFor(() => cluster.watching() === KIND_NAMES.length);
    expect(cluster.count('list')).toBe(KIND_NAMES.length);
    cluster.endWatches();
    await waitFor(() => cluster.watching() === KIND_NAMES.length);
    await current();
    expect(cluster.count('list')).toBe(KIND_NAMES.length);
    expect(watch.version).toBe('v1.35.4');
    expect(
      cluster.calls.some(({ resource }) => /secrets|configmaps/.test(resource)),
    ).toBe(false);
  });

  it('says within two deadlines that a cluster is gone which only fell silent', async () => {
    begin();
    await current();
    cluster.fallSilent();
    const error = await outage(9_000);
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toEqual(
      expect.objectContaining({
        reason: 'unreachable',
        message: 'kubernetes/test did not answer within 4.5 s',
      }),
    );
    expect(watch.isCurrent).toBe(false);
  });

  it('is current again soon after the cluster is, without a list', async () => {
    begin();
    cluster.put('persistentvolumeclaims', claim('a'));
    await current();
    await cluster.die();
    expect(await outage(9_000)).toEqual(
      expect.objectContaining({ reason: 'unreachable' }),
    );
    cluster.put('persistentvolumeclaims', claim('b'));
    await cluster.rise();
    expect(await outage(20_000)).toBe('current');
    expect(names.size).toBe(2);
    expect(cluster.count('list')).toBe(KIND_NAMES.length);
  });

  it('needs no proof of life to be back: what is answered first wakes the rest', async () => {
    let tries = 0;
    begin({ random: () => (tries++ % KIND_NAMES.length) / KIND_NAMES.length });
    await current();
    await waitFor(() => cluster.watching() === KIND_NAMES.length);
    await cluster.die();
    expect(await outage(60_000)).toBeInstanceOf(UpstreamError);
    const proofs = cluster.count('ready');
    await cluster.rise();
    while (cluster.watching() === 0) {
      time.advance(1);
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    }
    // No time passes any more.
    await waitFor(() => cluster.watching() === KIND_NAMES.length);
    expect(cluster.count('ready')).toBe(proofs);
  });

  it('believes a server that says it is not ready, and keeps its watches', async () => {
    begin();
    await current();
    await waitFor(() => cluster.watching() === KIND_NAMES.length);
    const watches = cluster.count('watch');
    cluster.unready.add('etcd').add('etcd-readiness');
    await expect(current()).rejects.toThrow(
      new NotReadyError(
        'kubernetes/test is not ready: etcd, etcd-readiness fail there',
        { reason: 'unreachable' },
      ),
    );
    expect(watch.isCurrent).toBe(false);
    // A watch that ends is opened again out of the server's cache, which proves nothing.
    cluster.resetWatches('pods');
    await waitFor(() => stateOf('pods') === 'broken');
    time.advance(1_000);
    await waitFor(() => stateOf('pods') === 'watching');
    expect(watch.isCurrent).toBe(false);

    cluster.unready.clear();
    await current();
    expect(watch.isCurrent).toBe(true);
    expect(cluster.count('watch')).toBe(watches + 1);
    expect(cluster.count('list')).toBe(KIND_NAMES.length);
  });

  it('takes what a watch tells for a proof that it is ready', async () => {
    begin();
    await current();
    await waitFor(() => cluster.watching() === KIND_NAMES.length);
    cluster.unready.add('etcd');
    await expect(current()).rejects.toThrow('is not ready');
    cluster.put('persistentvolumeclaims', claim('a'));
    await waitFor(() => watch.isCurrent);
  });

  it('goes on with a server that other checks keep callers away from', async () => {
    begin();
    await current();
    cluster.unready.add('shutdown');
    await current();
    expect(watch.isCurrent).toBe(true);
  });

  it('knows the version from the first round on, however much the watches tell', async () => {
    begin();
    await waitFor(() => watch.isCurrent);
    await watch.ensureCurrent(controller.signal);
    expect(watch.version).toBe('v1.35.4');
  });

  it('is not current while one kind is still behind the others', async () => {
    begin();
    await current();
    await waitFor(() => cluster.watching() === KIND_NAMES.length);
    cluster.forbidden.add('watch nothing');
    cluster.resetWatches('pods');
    await waitFor(() => !watch.isCurrent);
    expect(watch.watches().find(({ resource }) => resource === 'pods')).toEqual(
      expect.objectContaining({ state: 'broken' }),
    );
    expect(await outage(5_000)).toBe('current');
  });

  it('does not wait for events, by which nothing is judged', async () => {
    begin();
    await current();
    await waitFor(() => cluster.watching('events') === 1);
    cluster.resetWatches('events');
    await waitFor(() => stateOf('events') === 'broken');
    expect(watch.isCurrent).toBe(true);
  });

  it('takes a refusal for a proof of life, but not a token that is not accepted', async () => {
    begin();
    await current();
    const ready = jest.spyOn(api, 'ready');
    ready.mockRejectedValueOnce(
      new UpstreamError('no', { reason: 'forbidden', status: 403 }),
    );
    await current();
    ready.mockRejectedValueOnce(
      new UpstreamError('who are you', { reason: 'forbidden', status: 401 }),
    );
    await expect(current()).rejects.toThrow('who are you');
  });

  it('asks nobody while a proof of life is fresh', async () => {
    begin();
    await current();
    await waitFor(() => cluster.watching() === KIND_NAMES.length);
    const calls = cluster.calls.length;
    await watch.ensureCurrent(controller.signal);
    time.advance(BEAT_MS / 2 - 1);
    await watch.ensureCurrent(controller.signal);
    expect(cluster.calls).toHaveLength(calls);
    time.advance(1);
    await watch.ensureCurrent(controller.signal);
    expect(cluster.calls).toHaveLength(calls + 1);
  });

  it('asks again for what was forbidden when everything is wanted', async () => {
    cluster.forbidden.add('list nodes');
    begin();
    await current();
    cluster.forbidden.clear();
    await watch.ensureCurrent(controller.signal);
    expect(watch.unreadable()).toHaveLength(1);
    await watch.ensureCurrent(controller.signal, { isFull: true });
    expect(watch.unreadable()).toEqual([]);
  });

  it('names kinds that are forbidden or absent, and reads the rest', async () => {
    cluster.forbidden.add('list nodes').add('watch persistentvolumeclaims');
    cluster.absent.add('horizontalpodautoscalers');
    begin();
    await current();
    expect(watch.unreadable()).toEqual([
      {
        resource: 'horizontalpodautoscalers',
        group: 'autoscaling',
        reason: 'absent',
        verbs: [],
      },
      {
        resource: 'persistentvolumeclaims',
        group: '',
        reason: 'forbidden',
        verbs: ['watch'],
      },
      { resource: 'nodes', group: '', reason: 'forbidden', verbs: ['list'] },
    ]);
    expect(
      watch.watches().find(({ resource }) => resource === 'nodes'),
    ).toEqual(
      expect.objectContaining({
        state: 'forbidden',
        message: 'We may not list it',
      }),
    );
  });

  describe('where the whole cluster may not be listed', () => {
    beforeEach(() => {
      for (const kind of KIND_NAMES) {
        cluster.forbidden.add(`list ${kind}`);
        cluster.allowed.add(`list ${kind} shop`).add(`list ${kind} till`);
      }
    });

    it('goes namespace by namespace, and names those that are forbidden', async () => {
      cluster.put('namespaces', { metadata: { name: 'shop' } });
      cluster.put('namespaces', { metadata: { name: 'secret' } });
      cluster.put('persistentvolumeclaims', claim('a'));
      cluster.put('persistentvolumeclaims', claim('b', 'secret'));
      begin();
      await current();
      await waitFor(() => names.size === 1);
      expect(watch.unreadable()).toContainEqual({
        resource: 'persistentvolumeclaims',
        group: '',
        reason: 'forbidden',
        verbs: ['list'],
        namespaces: ['secret'],
      });
      expect(watch.unreadable('shop').map(({ resource }) => resource)).toEqual([
        'nodes',
      ]);
      expect(watch.unreadable('secret')).toContainEqual(
        expect.objectContaining({
          resource: 'pods',
          namespaces: ['secret'],
        }),
      );
      expect(
        watch.watches().find(({ resource }) => resource === 'pods')?.namespaces,
      ).toEqual(['secret', 'shop']);
    });

    it('looks at the namespaces that services name', async () => {
      cluster.forbidden.add('list namespaces');
      begin();
      await current();
      cluster.put('persistentvolumeclaims', claim('a', 'till'));
      watch.nameNamespaces(new Set(['till']));
      await waitFor(() => names.size === 1);
      // What else there may be we do not know.
      expect(watch.unreadable()).toContainEqual({
        resource: 'persistentvolumeclaims',
        group: '',
        reason: 'forbidden',
        verbs: ['list'],
        namespaces: [],
        elsewhere: true,
      });
      expect(watch.unreadable('till').map(({ resource }) => resource)).toEqual([
        'nodes',
      ]);
      expect(
        watch
          .watches()
          .find(({ resource }) => resource === 'persistentvolumeclaims')
          ?.message,
      ).toBe('We may not list it in other namespaces');
      watch.nameNamespaces(new Set());
      await waitFor(() => names.size === 0);
      expect(cluster.watching('persistentvolumeclaims')).toBe(0);
    });

    it('returns to the whole when it may be listed', async () => {
      cluster.put('namespaces', { metadata: { name: 'shop' } });
      cluster.put('persistentvolumeclaims', claim('a'));
      cluster.put('persistentvolumeclaims', claim('b', 'secret'));
      begin();
      await current();
      await waitFor(() => names.size === 1);
      cluster.forbidden.clear();
      time.advance(2 * DEFAULT_WATCH_POLICY.deniedRetryMs);
      await waitFor(() => names.size === 2);
      await waitFor(() => cluster.watching() === KIND_NAMES.length + 1);
      expect(watch.unreadable()).toEqual([]);
      expect(names.size).toBe(2);
    });
  });

  it('asks for nothing outside the namespaces that config names', async () => {
    cluster.put('persistentvolumeclaims', claim('a'));
    begin({ namespaces: ['shop'] });
    await current();
    expect(names.size).toBe(1);
    expect(
      cluster.calls.filter(
        ({ verb, resource, namespace }) =>
          !['version', 'ready'].includes(verb) &&
          resource !== 'nodes' &&
          namespace !== 'shop',
      ),
    ).toEqual([]);
  });
});
