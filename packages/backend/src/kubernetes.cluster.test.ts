import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ControlPlane } from '@callboard/control-plane';
import callboardPlugin from '@callboard/plugin-callboard-backend';
import kubernetesModule from '@callboard/plugin-callboard-backend-module-kubernetes';
import request from 'supertest';

// Real processes that start and are killed: a busy machine takes its time.
jest.setTimeout(120_000);

/** Whatever happens to a cluster is on the board within this time. */
const BAR_MS = 30_000;

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const CLUSTER = 'backstage.io/kubernetes-cluster';

const SERVICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  checkout: { [ID]: 'checkout' },
  payments: { [ID]: 'payments' },
  chekout: { [ID]: 'chekout' },
  unclosed: { [SELECTOR]: 'app in (checkout' },
  elsewhere: { [ID]: 'checkout', [CLUSTER]: 'reel' },
  everything: { [SELECTOR]: 'backstage.io/kubernetes-id' },
  plain: {},
};

function toEntity([name, annotations]: [
  string,
  Readonly<Record<string, string>>,
]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name,
      uid: `uid-${name}`,
      annotations: { ...annotations },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/shop' }],
  };
}

async function until<T>(
  what: string,
  read: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + BAR_MS;
  for (;;) {
    const found = await read();
    if (found) return found;
    if (Date.now() > end) throw new Error(`In vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

const describeWithControlPlane = ControlPlane.isAvailable
  ? describe
  : describe.skip;
if (!ControlPlane.isAvailable) {
  process.stderr.write(
    'SKIPPED: "from a real cluster to the board" needs a control plane, and KUBEBUILDER_ASSETS is not set\n',
  );
}

describeWithControlPlane('from a real cluster to the board', () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'kubernetes-light-'));
  let plane: ControlPlane;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  const get = (route: string) =>
    request(backend.server)
      .get(`/api/callboard/v1${route}`)
      .set('authorization', mockCredentials.user.header());
  const rowOf = async (name: string) =>
    (await get('/services?limit=200')).body.items.find(
      (item: any) => item.name === name,
    );
  const serviceOf = async (name: string) =>
    (await get(`/services/component/default/${name}`)).body;
  const source = async () => (await get('/sources')).body.items[0];
  const timelineOf = async (name: string, type: string) =>
    (
      await get(`/services/component/default/${name}/timeline`)
    ).body.items.filter((item: any) => item.type === type);

  beforeAll(async () => {
    plane = await ControlPlane.up();
    await plane.apply('namespace', 'running', 'crash-loop');
    await plane.kubectl([
      'rollout',
      'status',
      '--namespace=shop',
      'deployment/checkout',
    ]);
    backend = await startTestBackend({
      features: [
        callboardPlugin,
        kubernetesModule,
        catalogServiceMock.factory({
          entities: Object.entries(SERVICES).map(toEntity),
        }),
        databaseServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: {
                client: 'better-sqlite3',
                connection: { directory },
              },
            },
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: [
                    {
                      name: 'real',
                      title: 'Real',
                      url: plane.url,
                      authProvider: 'serviceAccount',
                      serviceAccountToken: plane.token,
                      caFile: plane.caFile,
                      dashboardUrl: 'https://dashboard.example.test/',
                      dashboardApp: 'standard',
                    },
                  ],
                },
              ],
            },
          },
        }),
      ],
    });
    await until('payments crash-loops', async () => {
      const row = await rowOf('payments');
      return row?.status === 'warning';
    });
    await until('the source is fine', async () => {
      const { state } = await source();
      return state === 'ok';
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await plane?.down();
    rmSync(directory, { recursive: true, force: true });
  });

  it('shows what runs, what crash-loops, and what names nothing', async () => {
    expect(await rowOf('checkout')).toMatchObject({ status: 'ok' });
    expect(await rowOf('payments')).toMatchObject({
      status: 'warning',
      why: '2 of 2 crash-loop: payments, exit code 1',
    });
    expect(await rowOf('plain')).toMatchObject({ status: 'none' });
  });

  it.each([
    {
      service: 'unclosed',
      what: 'a selector that is none',
      code: 'not-found',
      message: /^backstage\.io\/kubernetes-label-selector names no workloads: /,
      hint: /app in \(checkout/,
    },
    {
      service: 'chekout',
      what: 'a selector that matches nothing',
      code: 'not-found',
      message: /^Nothing in any namespace of real matches .*=chekout$/,
      hint: /near: .*checkout/,
    },
    {
      service: 'elsewhere',
      what: 'a cluster that is not configured',
      code: 'not-configured',
      message: /^No cluster called reel is configured$/,
      hint: /near real/,
    },
  ])('$what is unknown, with what to do', async ({ service, ...expected }) => {
    const row = await rowOf(service);
    expect(row.status).toBe('unknown');
    const finding = row.aspects.kubernetes.findings.find(
      ({ code }: { code: string }) => code === expected.code,
    );
    expect(finding).toMatchObject({
      status: 'unknown',
      message: expect.stringMatching(expected.message),
      hint: expect.stringMatching(expected.hint),
    });
    expect(row.why).toBe(finding.message);
  });

  it('a selector that matches everything tells of all of it', async () => {
    const row = await rowOf('everything');
    expect(row.status).toBe('warning');
    const { observations } = await serviceOf('everything');
    expect(
      observations[0].detail.workloads.map(({ name }: any) => name),
    ).toEqual(['payments', 'checkout']);
  });

  it('gives the service page workloads, pods and links to the dashboard', async () => {
    const { observations } = await serviceOf('payments');
    expect(observations).toMatchObject([
      {
        source: 'kubernetes/real',
        detail: {
          cluster: 'real',
          workloads: [
            {
              kind: 'Deployment',
              name: 'payments',
              replicas: { desired: 2, available: 0 },
              podsCount: 2,
              links: [
                {
                  url: expect.stringContaining(
                    'https://dashboard.example.test/#/deployment/shop/payments',
                  ),
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('gives the page of the cluster what it is made of', async () => {
    const body = await until('the version is known', async () => {
      const answer = await get('/sources/kubernetes/real').expect(200);
      return answer.body.detail?.version && answer.body;
    });
    expect(body).toMatchObject({
      source: 'kubernetes/real',
      watched: true,
      detail: {
        title: 'Real',
        version: expect.stringMatching(/^v1\./),
        namespaces: [{ name: 'shop', workloads: 2, unclaimed: 0, pods: 5 }],
        watches: expect.arrayContaining([
          expect.objectContaining({ resource: 'nodes', state: 'forbidden' }),
        ]),
      },
    });
  });

  it('keeps a rollout for the timeline', async () => {
    await plane.kubectl([
      '--namespace=shop',
      'set',
      'image',
      'deployment/checkout',
      'checkout=example.test/checkout:1.1',
    ]);
    const [change] = await until('the rollout is told', async () => {
      const changes = await timelineOf('checkout', 'change');
      return changes.length > 1 && changes;
    });
    expect(change).toMatchObject({
      kind: 'deploy',
      source: 'kubernetes/real',
      title: 'deploy 1.1 (checkout, revision 2)',
    });
    await until('it is done', async () => {
      const row = await rowOf('checkout');
      return row.status === 'ok' && !row.aspects.kubernetes.activity;
    });
  });

  it('is stale while the cluster is away, keeps what it knew, and is fresh again', async () => {
    const statuses = async () =>
      Object.fromEntries(
        (await get('/services?limit=200')).body.items.map((item: any) => [
          item.name,
          item.status,
        ]),
      );
    const before = await statuses();
    const transitions = await timelineOf('checkout', 'transition');

    await plane.signal('kube-apiserver', 'SIGKILL');
    await until('the row is stale', async () => {
      const { stale } = await rowOf('checkout');
      return stale;
    });
    expect(await statuses()).toEqual(before);
    expect(await source()).toMatchObject({
      state: 'unreachable',
      message: expect.stringContaining('kubernetes/real'),
    });

    await plane.restart();
    await until('the row is fresh', async () => {
      const { stale } = await rowOf('checkout');
      return !stale;
    });
    expect(await statuses()).toEqual(before);
    expect(await timelineOf('checkout', 'transition')).toEqual(transitions);
  });

  it('shows its token nowhere: neither in answers nor in the database', async () => {
    const answers = await Promise.all(
      [
        '/services?limit=200',
        '/sources',
        '/sources/kubernetes/real',
        '/doctor',
        '/services/component/default/payments',
      ].map(async route => (await get(route)).text),
    );
    const files = readdirSync(directory).map(file =>
      readFileSync(path.join(directory, file), 'latin1'),
    );
    for (const text of [...answers, ...files]) {
      expect(text.includes(plane.token)).toBe(false);
    }
  });
});
