import {
  AutoscalerFacts,
  ConditionFacts,
  ContainerFacts,
  HeadFacts,
  JobFacts,
  KubernetesSnapshot,
  NodeFacts,
  ObjectMemory,
  PodFacts,
  ReplicaSample,
  UnreadableKind,
  VolumeClaimFacts,
  WorkloadSnapshot,
} from './facts';
import { snapshotOf, workloadOf } from './testJudging';
import {
  ago,
  autoscaler,
  claim,
  condition,
  container,
  cronJob,
  custom,
  daemonSet,
  DAY,
  deployment,
  ended,
  event,
  foreign,
  HOUR,
  job,
  MIN,
  node,
  pod,
  replicaSet,
  runningFor,
  SEC,
  statefulSet,
  waiting,
} from './testObjects';
import { TestRandom } from './testRandom';

/** Times around the thresholds of the rules. */
const AGES = [
  0,
  30 * SEC,
  60 * SEC - 1,
  60 * SEC,
  2 * MIN - 1,
  2 * MIN,
  3 * MIN,
  5 * MIN,
  7 * MIN,
  10 * MIN,
  14 * MIN,
  15 * MIN,
  16 * MIN,
  59 * MIN,
  HOUR,
  3 * HOUR,
  13 * HOUR,
  25 * HOUR,
  3 * DAY,
  8 * DAY,
] as const;

const RESOURCES = [
  'pods',
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
  'cronjobs',
] as const;

const age = (random: TestRandom) =>
  random.pick(AGES) + (random.chance(0.5) ? random.int(0, 90 * SEC) : 0);

/** How many do, of so many: most often all of them. */
const there = (random: TestRandom, of: number) =>
  random.chance(0.4) ? of : random.int(0, of);

/** Pods, conditions and memory that agree with what the head says of itself. */
interface Shape {
  readonly replicas: number;
  readonly available: number;
  /** It has been like this for so long. */
  readonly forMs: number;
  readonly samples: readonly ReplicaSample[];
}

function shapeOf(random: TestRandom): Shape {
  const replicas = random.int(0, 7);
  const available = there(random, replicas);
  const forMs = age(random);
  const now = { replicas, ready: available, available, updated: replicas };
  const well = { ...now, ready: replicas, available: replicas };
  const before = random.chance(0.7)
    ? [{ ...well, at: ago(forMs + age(random) + 1) }]
    : [];
  return {
    replicas,
    available,
    forMs,
    samples: [...before, { ...now, at: ago(forMs) }],
  };
}

function containerOf(random: TestRandom): Partial<ContainerFacts> {
  const forMs = age(random);
  const last = ended(forMs + age(random), forMs + random.int(0, 5 * MIN));
  return random.pick<Partial<ContainerFacts>>([
    { current: runningFor(forMs) },
    { current: runningFor(forMs), restarts: random.int(1, 6), last },
    {
      current: waiting('CrashLoopBackOff'),
      restarts: random.int(0, 6),
      last,
    },
    { current: waiting(random.pick(['ErrImagePull', 'ContainerCreating'])) },
    {
      current: waiting('CreateContainerConfigError', 'secret "a" not found'),
    },
    { role: 'init', current: ended(forMs, 0, { exitCode: 0 }) },
  ]);
}

function podOf(
  random: TestRandom,
  options: { name: string; ready: boolean; forMs: number },
): PodFacts {
  const { name, ready, forMs } = options;
  if (ready) {
    return pod({ name, createdAt: ago(forMs + DAY) });
  }
  if (random.chance(0.1)) {
    return pod({ name, deletionAt: ago(age(random)) });
  }
  const scheduled = random.chance(0.8);
  return pod({
    name,
    createdAt: ago(forMs + random.int(0, HOUR)),
    phase: scheduled ? 'Running' : 'Pending',
    nodeName: scheduled ? random.pick(['n1', 'n2']) : undefined,
    conditions: [
      condition('PodScheduled', scheduled ? 'True' : 'False', forMs, {
        reason: scheduled ? undefined : 'Unschedulable',
      }),
      condition('Ready', 'False', forMs),
    ],
    containers: scheduled
      ? [container({ ready: false, ...containerOf(random) })]
      : [],
    ...(random.chance(0.2) && { claims: ['data-0'] }),
  });
}

