import type { ForeignFacts } from '@callboard/plugin-callboard-common';
import {
  deployment,
  node,
  pod,
  replicaSet,
  warning,
  type Owner,
} from '../../__testUtils__/workloads';
import type { FakeObject } from '../../__testUtils__/FakeCluster';
import { projectObject, Projection, type KindName } from '../../objects';
import { parseLabelSelector, type Asking } from '../../select';
import { ClusterGraph } from './ClusterGraph';

/** A graph, and whom it told. */
class Told {
  readonly touched = new Set<string>();
  readonly repeated = new Set<string>();
  readonly gone: string[] = [];
  readonly #projection = Projection.create({ clockOffsetMs: () => 0 });
  #version = 0;
  readonly graph = ClusterGraph.create({
    onTouched: ids => ids.forEach(id => this.touched.add(id)),
    onRepeated: ids => ids.forEach(id => this.repeated.add(id)),
    onGone: uid => this.gone.push(uid),
  });

  ask(selectors: Readonly<Record<string, string>>) {
    this.graph.ask(
      Object.entries(selectors).map(([id, text]): Asking => {
        const selector = parseLabelSelector(text);
        if ('error' in selector) {
          throw new Error(selector.error);
        }
        return { id, selector };
      }),
    );
    this.take();
  }

  put(kind: KindName, object: FakeObject): string {
    const { name, namespace = '' } = object.metadata;
    const uid = `${kind}-${namespace}-${name}`;
    const held = projectObject(
      kind,
      {
        ...object,
        metadata: {
          uid,
          creationTimestamp: '2026-11-25T11:00:00Z',
          ...object.metadata,
          resourceVersion: String(++this.#version),
        },
      },
      this.#projection,
    );
    if (!held) {
      throw new Error('malformed');
    }
    this.graph.put(kind, held);
    return uid;
  }

  /** Ids that were touched since they were taken. */
  take(): readonly string[] {
    const ids = [...this.touched].sort();
    this.touched.clear();
    return ids;
  }
}

const SHOP = { 'backstage.io/kubernetes-id': 'shop' };
const TILL = { 'backstage.io/kubernetes-id': 'till' };

const owner = (kind: string, name: string, uid: string): Owner => ({
  apiVersion: kind === 'Rollout' ? 'argoproj.io/v1alpha1' : 'apps/v1',
  kind,
  name,
  uid,
});

describe('ClusterGraph', () => {
  let told: Told;

  beforeEach(() => {
    told = new Told();
    told.ask({
      shop: 'backstage.io/kubernetes-id=shop',
      till: 'backstage.io/kubernetes-id=till',
      both: 'backstage.io/kubernetes-id in (shop, till)',
    });
  });

  function deploy(name: string, labels: Record<string, string>) {
    const uid = told.put('deployments', deployment(name, { labels }));
    const set = told.put(
      'replicasets',
      replicaSet(`${name}-abc`, owner('Deployment', name, uid), { labels }),
    );
    const one = told.put(
      'pods',
      pod(`${name}-abc-1`, {
        labels,
        owner: owner('ReplicaSet', `${name}-abc`, set),
        node: `node-of-${name}`,
        claim: `data-of-${name}`,
      }),
    );
    return { uid, set, pod: one };
  }

  it('gives a subject its workloads with all that belongs to them', () => {
    deploy('shop', SHOP);
    deploy('till', TILL);
    told.put('horizontalpodautoscalers', {
      metadata: { name: 'hpa', namespace: 'shop' },
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: 'shop' },
        maxReplicas: 3,
      },
    });
    told.put('persistentvolumeclaims', {
      metadata: { name: 'data-of-shop', namespace: 'shop' },
      spec: {},
    });
    told.put(
      'events',
      warning('e1', {
        kind: 'Pod',
        name: 'shop-abc-1',
        uid: 'pods-shop-shop-abc-1',
      }),
    );
    const [workload, ...others] = told.graph.workloadsOf('shop');
    expect(others).toEqual([]);
    expect(workload.head).toEqual(
      expect.objectContaining({ kind: 'Deployment', name: 'shop' }),
    );
    expect(workload.replicaSets.map(({ name }) => name)).toEqual(['shop-abc']);
    expect(workload.pods.map(({ name }) => name)).toEqual(['shop-abc-1']);
    expect(workload.autoscalers.map(({ name }) => name)).toEqual(['hpa']);
    expect(workload.claims.map(({ name }) => name)).toEqual(['data-of-shop']);
    expect(workload.events.map(({ reason }) => reason)).toEqual(['BackOff']);
    expect(told.graph.workloadsOf('both').map(({ head }) => head.name)).toEqual(
      ['shop', 'till'],
    );
  });

