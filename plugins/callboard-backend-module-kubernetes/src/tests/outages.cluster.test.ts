import { ControlPlane } from '@callboard/control-plane';
import { CLUSTER, clusterConfig } from '../__testUtils__/clusterConfig';
import { describeOnControlPlane } from '../__testUtils__/describeOnControlPlane';
import { eventually } from '../__testUtils__/eventually';
import { Gate } from '../__testUtils__/Gate';
import {
  deploymentPath,
  manifestOf,
  servicesCalled,
} from '../__testUtils__/manifestOf';
import { RequestLog } from '../__testUtils__/RequestLog';
import { SourceFollower } from '../__testUtils__/SourceFollower';
import { KubernetesProvider } from '../KubernetesProvider';

/** Stale, and fresh again, within this time. */
const BAR_MS = 30_000;

const SERVICES = servicesCalled(
  'cart',
  'wish',
  'vanishing',
  'reports',
  'scratch',
  'nothing',
);

describeOnControlPlane('outages of a real cluster', () => {
  let plane: ControlPlane;
  let gate: Gate;
  let log: RequestLog;
  let follower: SourceFollower;

  const isFailing = () => follower.failure;
  const isFresh = () => !follower.failure;

  beforeAll(async () => {
    plane = await ControlPlane.up();
    await plane.apply('namespace', 'jobs', 'evicted');
    await plane.applyObjects([
      manifestOf('cart'),
      manifestOf('wish'),
      manifestOf('vanishing'),
    ]);
    gate = await Gate.to(plane.url);
    log = RequestLog.of(gate.url);
    follower = SourceFollower.follow(
      KubernetesProvider.fromConfig(clusterConfig(plane, { url: gate.url })),
      SERVICES,
    );
    // What changes by itself within the first minute is not what is looked for here.
    await eventually(
      'everything is as it stays',
      () => {
        const summaries = Object.keys(SERVICES).map(
          service => follower.observation(service)?.verdict.summary,
        );
        // The event of a Job that failed comes after what it tells.
        const detail = JSON.stringify(follower.observation('reports')?.detail);
        return (
          detail?.includes('BackoffLimitExceeded') &&
          JSON.stringify(summaries) ===
            JSON.stringify([
              '2 of 2 serve',
              '2 of 2 serve',
              '2 of 2 serve',
              'failed 2 of 2 tries',
              'pod failed',
              'not found',
            ])
        );
      },
      { withinMs: 90_000 },
    );
  });

  afterAll(async () => {
    await follower?.stop();
    log?.close();
    await gate?.close();
    await plane?.down();
  });

  describe.each([
    {
      outage: 'the apiserver is killed',
      begin: () => plane.signal('kube-apiserver', 'SIGKILL'),
      end: () => plane.restart(),
    },
    {
      outage: 'the apiserver keeps its connections and says nothing',
      begin: () => plane.signal('kube-apiserver', 'SIGSTOP'),
      end: () => plane.signal('kube-apiserver', 'SIGCONT'),
    },
    {
      outage: 'etcd says nothing, and the apiserver answers what it remembers',
      begin: () => plane.signal('etcd', 'SIGSTOP'),
      end: () => plane.signal('etcd', 'SIGCONT'),
    },
    {
      outage: 'the way there is cut',
      begin: async () => gate.shut(),
      end: async () => gate.open(),
    },
  ])('$outage', ({ begin, end }) => {
    let transitions: number;

    beforeAll(() => {
      transitions = follower.transitions.length;
    });

    it('is told within 30 s, and nothing is forgotten', async () => {
      await begin();
      const failure = await eventually('the source fails', isFailing, {
        withinMs: BAR_MS,
      });
      expect(failure).toMatchObject({
        reason: 'unreachable',
        message: expect.stringContaining(`kubernetes/${CLUSTER}`),
      });
      expect(follower.observations.size).toBe(Object.keys(SERVICES).length);
    });

    it('is over within 30 s of its end, and nothing has become another', async () => {
      await end();
      await eventually('the source is fresh', isFresh, { withinMs: BAR_MS });
      await eventually('every kind is watched', () =>
        follower.page?.watches.every(
          ({ resource, state }) =>
            state === (resource === 'nodes' ? 'forbidden' : 'watching'),
        ),
      );
      expect(follower.transitions.slice(transitions)).toEqual([]);
    });

    it('what changes afterwards comes in', async () => {
      const { resourceVersion } = (
        await plane.admin.patch({
          path: deploymentPath('wish'),
          body: { spec: { replicas: 3 } },
        })
      ).metadata;
      expect(resourceVersion).toEqual(expect.any(String));
      await eventually(
        'three serve',
        () => follower.observation('wish')?.verdict.summary === '3 of 3 serve',
      );
      await plane.admin.patch({
        path: deploymentPath('wish'),
        body: { spec: { replicas: 2 } },
      });
      await eventually('two serve, and the third is gone', () => {
        const { verdict, detail } = follower.observation('wish') ?? {};
        return (
          verdict?.summary === '2 of 2 serve' &&
          JSON.stringify(detail).includes('"podsCount":2')
        );
      });
    });
  });

  it('lists again what the cluster no longer knows, and drops what has vanished meanwhile', async () => {
    gate.shut();
    await plane.admin.delete(deploymentPath('vanishing'));
    await eventually('its pods are gone', async () => {
      const names = await plane.kubectl([
        'get',
        'pods',
        '--namespace=shop',
        '--selector=app=vanishing',
        '--output=name',
      ]);
      return names === '';
    });
    await plane.restart({ compact: true });
    const transitions = follower.transitions.length;
    const requests = log.count;
    gate.open();
    await eventually('it has vanished', () =>
      follower.finding('vanishing', 'not-found'),
    );
    expect(log.listsSince(requests)).toContainEqual(
      expect.stringMatching(/^\/api\/v1\/pods\?/),
    );
    expect(
      follower.transitions.slice(transitions).map(({ subjectId }) => subjectId),
    ).toEqual(['vanishing']);
    await eventually('the page of the cluster is without it', () => {
      const [shop] = follower.page?.namespaces ?? [];
      return shop.workloads === 2 && shop.pods === 4;
    });
  });
});
