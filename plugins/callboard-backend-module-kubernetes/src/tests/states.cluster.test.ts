import { execFileSync } from 'node:child_process';
import { ControlPlane, MANIFESTS } from '@callboard/control-plane';
import { kubectlFor } from '@callboard/plugin-callboard-common';
import { clusterConfig } from '../__testUtils__/clusterConfig';
import {
  AFTER_A_MINUTE,
  AFTER_FIFTEEN_MINUTES,
  AFTER_FIVE_MINUTES,
  AT_ONCE,
  type ClusterState,
} from '../__testUtils__/clusterStates';
import { describeOnControlPlane } from '../__testUtils__/describeOnControlPlane';
import { eventually } from '../__testUtils__/eventually';
import { followByTime } from '../__testUtils__/followByTime';
import { manifestOf, servicesCalled } from '../__testUtils__/manifestOf';
import { MovableTime } from '../__testUtils__/MovableTime';
import { serviceAccount } from '../__testUtils__/serviceAccount';
import type { SourceFollower } from '../__testUtils__/SourceFollower';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

const SERVICES = servicesCalled(
  'checkout',
  'payments',
  'recommender',
  'catalogue',
  'mailer',
  'ledger',
  'search',
  'reports',
  'scratch',
  'forecast',
  'archive',
  'backlog',
  'quiet',
  'nothing',
);

