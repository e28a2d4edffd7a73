import {
  faults,
  FaultServer,
  type FaultHandler,
} from '@callboard/plugin-callboard-node/testkit';
import { PrometheusRules } from './PrometheusRules';

const DEADLINE_MS = 300;
const SECRET = 'bearer-of-the-house';

/** A rule as a Prometheus 3 writes it. */
function rule(type: 'alerting' | 'recording', name: string) {
  return {
    name,
    query: 'up == 0',
    ...(type === 'alerting' && {
      state: 'inactive',
      duration: 300,
      keepFiringFor: 0,
      labels: { severity: 'page' },
      annotations: { runbook_url: `https://runbooks.example/${name}` },
      alerts: [],
    }),
    health: 'ok',
    evaluationTime: 0.000314,
    lastEvaluation: '2026-11-26T04:00:12.60602144Z',
    type,
  };
}

function group(name: string, ...rules: object[]) {
  return {
    name,
    file: `/etc/prometheus/rules/${name}.yaml`,
    rules,
    interval: 60,
    limit: 0,
    evaluationTime: 0.001,
    lastEvaluation: '2026-11-26T04:00:12.60602144Z',
  };
}

function answering(body: object): FaultHandler {
  return (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  };
}

const success = (groups: object[] | null, more: object = {}) => ({
  status: 'success',
  data: { groups },
  ...more,
});

const ALL = success([
  group('shop', rule('alerting', 'OrdersLate'), rule('recording', 'shop:up')),
  group('node', rule('alerting', 'NodeDown'), rule('alerting', 'OrdersLate')),
]);

describe('PrometheusRules', () => {
  let server: FaultServer;
  let rules: PrometheusRules;

  beforeEach(async () => {
    server = await FaultServer.start({ handler: answering(ALL) });
    rules = PrometheusRules.create({
      name: 'main',
      baseUrl: `${server.url}/prometheus`,
      headers: {
        Authorization: `Bearer ${SECRET}`,
        'X-Scope-OrgID': 'fernway',
      },
      deadlineMs: DEADLINE_MS,
    });
  });

  afterEach(async () => {
    await rules.close();
    await server.close();
  });

  const read = () => rules.read(new AbortController().signal);

  it('reads the names of alerting rules, below a prefix and for a tenant', async () => {
    await expect(read()).resolves.toEqual(['NodeDown', 'OrdersLate']);
    expect(server.requests).toMatchObject([
      {
        method: 'GET',
        url: '/prometheus/api/v1/rules?type=alert&exclude_alerts=true',
        headers: {
          authorization: `Bearer ${SECRET}`,
          'x-scope-orgid': 'fernway',
        },
      },
    ]);
  });

  it.each([
    ['no groups', success([])],
    ['no groups as Go writes it', success(null)],
    ['an empty group', success([{ ...group('shop'), rules: null }])],
  ])('knows of no alerts where there are %s', async (_name, body) => {
    server.answerWith(answering(body));
    await expect(read()).resolves.toEqual([]);
  });

  it.each([
    ['a part behind it was away', { warnings: ['no connection to eu-1'] }],
    ['a page was told', { data: { ...ALL.data, groupNextToken: '7c2f' } }],
    ['a page of vmalert was told', { page: 1, total_pages: 3 }],
    ['it says that it failed', { status: 'error', errorType: 'internal' }],
  ])('does not take it for all where %s', async (_name, more) => {
    server.answerWith(answering({ ...ALL, ...more }));
    await expect(read()).rejects.toMatchObject({
      name: 'UpstreamError',
      reason: 'invalid',
      message: expect.stringContaining('prometheus/main'),
    });
  });

  it.each(
    faults({ elsewhere: 'http://127.0.0.1:1' }).map(
      fault => [fault.name, fault] as const,
    ),
  )(
    'does not know where the server %s',
    async (_name, { handler, reasons }) => {
      if (handler) {
        server.answerWith(handler);
      } else {
        await server.refuse();
      }
      const error = await read().catch(thrown => thrown);
      expect(error).toMatchObject({ name: 'UpstreamError' });
      expect(reasons).toContain(error.reason);
      expect(`${error.message} ${error.stack}`).not.toContain(SECRET);
    },
  );

  it.each(['ftp://prometheus.example', 'prometheus'])(
    'refuses the base URL %s',
    baseUrl => {
      expect(() => PrometheusRules.create({ name: 'main', baseUrl })).toThrow(
        'base URL of prometheus/main',
      );
    },
  );
});