  it('is the same in whatever order objects come in', () => {
    const set = 'replicasets-shop-shop-abc';
    told.put(
      'pods',
      pod('shop-abc-1', { owner: owner('ReplicaSet', 'shop-abc', set) }),
    );
    expect(told.graph.workloadsOf('shop')).toEqual([]);
    told.put(
      'replicasets',
      replicaSet(
        'shop-abc',
        owner('Deployment', 'shop', 'deployments-shop-shop'),
      ),
    );
    told.put('deployments', deployment('shop', { labels: SHOP }));
    expect(told.graph.workloadsOf('shop')[0].pods).toHaveLength(1);
  });

  describe('touches only those who have what changed', () => {
    let shop: { uid: string; set: string; pod: string };

    beforeEach(() => {
      shop = deploy('shop', SHOP);
      deploy('till', TILL);
      told.put('nodes', node('node-of-shop'));
      told.put('nodes', node('node-of-till'));
      told.put('persistentvolumeclaims', {
        metadata: { name: 'data-of-shop', namespace: 'shop' },
        spec: {},
      });
      told.take();
    });

    it.each<[string, () => void, readonly string[]]>([
      [
        'a Deployment',
        () =>
          told.put(
            'deployments',
            deployment('shop', { labels: SHOP, ready: 1 }),
          ),
        ['both', 'shop'],
      ],
      [
        'a pod',
        () =>
          told.put(
            'pods',
            pod('shop-abc-1', {
              owner: owner('ReplicaSet', 'shop-abc', shop.set),
              restarts: 1,
            }),
          ),
        ['both', 'shop'],
      ],
      [
        'a pod that is gone',
        () => told.graph.remove('pods', shop.pod),
        ['both', 'shop'],
      ],
      [
        'a node',
        () => told.put('nodes', node('node-of-shop', false)),
        ['both', 'shop'],
      ],
      [
        'a volume claim',
        () =>
          told.put('persistentvolumeclaims', {
            metadata: { name: 'data-of-shop', namespace: 'shop' },
            spec: {},
            status: { phase: 'Bound' },
          }),
        ['both', 'shop'],
      ],
      [
        'an autoscaler that is new',
        () =>
          told.put('horizontalpodautoscalers', {
            metadata: { name: 'hpa', namespace: 'shop' },
            spec: { scaleTargetRef: { kind: 'Deployment', name: 'shop' } },
          }),
        ['both', 'shop'],
      ],
      [
        'a warning of a new reason',
        () =>
          told.put(
            'events',
            warning('e1', { kind: 'Pod', name: 'p', uid: shop.pod }),
          ),
        ['both', 'shop'],
      ],
      [
        'a Deployment that gets the label of another',
        () => told.put('deployments', deployment('shop', { labels: TILL })),
        ['both', 'shop', 'till'],
      ],
      [
        'a Deployment of nobody',
        () => told.put('deployments', deployment('other')),
        [],
      ],
      ['a node of nobody', () => told.put('nodes', node('node-9', false)), []],
      [
        'a write that changes nothing that is looked at',
        () => told.put('deployments', deployment('shop', { labels: SHOP })),
        [],
      ],
    ])('%s', (_, change, touched) => {
      change();
      expect(told.take()).toEqual(touched);
    });

    it('and lets a warning wait that is only counted on', () => {
      const about = { kind: 'Pod', name: 'p', uid: shop.pod };
      told.put('events', warning('e1', about));
      told.take();
      told.put('events', warning('e1', about, { count: 2 }));
      expect(told.take()).toEqual([]);
      expect([...told.repeated].sort()).toEqual(['both', 'shop']);
      expect(told.graph.workloadsOf('shop')[0].events[0].count).toBe(2);
    });
  });

  it('takes pods of a custom resource for a head of its kind', () => {
    const rollout = owner('Rollout', 'web', 'rollout-1');
    const set = told.put(
      'replicasets',
      replicaSet('web-abc', rollout, { labels: SHOP }),
    );
    told.put(
      'pods',
      pod('web-abc-1', { owner: owner('ReplicaSet', 'w', set) }),
    );
    expect(told.graph.workloadsOf('shop')).toEqual([
      expect.objectContaining({
        head: expect.objectContaining({
          kind: 'Foreign',
          ownKind: 'Rollout',
          name: 'web',
          namespace: 'shop',
          uid: 'rollout-1',
        }),
        pods: [expect.objectContaining({ name: 'web-abc-1' })],
      }),
    ]);
    told.graph.remove('pods', 'pods-shop-web-abc-1');
    told.graph.remove('replicasets', set);
    expect(told.graph.workloadsOf('shop')).toEqual([]);
  });

