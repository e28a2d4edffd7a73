import { expectedOf, iso, Row, seenOf } from './testJudging';
import {
  badPod,
  condition,
  daemonSet,
  DAY,
  deployment,
  HOUR,
  MIN,
  node,
  pod,
  replicaSet,
  samples,
  SEC,
} from './testObjects';

const missing = (count: number, forMs: number) => ({
  head: daemonSet({ availableReplicas: 40 - count, readyReplicas: 40 - count }),
  samples: samples(40, [DAY, 40], [forMs, 40 - count]),
});

/** Pods that are down, each on a node of its own that is drained. */
const drained = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    badPod(
      HOUR,
      { current: { state: 'waiting', reason: 'ContainerCreating' } },
      { name: `agent-${index}`, nodeName: `d${index}` },
    ),
  );

const drainedNodes = (count: number) =>
  new Map(
    Array.from({ length: count }, (_, index) => [
      `d${index}`,
      node({ name: `d${index}`, cordoned: true }),
    ]),
  );

const rows: readonly Row[] = [
  {
    name: 'its controller never looked at it',
    head: daemonSet({
      replicas: 0,
      availableReplicas: 0,
      observedGeneration: 0,
    }),
    status: 'unknown',
    codes: ['no-data'],
    message: 'Its controller has not looked at it yet',
  },
  {
    name: 'on all nodes',
    head: daemonSet(),
    status: 'ok',
    codes: [],
    summary: 'on 40 of 40 nodes',
  },
  {
    name: 'more than 10 % lack it for 15 min',
    ...missing(11, 15 * MIN),
    status: 'warning',
    codes: ['daemon-missing'],
    message: '11 of 40 nodes lack it',
    since: iso(0),
  },
  {
    name: 'more than 10 % lack it for less',
    ...missing(11, 15 * MIN - 1),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: '10 % lack it for long: worth a note',
    ...missing(4, HOUR),
    status: 'ok',
    codes: ['~daemon-missing'],
  },
  {
    name: 'more than half lack it for 5 min',
    ...missing(21, 5 * MIN),
    status: 'failing',
    codes: ['daemon-missing'],
    since: iso(0),
  },
  {
    name: 'more than half lack it for less',
    ...missing(21, 5 * MIN - 1),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'half lack it',
    ...missing(20, HOUR),
    status: 'warning',
    codes: ['daemon-missing'],
  },
  {
    name: 'the only node lacks it for 5 min',
    head: daemonSet({ replicas: 1, availableReplicas: 0 }),
    samples: samples(1, [DAY, 1], [5 * MIN, 0]),
    status: 'failing',
    codes: ['daemon-missing'],
  },
  {
    name: 'drained nodes lack it',
    ...missing(11, HOUR),
    parts: { pods: drained(11) },
    snapshot: { nodes: drainedNodes(11) },
    status: 'ok',
    codes: [],
  },
  {
    name: 'drained nodes lack it, and others',
    ...missing(11, HOUR),
    parts: { pods: drained(5) },
    snapshot: { nodes: drainedNodes(5) },
    status: 'warning',
    codes: ['daemon-missing'],
    message: '6 of 35 nodes lack it',
  },
  {
    name: 'no node wants it',
    head: daemonSet({ replicas: 0 }),
    status: 'ok',
    off: true,
    codes: [],
    summary: 'no node wants it',
  },
  {
    name: 'it is rolled out',
    head: daemonSet({ updatedReplicas: 10 }),
    status: 'ok',
    codes: [],
    activity: '10 of 40 on v42',
  },
  {
    name: 'a ReplicaSet of its own of which no pod serves for 60 s',
    head: replicaSet({ availableReplicas: 0 }),
    samples: samples(3, [DAY, 3], [60 * SEC, 0]),
    status: 'failing',
    codes: ['below-minimum'],
    message: '0 of 3 pods serve',
    since: iso(0),
  },
  {
    name: 'a ReplicaSet of its own that is short',
    head: replicaSet({ availableReplicas: 1 }),
    samples: samples(3, [DAY, 3], [15 * MIN, 1]),
    status: 'warning',
    codes: ['replicas-missing'],
  },
  {
    name: 'a pod on a node that is NotReady for 2 min',
    head: deployment(),
    parts: { pods: [pod(), pod({ name: 'shop-api-2', nodeName: 'n2' })] },
    snapshot: {
      nodes: new Map([
        ['n1', node({ conditions: [condition('Ready', 'Unknown', 2 * MIN)] })],
      ]),
    },
    status: 'ok',
    codes: ['~node-not-ready'],
    message: '1 of 2 pods sit on NotReady n1',
  },
  {
    name: 'a pod on a node that is NotReady for less',
    head: deployment(),
    parts: { pods: [pod()] },
    snapshot: {
      nodes: new Map([
        [
          'n1',
          node({ conditions: [condition('Ready', 'False', 2 * MIN - 1)] }),
        ],
      ]),
    },
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'a pod on a cordoned node',
    head: deployment(),
    parts: { pods: [pod()] },
    snapshot: { nodes: new Map([['n1', node({ cordoned: true })]]) },
    status: 'ok',
    codes: ['~node-cordoned'],
    message: '1 of 1 pod sits on cordoned n1',
  },
  {
    name: 'too few pods because of a node',
    head: deployment({
      availableReplicas: 2,
      conditions: [condition('Available', 'False', 3 * MIN)],
    }),
    parts: {
      pods: [
        badPod(3 * MIN, { current: { state: 'running' } }, { nodeName: 'n7' }),
      ],
    },
    snapshot: {
      nodes: new Map([
        [
          'n7',
          node({
            name: 'n7',
            conditions: [condition('Ready', 'Unknown', 4 * MIN)],
          }),
        ],
      ]),
    },
    status: 'failing',
    codes: ['below-minimum', '~node-not-ready'],
  },
];

describe('DaemonSets, ReplicaSets and nodes', () => {
  it.each(rows)('$name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });
});
