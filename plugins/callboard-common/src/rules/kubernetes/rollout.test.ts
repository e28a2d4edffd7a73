import { expectedOf, iso, Row, seenOf } from './testJudging';
import {
  ago,
  autoscaler,
  condition,
  container,
  DAY,
  deployment,
  HOUR,
  MIN,
  pod,
  pods,
  replicaSet,
  samples,
} from './testObjects';

import { rolling } from './testRollouts';

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

describe('a rollout', () => {
  it.each(rollouts)('$name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each(scaled)('at zero: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });
});
