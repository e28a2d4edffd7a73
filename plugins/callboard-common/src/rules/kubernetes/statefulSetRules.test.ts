import { expectedOf, iso, Row, seenOf } from './testJudging';
import {
  ago,
  badPod,
  DAY,
  HOUR,
  MIN,
  pod,
  samples,
  statefulSet,
  waiting,
} from './testObjects';

const updating = {
  updateRevision: 'web-2',
  updatedReplicas: 1,
} as const;

const rows: readonly Row[] = [
  {
    name: 'all ready',
    head: statefulSet(),
    status: 'ok',
    codes: [],
    summary: '3 of 3 ready',
  },
  {
    name: '1 of 3 ready for 2 min',
    head: statefulSet({ readyReplicas: 1 }),
    samples: samples(3, [DAY, 3], [2 * MIN, 1]),
    status: 'failing',
    codes: ['quorum-risk'],
    message: '1 of 3 ready',
    hint: 'Do not restart the others',
    since: iso(0),
  },
  {
    name: '1 of 3 ready for less',
    head: statefulSet({ readyReplicas: 1 }),
    samples: samples(3, [DAY, 3], [2 * MIN - 1, 1]),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: '2 of 4 ready: half is no quorum',
    head: statefulSet({ replicas: 4, readyReplicas: 2 }),
    samples: samples(4, [DAY, 4], [2 * MIN, 2]),
    status: 'failing',
    codes: ['quorum-risk'],
  },
  {
    name: '1 of 2 ready: two are no quorum',
    head: statefulSet({ replicas: 2, readyReplicas: 1 }),
    samples: samples(2, [DAY, 2], [10 * MIN, 1]),
    status: 'ok',
    codes: [],
  },
  {
    name: '0 of 1 ready for 2 min',
    head: statefulSet({ replicas: 1, readyReplicas: 0 }),
    samples: samples(1, [DAY, 1], [2 * MIN, 0]),
    status: 'failing',
    codes: ['quorum-risk'],
  },
  {
    name: '0 of 1 ready since before anyone looked: its pod knows',
    head: statefulSet({ replicas: 1, readyReplicas: 0 }),
    parts: {
      pods: [
        badPod(
          12 * MIN,
          { current: waiting('PodInitializing') },
          {
            name: 'web-0',
          },
        ),
      ],
    },
    samples: samples(1, [MIN, 0]),
    status: 'failing',
    codes: ['quorum-risk'],
    since: iso(10 * MIN),
    atLeast: true,
  },
  {
    name: '1 of 3 ready for less than 10 min while it is updated',
    head: statefulSet({ readyReplicas: 1, ...updating }),
    samples: samples(3, [DAY, 3], [10 * MIN - 1, 1, 3, 1]),
    status: 'ok',
    codes: [],
    activity: '1 of 3 on v42',
    recheckIn: 1,
  },
  {
    name: '1 of 3 ready for 10 min while it is updated',
    head: statefulSet({ readyReplicas: 1, ...updating }),
    samples: samples(3, [DAY, 3], [10 * MIN, 1, 3, 1]),
    status: 'failing',
    codes: ['quorum-risk', 'update-stuck'],
  },
  {
    name: 'it starts for the first time',
    head: statefulSet({ readyReplicas: 1, createdAt: ago(5 * MIN) }),
    samples: samples(3, [5 * MIN, 0], [3 * MIN, 1]),
    status: 'ok',
    codes: [],
    recheckIn: 5 * MIN,
  },
  {
    name: '2 of 3 ready for 15 min',
    head: statefulSet({ readyReplicas: 2 }),
    samples: samples(3, [DAY, 3], [15 * MIN, 2]),
    status: 'warning',
    codes: ['replicas-missing'],
    message: '2 of 3 ready',
    since: iso(0),
  },
  {
    name: '2 of 3 ready for less',
    head: statefulSet({ readyReplicas: 2 }),
    samples: samples(3, [DAY, 3], [15 * MIN - 1, 2]),
    status: 'ok',
    codes: [],
  },
  {
    name: 'the update makes no progress for 10 min',
    head: statefulSet({ readyReplicas: 2, ...updating }),
    parts: {
      pods: [
        pod({ name: 'web-0', revision: 'web-1' }),
        pod({ name: 'web-1', revision: 'web-1' }),
        badPod(
          10 * MIN,
          { current: { state: 'running' } },
          { name: 'web-2', revision: 'web-2', createdAt: ago(10 * MIN) },
        ),
      ],
    },
    samples: samples(3, [DAY, 3], [10 * MIN, 2, 3, 1]),
    status: 'warning',
    codes: ['update-stuck'],
    message: 'web-2 blocks the update',
    hint: 'Revert the change and delete web-2: the controller does not replace a pod that never became ready',
    since: iso(0),
    activity: '1 of 3 on v42',
  },
  {
    name: 'the update gets on',
    head: statefulSet({ ...updating, readyReplicas: 2 }),
    samples: samples(3, [HOUR, 3, 3, 0], [10 * MIN - 1, 2, 3, 1]),
    status: 'ok',
    codes: [],
    activity: '1 of 3 on v42',
  },
  {
    name: 'its partition is reached',
    head: statefulSet({
      replicas: 5,
      partition: 4,
      updateRevision: 'web-2',
      updatedReplicas: 1,
    }),
    samples: samples(5, [DAY, 5, 5, 1]),
    status: 'ok',
    codes: ['~update-held'],
    message: 'Canary: 1 of 5 on v42',
    activity: undefined,
  },
  {
    name: 'it is updated on delete',
    head: statefulSet({
      updateStrategy: 'OnDelete',
      updateRevision: 'web-2',
      updatedReplicas: 0,
    }),
    samples: samples(3, [DAY, 3, 3, 0]),
    status: 'ok',
    codes: ['~update-held'],
    message: 'Updated on delete: 0 of 3 on v42',
  },
  {
    name: 'it was scaled to zero',
    head: statefulSet({ replicas: 0 }),
    samples: samples(0, [DAY, 3, 3], [HOUR, 0]),
    status: 'warning',
    codes: ['scaled-to-zero'],
  },
];

describe('a StatefulSet', () => {
  it.each(rows)('$name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });
});
