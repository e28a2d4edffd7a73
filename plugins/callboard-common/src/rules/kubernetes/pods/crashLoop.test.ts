import { ContainerFacts, PodFacts } from '../facts';
import { expectedOf, iso, Row, seenOf } from '../testJudging';
import {
  ago,
  badPod,
  container,
  DAY,
  deployment,
  ended,
  HOUR,
  MIN,
  pod,
  pods,
  runningFor,
  SEC,
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

/** It runs for now, after having been made to wait. */
const runsForNow = (forMs: number, of: Partial<ContainerFacts> = {}) =>
  pod({
    name: 'bad',
    containers: [
      container({
        restarts: 5,
        current: runningFor(forMs),
        last: ended(forMs + 6 * MIN, forMs + 5 * MIN),
        ...of,
      }),
    ],
  });

const crashLoops: readonly Row[] = [
  {
    name: 'one of 50 waits in CrashLoopBackOff: no outage',
    ...among(looping('bad')),
    status: 'warning',
    codes: ['crash-loop'],
    message: '1 of 50 crash-loops: api, OOMKilled',
    hint: 'Read why the last container ended, with logs --previous',
  },
  {
    name: 'three of 50',
    ...among(looping('a'), looping('b'), looping('c')),
    status: 'warning',
    codes: ['crash-loop'],
    message: '3 of 50 crash-loop: api, OOMKilled',
    summary: '3 of 50 crash-loop: api, OOMKilled',
  },
  {
    name: 'the first crash of all',
    ...among(looping('bad', { restarts: 0, last: ended(2 * MIN, MIN) })),
    status: 'warning',
    codes: ['crash-loop'],
    message: '1 of 50 crash-loops: api, exit code 1',
    since: iso(MIN),
    atLeast: true,
  },
  {
    name: 'it runs for now and came from a back-off: the cluster tells',
    ...among(runsForNow(MIN)),
    status: 'warning',
    codes: ['crash-loop'],
    recheckIn: 9 * MIN,
  },
  {
    name: 'it has run for 10 min',
    ...among(runsForNow(10 * MIN)),
    status: 'ok',
    codes: [],
  },
  {
    name: 'it runs for now and was seen in a back-off',
    ...among(runsForNow(MIN, { last: undefined })),
    memory: {
      'uid-bad': {
        restarts: { api: [{ at: ago(6 * MIN), restarts: 4, backOff: true }] },
      },
    },
    status: 'warning',
    codes: ['crash-loop'],
  },
  {
    name: 'it was seen in a back-off long ago, ran, and crashed once',
    ...among(
      runsForNow(MIN, {
        restarts: 5,
        last: ended(5 * HOUR, MIN + SEC),
      }),
    ),
    memory: {
      'uid-bad': {
        restarts: {
          api: [
            { at: ago(9 * HOUR), restarts: 3, backOff: true },
            { at: ago(5 * HOUR), restarts: 4 },
            { at: ago(MIN), restarts: 5 },
          ],
        },
      },
    },
    status: 'ok',
    codes: [],
  },
  {
    name: 'it restarted twice within 15 min, and runs',
    ...among(
      runsForNow(4 * MIN, {
        restarts: 2,
        last: ended(19 * MIN - 1, 4 * MIN + SEC),
      }),
    ),
    status: 'warning',
    codes: ['crash-loop'],
    recheckIn: 6 * MIN,
  },
  {
    name: 'it restarted twice within more than 15 min, and runs',
    ...among(
      runsForNow(4 * MIN, {
        restarts: 2,
        last: ended(19 * MIN, 4 * MIN + SEC),
      }),
    ),
    status: 'ok',
    codes: [],
  },
  {
    name: 'it restarted often, long ago',
    ...among(
      pod({
        name: 'bad',
        createdAt: ago(90 * DAY),
        containers: [
          container({
            restarts: 120,
            current: runningFor(9 * DAY),
            last: ended(10 * DAY, 9 * DAY),
          }),
        ],
      }),
    ),
    status: 'ok',
    codes: [],
  },
  {
    name: 'an init container',
    ...among(looping('bad', { name: 'migrate', role: 'init' })),
    status: 'warning',
    codes: ['crash-loop'],
    message: '1 of 50 crash-loops: init container migrate, OOMKilled',
  },
  {
    name: 'a sidecar',
    ...among(looping('bad', { name: 'proxy', role: 'sidecar' })),
    status: 'warning',
    codes: ['crash-loop'],
    message: '1 of 50 crash-loops: proxy, OOMKilled',
  },
  {
    name: 'an init container that got through at last',
    ...among(
      pod({
        name: 'bad',
        containers: [
          container({
            name: 'migrate',
            role: 'init',
            restarts: 2,
            current: ended(2 * MIN, MIN, { reason: 'Completed', exitCode: 0 }),
            last: ended(4 * MIN, 3 * MIN),
          }),
          container(),
        ],
      }),
    ),
    status: 'ok',
    codes: [],
  },
];

describe('pods that crash-loop', () => {
  it.each(crashLoops)('$name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });
});
