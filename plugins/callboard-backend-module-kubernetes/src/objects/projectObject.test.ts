import objects from './__fixtures__/objects.json';
import { projectObject, Projection, type HeldOf, type KindName } from '.';

const HOUR_MS = 3_600_000;

function project<K extends KindName>(
  kind: K,
  json: unknown,
  clockOffsetMs = 0,
): HeldOf<K> {
  const projection = Projection.create({ clockOffsetMs: () => clockOffsetMs });
  const held = projectObject(kind, json, projection);
  if (!held) {
    throw new Error('malformed');
  }
  return held;
}

const at = (instant: string) => Date.parse(instant);

describe('projectObject', () => {
  it('reads a pod that runs', () => {
    const { facts, labels, resourceVersion } = project(
      'pods',
      objects.pods.checkout,
    );
    expect(facts).toEqual({
      kind: 'Pod',
      uid: objects.pods.checkout.metadata.uid,
      namespace: 'shop',
      name: objects.pods.checkout.metadata.name,
      createdAt: at(objects.pods.checkout.metadata.creationTimestamp),
      owner: {
        kind: 'ReplicaSet',
        name: 'checkout-84b986479c',
        uid: objects.replicasets.checkout.metadata.uid,
      },
      phase: 'Running',
      nodeName: objects.pods.checkout.spec.nodeName,
      revision: '84b986479c',
      requests: { cpuMillis: 100, memoryBytes: 64 * 2 ** 20 },
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          since: at('2026-11-25T20:55:47Z'),
        },
        {
          type: 'PodScheduled',
          status: 'True',
          since: at('2026-11-25T20:55:47Z'),
        },
      ],
      containers: [
        {
          name: 'checkout',
          image: 'example.test/checkout:1.0',
          role: 'app',
          ready: true,
          restarts: 0,
          current: { state: 'running', startedAt: at('2026-11-25T20:55:47Z') },
          memoryLimitBytes: 128 * 2 ** 20,
        },
      ],
    });
    expect(resourceVersion).toBe(
      objects.pods.checkout.metadata.resourceVersion,
    );
    // It is found through its ReplicaSet.
    expect(labels).toBeUndefined();
  });

  it('tells init containers and sidecars from the others', () => {
    const { facts } = project('pods', objects.pods['orders-db-0']);
    expect(facts.containers.map(({ name, role }) => [name, role])).toEqual([
      ['prepare', 'init'],
      ['proxy', 'sidecar'],
      ['db', 'app'],
    ]);
    expect(facts.claims).toEqual(['data-orders-db-0']);
    expect(facts.canary).toBe(true);
    // The sidecar goes on running beside the container.
    expect(facts.requests).toEqual({
      cpuMillis: 300,
      memoryBytes: 1056 * 2 ** 20,
    });
  });

  it('keeps why a container waits, and how it ended before', () => {
    const [container] = project('pods', objects.pods.payments).facts.containers;
    expect(container.current).toEqual(
      expect.objectContaining({
        state: 'waiting',
        reason: 'CrashLoopBackOff',
      }),
    );
    expect(container.last).toEqual(
      expect.objectContaining({ state: 'terminated', exitCode: 1 }),
    );
    const [init] = project('pods', objects.pods.ledger).facts.containers;
    expect(init).toEqual(
      expect.objectContaining({ role: 'init', restarts: 4 }),
    );
  });

  it('keeps labels of a pod that nobody owns', () => {
    const { facts, labels } = project('pods', objects.pods.scratch);
    expect(facts).toEqual(
      expect.objectContaining({
        phase: 'Failed',
        reason: 'Evicted',
        message: 'The node was low on resource: memory.',
      }),
    );
    expect(labels).toEqual(
      new Map(Object.entries(objects.pods.scratch.metadata.labels ?? {})),
    );
  });

  it('keeps nothing of env, managedFields and annotations', () => {
    const { facts } = project('pods', objects.pods['orders-db-0']);
    expect(JSON.stringify(objects.pods['orders-db-0'])).toContain('hunter2');
    expect(JSON.stringify(facts)).not.toMatch(/hunter2|managedFields|kwok/);
    expect(JSON.stringify(facts).length).toBeLessThan(2_000);
  });

  it('reads a Deployment', () => {
    const { facts, labels, templateLabels } = project(
      'deployments',
      objects.deployments.payments,
    );
    expect(facts).toEqual(
      expect.objectContaining({
        kind: 'Deployment',
        observedGeneration: 1,
        replicas: 2,
        currentReplicas: 2,
        updatedReplicas: 2,
        readyReplicas: 0,
        availableReplicas: 0,
        strategy: 'RollingUpdate',
        maxUnavailable: '25%',
        progressDeadlineSeconds: 600,
        revision: '1',
      }),
    );
    expect(facts.conditions[1]).toEqual({
      type: 'Progressing',
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: 'ReplicaSet "payments-7fdcd69c49" has timed out progressing.',
      since: at('2026-11-25T21:05:47Z'),
      updatedAt: at('2026-11-25T21:05:47Z'),
    });
    expect(labels?.get('backstage.io/kubernetes-id')).toBe('payments');
    expect(templateLabels?.get('app')).toBe('payments');
  });

  it.each([
    [
      'replicasets',
      objects.replicasets.checkout,
      { kind: 'ReplicaSet', replicas: 3, readyReplicas: 3, revision: '1' },
    ],
    [
      'statefulsets',
      objects.statefulsets['orders-db'],
      {
        kind: 'StatefulSet',
        replicas: 3,
        currentReplicas: 1,
        readyReplicas: 0,
        partition: 1,
        updateStrategy: 'RollingUpdate',
        currentRevision: 'orders-db-78cc689689',
        updateRevision: 'orders-db-78cc689689',
        claimTemplates: ['data'],
        canary: true,
        images: [{ container: 'db', image: 'example.test/postgres:16.3' }],
      },
    ],
    [
      'daemonsets',
      objects.daemonsets['log-shipper'],
      { kind: 'DaemonSet', replicas: 3, availableReplicas: 3 },
    ],
    [
      'jobs',
      objects.jobs['nightly-report'],
      {
        kind: 'Job',
        failed: 2,
        succeeded: 0,
        active: 0,
        backoffLimit: 1,
        endedAt: at('2026-11-25T20:55:58Z'),
      },
    ],
    [
      'jobs',
      objects.jobs.backup,
      {
        succeeded: 1,
        backoffLimit: 2,
        activeDeadlineSeconds: 600,
        startedAt: at('2026-11-25T21:14:00Z'),
        endedAt: at('2026-11-25T21:14:02Z'),
      },
    ],
    [
      'cronjobs',
      objects.cronjobs.backup,
      {
        kind: 'CronJob',
        schedule: '*/1 * * * *',
        timeZone: 'Europe/Vienna',
        lastScheduledAt: at('2026-11-25T21:16:00Z'),
        lastSuccessfulAt: at('2026-11-25T21:16:02Z'),
      },
    ],
    [
      'horizontalpodautoscalers',
      objects.horizontalpodautoscalers.checkout,
      {
        target: { kind: 'Deployment', name: 'checkout' },
        currentReplicas: 3,
        desiredReplicas: 0,
      },
    ],
    [
      'persistentvolumeclaims',
      objects.persistentvolumeclaims['data-orders-db-0'],
      { phase: 'Pending', storageClass: 'fast' },
    ],
    [
      'nodes',
      objects.nodes['node-0'],
      {
        name: 'node-0',
        namespace: '',
        roles: [],
        allocatable: {
          cpuMillis: 16_000,
          memoryBytes: 64 * 2 ** 30,
          pods: 110,
        },
      },
    ],
    [
      'events',
      objects.events.FailedScheduling,
      {
        reason: 'FailedScheduling',
        namespace: 'shop',
        count: 1,
        lastAt: at(objects.events.FailedScheduling.eventTime ?? ''),
      },
    ],
  ] as const)('reads %s', (kind, json, expected) => {
    expect(project<KindName>(kind, json).facts).toEqual(
      expect.objectContaining(expected),
    );
  });

  it('puts times on our clock', () => {
    const theirs = project('pods', objects.pods.checkout);
    const ours = project('pods', objects.pods.checkout, HOUR_MS);
    expect(ours.facts.createdAt).toBe(theirs.facts.createdAt - HOUR_MS);
    expect(ours.facts.conditions[0].since).toBe(
      at('2026-11-25T20:55:47Z') - HOUR_MS,
    );
  });

  it("tells another system's kind of the same name from ours", () => {
    const pod = {
      ...objects.pods.checkout,
      metadata: {
        ...objects.pods.checkout.metadata,
        ownerReferences: [
          {
            apiVersion: 'batch.volcano.sh/v1alpha1',
            kind: 'Job',
            name: 'train',
            uid: 'u-1',
            controller: true,
          },
        ],
      },
    };
    const { facts, labels } = project('pods', pod);
    expect(facts.owner?.kind).toBe('Job.batch.volcano.sh');
    expect(labels?.get('app')).toBe('checkout');
  });

  it.each([
    ['nothing', null],
    ['a text', 'pod'],
    ['a list', []],
    ['no metadata', { spec: { containers: [] } }],
    ['no uid', { metadata: { name: 'a' }, spec: { containers: [] } }],
    [
      'no time',
      {
        metadata: { name: 'a', uid: 'u', creationTimestamp: 'yesterday' },
        spec: { containers: [] },
      },
    ],
    [
      'no spec',
      {
        metadata: {
          name: 'a',
          uid: 'u',
          creationTimestamp: '2026-11-25T20:55:47Z',
        },
      },
    ],
  ])('takes %s for no pod', (_, json) => {
    const projection = Projection.create({ clockOffsetMs: () => 0 });
    expect(projectObject('pods', json, projection)).toBeUndefined();
  });

  it('keeps no more of a text than is read, and nothing that bends a line', () => {
    const endless = 'x'.repeat(1_000_000);
    const meta = {
      name: 'a',
      uid: 'u',
      creationTimestamp: '2026-11-25T20:55:47Z',
    };
    const { facts } = project('pods', {
      metadata: meta,
      spec: { containers: [{ name: 'api', image: endless }] },
      status: {
        reason: endless,
        message: '\u001b[31mred\u202e\n<b>line</b>',
        containerStatuses: [
          {
            name: 'api',
            state: { terminated: { reason: endless, message: endless } },
          },
        ],
      },
    });
    expect(facts.message).toBe('[31mred <b>line</b>');
    expect(JSON.stringify(facts).length).toBeLessThan(2_500);
    const cron = project('cronjobs', {
      metadata: meta,
      spec: { schedule: `${'0,'.repeat(100_000)}0 0 * * *` },
    });
    expect(JSON.stringify(cron.facts).length).toBeLessThan(1_000);
  });

  it('takes parts of another shape for absent', () => {
    const { facts } = project('pods', {
      metadata: {
        name: 'a',
        uid: 'u',
        creationTimestamp: '2026-11-25T20:55:47Z',
        labels: { track: 7, __proto__: { polluted: 'yes' } },
        ownerReferences: { controller: true },
      },
      spec: { containers: [null, { name: 7, resources: [] }], volumes: 'none' },
      status: { phase: 'Dreaming', conditions: [{ type: 7 }, 'Ready'] },
    });
    expect(facts).toEqual(
      expect.objectContaining({
        phase: 'Unknown',
        conditions: [],
        containers: [
          { name: '', image: '', role: 'app', ready: false, restarts: 0 },
        ],
      }),
    );
  });
});