  it('knows more of a custom resource that is watched, whichever comes first', () => {
    const rollout = owner('Rollout', 'web', 'rollout-1');
    told.put('replicasets', replicaSet('web-abc', rollout, { labels: SHOP }));
    const facts: ForeignFacts = {
      kind: 'Foreign',
      ownKind: 'Rollout',
      uid: 'rollout-1',
      namespace: 'shop',
      name: 'web',
      createdAt: 0,
      custom: { resource: 'rollouts.argoproj.io', conditions: [] },
    };
    told.graph.put('customresources', {
      uid: 'rollout-1',
      resourceVersion: '1',
      facts,
      labels: new Map(),
    });
    expect(told.graph.workloadsOf('shop')).toEqual([
      expect.objectContaining({
        head: facts,
        replicaSets: [expect.objectContaining({ name: 'web-abc' })],
      }),
    ]);
    expect([...told.graph.heads.all()]).toEqual(['rollout-1']);
    told.graph.remove('customresources', 'rollout-1');
    expect(told.graph.workloadsOf('shop')).toEqual([
      expect.objectContaining({
        head: expect.not.objectContaining({ custom: expect.anything() }),
      }),
    ]);
  });

  it.each([
    ['deployments', 'Deployment'],
    ['statefulsets', 'StatefulSet'],
    ['daemonsets', 'DaemonSet'],
    ['jobs', 'Job'],
    ['cronjobs', 'CronJob'],
  ] as const)(
    'takes %s that an operator owns for heads: their own promise counts',
    (table, kind) => {
      const uid = told.put(table, {
        metadata: {
          name: 'db',
          namespace: 'shop',
          labels: SHOP,
          ownerReferences: [owner('Postgres', 'db', 'postgres-1')],
        },
        spec: { schedule: '@daily', template: {} },
      });
      told.put('pods', pod('db-0', { owner: owner(kind, 'db', uid) }));
      expect(told.graph.workloadsOf('shop')).toEqual([
        expect.objectContaining({
          head: expect.objectContaining({ kind, name: 'db' }),
          pods: [expect.objectContaining({ name: 'db-0' })],
        }),
      ]);
      expect([...told.graph.heads.all()]).toEqual([uid]);
      told.graph.remove(table, uid);
      expect(told.graph.workloadsOf('shop')).toEqual([]);
    },
  );

  it('takes a pod that nobody owns for a head, and the mirror of a static pod', () => {
    told.put('pods', pod('bare', { labels: SHOP }));
    told.put(
      'pods',
      pod('static', {
        labels: SHOP,
        owner: { apiVersion: 'v1', kind: 'Node', name: 'n', uid: 'node-uid' },
      }),
    );
    expect(
      told.graph
        .workloadsOf('shop')
        .map(({ head, pods }) => [
          head.kind === 'Foreign' && head.ownKind,
          head.name,
          pods.length,
        ]),
    ).toEqual([
      ['Pod', 'bare', 1],
      ['Pod', 'static', 1],
    ]);
  });

  it('says when nobody has a head any more', () => {
    const { uid } = deploy('shop', SHOP);
    expect(told.graph.isClaimed(uid)).toBe(true);
    told.ask({ till: 'backstage.io/kubernetes-id=till' });
    expect(told.graph.isClaimed(uid)).toBe(false);
  });

  it('finds claims of a StatefulSet before there is a pod', () => {
    told.put('statefulsets', {
      metadata: { name: 'db', namespace: 'shop', labels: SHOP },
      spec: {
        replicas: 2,
        template: {},
        volumeClaimTemplates: [{ metadata: { name: 'data' } }],
      },
    });
    told.take();
    told.put('persistentvolumeclaims', {
      metadata: { name: 'data-db-1', namespace: 'shop' },
      spec: {},
    });
    expect(told.take()).toEqual(['both', 'shop']);
    expect(
      told.graph.workloadsOf('shop')[0].claims.map(({ name }) => name),
    ).toEqual(['data-db-1']);
  });
});
