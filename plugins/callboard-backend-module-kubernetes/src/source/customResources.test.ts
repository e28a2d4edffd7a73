import {
  kubectlFor,
  kubernetesClusterDetailSchema,
  kubernetesDetailSchema,
} from '@callboard/plugin-callboard-common';
import type { FakeObject } from '../__testUtils__/FakeCluster';
import { SourceStage } from '../__testUtils__/SourceStage';
import { waitFor } from '../__testUtils__/waitFor';
import { deployment, pod, replicaSet } from '../__testUtils__/workloads';
import { KIND_NAMES } from '../objects';

const SHOP = { 'backstage.io/kubernetes-id': 'shop' };
const ROLLOUTS = {
  group: 'argoproj.io',
  apiVersion: 'v1alpha1',
  plural: 'rollouts',
};
const LONG_AGO = '2026-11-25T11:00:00Z';

function rollout(phase: string, replicas = 2): FakeObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web', namespace: 'shop', labels: SHOP },
    spec: { replicas, template: { metadata: { labels: SHOP } } },
    status: {
      phase,
      message: 'ProgressDeadlineExceeded: web-abc has timed out',
      replicas,
      readyReplicas: replicas,
      conditions: [
        {
          type: 'Progressing',
          status: phase === 'Degraded' ? 'False' : 'True',
          lastTransitionTime: LONG_AGO,
        },
      ],
    },
  };
}

