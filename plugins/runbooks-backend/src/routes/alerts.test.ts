import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { FaultServer } from '@callboard/plugin-callboard-node/testkit';
import { startRunbooks } from '../__testUtils__/startRunbooks';

// Databases take long to make on a busy machine.
jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const RULES = JSON.stringify({
  status: 'success',
  data: {
    groups: [
      {
        name: 'shop',
        rules: [
          { type: 'alerting', name: 'OrdersLate' },
          { type: 'recording', name: 'ShopUp' },
        ],
      },
    ],
  },
});

describe.each(databases.eachSupportedId())(
  'alerts that runbooks name, %s',
  id => {
    let prometheus: FaultServer;

    beforeEach(async () => {
      prometheus = await FaultServer.start({
        handler: (_, response) => {
          response.setHeader('content-type', 'application/json');
          response.end(RULES);
        },
      });
    });

    afterEach(() => prometheus.close());

    async function problemsOf(alerts: { servers: string[] }, names: string[]) {
      const scheduler = mockServices.scheduler.mock();
      const { as, backend } = await startRunbooks({
        knex: await databases.init(id),
        runbooks: {
          alerts: {
            prometheus: alerts.servers.map((baseUrl, n) => ({
              name: `p${n}`,
              baseUrl,
            })),
          },
        },
        features: [scheduler.factory],
      });
      for (const [task] of scheduler.scheduleTask.mock.calls) {
        if (task.id === 'runbooks-alerts') {
          await task.fn(new AbortController().signal);
        }
      }
      const { body } = await as('mira')
        .post('/runbooks')
        .send({
          entityRef: 'component:default/checkout',
          title: 'Orders',
          content: 'Text',
          matches: names.map(alertname => ({ alertname })),
          state: 'published',
        })
        .expect(201);
      await backend.stop();
      return body.problems.filter(
        ({ code }: { code: string }) => code === 'unknown-alert',
      );
    }

    it('are unknown where no rule of any server fires them', async () => {
      await expect(
        problemsOf({ servers: [prometheus.url] }, ['ordersLate', 'ShopUp']),
      ).resolves.toEqual([
        {
          code: 'unknown-alert',
          message: 'No rule fires ShopUp',
          hint: 'Correct the name, or take it out. What was asked: prometheus/p0',
        },
      ]);
    });

    it.each([
      ['no server is configured', () => []],
      ['one of them is away', () => [prometheus.url, 'http://127.0.0.1:1']],
    ])('are not claimed to be unknown where %s', async (_name, servers) => {
      await expect(
        problemsOf({ servers: servers() }, ['ShopUp']),
      ).resolves.toEqual([]);
    });
  },
);
