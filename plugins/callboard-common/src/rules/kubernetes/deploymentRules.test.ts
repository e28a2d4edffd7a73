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
  autoscaler,
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
  replicaSet,
  samples,
  SEC,
  waiting,
} from './testObjects';

/** Available=False for so long, after a rollout that was done. */
const unavailable = (
  forMs: number,
  overrides: Partial<DeploymentFacts> = {},
): DeploymentFacts =>
  deployment({
    availableReplicas: 2,
    readyReplicas: 2,
    conditions: [
      condition('Available', 'False', forMs),
      condition('Progressing', 'True', DAY, {
        reason: 'NewReplicaSetAvailable',
      }),
    ],
    ...overrides,
  });

/** In the middle of a rollout. */
const rolling = (
  available: 'True' | 'False',
  overrides: Partial<DeploymentFacts> = {},
): DeploymentFacts =>
  deployment({
    updatedReplicas: 4,
    conditions: [
      condition('Available', available, 5 * MIN),
      condition('Progressing', 'True', DAY, {
        reason: 'ReplicaSetUpdated',
        updatedAt: ago(MIN),
      }),
    ],
    ...overrides,
  });

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

const rollouts: readonly Row[] = [
  {
    name: 'the deadline is exceeded while the old revision serves',
    head: deployment({
      updatedReplicas: 1,
      conditions: [
        condition('Available', 'True', DAY),
        condition('Progressing', 'False', 3 * MIN, {
          reason: 'ProgressDeadlineExceeded',
        }),
      ],
    }),
    parts: {
      replicaSets: [
        replicaSet({ name: 'new', availableReplicas: 0 }),
        replicaSet({
          name: 'old',
          revision: '6',
          images: [{ container: 'api', image: 'shop:v41' }],
        }),
      ],
    },
    status: 'failing',
    codes: ['rollout-failed'],
    message: 'v42 cannot start; v41 still serves 6 of 6',
    hint: 'Roll back, or mend the new revision',
    since: iso(3 * MIN),
    summary: 'v42 cannot start',
    activity: undefined,
  },
  {
    name: 'a rollout in progress',
    head: rolling('True'),
    parts: { replicaSets: [replicaSet({ createdAt: ago(4 * MIN) })] },
    status: 'ok',
    codes: [],
    activity: '4 of 6 on v42',
  },
  {
    name: 'a new pod crashed twice',
    head: rolling('True'),
    parts: {
      replicaSets: [replicaSet()],
      pods: [
        ...pods(5),
        pod({
          name: 'new',
          createdAt: ago(5 * MIN),
          owner: { kind: 'ReplicaSet', name: 'r', uid: 'uid-shop-api-v42' },
          containers: [
            container({ restarts: 2, current: { state: 'running' } }),
          ],
        }),
      ],
    },
    status: 'warning',
    codes: ['rollout-crashing'],
    message: '4 of 6 on v42; 1 of its pods crashes',
    activity: '4 of 6 on v42',
  },
  {
    name: 'a new pod crashed once, an old one often and long ago',
    head: rolling('True'),
    parts: {
      replicaSets: [replicaSet()],
      pods: [
        pod({
          name: 'new',
          owner: { kind: 'ReplicaSet', name: 'r', uid: 'uid-shop-api-v42' },
          containers: [container({ restarts: 1 })],
        }),
        pod({
          name: 'old',
          createdAt: ago(9 * DAY),
          owner: { kind: 'ReplicaSet', name: 'r', uid: 'uid-other' },
          containers: [container({ restarts: 40 })],
        }),
      ],
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'one is missing for 15 min',
    head: deployment({ availableReplicas: 5 }),
    samples: samples(6, [DAY, 6], [15 * MIN, 5]),
    status: 'warning',
    codes: ['replicas-missing'],
    message: '5 of 6 serve',
    since: iso(0),
  },
  {
    name: 'one is missing for less',
    head: deployment({ availableReplicas: 5 }),
    samples: samples(6, [DAY, 6], [15 * MIN - 1, 5]),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'one is missing since before anyone looked',
    head: deployment({ availableReplicas: 5 }),
    samples: samples(6, [20 * MIN, 5]),
    status: 'warning',
    codes: ['replicas-missing'],
    since: iso(5 * MIN),
    atLeast: true,
  },
  {
    name: 'now one, now another is missing',
    head: deployment({ availableReplicas: 5 }),
    samples: samples(6, [DAY, 5], [20 * MIN, 6], [5 * MIN, 5]),
    status: 'ok',
    codes: [],
  },
  {
    name: 'some are missing while a rollout gets on',
    head: rolling('True', { availableReplicas: 5 }),
    samples: samples(6, [DAY, 6], [HOUR, 5]),
    status: 'ok',
    codes: [],
  },
  {
    name: 'paused for more than 24 h',
    head: deployment({
      paused: true,
      conditions: [
        condition('Available', 'True', 9 * DAY),
        condition('Progressing', 'Unknown', DAY + 1, {
          reason: 'DeploymentPaused',
        }),
      ],
    }),
    status: 'warning',
    codes: ['rollout-paused'],
    message: `Paused since ${iso(DAY + 1)}`,
    since: iso(1),
  },
  {
    name: 'paused for 24 h',
    head: deployment({
      paused: true,
      conditions: [
        condition('Available', 'True', 9 * DAY),
        condition('Progressing', 'Unknown', DAY, {
          reason: 'DeploymentPaused',
        }),
      ],
    }),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
];

const zero = deployment({ replicas: 0 });

const scaled: readonly Row[] = [
  {
    name: 'scaled to zero 3 h ago',
    head: zero,
    samples: samples(0, [DAY, 6, 6], [3 * HOUR, 0]),
    status: 'warning',
    codes: ['scaled-to-zero'],
    message: `Scaled to zero at ${iso(3 * HOUR)} (was 6)`,
    since: iso(3 * HOUR),
    recheckIn: 7 * DAY - 3 * HOUR,
  },
  {
    name: 'scaled to zero 7 d ago',
    head: zero,
    samples: samples(0, [9 * DAY, 6, 6], [7 * DAY, 0]),
    status: 'ok',
    off: true,
    codes: [],
    summary: 'scaled to zero',
  },
  {
    name: 'at zero when we first looked, and older than a week',
    head: zero,
    samples: samples(0, [HOUR, 0]),
    status: 'ok',
    off: true,
    codes: [],
  },
  {
    name: 'at zero when we first looked, and younger than a week',
    head: deployment({ replicas: 0, createdAt: ago(2 * DAY) }),
    samples: samples(0, [HOUR, 0]),
    status: 'warning',
    codes: ['scaled-to-zero'],
    message: 'Scaled to zero',
    atLeast: true,
  },
  {
    name: 'scaled to zero by its autoscaler',
    head: zero,
    parts: { autoscalers: [autoscaler({ minReplicas: 0 })] },
    samples: samples(0, [DAY, 6, 6], [3 * HOUR, 0]),
    status: 'ok',
    off: true,
    codes: [],
  },
  {
    name: 'scaled to zero outside production',
    head: zero,
    options: { production: false },
    samples: samples(0, [DAY, 6, 6], [3 * HOUR, 0]),
    status: 'ok',
    off: true,
    codes: [],
  },
  {
    name: 'a canary at zero',
    head: deployment({ replicas: 0, canary: true }),
    samples: samples(0, [DAY, 6, 6], [3 * HOUR, 0]),
    status: 'ok',
    off: true,
    codes: [],
  },
];

describe('a Deployment', () => {
  it.each(promise)('by its promise: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each(rollouts)('by its rollout: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each(scaled)('at zero: $name', row => {
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
