import { createLandscape } from '../Landscape';
import type { KubernetesResourceName, ObjectStore } from '../kubernetes';
import { createKubernetesCluster } from './createKubernetesCluster';

const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 10, 24, 14, 0);

function create(options: { seed?: number; quietClusters?: boolean } = {}) {
  let now = START;
  const landscape = createLandscape({ seed: 7, clock: () => now, ...options });
  return {
    landscape,
    at: (moment: number) => {
      now = moment;
    },
  };
}

function bodies(store: ObjectStore, resource: KubernetesResourceName): any[] {
  return (store.list(resource) ?? []).map(({ object, version }) =>
    object.body(String(version)),
  );
}

function named(store: ObjectStore, name: string): any {
  return bodies(store, 'deployments').find(
    ({ metadata }) => metadata.name === name,
  );
}

function image(deployment: any): string {
  return deployment.spec.template.spec.containers[0].image;
}

/** What a Deployment's status has to be, from its pods alone. */
function contradictions(store: ObjectStore): readonly string[] {
  const pods = bodies(store, 'pods');
  const sets = bodies(store, 'replicasets');
  return bodies(store, 'deployments').flatMap(({ metadata, spec, status }) => {
    const uids = new Set(
      sets
        .filter(set => set.metadata.ownerReferences[0].uid === metadata.uid)
        .map(set => set.metadata.uid),
    );
    const active = pods.filter(
      pod =>
        uids.has(pod.metadata.ownerReferences[0].uid) &&
        pod.metadata.deletionTimestamp === undefined &&
        pod.status.phase !== 'Failed',
    );
    const ready = active.filter(pod =>
      pod.status.conditions.some(
        (one: any) => one.type === 'Ready' && one.status === 'True',
      ),
    ).length;
    const available = status.conditions.find(
      (one: any) => one.type === 'Available',
    ).status;
    const rolling = spec.strategy.rollingUpdate;
    const tolerated =
      typeof rolling?.maxUnavailable === 'string'
        ? Math.floor(
            (parseInt(rolling.maxUnavailable, 10) * spec.replicas) / 100,
          )
        : rolling?.maxUnavailable ?? 0;
    const promised = ready >= spec.replicas - tolerated;
    return [
      [status.replicas ?? 0, active.length],
      [status.readyReplicas ?? 0, ready],
      [available, promised ? 'True' : 'False'],
    ].flatMap(([told, is]) =>
      told === is ? [] : [`${metadata.name}: ${told} is ${is}`],
    );
  });
}

