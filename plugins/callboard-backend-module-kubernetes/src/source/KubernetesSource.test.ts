import {
  kubernetesClusterDetailSchema,
  kubernetesDetailSchema,
} from '@callboard/plugin-callboard-common';
import { SourceStage, type Selectors } from '../__testUtils__/SourceStage';
import { waitFor } from '../__testUtils__/waitFor';
import { deployment, node, pod, replicaSet } from '../__testUtils__/workloads';
import { KIND_NAMES } from '../objects';

const MINUTE_MS = 60_000;
const SHOP = { 'backstage.io/kubernetes-id': 'shop' };
const TILL = { 'backstage.io/kubernetes-id': 'till' };
const BOTH: Selectors = {
  shop: 'backstage.io/kubernetes-id=shop',
  till: 'backstage.io/kubernetes-id=till',
};

describe('KubernetesSource', () => {
  let stage: SourceStage;

  afterEach(async () => {
    await stage.strike();
  });

  /** A Deployment with its ReplicaSet and a pod. */
  function deploy(
    name: string,
    labels: Record<string, string>,
    options: { ready?: number; restarts?: number } = {},
  ) {
    const { cluster } = stage;
    const { ready, restarts } = options;
    const since = new Date(stage.time.now()).toISOString();
    const uid = cluster.put(
      'deployments',
      deployment(name, { labels, ready, since }),
    );
    const set = cluster.put(
      'replicasets',
      replicaSet(
        `${name}-abc`,
        { apiVersion: 'apps/v1', kind: 'Deployment', name, uid },
        { labels, ready },
      ),
    );
    cluster.put(
      'pods',
      pod(`${name}-abc-1`, {
        labels,
        restarts,
        owner: {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: `${name}-abc`,
          uid: set,
        },
      }),
    );
  }

  it('says that it is not watched before it is', async () => {
    stage = await SourceStage.set(BOTH);
    await expect(stage.observe()).rejects.toEqual(
      expect.objectContaining({
        name: 'UpstreamError',
        reason: 'unreachable',
        message: 'kubernetes/test is not watched yet',
      }),
    );
  });

  it('waits for the first look, then judges everything', async () => {
    stage = await SourceStage.set(BOTH);
    deploy('shop', SHOP);
    stage.begin();
    const { observations } = await stage.observe();
    expect(
      observations.map(({ subjectId, verdict }) => [subjectId, verdict.status]),
    ).toEqual([
      ['shop', 'ok'],
      ['till', 'unknown'],
    ]);
    expect(observations[1].verdict).toEqual(
      expect.objectContaining({
        absent: true,
        findings: [expect.objectContaining({ code: 'not-found' })],
      }),
    );
    const detail = kubernetesDetailSchema.parse(observations[0].detail);
    expect(detail).toEqual(
      expect.objectContaining({
        cluster: 'test',
        context: 'test-admin',
        selector: 'backstage.io/kubernetes-id=shop',
        workloadsCount: 1,
        unreadable: [],
      }),
    );
    expect(observations[0].links).toEqual([
      {
        title: 'Dashboard: shop, test',
        url: 'https://dashboard.test/Deployment/shop',
      },
    ]);
  });

  it('reports the services that a change touches, and judges only those', async () => {
    stage = await SourceStage.set(BOTH);
    deploy('shop', SHOP);
    deploy('till', TILL);
    stage.begin();
    await stage.observe();
    stage.reported.clear();
    deploy('shop', SHOP, { ready: 0 });
    await waitFor(() => stage.reported.size > 0);
    expect([...stage.reported]).toEqual(['shop']);
    const { observations } = await stage.observe(['shop']);
    expect(observations.map(({ subjectId }) => subjectId)).toEqual(['shop']);
    expect(stage.cluster.count('list')).toBe(KIND_NAMES.length);
  });

  it('links a finding to where the dashboard shows what it is about', async () => {
    stage = await SourceStage.set(BOTH);
    deploy('shop', SHOP, { ready: 0, restarts: 1 });
    stage.begin();
    await stage.observe();
    stage.reported.clear();
    deploy('shop', SHOP, { ready: 0, restarts: 5 });
    await waitFor(() => stage.reported.has('shop'));
    stage.time.advance(5 * MINUTE_MS);
    const { verdict } = await stage.observeOne('shop');
    expect(
      verdict.findings.map(({ code, links }) => [
        code,
        links.map(({ url }) => url),
      ]),
    ).toEqual([
      ['below-minimum', ['https://dashboard.test/Deployment/shop']],
      ['restarting', ['https://dashboard.test/Pod/shop-abc-1']],
    ]);
  });

  it('is due again when time alone changes the verdict', async () => {
    stage = await SourceStage.set(BOTH);
    deploy('shop', SHOP);
    stage.begin();
    await stage.observe();
    stage.reported.clear();
    deploy('shop', SHOP, { ready: 0 });
    await waitFor(() => stage.reported.has('shop'));
    const before = await stage.observeOne('shop');
    expect(before.verdict.status).not.toBe('failing');
    stage.reported.clear();
    for (let minutes = 0; minutes < 5 && stage.reported.size === 0; minutes++) {
      stage.time.advance(MINUTE_MS);
    }
    expect([...stage.reported]).toEqual(['shop']);
    const after = await stage.observeOne('shop');
    expect(after.verdict.status).toBe('failing');
  });

  it('asks for nobody who is named no more, whatever was due', async () => {
    stage = await SourceStage.set(BOTH);
    deploy('shop', SHOP, { ready: 0 });
    stage.begin();
    await stage.observe();
    stage.name({ till: BOTH.till });
    await stage.observe();
    stage.reported.clear();
    stage.time.advance(60 * MINUTE_MS);
    await stage.observe();
    expect([...stage.reported]).toEqual([]);
  });

  it('has a row for whoever is named later', async () => {
    stage = await SourceStage.set(BOTH);
    deploy('shop', SHOP);
    stage.begin();
    await stage.observe([]);
    expect([...stage.reported].sort()).toEqual(['shop', 'till']);
    const { observations } = await stage.observe(stage.reported);
    expect(observations).toHaveLength(2);
  });

  it('gives no verdict between an outage and knowing everything again', async () => {
    stage = await SourceStage.set(BOTH);
    deploy('shop', SHOP);
    stage.begin();
    await stage.observe();
    const turns = stage.turns;
    await stage.cluster.die();
    await waitFor(() => stage.turns > turns);
    await expect(stage.observe([])).rejects.toEqual(
      expect.objectContaining({ reason: 'unreachable' }),
    );
    stage.reported.clear();
    await stage.cluster.rise();
    deploy('shop', SHOP, { ready: 0 });
    const back = stage.observe([]);
    await waitFor(() => stage.cluster.count('watch', 'pods') > 1);
    expect(stage.reported.size).toBe(0);
    await waitFor(() => stage.cluster.watching() === KIND_NAMES.length);
    stage.time.advance(1_000);
    await back;
    await waitFor(() => stage.reported.has('shop'));
    expect(stage.cluster.count('list')).toBe(KIND_NAMES.length);
  });

  it('remembers across a change of the observer since when a workload is short', async () => {
    stage = await SourceStage.set(BOTH);
    deploy('shop', SHOP);
    stage.begin();
    await stage.observe();
    deploy('shop', SHOP, { ready: 0 });
    await waitFor(() => stage.reported.has('shop'));
    await stage.observe();
    stage.time.advance(10 * MINUTE_MS);
    const before = await stage.observe();
    expect(before.observations[0].verdict.status).toBe('failing');

    await stage.stop();
    stage.begin();
    const after = await stage.observe();
    expect(after.observations[0]).toEqual(before.observations[0]);
  });

  it('says which kinds it may not read, and of which services', async () => {
    stage = await SourceStage.set({
      ...BOTH,
      here: 'shop:backstage.io/kubernetes-id=shop',
      there: 'secret:backstage.io/kubernetes-id=shop',
    });
    for (const kind of KIND_NAMES) {
      stage.cluster.forbidden.add(`list ${kind}`);
      stage.cluster.allowed.add(`list ${kind} shop`);
    }
    deploy('shop', SHOP);
    stage.begin();
    const { observations } = await stage.observe();
    const byId = new Map(
      observations.map(({ subjectId, verdict }) => [subjectId, verdict]),
    );
    expect(byId.get('here')?.status).toBe('ok');
    expect(byId.get('there')?.status).toBe('unknown');
    expect(byId.get('there')?.findings[0].code).toBe('forbidden');
  });

  it('shows the cluster: nodes, capacity, and what belongs to nobody', async () => {
    stage = await SourceStage.set(BOTH);
    const { cluster } = stage;
    cluster.put('nodes', node('node-1'));
    cluster.put('nodes', node('node-2', false));
    deploy('shop', SHOP);
    deploy('orphan', { 'backstage.io/kubernetes-id': 'nobody' });
    cluster.put('pods', pod('bare'));
    stage.begin();
    const { detail } = await stage.observe();
    const page = kubernetesClusterDetailSchema.parse(detail);
    expect(page.version).toBe('v1.35.4');
    expect(page.nodes.map(({ name, ready }) => [name, ready])).toEqual([
      ['node-2', false],
      ['node-1', true],
    ]);
    expect(page.nodes[1].requested).toEqual({
      cpuMillis: 300,
      memoryBytes: 192 * 2 ** 20,
      pods: 3,
    });
    expect(page.allocatable.cpuMillis).toBe(8_000);
    expect(page.namespaces).toEqual([
      expect.objectContaining({
        name: 'shop',
        workloads: 3,
        unclaimed: 2,
        pods: 3,
      }),
    ]);
    expect(
      page.unclaimed.map(({ kind, name, kubernetesId }) => [
        kind,
        name,
        kubernetesId,
      ]),
    ).toEqual([
      ['Pod', 'bare', undefined],
      ['Deployment', 'orphan', 'nobody'],
    ]);
    expect(page.watches).toHaveLength(KIND_NAMES.length);
  });

  it('shows a bounded part of a selector that matches three thousand pods, and says that it does', async () => {
    stage = await SourceStage.set({ all: 'team=web' });
    for (let n = 0; n < 3_000; n++) {
      stage.cluster.put('pods', pod(`p-${n}`, { labels: { team: 'web' } }));
    }
    stage.begin();
    const { observations } = await stage.observe();
    const detail = kubernetesDetailSchema.parse(observations[0].detail);
    expect(detail.workloads).toHaveLength(50);
    expect(detail.workloadsCount).toBe(3_000);
    expect(observations[0].verdict.findings.at(-1)).toMatchObject({
      code: 'selector-broad',
      message: 'team=web matches 3000 workloads with 3000 pods',
    });
  });

  it('names selectors that someone may have meant', async () => {
    stage = await SourceStage.set({
      shop: 'backstage.io/kubernetes-id=shopp',
    });
    deploy('shop', SHOP);
    stage.begin();
    const { verdict } = await stage
      .observe()
      .then(({ observations }) => observations[0]);
    expect(verdict.findings[0].hint).toContain(
      'backstage.io/kubernetes-id=shop',
    );
  });

  it('puts times on our clock, also when the clock of the cluster is mended', async () => {
    stage = await SourceStage.set(BOTH);
    stage.cluster.clockOffsetMs = 60 * MINUTE_MS;
    deploy('shop', SHOP);
    stage.begin();
    const { findings, observations } = await stage.observe();
    expect(findings?.map(({ code }) => code)).toEqual(['clock-off']);
    const createdAt = (detail: unknown) =>
      kubernetesDetailSchema.parse(detail).workloads[0].createdAt;
    expect(createdAt(observations[0].detail)).toBe('2026-11-25T10:00:00.000Z');

    stage.cluster.clockOffsetMs = 0;
    stage.reported.clear();
    stage.time.advance(stage.source.intervalMs);
    await stage.observe([]);
    await waitFor(() => stage.reported.has('shop'));
    const mended = await stage.observeOne('shop');
    expect(createdAt(mended.detail)).toBe('2026-11-25T11:00:00.000Z');
  });
});
