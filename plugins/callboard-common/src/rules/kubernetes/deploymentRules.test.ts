import { DeploymentFacts } from './facts';
import {
  expectedOf,
  iso,
  judge,
  Row,
  seenOf,
  snapshotOf,
  workloadOf,
} from './testJudging';
import {
  ago,
  badPod,
  condition,
  container,
  DAY,
  deployment,
  ended,
  HOUR,
  MIN,
  pod,
  pods,
  samples,
  SEC,
  waiting,
} from './testObjects';

import { rolling, unavailable } from './testRollouts';

const crashing = badPod(
  3 * MIN,
  {
    restarts: 4,
    current: waiting('CrashLoopBackOff'),
    last: ended(40 * SEC, 30 * SEC, { reason: 'OOMKilled', exitCode: 137 }),
  },
  { name: 'shop-api-9' },
);

const promise: readonly Row[] = [
  {
    name: 'all pods serve',
    head: deployment(),
    status: 'ok',
    codes: [],
    since: iso(DAY),
    summary: '6 of 6 serve',
  },
  {
    name: 'Available=False for 2 min',
    head: unavailable(2 * MIN),
    parts: { pods: [...pods(2), crashing] },
    status: 'failing',
    codes: ['below-minimum', 'crash-loop'],
    message: '2 of 6 pods serve, 5 are needed',
    hint: 'Top reason: 1 of 3 crash-loops: api, OOMKilled',
    since: iso(0),
    summary: '2 of 6 pods serve',
  },
  {
    name: 'Available=False for less',
    head: unavailable(2 * MIN - 1),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'no pod serves for 60 s, and one would do',
    head: unavailable(60 * SEC, {
      replicas: 1,
      maxUnavailable: '25%',
      availableReplicas: 0,
    }),
    samples: samples(1, [DAY, 1], [60 * SEC, 0]),
    status: 'failing',
    codes: ['below-minimum'],
    message: '0 of 1 pods serve, 1 is needed',
    since: iso(0),
  },
  {
    name: 'no pod serves for less',
    head: unavailable(60 * SEC - 1, { availableReplicas: 0 }),
    samples: samples(6, [DAY, 6], [60 * SEC - 1, 0]),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'no pod serves though all may be missing: Available=True says nothing then',
    head: deployment({
      replicas: 1,
      maxUnavailable: '100%',
      availableReplicas: 0,
      readyReplicas: 0,
    }),
    parts: {
      pods: [badPod(2 * MIN, { current: waiting('ContainerCreating') })],
    },
    samples: samples(1, [90 * SEC, 0]),
    status: 'failing',
    codes: ['below-minimum'],
    since: iso(MIN),
    atLeast: true,
  },
  {
    name: 'the cluster has no time of it: what is remembered counts',
    head: unavailable(0, {
      conditions: [{ type: 'Available', status: 'False' }],
    }),
    samples: samples(6, [DAY, 6], [3 * MIN, 2]),
    status: 'failing',
    codes: ['below-minimum'],
    since: iso(MIN),
  },
  {
    name: 'the clock of the cluster is an hour ahead: what is remembered counts',
    head: unavailable(-HOUR),
    samples: samples(6, [DAY, 6], [3 * MIN, 2]),
    status: 'failing',
    codes: ['below-minimum'],
    since: iso(MIN),
  },
  {
    name: 'a finished Deployment that lost its pods',
    head: unavailable(HOUR, { availableReplicas: 0, readyReplicas: 0 }),
    samples: samples(6, [DAY, 6], [HOUR, 0]),
    status: 'failing',
    codes: ['below-minimum'],
    since: iso(HOUR - MIN),
    activity: undefined,
  },
  {
    name: 'a rolling update that takes too much away',
    head: rolling('False', { availableReplicas: 3 }),
    status: 'failing',
    codes: ['below-minimum'],
    activity: '4 of 6 on v42',
  },
  {
    name: 'a first rollout within its deadline',
    head: rolling('False', {
      createdAt: ago(5 * MIN),
      availableReplicas: 0,
    }),
    status: 'ok',
    codes: [],
    recheckIn: 9 * MIN,
    activity: '4 of 6 on v42',
  },
  {
    name: 'a first rollout within its deadline, some of whose pods serve',
    head: rolling('False', {
      createdAt: ago(5 * MIN),
      availableReplicas: 2,
      conditions: [
        condition('Available', 'False', 5 * MIN),
        condition('Progressing', 'True', 5 * MIN, {
          reason: 'ReplicaSetUpdated',
        }),
      ],
    }),
    samples: samples(6, [5 * MIN, 0], [4 * MIN, 2]),
    status: 'ok',
    codes: [],
    summary: '2 of 6 serve',
  },
  {
    name: 'a first rollout past its deadline, which the controller has not told yet',
    head: rolling('False', {
      createdAt: ago(12 * MIN),
      availableReplicas: 0,
      conditions: [
        condition('Available', 'False', 12 * MIN),
        condition('Progressing', 'True', 12 * MIN, {
          reason: 'NewReplicaSetCreated',
          updatedAt: ago(10 * MIN),
        }),
      ],
    }),
    status: 'failing',
    codes: ['below-minimum'],
    since: iso(0),
  },
  {
    name: 'a first rollout without any deadline',
    head: rolling('False', {
      createdAt: ago(11 * MIN),
      availableReplicas: 0,
      progressDeadlineSeconds: undefined,
      conditions: [condition('Available', 'False', 11 * MIN)],
    }),
    status: 'failing',
    codes: ['below-minimum'],
    since: iso(MIN),
  },
  {
    name: 'a Recreate rollout within its deadline',
    head: rolling('False', { strategy: 'Recreate', availableReplicas: 0 }),
    samples: samples(6, [DAY, 6], [5 * MIN, 0]),
    status: 'ok',
    codes: [],
  },
  {
    name: 'a Recreate rollout past its deadline',
    head: deployment({
      strategy: 'Recreate',
      availableReplicas: 0,
      updatedReplicas: 6,
      conditions: [
        condition('Available', 'False', 15 * MIN),
        condition('Progressing', 'False', 4 * MIN, {
          reason: 'ProgressDeadlineExceeded',
        }),
      ],
    }),
    samples: samples(6, [DAY, 6], [15 * MIN, 0]),
    status: 'failing',
    codes: ['below-minimum', 'rollout-failed'],
    since: iso(4 * MIN),
  },
  {
    name: 'a Deployment with Recreate that loses its pods outside of a rollout',
    head: unavailable(3 * MIN, { strategy: 'Recreate' }),
    status: 'failing',
    codes: ['below-minimum'],
    message: '2 of 6 pods serve, 6 are needed',
  },
  {
    name: 'a canary',
    head: unavailable(3 * MIN, { canary: true }),
    status: 'warning',
    codes: ['below-minimum'],
  },
  {
    name: 'evicted leftovers beside enough pods',
    head: deployment(),
    parts: {
      pods: [
        ...pods(6),
        ...Array.from({ length: 9 }, (_, index) =>
          pod({
            name: `shop-api-old-${index}`,
            phase: 'Failed',
            reason: 'Evicted',
            conditions: [],
            containers: [container({ ready: false, restarts: 7 })],
          }),
        ),
      ],
    },
    status: 'ok',
    codes: [],
  },
];

