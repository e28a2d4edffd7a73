import { parseAllDocuments } from 'yaml';
import { startLandscape } from './startLandscape';
import type { RunningLandscape, StartLandscapeOptions } from './startLandscape';

const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 10, 24, 14, 0);

interface Document {
  kind: string;
  metadata: { name: string; namespace?: string };
  spec: { targets?: string[]; owner?: string; memberOf?: string[] };
}

describe('startLandscape', () => {
  let running: RunningLandscape;
  let now = START;

  async function start(options: Partial<StartLandscapeOptions> = {}) {
    now = START;
    running = await startLandscape({ seed: 7, clock: () => now, ...options });
  }

  afterEach(() => running.stop());

  async function control(
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(`${running.urls.control}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  async function documents(path: string): Promise<readonly Document[]> {
    const response = await fetch(new URL(path, running.urls.catalog));
    expect(response.status).toBe(200);
    return parseAllDocuments(await response.text()).map(document =>
      document.toJS(),
    );
  }

  async function catalog(): Promise<readonly Document[]> {
    const [location] = await documents('all.yaml');
    const files = await Promise.all(
      (location.spec.targets ?? []).map(documents),
    );
    return files.flat();
  }

  function jenkins(name: 'main' | 'mobile', path: string): Promise<Response> {
    const { user, token } = running.credentials;
    return fetch(`${running.urls.jenkins[name]}${path}`, {
      headers: { Authorization: `Basic ${btoa(`${user}:${token}`)}` },
    });
  }

  it('serves a catalog in which every reference leads somewhere', async () => {
    await start();
    const entities = await catalog();
    const names = (kind: string) =>
      entities
        .filter(entity => entity.kind === kind)
        .map(({ metadata }) => metadata.name);
    expect(names('Component')).toHaveLength(60);
    expect(names('User')).toEqual(
      expect.arrayContaining(['mira.okafor', 'guest']),
    );
    const groups = new Set(names('Group'));
    entities.forEach(({ spec }) => {
      expect(spec.owner === undefined || groups.has(spec.owner)).toBe(true);
    });
    const guest = entities.find(
      ({ kind, metadata }) =>
        kind === 'User' &&
        metadata.name === 'guest' &&
        metadata.namespace === undefined,
    );
    expect(guest?.spec.memberOf).toEqual(['team-checkout']);
  });

  it('cuts a large catalog into files that keep their components', async () => {
    await start({ services: 1_100 });
    const [location] = await documents('all.yaml');
    const files = (location.spec.targets ?? []).filter(target =>
      target.includes('components'),
    );
    expect(files).toHaveLength(3);
    const second = await documents('components-2.yaml');
    expect(second).toHaveLength(500);
    await control('/services', { action: 'delete', name: 'checkout-api' });
    expect(await documents('components-1.yaml')).toHaveLength(499);
    expect(await documents('components-2.yaml')).toEqual(second);
  });

  it('answers 304 while the catalog stays the same', async () => {
    await start();
    const first = await fetch(running.urls.catalog);
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(running.urls.catalog, {
      headers: { 'If-None-Match': etag },
    });
    expect(again.status).toBe(304);
  });

  it('adds, re-owns, annotates and deletes services', async () => {
    await start();
    const named = async (name: string) =>
      (await catalog()).find(({ metadata }) => metadata.name === name);
    await control('/services', { action: 'add', name: 'new-one' });
    expect(await named('new-one')).toMatchObject({
      spec: { owner: 'team-checkout' },
      metadata: {
        annotations: { 'jenkins.io/job-full-name': 'main:shop/new-one' },
      },
    });
    expect(
      (await jenkins('main', '/job/shop/job/new-one/api/json')).status,
    ).toBe(200);
    await control('/services', {
      action: 're-own',
      name: 'new-one',
      owner: 'team-web',
    });
    expect(await named('new-one')).toMatchObject({
      spec: { owner: 'team-web' },
    });
    await control('/services', {
      action: 'annotate',
      name: 'new-one',
      annotations: { 'jenkins.io/job-full-name': '../x' },
    });
    expect(await named('new-one')).toMatchObject({
      metadata: { annotations: { 'jenkins.io/job-full-name': '../x' } },
    });
    await control('/services', { action: 'delete', name: 'new-one' });
    expect(await named('new-one')).toBeUndefined();
  });

  it('makes a job break now, and counts who asked', async () => {
    await start();
    const { body } = await control('/incidents', {
      kind: 'build-failed',
      service: 'refunds-worker',
    });
    const answer = await jenkins(
      'main',
      '/job/payments/job/refunds-worker/api/json?tree=color,lastBuild[number]',
    );
    expect(await answer.json()).toMatchObject({
      color: 'red',
      lastBuild: { number: body.build },
    });
    expect((await control('/calls')).body).toMatchObject({
      'jenkins/main': { total: 1, byKind: { item: 1 } },
      'jenkins/mobile': { total: 0 },
    });
    expect((await control('/calls/reset', {})).body).toMatchObject({
      'jenkins/main': { total: 0 },
    });
    expect((await control('/state')).body).toMatchObject({
      serviceCount: 60,
      incidents: [{ kind: 'build-failed', service: 'refunds-worker' }],
    });
  });

  function cluster(path: string): Promise<Response> {
    return fetch(`${running.urls.kubernetes['prod-eu']}${path}`, {
      headers: {
        Authorization: `Bearer ${running.clusterCredentials.token}`,
      },
    });
  }

  it('makes a workload break its promise now, and counts who asked', async () => {
    await start({ quietClusters: true });
    const { body } = await control('/incidents', {
      kind: 'below-minimum',
      service: 'payment-gateway',
    });
    expect(body.workload).toBe('prod-eu:payments/payment-gateway');
    now += MINUTE_MS;
    const answer = await cluster(
      '/apis/apps/v1/namespaces/payments/deployments/payment-gateway',
    );
    expect(await answer.json()).toMatchObject({
      status: { replicas: 4, availableReplicas: 3, unavailableReplicas: 1 },
    });
    expect((await control('/calls')).body).toMatchObject({
      'kubernetes/prod-eu': {
        total: 1,
        byKind: { 'get deployments': 1 },
        byVerb: { get: 1 },
        watching: 0,
      },
      'kubernetes/staging': { total: 0 },
    });
    await control('/incidents', {
      kind: 'workload-restored',
      service: 'payment-gateway',
    });
    const node = await control('/incidents', { kind: 'node-not-ready' });
    expect(node.body.node).toMatch(/^prod-eu:prod-eu-pool-/);
  });

  it.each([
    [{ kind: 'source-unauthorized' }, 401],
    [{ kind: 'source-busy', retryAfterSeconds: 3 }, 429],
    [{ kind: 'source-error', status: 500 }, 500],
    [{ kind: 'source-forbidden', resource: 'pods' }, 403],
    [{ kind: 'source-forbidden', resource: 'pods', reason: 'absent' }, 404],
  ])('makes a cluster misbehave: %j', async (incident, status) => {
    await start({ quietClusters: true });
    const source = 'kubernetes/prod-eu';
    await control('/incidents', { ...incident, source });
    expect((await cluster('/api/v1/pods')).status).toBe(status);
    await control('/incidents', { kind: 'source-up', source });
    await control('/incidents', { kind: 'source-allowed', source });
    expect((await cluster('/api/v1/pods')).status).toBe(200);
  });

  it('takes a cluster away and gives it back', async () => {
    await start({ quietClusters: true });
    const source = 'kubernetes/prod-eu';
    await control('/incidents', { kind: 'source-down', source });
    await expect(cluster('/readyz')).rejects.toThrow();
    await control('/incidents', { kind: 'source-up', source });
    expect((await cluster('/readyz')).status).toBe(200);
  });

  it('takes its etcd away from a cluster, which still tells its version', async () => {
    await start({ quietClusters: true });
    const source = 'kubernetes/prod-eu';
    await control('/incidents', { kind: 'source-etcd-down', source });
    const readiness = await cluster('/readyz');
    expect(readiness.status).toBe(500);
    expect(await readiness.text()).toContain('[-]etcd failed');
    expect((await cluster('/version')).status).toBe(200);
    await control('/incidents', { kind: 'source-up', source });
    expect((await cluster('/readyz')).status).toBe(200);
  });

  it('tells the rules of its Prometheus, which can go away', async () => {
    await start();
    const rules = () =>
      fetch(`${running.urls.prometheus}/api/v1/rules?type=alert`, {
        headers: {
          Authorization: `Bearer ${running.clusterCredentials.token}`,
        },
      });
    expect((await rules()).status).toBe(200);
    expect((await control('/calls')).body).toMatchObject({
      'prometheus/main': { total: 1, byKind: { rules: 1 } },
    });
    const source = 'prometheus/main';
    await control('/incidents', { kind: 'source-down', source });
    await expect(rules()).rejects.toThrow();
    await control('/incidents', { kind: 'source-up', source });
    expect((await rules()).status).toBe(200);
  });

  it('takes a source away and gives it back', async () => {
    await start();
    await control('/incidents', { kind: 'source-down', source: 'main' });
    await expect(jenkins('main', '/api/json')).rejects.toThrow();
    await control('/incidents', { kind: 'source-up', source: 'jenkins/main' });
    expect((await jenkins('main', '/api/json')).status).toBe(200);
  });

  it('loses the mobile Jenkins for a minute in every ten', async () => {
    await start();
    const away: number[] = [];
    for (let minute = 0; minute < 20; minute += 1) {
      now = START + minute * MINUTE_MS;
      await running.keepOutages();
      const answered = await jenkins('mobile', '/api/json').catch(
        () => undefined,
      );
      if (!answered) {
        away.push(minute);
      }
    }
    expect(away).toEqual([4, 14]);
  });

  it('does not bring back what was taken away by hand', async () => {
    await start();
    await control('/incidents', { kind: 'source-down', source: 'mobile' });
    await running.keepOutages();
    await expect(jenkins('mobile', '/api/json')).rejects.toThrow();
  });

  it.each([
    ['an unknown incident', '/incidents', { kind: 'earthquake' }, 400],
    [
      'an unknown source',
      '/incidents',
      { kind: 'source-up', source: 'x' },
      404,
    ],
    ['an unknown service', '/services', { action: 'delete', name: 'x' }, 404],
    [
      'a service twice',
      '/services',
      { action: 'add', name: 'cart-service' },
      409,
    ],
    [
      'what cannot happen to a workload',
      '/incidents',
      { kind: 'cron-failed', service: 'stock-api' },
      400,
    ],
    [
      'what cannot happen to a cluster',
      '/incidents',
      { kind: 'source-html', source: 'kubernetes/staging' },
      400,
    ],
    [
      'what cannot happen to a Prometheus',
      '/incidents',
      { kind: 'source-html', source: 'prometheus/main' },
      400,
    ],
    ['an unknown path', '/nope', {}, 404],
  ])('refuses %s', async (_, path, body, status) => {
    await start();
    expect((await control(path, body)).status).toBe(status);
  });
});