describeOnControlPlane('states that a real cluster brings about', () => {
  let plane: ControlPlane;
  let time: MovableTime;
  let follower: SourceFollower;

  beforeAll(async () => {
    plane = await ControlPlane.up();
    const token = await serviceAccount(
      plane,
      'reader',
      { role: 'view' },
      {
        role: 'read-nodes',
        rules: [
          {
            apiGroups: [''],
            resources: ['nodes'],
            verbs: ['get', 'list', 'watch'],
          },
        ],
      },
    );
    await plane.apply(...MANIFESTS);
    await plane.applyObjects([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'tighter' } },
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'two-more', namespace: 'tighter' },
        spec: { hard: { pods: '2' } },
      },
      manifestOf('backlog', {
        namespace: 'tighter',
        replicas: 3,
        maxUnavailable: 1,
      }),
      manifestOf('quiet'),
    ]);
    time = MovableTime.create();
    follower = followByTime(clusterConfig(plane, { token }), {
      time,
      services: SERVICES,
    });
  });

  afterAll(async () => {
    await follower?.stop();
    await plane?.down();
  });

  const statusOf = (service: string) =>
    follower.observation(service)?.verdict.status;

  /** The finding, once the service has it of all its pods and is what it should be. */
  async function found({ service, status, finding }: ClusterState) {
    const { code, message } = finding;
    await eventually(
      `${service} is ${status}: ${code}, of ${JSON.stringify(
        follower.observation(service)?.verdict,
      )}`,
      () =>
        follower.finding(service, code)?.message === message &&
        statusOf(service) === status,
    );
    return follower.finding(service, code);
  }

  describe('at once', () => {
    it('sees running pods, and what they promise', async () => {
      await eventually(
        'checkout is fine',
        () =>
          follower.observation('checkout')?.verdict.summary === '3 of 3 serve',
      );
      expect(follower.observation('checkout')).toMatchObject({
        verdict: { status: 'ok', summary: '3 of 3 serve', findings: [] },
        detail: {
          workloads: [
            {
              kind: 'Deployment',
              namespace: 'shop',
              name: 'checkout',
              replicas: {
                desired: 3,
                ready: 3,
                updated: 3,
                available: 3,
                needed: 3,
              },
              images: [
                { container: 'checkout', image: 'example.test/checkout:1.0' },
              ],
              autoscaler: { name: 'checkout', min: 2, max: 3 },
            },
          ],
        },
      });
    });

    it.each(AT_ONCE)('$service: $finding.code', async state => {
      expect(await found(state)).toMatchObject(state.finding);
    });

    it('tells a Job that succeeded beside the one that failed', () => {
      expect(follower.observation('reports')?.detail).toMatchObject({
        workloads: [
          { name: 'nightly-report', status: 'failing' },
          { name: 'weekly-report', status: 'ok', summary: 'completed' },
        ],
      });
    });

    it('carries the times that the cluster tells', async () => {
      const { status } = await plane.admin.get(
        '/apis/batch/v1/namespaces/shop/jobs/nightly-report',
      );
      const failed = conditionsOf(status).find(({ type }) => type === 'Failed');
      const { since = '' } = follower.finding('reports', 'job-failed') ?? {};
      expect(Date.parse(since)).toBe(
        Date.parse(failed?.lastTransitionTime ?? ''),
      );
    });

    it('has no failing service yet because of what only time will tell', () => {
      expect(statusOf('search')).toBe('ok');
      expect(statusOf('mailer')).toBe('ok');
      expect(statusOf('archive')).toBe('ok');
      expect(statusOf('backlog')).toBe('ok');
    });

    it('shows the cluster: version, nodes and what is requested of them', () => {
      expect(follower.page).toMatchObject({
        version: expect.stringMatching(/^v1\.\d+\.\d+/),
        nodesCount: 3,
        nodes: ['node-0', 'node-1', 'node-2'].map(name => ({
          name,
          ready: true,
          cordoned: false,
          pressures: [],
        })),
        watches: expect.arrayContaining([
          expect.objectContaining({ resource: 'pods', state: 'watching' }),
          expect.objectContaining({ resource: 'nodes', state: 'watching' }),
        ]),
      });
      expect(
        follower.page?.watches.every(({ state }) => state === 'watching'),
      ).toBe(true);
    });
  });

  describe.each([
    { name: 'a minute', ms: 65 * SECOND_MS, cases: AFTER_A_MINUTE },
    { name: 'five minutes', ms: 4 * MINUTE_MS, cases: AFTER_FIVE_MINUTES },
    {
      name: 'a quarter of an hour',
      ms: 10 * MINUTE_MS,
      cases: AFTER_FIFTEEN_MINUTES,
    },
  ])('after $name, though nothing has changed', ({ ms, cases }) => {
    let begin: number;

    beforeAll(() => {
      begin = follower.reports.length;
      time.moveOn(ms);
    });

    it.each(cases)('$service: $finding.code', async state => {
      expect(await found(state)).toMatchObject(state.finding);
    });

    it('looks again only where time may tell something', () => {
      const reported = follower.reportedSince(begin);
      expect(reported).not.toContain('quiet');
      expect(reported).not.toContain('nothing');
    });
  });

  it('gives commands that the cluster understands', async () => {
    const commands = new Set(
      [...follower.observations.values()]
        .flatMap(({ verdict }) => verdict.findings)
        .flatMap(finding => kubectlFor(finding) ?? []),
    );
    const withKubelet = [...commands].filter(command => / logs /.test(command));
    expect(withKubelet).toContainEqual(
      expect.stringMatching(
        /^kubectl --context real -n shop logs payments-\S+ -c payments --previous$/,
      ),
    );
    const others = [...commands].filter(
      command => !withKubelet.includes(command),
    );
    expect(others.length).toBeGreaterThan(8);
    for (const command of others) {
      const [kubectl, context, name, ...args] = wordsOf(command);
      expect([kubectl, context, name]).toEqual([
        'kubectl',
        '--context',
        'real',
      ]);
      const trouble = await plane.kubectl(args).then(() => '', String);
      // A rollout past its deadline is an answer, with an exit code of its own.
      expect(trouble).toMatch(/^$|exceeded its progress deadline\s*$/);
    }
  });
});

/** The words of a command, as a shell takes them. */
function wordsOf(command: string): readonly string[] {
  return execFileSync('sh', ['-c', `printf '%s\\n' ${command}`], {
    encoding: 'utf8',
  })
    .trimEnd()
    .split('\n');
}

function conditionsOf(
  status: unknown,
): ReadonlyArray<{ type: string; lastTransitionTime?: string }> {
  return (status as { conditions?: never[] }).conditions ?? [];
}
