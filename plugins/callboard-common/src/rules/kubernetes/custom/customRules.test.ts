import { ConditionFacts } from '../facts';
import {
  expectedOf,
  iso,
  judge,
  Row,
  seenOf,
  snapshotOf,
  workloadOf,
} from '../testJudging';
import {
  ago,
  condition,
  custom,
  DAY,
  deployment,
  HOUR,
  MIN,
  pods,
  replicaSet,
  samples,
  SEC,
} from '../testObjects';

const says = (
  type: string,
  status: ConditionFacts['status'],
  forMs: number,
  message?: string,
) => custom({ conditions: [condition(type, status, forMs, { message })] });

const conventions: readonly Row[] = [
  {
    name: 'Ready for a day',
    head: says('Ready', 'True', DAY),
    status: 'ok',
    codes: ['~custom-only'],
    summary: 'ready',
    since: iso(DAY),
  },
  {
    name: 'not ready for 2 min',
    head: says('Ready', 'False', 2 * MIN, 'secret tls-key not found'),
    status: 'warning',
    codes: ['custom-not-ready'],
    message: 'Not ready: secret tls-key not found',
    since: iso(0),
    summary: 'not ready',
  },
  {
    name: 'not ready for less',
    head: says('Ready', 'False', 2 * MIN - 1),
    status: 'ok',
    codes: ['~custom-only'],
    recheckIn: 1,
  },
  {
    name: 'not ready, and nobody knows since when',
    head: custom({ conditions: [{ type: 'Ready', status: 'False' }] }),
    status: 'warning',
    codes: ['custom-not-ready'],
    message: 'Not ready, and does not say why',
  },
  {
    name: 'not ready, while its controller goes on trying',
    head: custom({
      conditions: [
        condition('Reconciling', 'True', HOUR, { message: 'retries' }),
        condition('Ready', 'False', HOUR, { reason: 'BuildFailed' }),
      ],
    }),
    status: 'warning',
    codes: ['custom-not-ready'],
    message: 'Not ready: BuildFailed',
    activity: 'retries',
  },
  {
    name: 'not available',
    head: says('Available', 'False', HOUR, 'no leader'),
    status: 'warning',
    codes: ['custom-not-ready'],
    message: 'Not available: no leader',
  },
  {
    name: 'stalled, which says more than not ready',
    head: custom({
      conditions: [
        condition('Ready', 'False', HOUR, { message: 'failed' }),
        condition('Stalled', 'True', HOUR, { message: 'chart not found' }),
      ],
    }),
    status: 'warning',
    codes: ['custom-stalled'],
    message: 'Stalled: chart not found',
  },
  {
    name: 'degraded by a condition',
    head: says('Degraded', 'True', HOUR, 'one of 3 shards is lost'),
    status: 'warning',
    codes: ['custom-degraded'],
    message: 'Degraded: one of 3 shards is lost',
  },
  {
    name: 'reconciling for 10 s',
    head: says('Reconciling', 'True', 10 * SEC, 'upgrades'),
    status: 'ok',
    codes: ['~custom-only'],
    activity: 'upgrades',
  },
  {
    name: 'reconciling for a moment, as it does every few minutes',
    head: says('Reconciling', 'True', 10 * SEC - 1),
    status: 'ok',
    codes: ['~custom-only'],
    activity: undefined,
    recheckIn: 1,
  },
  {
    name: 'a newest spec that its controller has not taken up',
    head: custom({
      generation: 3,
      observedGeneration: 2,
      conditions: [condition('Ready', 'True', DAY)],
    }),
    status: 'ok',
    codes: ['~custom-only'],
    activity: 'its controller has not taken up the newest spec yet',
  },
  {
    name: 'readiness that is not known for 10 min',
    head: says('Ready', 'Unknown', 10 * MIN, 'waits for its issuer'),
    status: 'unknown',
    codes: ['no-data'],
    message: 'Whether it is ready is not known: waits for its issuer',
  },
  {
    name: 'readiness that is not known yet',
    head: says('Ready', 'Unknown', 9 * MIN),
    status: 'ok',
    codes: ['~custom-only'],
    recheckIn: MIN,
  },
  {
    name: 'suspended, whatever it was like then',
    head: custom({
      suspended: true,
      conditions: [condition('Ready', 'False', DAY)],
    }),
    status: 'ok',
    codes: ['~custom-only'],
    summary: 'suspended',
    off: true,
  },
];

