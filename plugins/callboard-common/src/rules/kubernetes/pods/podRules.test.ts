import { ContainerFacts, PodFacts } from '../facts';
import { expectedOf, iso, Row, seenOf } from '../testJudging';
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
  runningFor,
  unscheduledPod,
  waiting,
} from '../testObjects';

const head = deployment({ replicas: 50, maxUnavailable: '25%' });

/** One bad pod among 50. */
const among = (...bad: readonly PodFacts[]) => ({
  head,
  parts: { pods: [...bad, ...pods(50 - bad.length, 100)] },
});

const looping = (name: string, of: Partial<ContainerFacts> = {}) =>
  badPod(
    5 * MIN,
    {
      restarts: 4,
      current: waiting('CrashLoopBackOff', 'back-off 2m40s restarting'),
      last: ended(3 * MIN, 2 * MIN, { reason: 'OOMKilled', exitCode: 137 }),
      ...of,
    },
    { name },
  );

const others: readonly Row[] = [
  {
    name: 'an image cannot be pulled for 1 min',
    ...among(
      badPod(MIN, { current: waiting('ErrImagePull'), image: 'shop:42' }),
    ),
    status: 'warning',
    codes: ['image-pull'],
    message: '1 of 50 cannot pull shop:42',
    since: iso(0),
  },
  {
    name: 'an image cannot be pulled for less',
    ...among(badPod(MIN - 1, { current: waiting('ImagePullBackOff') })),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'the image of a pod of one',
    head: deployment({ replicas: 1 }),
    parts: {
      pods: [
        badPod(MIN, { current: waiting('InvalidImageName'), image: 'shop:42' }),
      ],
    },
    status: 'warning',
    codes: ['image-pull'],
    message: 'Cannot pull shop:42',
  },
  {
    name: 'a Secret is missing for 1 min',
    head: deployment({ replicas: 1 }),
    parts: {
      pods: [
        badPod(MIN, {
          current: waiting(
            'CreateContainerConfigError',
            'secret "db-pass" not found',
          ),
        }),
      ],
    },
    status: 'warning',
    codes: ['config-error'],
    message: 'Secret db-pass is missing',
    hint: 'Create it, or mend the reference to it',
  },
  {
    name: 'a key is missing',
    ...among(
      badPod(MIN, {
        current: waiting(
          'CreateContainerConfigError',
          "couldn't find key url in ConfigMap shop/settings",
        ),
      }),
    ),
    status: 'warning',
    codes: ['config-error'],
    message: '1 of 50 cannot start: Key url is missing in ConfigMap settings',
  },
  {
    name: 'a container cannot be created for less',
    ...among(badPod(MIN - 1, { current: waiting('CreateContainerError') })),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'no node fits for 5 min',
    head: deployment({ replicas: 1 }),
    parts: {
      pods: [
        unscheduledPod(
          5 * MIN,
          '0/3 nodes are available: 3 Insufficient cpu. preemption: none.',
          { requests: { cpuMillis: 2000, memoryBytes: 0 } },
        ),
      ],
    },
    status: 'warning',
    codes: ['unschedulable'],
    message: 'No node fits: 2 CPU',
    since: iso(0),
  },
  {
    name: 'no node fits for less',
    ...among(unscheduledPod(5 * MIN - 1, 'none')),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'no node fits for another reason',
    ...among(
      unscheduledPod(
        HOUR,
        '0/3 nodes are available: 3 node(s) had untolerated taint {gpu: true}. preemption: no.',
      ),
    ),
    status: 'warning',
    codes: ['unschedulable'],
    message:
      'No node fits 1 of 50: 3 node(s) had untolerated taint {gpu: true}',
  },
  {
    name: 'nobody wants it scheduled yet',
    ...among(unscheduledPod(HOUR, 'gated', { gated: true })),
    status: 'ok',
    codes: [],
  },
  {
    name: 'not ready for 15 min',
    head: deployment({ replicas: 1 }),
    parts: { pods: [badPod(15 * MIN, { current: runningFor(HOUR) })] },
    status: 'warning',
    codes: ['not-ready'],
    message: 'Runs, fails readiness',
    since: iso(0),
  },
  {
    name: 'not ready for less',
    ...among(badPod(15 * MIN - 1, { current: runningFor(HOUR) })),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'it does not start for 15 min',
    ...among(
      badPod(
        15 * MIN,
        { current: waiting('ContainerCreating') },
        { phase: 'Pending' },
      ),
    ),
    status: 'warning',
    codes: ['not-ready'],
    message: '1 of 50 does not start: ContainerCreating',
  },
  {
    name: 'three restarts within 1 h',
    ...among(
      pod({
        name: 'bad',
        containers: [
          container({
            restarts: 9,
            current: runningFor(11 * MIN),
            last: ended(40 * MIN, 11 * MIN),
          }),
        ],
      }),
    ),
    memory: {
      'uid-bad': {
        restarts: {
          api: [
            { at: ago(DAY), restarts: 6 },
            { at: ago(HOUR - 1), restarts: 7 },
            { at: ago(40 * MIN), restarts: 8 },
            { at: ago(11 * MIN), restarts: 9 },
          ],
        },
      },
    },
    status: 'warning',
    codes: ['restarting'],
    message: '3 restarts in 1 h: api, exit code 1',
    since: iso(11 * MIN),
    recheckIn: 1,
  },
  {
    name: 'the third restart is an hour ago',
    ...among(
      pod({
        name: 'bad',
        containers: [
          container({
            restarts: 9,
            current: runningFor(11 * MIN),
            last: ended(40 * MIN, 11 * MIN),
          }),
        ],
      }),
    ),
    memory: {
      'uid-bad': {
        restarts: {
          api: [
            { at: ago(DAY), restarts: 6 },
            { at: ago(HOUR), restarts: 7 },
            { at: ago(40 * MIN), restarts: 8 },
            { at: ago(11 * MIN), restarts: 9 },
          ],
        },
      },
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'a young pod restarted often before anyone looked',
    ...among(
      pod({
        name: 'bad',
        createdAt: ago(50 * MIN),
        containers: [
          container({
            restarts: 6,
            current: runningFor(12 * MIN),
            last: ended(30 * MIN, 12 * MIN),
          }),
        ],
      }),
    ),
    status: 'warning',
    codes: ['restarting'],
    message: '6 restarts in 1 h: api, exit code 1',
  },
  {
    name: 'it goes on for more than 5 min after its grace period',
    ...among(pod({ name: 'web-1', deletionAt: ago(5 * MIN + 1) })),
    status: 'warning',
    codes: ['stuck-terminating'],
    message: 'web-1 does not stop',
    since: iso(1),
  },
  {
    name: 'it goes on for 5 min after its grace period',
    ...among(pod({ name: 'web-1', deletionAt: ago(5 * MIN) })),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'finalizers hold it',
    ...among(
      pod({
        name: 'web-1',
        deletionAt: ago(HOUR),
        finalizers: ['example.com/hold'],
      }),
    ),
    status: 'warning',
    codes: ['stuck-terminating'],
    hint: 'Finalizers hold it: example.com/hold',
  },
  {
    name: 'what was evicted',
    ...among(
      pod({
        name: 'bad',
        phase: 'Failed',
        reason: 'Evicted',
        conditions: [condition('Ready', 'False', DAY)],
        containers: [container({ ready: false, restarts: 30 })],
      }),
    ),
    status: 'ok',
    codes: [],
  },
  {
    name: 'several things at once, each once',
    ...among(
      looping('a'),
      badPod(HOUR, { current: waiting('ImagePullBackOff') }, { name: 'b' }),
      badPod(HOUR, { current: runningFor(HOUR) }, { name: 'c' }),
    ),
    status: 'warning',
    codes: ['image-pull', 'not-ready', 'crash-loop'],
  },
];

describe('pods that are not well', () => {
  it.each(others)('$name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });
});
