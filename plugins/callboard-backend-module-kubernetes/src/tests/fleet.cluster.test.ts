import { ControlPlane } from '@callboard/control-plane';
import { clusterConfig } from '../__testUtils__/clusterConfig';
import { describeOnControlPlane } from '../__testUtils__/describeOnControlPlane';
import { eventually } from '../__testUtils__/eventually';
import { manifestOf, servicesCalled } from '../__testUtils__/manifestOf';
import { RequestLog } from '../__testUtils__/RequestLog';
import { SourceFollower } from '../__testUtils__/SourceFollower';
import { KubernetesProvider } from '../KubernetesProvider';

const DEPLOYMENTS_COUNT = 400;
const REPLICAS_COUNT = 5;
const PODS_COUNT = DEPLOYMENTS_COUNT * REPLICAS_COUNT;
const CHUNK_COUNT = 100;

/** Six proofs of life, one every five seconds. */
const STEADY_ROUNDS_COUNT = 6;

/** What the service page is given at most, in characters of JSON. */
const MAX_DETAIL_CHARS = 500_000;

const NAMES = Array.from(
  { length: DEPLOYMENTS_COUNT },
  (_, index) => `svc-${index}`,
);

describeOnControlPlane('2,000 pods of a real cluster', () => {
  let plane: ControlPlane;
  let provider: KubernetesProvider;
  let follower: SourceFollower;
  let log: RequestLog;

  beforeAll(async () => {
    plane = await ControlPlane.up({ nodes: 20 });
    await plane.apply('namespace');
    for (let begin = 0; begin < NAMES.length; begin += CHUNK_COUNT) {
      await plane.applyObjects(
        NAMES.slice(begin, begin + CHUNK_COUNT).map(name =>
          manifestOf(name, {
            replicas: REPLICAS_COUNT,
            labels: { fleet: 'all' },
          }),
        ),
      );
    }
    await eventually(
      'all pods run',
      async () => {
        const ready = await plane.kubectl([
          'get',
          'deployments',
          '--namespace=shop',
          '--output=jsonpath={.items[*].status.readyReplicas}',
        ]);
        const sum = ready
          .split(' ')
          .reduce((total, count) => total + Number(count), 0);
        return sum === PODS_COUNT;
      },
      { withinMs: 150_000 },
    );
    log = RequestLog.of(plane.url);
    provider = KubernetesProvider.fromConfig(clusterConfig(plane));
    follower = SourceFollower.follow(provider, servicesCalled(...NAMES));
    await eventually(
      'all services are fine',
      () =>
        follower.observations.size === NAMES.length &&
        [...follower.observations.values()].every(
          ({ verdict }) => verdict.summary === '5 of 5 serve',
        ),
    );
  }, 240_000);

  afterAll(async () => {
    await follower?.stop();
    log?.close();
    await plane?.down();
  });

  it('reads each kind once, by pages', () => {
    const lists = log.listsSince(0);
    const pages = lists.filter(path => path.startsWith('/api/v1/pods?'));
    expect(pages).toHaveLength(PODS_COUNT / 500);
    expect(pages.every(path => path.includes('limit=500'))).toBe(true);
    expect(lists.filter(path => /secrets|configmaps/.test(path))).toEqual([]);
  });

  it('asks for nothing and tells nothing while nothing changes', async () => {
    const requests = log.count;
    const rounds = follower.rounds.length;
    const reports = follower.reports.length;
    const transitions = follower.transitions.length;
    await eventually(
      'half a minute of proofs of life',
      () => follower.rounds.length >= rounds + STEADY_ROUNDS_COUNT,
    );
    expect(log.listsSince(requests)).toEqual([]);
    expect(log.watchesSince(requests)).toEqual([]);
    expect(follower.reports.slice(reports)).toEqual([]);
    expect(follower.transitions.slice(transitions)).toEqual([]);
    expect(
      follower.rounds.slice(rounds).map(({ only, error }) => ({ only, error })),
    ).toEqual(
      follower.rounds.slice(rounds).map(() => ({ only: [], error: undefined })),
    );
  });

  it('looks again at the one service whose pod has changed', async () => {
    const name = await plane.kubectl([
      'get',
      'pods',
      '--namespace=shop',
      '--selector=app=svc-7',
      '--output=jsonpath={.items[0].metadata.name}',
    ]);
    const reports = follower.reports.length;
    await plane.admin.patch({
      path: `/api/v1/namespaces/shop/pods/${name}/status`,
      type: 'strategic',
      body: {
        status: {
          containerStatuses: [
            {
              name: 'app',
              image: 'example.test/svc-7:1.0',
              imageID: '',
              ready: false,
              restartCount: 3,
              state: { waiting: { reason: 'CrashLoopBackOff' } },
            },
          ],
        },
      },
    });
    await eventually('the crash loop', () =>
      follower.finding('svc-7', 'crash-loop'),
    );
    expect(follower.reportedSince(reports)).toEqual(['svc-7']);
  });

  it('keeps what it tells of a selector that has every pod within bounds', async () => {
    await follower.stop();
    follower = SourceFollower.follow(provider, {
      everything: { 'backstage.io/kubernetes-label-selector': 'fleet=all' },
    });
    const { verdict, detail } = await eventually('it is observed', () =>
      follower.observation('everything'),
    );
    expect(verdict.status).toBe('warning');
    expect(verdict.findings.length).toBeLessThan(20);
    expect(verdict.findings.at(-1)).toMatchObject({
      code: 'selector-broad',
      message: `fleet=all matches ${DEPLOYMENTS_COUNT} workloads with ${PODS_COUNT} pods`,
    });
    expect(detail).toMatchObject({ workloadsCount: DEPLOYMENTS_COUNT });
    expect(detail.workloads).toHaveLength(50);
    expect(JSON.stringify(detail).length).toBeLessThan(MAX_DETAIL_CHARS);
    // What is not well comes first.
    expect(detail).toMatchObject({
      workloads: expect.arrayContaining([
        expect.objectContaining({ name: 'svc-7', status: 'warning' }),
      ]),
    });
  });
});