const counts = (ready: number, forMs = HOUR) => ({
  head: custom({ replicas: 3, readyReplicas: ready }),
  samples: samples(3, [DAY, 3], [forMs, ready]),
});

const promises: readonly Row[] = [
  {
    name: 'all are ready',
    ...counts(3),
    status: 'ok',
    codes: [],
    summary: '3 of 3 ready',
  },
  {
    name: 'none is ready for a minute',
    ...counts(0, MIN),
    status: 'failing',
    codes: ['below-minimum'],
    message: '0 of 3 ready',
    since: iso(0),
  },
  {
    name: 'none is ready for less',
    ...counts(0, MIN - 1),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'none is ready of a new one, which has time to start',
    head: custom(
      { replicas: 3, readyReplicas: 0 },
      { createdAt: ago(9 * MIN) },
    ),
    samples: samples(3, [9 * MIN, 0]),
    status: 'ok',
    codes: [],
    recheckIn: MIN,
  },
  {
    name: 'it does not count what is ready',
    head: custom({
      replicas: 3,
      conditions: [condition('Ready', 'True', DAY)],
    }),
    status: 'ok',
    codes: ['~custom-only'],
    summary: 'ready',
  },
  {
    name: 'some are missing for 15 min',
    ...counts(2, 15 * MIN),
    status: 'warning',
    codes: ['replicas-missing'],
    message: '2 of 3 ready',
    since: iso(0),
  },
  {
    name: 'some are missing for less',
    ...counts(2, 15 * MIN - 1),
    status: 'ok',
    codes: [],
    recheckIn: 1,
  },
  {
    name: 'some are missing while a rollout gets on',
    head: custom({ replicas: 3, readyReplicas: 2, updatedReplicas: 2 }),
    samples: [
      { at: ago(HOUR), replicas: 3, ready: 2, available: 2, updated: 1 },
      { at: ago(MIN), replicas: 3, ready: 2, available: 2, updated: 2 },
    ],
    status: 'ok',
    codes: [],
  },
  {
    name: 'scaled to zero an hour ago',
    head: custom({ replicas: 0 }),
    samples: [
      { at: ago(DAY), replicas: 3, ready: 3, available: 3, updated: 3 },
      { at: ago(HOUR), replicas: 0, ready: 0, available: 0, updated: 0 },
    ],
    status: 'warning',
    codes: ['scaled-to-zero'],
    message: `Scaled to zero at ${iso(HOUR)} (was 3)`,
  },
  {
    name: 'scaled to zero for long',
    head: custom({ replicas: 0 }),
    samples: samples(0, [8 * DAY, 0]),
    status: 'ok',
    codes: [],
    summary: 'scaled to zero',
    off: true,
  },
];

const serving = {
  pods: pods(3),
  replicaSets: [replicaSet({ replicas: 3 })],
};

const rollouts: readonly Row[] = [
  {
    name: 'healthy',
    head: custom({ phase: 'Healthy', replicas: 3, readyReplicas: 3 }),
    parts: serving,
    status: 'ok',
    codes: [],
    summary: '3 of 3 ready',
  },
  {
    name: 'progressing, whatever its conditions say meanwhile',
    head: custom({
      phase: 'Progressing',
      message: 'more replicas need to be updated',
      replicas: 3,
      readyReplicas: 3,
      updatedReplicas: 1,
      conditions: [condition('Available', 'False', HOUR)],
    }),
    parts: serving,
    status: 'ok',
    codes: [],
    activity: 'more replicas need to be updated',
  },
  {
    name: 'degraded after an abort: what serves goes on',
    head: custom({
      phase: 'Degraded',
      message: 'RolloutAborted: metric "errors" failed',
      replicas: 3,
      readyReplicas: 3,
      conditions: [
        condition('Progressing', 'False', 5 * MIN, {
          reason: 'RolloutAborted',
        }),
      ],
    }),
    parts: serving,
    status: 'warning',
    codes: ['custom-degraded'],
    message: 'Degraded: RolloutAborted: metric "errors" failed',
    since: iso(3 * MIN),
  },
  {
    name: 'degraded, and none of its pods serves',
    head: custom({ phase: 'Degraded', replicas: 3, readyReplicas: 0 }),
    samples: samples(3, [DAY, 3], [HOUR, 0]),
    status: 'failing',
    codes: ['below-minimum', 'custom-degraded'],
  },
  {
    name: 'paused at a step of its canary, for as long as that takes',
    head: custom({
      phase: 'Paused',
      message: 'CanaryPauseStep',
      pause: { reason: 'CanaryPauseStep', since: ago(2 * DAY) },
      replicas: 3,
      readyReplicas: 3,
    }),
    parts: serving,
    status: 'ok',
    codes: [],
    activity: 'paused: CanaryPauseStep',
  },
  {
    name: 'paused by hand for more than a day',
    head: custom({
      phase: 'Paused',
      paused: true,
      replicas: 3,
      readyReplicas: 3,
      conditions: [condition('Paused', 'True', DAY + 1)],
    }),
    parts: serving,
    status: 'warning',
    codes: ['rollout-paused'],
    message: `Paused since ${iso(DAY + 1)}`,
    since: iso(1),
  },
  {
    name: 'paused by hand for a day',
    head: custom({
      phase: 'Paused',
      paused: true,
      replicas: 3,
      readyReplicas: 3,
      conditions: [condition('Paused', 'True', DAY)],
    }),
    parts: serving,
    status: 'ok',
    codes: [],
    activity: 'paused by hand',
    recheckIn: 1,
  },
  {
    name: 'healthy by its own words, with no pod that is',
    head: custom({ phase: 'Healthy' }),
    parts: { replicaSets: [replicaSet({ replicas: 3 })] },
    status: 'unknown',
    codes: ['no-data'],
  },
  {
    name: 'a phase that nobody knows, and pods that are ready',
    head: custom({ phase: 'Odd' }),
    parts: serving,
    status: 'ok',
    codes: ['~promise-unread'],
  },
];

