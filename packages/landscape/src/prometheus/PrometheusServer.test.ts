import { PrometheusServer, type PrometheusFault } from './PrometheusServer';
import { readRules } from './rules';

const TOKEN = 'token-not-a-secret';
const NOW = Date.UTC(2026, 10, 26, 4, 0, 17);

describe('PrometheusServer', () => {
  let server: PrometheusServer;

  beforeEach(async () => {
    server = await PrometheusServer.start({
      name: 'main',
      groups: readRules(),
      token: TOKEN,
      clock: () => NOW,
    });
  });

  afterEach(() => server.stop());

  async function get(path: string, token = TOKEN) {
    const response = await fetch(`${server.url}${path}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type') === 'application/json';
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  }

  it('tells its rules as a Prometheus does', async () => {
    const { status, body } = await get('/api/v1/rules');
    expect([status, body.status]).toEqual([200, 'success']);
    const shop = body.data.groups.find(
      ({ name }: { name: string }) => name === 'shop',
    );
    expect(shop).toMatchObject({
      file: '/etc/prometheus/rules/shop.yaml',
      interval: 30,
      lastEvaluation: '2026-11-26T04:00:00.000Z',
    });
    expect(shop.rules.slice(0, 3)).toMatchObject([
      { type: 'recording', name: 'shop:checkout_errors:ratio5m' },
      { type: 'recording', name: 'shop:orders:rate5m' },
      {
        type: 'alerting',
        name: 'CheckoutErrorRate',
        state: 'inactive',
        duration: 300,
        labels: { severity: 'page' },
        alerts: [],
        health: 'ok',
      },
    ]);
  });

  it.each([
    ['alert', ['alerting'], 5],
    ['record', ['recording'], 2],
  ])('tells those of type %s only', async (type, types, groupsCount) => {
    const { body } = await get(`/api/v1/rules?type=${type}`);
    const { groups } = body.data;
    expect(groups).toHaveLength(groupsCount);
    const told = groups.flatMap((group: { rules: { type: string }[] }) =>
      group.rules.map(rule => rule.type),
    );
    expect([...new Set(told)]).toEqual(types);
  });

  it.each([
    ['another type', '/api/v1/rules?type=x', TOKEN, 400],
    ['another path', '/api/v1/alerts', TOKEN, 404],
    ['another token', '/api/v1/rules', 'x', 401],
  ])('refuses %s', async (_name, path, token, status) => {
    expect((await get(path, token)).status).toBe(status);
  });

  it.each<[PrometheusFault, number]>([
    [{ kind: 'unauthorized' }, 401],
    [{ kind: 'error', status: 503 }, 503],
  ])('misbehaves: %j', async (fault, status) => {
    await server.setFault(fault);
    expect((await get('/api/v1/rules')).status).toBe(status);
    await server.setFault({ kind: 'none' });
    expect((await get('/api/v1/rules')).status).toBe(200);
  });

  it('goes away and comes back, and counts who asked', async () => {
    await server.setFault({ kind: 'down' });
    await expect(get('/api/v1/rules')).rejects.toThrow();
    await server.setFault({ kind: 'none' });
    await get('/api/v1/rules');
    expect(server.callCounts).toMatchObject({ total: 1, byKind: { rules: 1 } });
    server.resetCalls();
    expect(server.callCounts.total).toBe(0);
  });
});