describe('the clusters of the company', () => {
  it('never contradict themselves, hours on end', () => {
    const { landscape, at } = create();
    for (let minute = 0; minute <= 180; minute += 7) {
      at(START + minute * MINUTE_MS);
      expect(contradictions(landscape.clusterObjects('prod-eu'))).toEqual([]);
      expect(contradictions(landscape.clusterObjects('staging'))).toEqual([]);
    }
  });

  it('are decided by the seed, however often somebody looks', () => {
    const often = create();
    const once = create();
    for (let minute = 0; minute < 60; minute += 1) {
      often.at(START + minute * MINUTE_MS);
      often.landscape.clusterObjects('staging');
    }
    [often, once].forEach(({ at }) => at(START + 60 * MINUTE_MS));
    expect(bodies(once.landscape.clusterObjects('staging'), 'pods')).toEqual(
      bodies(often.landscape.clusterObjects('staging'), 'pods'),
    );
  });

  it('change now and then, and stand still on request', () => {
    const { landscape, at } = create();
    const before = landscape.clusterObjects('prod-eu').version;
    at(START + 10 * MINUTE_MS);
    const changes = landscape.clusterObjects('prod-eu').version - before;
    expect(changes).toBeGreaterThan(50);
    expect(changes).toBeLessThan(3_000);
    const quiet = create({ quietClusters: true });
    const store = quiet.landscape.clusterObjects('prod-eu');
    const pods = bodies(store, 'pods');
    quiet.at(START + MINUTE_MS);
    quiet.landscape.advanceCluster('prod-eu');
    expect(bodies(store, 'pods')).toEqual(pods);
  });

  it('run what the pipelines built last', () => {
    const { landscape } = create({ quietClusters: true });
    const main = landscape
      .jenkinsItems('main')
      .flatMap(item => ('items' in item ? item.items : []))
      .find(({ name }) => name === 'refunds-worker');
    const builds = main && 'builds' in main ? main.builds ?? [] : [];
    const good = builds.find(({ result }) => result === 'SUCCESS');
    expect(
      image(named(landscape.clusterObjects('prod-eu'), 'refunds-worker')),
    ).toMatch(new RegExp(`/refunds-worker:1\\.\\d\\.${good?.number}$`));
  });

  it('open with a service that is red in its pipeline and in production', () => {
    const { landscape } = create();
    const storefront = named(
      landscape.clusterObjects('prod-eu'),
      'storefront-web',
    );
    expect(storefront.status.conditions).toContainEqual(
      expect.objectContaining({
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
      }),
    );
    const [job] = landscape.service('storefront-web').jobs;
    expect(job.branches?.[0].traits.opening?.mood).toBe('broken');
  });

  it('annotate rightly and wrongly', () => {
    const { landscape } = create();
    const annotations = (name: string) =>
      Object.fromEntries(
        Object.entries(landscape.service(name).annotations).filter(([key]) =>
          key.startsWith('backstage.io/kubernetes'),
        ),
      );
    const key = (name: string) => `backstage.io/kubernetes-${name}`;
    expect(annotations('checkout-api')).toEqual({
      [key('id')]: 'checkout-api',
    });
    expect(annotations('gift-cards')).toEqual({
      [key('label-selector')]: 'app.kubernetes.io/name=gift-cards',
    });
    expect(annotations('stock-api')).toEqual({
      [key('id')]: 'stock-api',
      [key('namespace')]: 'warehouse',
    });
    expect(annotations('returns-service')).toEqual({
      [key('label-selector')]: 'app in (returns-service',
    });
    expect(annotations('tax-engine')).toMatchObject({
      [key('cluster')]: 'prod-us',
    });
    expect(annotations('address-lookup')).toEqual({
      [key('label-selector')]: 'app=addresslookup',
    });
    expect(annotations('shop-app-ios')).toEqual({});
  });

  it('have workloads that belong to nobody', () => {
    const { landscape } = create({ quietClusters: true });
    const store = landscape.clusterObjects('prod-eu');
    expect(named(store, 'basket').metadata.labels).toMatchObject({
      'backstage.io/kubernetes-id': 'basket',
    });
    expect(named(store, 'coredns')).toBeDefined();
  });

  it('hold no secrets and no config', () => {
    const { landscape } = create();
    const store = landscape.clusterObjects('prod-eu');
    expect([store.count('secrets'), store.count('configmaps')]).toEqual([0, 0]);
  });

  it('make things happen to the workload that is meant', () => {
    const { landscape, at } = create({ quietClusters: true });
    expect(
      landscape.workloadIncident({
        kind: 'below-minimum',
        service: 'stock-api',
      }),
    ).toMatchObject({ workload: 'prod-eu:warehouse/stock-api' });
    at(START + MINUTE_MS);
    expect(
      named(landscape.clusterObjects('prod-eu'), 'stock-api').status
        .unavailableReplicas,
    ).toBe(1);
    expect(
      named(landscape.clusterObjects('staging'), 'stock-api').status,
    ).not.toHaveProperty('unavailableReplicas');
    expect(() =>
      landscape.workloadIncident({ kind: 'evicted', service: 'payment-sdk' }),
    ).toThrow('runs in no cluster');
    expect(() =>
      landscape.workloadIncident({
        kind: 'evicted',
        service: 'stock-api',
        cluster: 'moon',
      }),
    ).toThrow('no cluster moon');
  });
});

describe('createKubernetesCluster', () => {
  it('makes thousands of pods that do nothing by themselves', () => {
    let now = START;
    const { store, workloads, advance, incident } = createKubernetesCluster({
      seed: 1,
      clock: () => now,
      deployments: 1_000,
      podsPerDeployment: 5,
    });
    expect(store.count('pods')).toBe(5_000);
    const version = store.version;
    incident(workloads[0], { kind: 'rollout' });
    now += 2 * MINUTE_MS;
    advance();
    expect(store.changesSince('pods', version)?.length).toBeGreaterThan(10);
    expect(store.count('pods')).toBe(5_000);
  });
});
