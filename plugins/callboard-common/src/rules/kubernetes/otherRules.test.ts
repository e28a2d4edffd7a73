import { expectedOf, iso, Row, seenOf } from './testJudging';
import {
  ago,
  autoscaler,
  badPod,
  claim,
  condition,
  DAY,
  deployment,
  event,
  foreign,
  HOUR,
  MIN,
  pod,
  pods,
  replicaSet,
  runningFor,
  samples,
  statefulSet,
  unscheduledPod,
} from './testObjects';

const head = deployment();

const blindFor = (forMs: number) =>
  autoscaler({
    conditions: [
      condition('ScalingActive', 'False', forMs, {
        reason: 'FailedGetResourceMetric',
        message: 'no metrics returned',
      }),
    ],
  });

const maxed = (overrides = {}) =>
  autoscaler({ maxReplicas: 6, currentReplicas: 6, ...overrides });

const autoscalers: readonly Row[] = [
  {
    name: 'it gets no metrics for 15 min',
    head,
    parts: { autoscalers: [blindFor(15 * MIN)] },
    status: 'warning',
    codes: ['hpa-blind'],
    message: 'Autoscaler shop-api gets no metrics: FailedGetResourceMetric',
    since: iso(0),
  },
  {
    name: 'it gets no metrics for less',
    head,
    parts: { autoscalers: [blindFor(15 * MIN - 1)] },
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'it is switched off because there is nothing to scale',
    head: deployment({ replicas: 0 }),
    parts: {
      autoscalers: [
        autoscaler({
          conditions: [
            condition('ScalingActive', 'False', DAY, {
              reason: 'ScalingDisabled',
            }),
          ],
        }),
      ],
    },
    status: 'ok',
    off: true,
    codes: [],
  },
  {
    name: 'it is at its maximum for 15 min',
    head,
    parts: { autoscalers: [maxed()] },
    samples: samples(6, [DAY, 4, 4], [15 * MIN, 6]),
    status: 'warning',
    codes: ['hpa-maxed'],
    message: 'Autoscaler shop-api is at its maximum of 6',
    since: iso(0),
    summary: 'at max 6',
  },
  {
    name: 'it is at its maximum for less',
    head,
    parts: { autoscalers: [maxed()] },
    samples: samples(6, [DAY, 4, 4], [15 * MIN - 1, 6]),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'the cluster says that it wants more for longer than anyone looked',
    head,
    parts: {
      autoscalers: [
        maxed({
          conditions: [
            condition('ScalingLimited', 'True', HOUR, {
              reason: 'TooManyReplicas',
            }),
          ],
        }),
      ],
    },
    samples: samples(6, [MIN, 6]),
    status: 'warning',
    codes: ['hpa-maxed'],
    since: iso(45 * MIN),
  },
  {
    name: 'its maximum is its minimum',
    head,
    parts: { autoscalers: [maxed({ minReplicas: 6 })] },
    samples: samples(6, [DAY, 6]),
    status: 'ok',
    codes: [],
  },
];

const mounts = (forMs: number, message: string) =>
  unscheduledPod(forMs, message, { claims: ['data-0'] });