describe('custom resources of a cluster', () => {
  let stage: SourceStage;

  afterEach(async () => {
    await stage.strike();
  });

  const set = async (options: { namespaces?: readonly string[] } = {}) => {
    stage = await SourceStage.set(
      { shop: 'backstage.io/kubernetes-id=shop' },
      { customResources: [ROLLOUTS], ...options },
    );
  };

  /** A Rollout with the ReplicaSet and the pod that it owns. */
  function rollOut(phase: string) {
    const { cluster } = stage;
    const uid = cluster.put('rollouts', rollout(phase));
    const owner = { apiVersion: 'argoproj.io/v1alpha1', name: 'web', uid };
    const own = cluster.put(
      'replicasets',
      replicaSet('web-abc', { ...owner, kind: 'Rollout' }, { labels: SHOP }),
    );
    cluster.put(
      'pods',
      pod('web-abc-1', {
        labels: SHOP,
        owner: {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: 'web-abc',
          uid: own,
        },
      }),
    );
  }

  const page = async () => {
    const { detail } = await stage.observe();
    return kubernetesClusterDetailSchema.parse(detail);
  };

  it('are listed, followed, and judged with what they own', async () => {
    await set();
    rollOut('Healthy');
    stage.begin();
    const before = await stage.observe();
    const [{ verdict, detail }] = before.observations;
    expect([verdict.status, verdict.findings]).toEqual(['ok', []]);
    expect(kubernetesDetailSchema.parse(detail).workloads).toEqual([
      expect.objectContaining({
        kind: 'Rollout',
        name: 'web',
        summary: '2 of 2 ready',
        podsCount: 1,
      }),
    ]);
    expect(stage.cluster.count('list', 'rollouts')).toBe(1);

    stage.reported.clear();
    stage.cluster.put('rollouts', rollout('Degraded'));
    await waitFor(() => stage.reported.has('shop'));
    const { verdict: after } = await stage.observeOne('shop');
    expect(after).toEqual(
      expect.objectContaining({ status: 'warning', summary: 'degraded' }),
    );
    expect(after.findings.map(kubectlFor)).toEqual([
      'kubectl --context test-admin -n shop describe rollouts.argoproj.io web',
    ]);
    expect(stage.cluster.count('list', 'rollouts')).toBe(1);
  });

  it('leave what they owned when they go', async () => {
    await set();
    rollOut('Degraded');
    stage.begin();
    await stage.observe();
    stage.reported.clear();
    stage.cluster.remove('rollouts', 'web', 'shop');
    await waitFor(() => stage.reported.has('shop'));
    const { verdict } = await stage.observeOne('shop');
    expect(verdict.findings.map(({ code }) => code)).toEqual([
      'promise-unread',
    ]);
  });

  it('whose kind the cluster does not have are told on its page, and cost no service anything', async () => {
    await set();
    stage.cluster.absent.add('rollouts');
    stage.cluster.put('deployments', deployment('shop', { labels: SHOP }));
    stage.begin();
    const { observations } = await stage.observe();
    const [{ verdict, detail }] = observations;
    expect([verdict.status, verdict.findings]).toEqual(['ok', []]);
    expect(kubernetesDetailSchema.parse(detail).unreadable).toEqual([]);
    expect((await page()).watches.at(-1)).toEqual({
      resource: 'rollouts',
      group: 'argoproj.io',
      state: 'absent',
      message: 'The cluster does not serve it',
      objects: 0,
    });
  });

  it('that we may not read are named with the verb that is missing', async () => {
    await set();
    stage.cluster.forbidden.add('list rollouts');
    stage.cluster.put('deployments', deployment('shop', { labels: SHOP }));
    stage.begin();
    const { verdict, detail } = await stage
      .observe()
      .then(({ observations }) => observations[0]);
    expect(verdict.status).toBe('ok');
    expect(verdict.findings).toEqual([
      expect.objectContaining({
        code: 'forbidden',
        status: 'note',
        message: expect.stringContaining('lacks list on rollouts.argoproj.io'),
      }),
    ]);
    expect(kubernetesDetailSchema.parse(detail).unreadable).toEqual([
      {
        resource: 'rollouts.argoproj.io',
        reason: 'forbidden',
        message: expect.stringContaining('we may not list them'),
      },
    ]);
  });

  it('that cannot be read now, as an operator broke them, keep no service waiting', async () => {
    await set();
    stage.cluster.put('deployments', deployment('shop', { labels: SHOP }));
    stage.cluster.broken.add('rollouts');
    stage.begin();
    const { observations } = await stage.observe();
    const [{ verdict: before, detail }] = observations;
    expect(before.status).toBe('ok');
    expect(before.findings).toEqual([
      expect.objectContaining({
        code: 'no-data',
        status: 'note',
        message: 'test fails to list rollouts.argoproj.io',
      }),
    ]);
    expect(kubernetesDetailSchema.parse(detail).unreadable).toEqual([
      {
        resource: 'rollouts.argoproj.io',
        reason: 'broken',
        message: 'rollouts.argoproj.io: the cluster fails to list them',
      },
    ]);
    const broken = (await page()).watches.at(-1);
    expect([broken?.resource, broken?.message]).toEqual([
      'rollouts',
      expect.stringContaining('500'),
    ]);

    stage.cluster.broken.clear();
    stage.cluster.put('rollouts', rollout('Degraded'));
    stage.reported.clear();
    stage.time.advance(60_000);
    // Told once when it is listed, and once when it is watched.
    const isTold = () => stage.reported.has('shop');
    let codes: readonly string[] = [];
    do {
      await waitFor(isTold);
      stage.reported.clear();
      const { verdict } = await stage.observeOne('shop');
      codes = verdict.findings.map(({ code }) => code);
    } while (codes.includes('no-data'));
    expect(codes).toEqual(['custom-degraded']);
  });

  it('are asked for namespace by namespace where config says so', async () => {
    await set({ namespaces: ['shop'] });
    stage.cluster.put('rollouts', rollout('Degraded'));
    stage.begin();
    const { observations } = await stage.observe();
    expect(observations[0].verdict.status).toBe('warning');
    expect(
      stage.cluster.calls
        .filter(({ resource }) => resource === 'rollouts')
        .map(({ namespace }) => namespace),
    ).toEqual(['shop', 'shop']);
  });

  it('that run nothing are no workloads that someone has to own', async () => {
    await set();
    const { metadata, ...rest } = rollout('Healthy', 0);
    stage.cluster.put('rollouts', {
      ...rest,
      metadata: { ...metadata, labels: {} },
      spec: {},
    });
    stage.begin();
    expect(await page()).toEqual(
      expect.objectContaining({ unclaimedCount: 0, namespacesCount: 0 }),
    );
  });

  it('are not asked for where config names none', async () => {
    stage = await SourceStage.set({ shop: 'backstage.io/kubernetes-id=shop' });
    stage.cluster.put('rollouts', rollout('Degraded'));
    stage.begin();
    const { observations } = await stage.observe();
    expect(observations[0].verdict.absent).toBe(true);
    expect(stage.cluster.count('list')).toBe(KIND_NAMES.length);
  });
});