describe('what a custom resource says of itself', () => {
  it.each(conventions)('by the conventions of the API: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each(promises)('by its replicas: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it.each(rollouts)('an Argo Rollout: $name', row => {
    expect(seenOf(row)).toEqual(expectedOf(row));
  });

  it('costs deliveries, and users only where nothing serves', () => {
    const { verdict } = judge(
      snapshotOf(
        [
          workloadOf(
            custom({ phase: 'Degraded', replicas: 3, readyReplicas: 0 }),
          ),
        ],
        {
          memory: new Map([
            [custom().uid, { replicas: samples(3, [DAY, 3], [HOUR, 0]) }],
          ]),
        },
      ),
    );
    expect(
      verdict.findings.map(({ code, impact, params }) => [
        code,
        impact,
        params.customResource,
      ]),
    ).toEqual([
      ['below-minimum', 'live', 'rollouts.argoproj.io'],
      ['custom-degraded', 'delivery', 'rollouts.argoproj.io'],
    ]);
  });

  it('shows in the row of the workload', () => {
    const { workloads } = judge(
      snapshotOf([
        workloadOf(
          custom({ phase: 'Healthy', replicas: 5, readyReplicas: 3 }),
          serving,
        ),
      ]),
    );
    expect(workloads).toEqual([
      expect.objectContaining({
        kind: 'Rollout',
        resource: 'rollouts.argoproj.io',
        summary: '3 of 5 ready',
        replicas: { desired: 5, ready: 3, available: 3, updated: 5 },
      }),
    ]);
  });
});

describe('a custom resource that says nothing', () => {
  const silent = workloadOf(
    custom({}, { ownKind: 'ServiceMonitor', name: 'shop', uid: 'uid-monitor' }),
  );

  it('turns nothing green: the service is looked for elsewhere too', () => {
    const { verdict, workloads } = judge(snapshotOf([silent]));
    expect(verdict).toEqual(
      expect.objectContaining({ status: 'unknown', absent: true }),
    );
    expect(verdict.findings.map(({ message }) => message)).toEqual([
      'In prod-eu only ServiceMonitor shop matches app=shop, and says nothing of its state',
    ]);
    expect(workloads.map(({ kind, status }) => [kind, status])).toEqual([
      ['ServiceMonitor', 'unknown'],
    ]);
  });

  it('takes nothing from a workload that is ok, and comes after it', () => {
    const { verdict, workloads } = judge(
      snapshotOf([silent, workloadOf(deployment())]),
    );
    expect([verdict.status, verdict.findings]).toEqual(['ok', []]);
    expect(workloads.map(({ kind }) => kind)).toEqual([
      'Deployment',
      'ServiceMonitor',
    ]);
  });

  it('has no namespace where its kind is in none', () => {
    const { verdict } = judge(
      snapshotOf([
        workloadOf(
          custom(
            { conditions: [condition('Ready', 'False', HOUR)] },
            { namespace: '' },
          ),
        ),
      ]),
    );
    expect(verdict.findings[0].params).not.toHaveProperty('namespace');
  });
});