const volumes: readonly Row[] = [
  {
    name: 'it is lost',
    head,
    parts: { claims: [claim({ phase: 'Lost' })] },
    status: 'failing',
    codes: ['volume-pending'],
    message: 'Volume data-0 is lost',
  },
  {
    name: 'a pod waits for it for 5 min',
    head,
    parts: {
      claims: [claim({ phase: 'Pending', createdAt: ago(5 * MIN) })],
      pods: [
        mounts(5 * MIN, 'pod has unbound immediate PersistentVolumeClaims'),
      ],
    },
    status: 'failing',
    codes: ['volume-pending', 'unschedulable'],
    message: 'Volume data-0 is not provided',
    hint: 'See the StorageClass fast and the events of the claim',
    since: iso(0),
  },
  {
    name: 'a pod waits for it for less',
    head,
    parts: {
      claims: [claim({ phase: 'Pending', createdAt: ago(5 * MIN - 1) })],
      pods: [mounts(5 * MIN - 1, 'unbound immediate PersistentVolumeClaims')],
    },
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'it waited for its first pod for days, and that came just now',
    head,
    parts: {
      claims: [claim({ phase: 'Pending', createdAt: ago(9 * DAY) })],
      pods: [mounts(MIN, '')],
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'it waits for a pod that fits no node for another reason',
    head,
    parts: {
      claims: [claim({ phase: 'Pending', createdAt: ago(HOUR) })],
      pods: [mounts(HOUR, '0/3 nodes are available: 3 Insufficient cpu.')],
    },
    status: 'warning',
    codes: ['unschedulable', 'volume-pending'],
  },
  {
    name: 'no pod mounts it',
    head,
    parts: { claims: [claim({ phase: 'Pending', createdAt: ago(HOUR) })] },
    status: 'ok',
    codes: ['~volume-pending'],
  },
  {
    name: 'no pod mounts it, and nobody can provide it',
    head,
    parts: {
      claims: [claim({ phase: 'Pending', createdAt: ago(HOUR) })],
      events: [
        event({
          reason: 'ProvisioningFailed',
          involved: {
            kind: 'PersistentVolumeClaim',
            name: 'data-0',
            uid: 'uid-data-0',
          },
        }),
      ],
    },
    status: 'warning',
    codes: ['volume-pending'],
  },
];

const strangers: readonly Row[] = [
  {
    name: 'a Rollout whose pods are ready: nobody knows what it promises',
    head: foreign(),
    parts: { pods: pods(3) },
    status: 'ok',
    codes: ['~promise-unread'],
    message:
      'What Rollout shop-rollout promises we cannot read; its pods alone are judged',
    summary: '3 of 3 pods ready',
  },
  {
    name: 'a Rollout without pods',
    head: foreign(),
    status: 'unknown',
    codes: ['no-data'],
    message:
      'Rollout shop-rollout has no pods, and what it promises we cannot read',
  },
  {
    name: 'a Rollout of which no pod is ready',
    head: foreign(),
    parts: { pods: [badPod(HOUR, { current: runningFor(HOUR) })] },
    status: 'warning',
    codes: ['not-ready', 'no-data'],
  },
  {
    name: 'a Rollout whose ReplicaSets want pods of which none serves',
    head: foreign(),
    parts: {
      replicaSets: [replicaSet({ replicas: 3 }), replicaSet({ replicas: 0 })],
      pods: [badPod(MIN, { current: runningFor(MIN) })],
    },
    status: 'failing',
    codes: ['below-minimum'],
    message: '0 of 3 pods serve',
    hint: 'Top reason: Runs, fails readiness',
    since: iso(0),
  },
  {
    name: 'the same for less than a minute',
    head: foreign(),
    parts: {
      replicaSets: [replicaSet({ replicas: 3 })],
      pods: [badPod(MIN - 1, { current: runningFor(MIN) })],
    },
    status: 'unknown',
    codes: ['no-data'],
    recheckIn: 1,
  },
  {
    name: 'the same of a new one',
    head: foreign({ createdAt: ago(9 * MIN) }),
    parts: {
      replicaSets: [replicaSet({ replicas: 3 })],
      pods: [badPod(2 * MIN, { current: runningFor(MIN) })],
    },
    status: 'unknown',
    codes: ['no-data'],
    recheckIn: MIN,
  },
  {
    name: 'a Workflow whose pods ran to their end',
    head: foreign({ ownKind: 'Workflow' }),
    parts: { pods: [pod({ phase: 'Succeeded', conditions: [] })] },
    status: 'ok',
    codes: ['~promise-unread'],
    summary: 'ran to its end',
  },
  {
    name: 'a Workflow of whose pods one failed',
    head: foreign({ ownKind: 'Workflow' }),
    parts: {
      pods: [
        pod({ phase: 'Succeeded', conditions: [] }),
        pod({ phase: 'Failed', conditions: [] }),
      ],
    },
    status: 'unknown',
    codes: ['no-data'],
    message:
      'Workflow shop-rollout has only pods that ended, and what it promises we cannot read',
  },
  {
    name: 'a pod of its own',
    head: foreign({ ownKind: 'Pod' }),
    parts: { pods: [pod()] },
    status: 'ok',
    codes: [],
  },
  {
    name: 'a pod of its own that ran to its end',
    head: foreign({ ownKind: 'Pod' }),
    parts: { pods: [pod({ phase: 'Succeeded', conditions: [] })] },
    status: 'ok',
    codes: [],
    summary: 'ran to its end',
  },
  {
    name: 'a pod of its own that failed',
    head: foreign({ ownKind: 'Pod' }),
    parts: { pods: [pod({ phase: 'Failed', reason: 'Evicted' })] },
    status: 'warning',
    codes: ['pod-failed'],
    message: 'Pod shop-rollout failed: Evicted',
  },
];

const causes: readonly Row[] = [
  {
    name: 'a quota',
    head: statefulSet({ readyReplicas: 0 }),
    parts: {
      events: [
        event({
          reason: 'FailedCreate',
          message: 'pods "web-0" is forbidden: exceeded quota: compute',
        }),
      ],
    },
    samples: samples(3, [DAY, 3], [HOUR, 0]),
    status: 'failing',
    codes: ['quorum-risk'],
    hint: 'Top reason: pods "web-0" is forbidden: exceeded quota: compute. Do not restart the others',
  },
  {
    name: 'evictions',
    head: deployment({
      availableReplicas: 0,
      conditions: [condition('Available', 'False', HOUR)],
    }),
    parts: { pods: [pod({ phase: 'Failed', reason: 'Evicted' })] },
    status: 'failing',
    codes: ['below-minimum'],
    hint: 'Top reason: 1 pod was evicted',
  },
];

describe('what belongs to a workload', () => {
  it.each(autoscalers)('its autoscaler: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each(volumes)('a volume: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each(strangers)('what we cannot read: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each(causes)('names the cause: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });
});