function podsOf(
  random: TestRandom,
  { replicas, available, forMs }: Shape,
  name: string,
): PodFacts[] {
  const missing = random.int(0, replicas - available);
  const live = Array.from({ length: replicas - missing }, (_, index) =>
    podOf(random, {
      name: `${name}-${index}`,
      ready: index < available,
      forMs,
    }),
  );
  const leftovers = random.chance(0.2)
    ? [pod({ name: `${name}-old`, phase: 'Failed', reason: 'Evicted' })]
    : [];
  return [...live, ...leftovers];
}

function deploymentOf(random: TestRandom, shape: Shape): HeadFacts {
  const { replicas, available, forMs } = shape;
  const maxUnavailable = random.pick(['1', '25%', '0', '100%']);
  const share = maxUnavailable.endsWith('%')
    ? Math.floor((replicas * parseInt(maxUnavailable, 10)) / 100)
    : Number(maxUnavailable);
  const strategy = random.chance(0.8) ? 'RollingUpdate' : 'Recreate';
  const needed =
    strategy === 'Recreate' ? replicas : Math.max(replicas - share, 0);
  const isFirst = random.chance(0.15);
  const since = available >= needed ? forMs + DAY : forMs;
  const progressing = random.pick<ConditionFacts>([
    condition('Progressing', 'True', 9 * DAY, {
      reason: 'NewReplicaSetAvailable',
      updatedAt: ago(DAY),
    }),
    condition('Progressing', 'True', 9 * DAY, {
      reason: 'ReplicaSetUpdated',
      updatedAt: ago(age(random)),
    }),
    condition('Progressing', 'False', age(random), {
      reason: 'ProgressDeadlineExceeded',
    }),
  ]);
  return deployment({
    replicas,
    availableReplicas: available,
    readyReplicas: available,
    maxUnavailable,
    strategy,
    createdAt: ago(isFirst && available < needed ? since : 30 * DAY),
    ...(random.chance(0.1) && { progressDeadlineSeconds: undefined }),
    conditions: [
      condition('Available', available >= needed ? 'True' : 'False', since),
      progressing,
    ],
  });
}

/** What it says agrees with what it counts. */
function customOf(
  random: TestRandom,
  { replicas, available, forMs }: Shape,
): HeadFacts {
  const isReady = available >= replicas;
  const ready = condition(
    'Ready',
    random.pick(isReady ? ['True'] : ['False', 'Unknown']),
    isReady ? forMs + DAY : forMs,
  );
  return custom(
    random.pick([
      { conditions: [ready] },
      { conditions: [ready], replicas, readyReplicas: available },
      { phase: isReady ? 'Healthy' : 'Progressing', replicas },
      { phase: 'Degraded', replicas, readyReplicas: available },
      { phase: 'Odd' },
      { suspended: true as const },
    ]),
  );
}

function headOf(random: TestRandom, shape: Shape): HeadFacts {
  const { replicas, available } = shape;
  const counts = {
    replicas,
    currentReplicas: replicas,
    updatedReplicas: replicas,
    readyReplicas: available,
    availableReplicas: available,
  };
  switch (random.int(0, 7)) {
    case 0:
      return statefulSet({
        ...counts,
        ...(random.chance(0.3) && {
          updateRevision: 'web-2',
          updatedReplicas: random.int(0, replicas),
        }),
      });
    case 1:
      return daemonSet(counts);
    case 2:
      return replicaSet(counts);
    case 3:
      return job(random.pick(['failed', 'succeeded', 'active']), age(random));
    case 4:
      return cronJob({
        schedule: random.pick(['0 * * * *', '*/15 * * * *', '0 2 * * *', 'no']),
        timeZone: random.pick(['UTC', 'Europe/Berlin', undefined]),
        createdAt: ago(30 * DAY),
        lastScheduledAt: random.chance(0.9) ? ago(age(random)) : undefined,
        lastSuccessfulAt: random.chance(0.9) ? ago(age(random)) : undefined,
        ...(random.chance(0.2) && { suspended: true }),
      });
    case 5:
      return foreign();
    case 6:
      return customOf(random, shape);
    default:
      return deploymentOf(random, shape);
  }
}