describe('a Deployment', () => {
  it.each(promise)('by its promise: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it('has an impact on delivery only while it serves', () => {
    const failed = (available: 'True' | 'False') =>
      deployment({
        conditions: [
          condition('Available', available, MIN),
          condition('Progressing', 'False', MIN, {
            reason: 'ProgressDeadlineExceeded',
          }),
        ],
      });
    const impact = (head: DeploymentFacts) => seenFinding(head).impact;
    expect(impact(failed('True'))).toBe('delivery');
    expect(impact(failed('False'))).toBe('live');
  });

  it('says why it is not green', () => {
    const { explanation } = judge(
      snapshotOf([workloadOf(unavailable(2 * MIN))]),
    ).verdict;
    expect(explanation).toEqual({
      rule: 'Deployment shop-api in prod-eu breaks its own promise: at least 5 of 6 pods serve at any time',
      threshold:
        'Available=False for 2 min or more, or no pod for 1 min, then failing; a first or Recreate rollout has its deadline',
      inputs: [
        { name: 'Pods wanted', value: '6' },
        {
          name: 'May be missing (maxUnavailable)',
          value: '1, so 5 are needed',
        },
        { name: 'Pods that serve', value: '2' },
        { name: 'Available=False since', value: iso(2 * MIN) },
      ],
      clears: 'when 5 or more pods serve',
    });
  });
});

function seenFinding(head: DeploymentFacts) {
  return judge(snapshotOf([workloadOf(head)])).verdict.findings[0];
}