function jobsOf(random: TestRandom): JobFacts[] {
  return Array.from({ length: random.int(0, 3) }, (_, index) =>
    job(random.pick(['failed', 'succeeded', 'active']), age(random), {
      name: `run-${index}`,
    }),
  );
}

function autoscalersOf(random: TestRandom): AutoscalerFacts[] {
  return random.chance(0.8)
    ? []
    : [
        autoscaler({
          maxReplicas: random.int(1, 8),
          currentReplicas: random.int(0, 8),
          conditions: [
            condition(
              'ScalingActive',
              random.pick(['True', 'False']),
              age(random),
              { reason: 'FailedGetResourceMetric' },
            ),
          ],
        }),
      ];
}

function claimsOf(random: TestRandom): VolumeClaimFacts[] {
  return random.chance(0.8)
    ? []
    : [
        claim({
          phase: random.pick(['Bound', 'Pending', 'Lost']),
          createdAt: ago(age(random)),
        }),
      ];
}

function nodesOf(random: TestRandom): Map<string, NodeFacts> {
  return new Map(
    ['n1', 'n2'].map(name => [
      name,
      node({
        name,
        conditions: [
          condition('Ready', random.pick(['True', 'Unknown']), age(random)),
        ],
        ...(random.chance(0.3) && { cordoned: true }),
      }),
    ]),
  );
}

function workload(
  random: TestRandom,
  index: number,
): { workload: WorkloadSnapshot; memory: [string, ObjectMemory][] } {
  const shape = shapeOf(random);
  const head = { ...headOf(random, shape), uid: `uid-head-${index}` };
  const pods =
    head.kind === 'CronJob' ? [] : podsOf(random, shape, `w${index}`);
  const restarts = pods.flatMap(({ uid }): [string, ObjectMemory][] =>
    random.chance(0.5)
      ? [
          [
            uid,
            {
              restarts: {
                api: [
                  { at: ago(2 * HOUR), restarts: 0 },
                  { at: ago(age(random)), restarts: random.int(1, 4) },
                ].sort((a, b) => a.at - b.at),
              },
            },
          ],
        ]
      : [],
  );
  return {
    workload: workloadOf(head, {
      replicaSets:
        head.kind === 'Deployment'
          ? [replicaSet({ createdAt: ago(age(random)), revision: '7' })]
          : [],
      jobs: head.kind === 'CronJob' ? jobsOf(random) : [],
      pods,
      autoscalers: autoscalersOf(random),
      claims: claimsOf(random),
      events: random.chance(0.3) ? [event()] : [],
    }),
    memory: [[head.uid, { replicas: shape.samples }], ...restarts],
  };
}

/** Something that a cluster might hold, the same for the same seed. */
export function randomSnapshot(seed: number): KubernetesSnapshot {
  const random = TestRandom.seeded(seed);
  const parts = Array.from({ length: random.int(1, 3) }, (_, index) =>
    workload(random, index),
  );
  const unreadable: UnreadableKind[] = random.chance(0.2)
    ? [
        {
          resource: random.pick(RESOURCES),
          group: '',
          reason: random.pick(['forbidden', 'absent']),
          verbs: ['list'],
        },
      ]
    : [];
  return snapshotOf(
    parts.map(part => part.workload),
    {
      memory: new Map(parts.flatMap(({ memory }) => memory)),
      nodes: nodesOf(random),
      unreadable,
    },
  );
}
