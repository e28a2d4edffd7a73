import { UnreadableKind } from './facts';
import { iso, judge, snapshotOf, workloadOf } from './testJudging';
import {
  badPod,
  condition,
  cronJob,
  daemonSet,
  DAY,
  deployment,
  event,
  HOUR,
  job,
  MIN,
  pod,
  pods,
  statefulSet,
  waiting,
  ago,
  autoscaler,
  container,
  ended,
  runningFor,
} from './testObjects';

const failing = deployment({
  name: 'broken',
  uid: 'uid-broken',
  availableReplicas: 0,
  conditions: [condition('Available', 'False', HOUR)],
});

const unreadable = (
  resource: string,
  overrides: Partial<UnreadableKind> = {},
): UnreadableKind => ({
  resource,
  group: '',
  reason: 'forbidden',
  verbs: ['list', 'watch'],
  ...overrides,
});

/** So many Deployments that are well, with so many pods each. */
const manyWorkloads = (count: number, podsOfEach: number) =>
  Array.from({ length: count }, (_, index) =>
    workloadOf(deployment({ name: `shop-${index}`, uid: `uid-${index}` }), {
      pods: pods(podsOfEach, 1 + index * podsOfEach),
    }),
  );

describe('judgeKubernetes', () => {
  it('takes the worst workload, and shows it first', () => {
    const { verdict, workloads } = judge(
      snapshotOf([
        workloadOf(deployment()),
        workloadOf(statefulSet({ replicas: 0 })),
        workloadOf(failing),
      ]),
    );
    expect(verdict).toMatchObject({
      status: 'failing',
      summary: '0 of 6 pods serve',
      since: iso(58 * MIN),
    });
    expect(workloads.map(({ name, off }) => [name, off])).toEqual([
      ['broken', undefined],
      ['shop-api', undefined],
      ['web', true],
    ]);
  });

  it('counts the workloads where all are ok', () => {
    const { verdict } = judge(
      snapshotOf([workloadOf(deployment()), workloadOf(statefulSet())]),
    );
    expect(verdict).toMatchObject({
      status: 'ok',
      summary: '2 workloads are ok',
    });
  });

  it('is off only where everything is', () => {
    const off = [
      workloadOf(cronJob({ suspended: true })),
      workloadOf(daemonSet({ replicas: 0 })),
    ];
    expect(judge(snapshotOf(off)).verdict.off).toBe(true);
    expect(
      judge(snapshotOf([...off, workloadOf(deployment())])).verdict.off,
    ).toBeUndefined();
  });

  it('names cluster, context, namespace and workload of whatever it finds', () => {
    const [finding] = judge(
      snapshotOf([workloadOf(failing)], { context: 'admin@prod-eu' }),
    ).verdict.findings;
    expect(finding.params).toEqual({
      source: 'kubernetes/prod-eu',
      cluster: 'prod-eu',
      context: 'admin@prod-eu',
      namespace: 'shop',
      kind: 'Deployment',
      workload: 'broken',
    });
  });

  it('makes plain text of what is hostile', () => {
    const evil = 'x\u202e\u0007\n'.repeat(500);
    const { verdict, workloads } = judge(
      snapshotOf(
        [
          workloadOf(
            { ...failing, name: evil },
            {
              pods: [
                badPod(HOUR, {
                  name: evil,
                  image: evil,
                  current: waiting('ErrImagePull', evil),
                }),
              ],
              events: [event({ message: evil, reason: evil })],
            },
          ),
        ],
        { cluster: evil, selector: evil },
      ),
    );
    // eslint-disable-next-line no-control-regex
    expect(JSON.stringify([verdict, workloads])).not.toMatch(/\u202e|\\u0007/);
    expect(JSON.stringify([verdict, workloads]).length).toBeLessThan(10_000);
  });

  describe('where nothing matches', () => {
    it('says what was looked for, and where', () => {
      const { verdict, workloads } = judge(
        snapshotOf([], { namespace: 'shop', near: ['app=shop-api'] }),
      );
      expect(workloads).toEqual([]);
      expect(verdict).toMatchObject({
        status: 'unknown',
        absent: true,
        findings: [
          {
            code: 'not-found',
            message: 'Nothing in namespace shop of prod-eu matches app=shop',
            hint: expect.stringMatching(/kubernetes-id.*near: app=shop-api$/),
            params: {
              source: 'kubernetes/prod-eu',
              cluster: 'prod-eu',
              context: 'prod-eu',
              selector: 'app=shop',
              namespace: 'shop',
              suggestion: 'app=shop-api',
            },
          },
        ],
      });
    });

    it('does not say so of what it could not read', () => {
      const { verdict } = judge(
        snapshotOf([], { unreadable: [unreadable('deployments')] }),
      );
      expect(verdict.absent).toBeUndefined();
      expect(verdict.findings.map(({ code }) => code)).toEqual(['forbidden']);
    });

    it('says so where only causes could not be read', () => {
      const { verdict } = judge(
        snapshotOf([], { unreadable: [unreadable('events')] }),
      );
      expect(verdict.absent).toBe(true);
      expect(verdict.findings.map(({ code }) => code)).toEqual([
        'not-found',
        'forbidden',
      ]);
    });
  });

  describe('where a kind could not be read', () => {
    const shop = workloadOf(deployment(), { pods: pods(6) });
    const withClaims = workloadOf(deployment(), {
      pods: [pod({ claims: ['data'] })],
    });

    it.each([
      ['pods', shop, 'unknown'],
      ['deployments', shop, 'unknown'],
      ['replicasets', shop, 'unknown'],
      ['statefulsets', shop, 'unknown'],
      ['daemonsets', shop, 'unknown'],
      ['jobs', shop, 'unknown'],
      ['cronjobs', shop, 'unknown'],
      ['persistentvolumeclaims', withClaims, 'unknown'],
      ['persistentvolumeclaims', shop, 'ok'],
      ['horizontalpodautoscalers', shop, 'ok'],
      ['events', shop, 'ok'],
      ['nodes', shop, 'ok'],
    ])('%s', (resource, workload, status) => {
      const { verdict } = judge(
        snapshotOf([workload], { unreadable: [unreadable(resource)] }),
      );
      expect(verdict.status).toBe(status);
      expect(verdict.findings).toEqual([
        expect.objectContaining({
          code: 'forbidden',
          status: status === 'ok' ? 'note' : 'unknown',
          message: `We may not list ${resource} in prod-eu: the ClusterRole lacks list, watch on ${resource}`,
        }),
      ]);
    });

    it('the rest is judged', () => {
      const { verdict } = judge(
        snapshotOf([workloadOf(failing)], {
          unreadable: [unreadable('pods'), unreadable('cronjobs')],
        }),
      );
      expect(verdict.status).toBe('failing');
      expect(verdict.findings.map(({ code }) => code)).toEqual([
        'below-minimum',
        'forbidden',
      ]);
    });

    it('what the cluster does not serve is not forbidden', () => {
      const { verdict } = judge(
        snapshotOf([shop], {
          unreadable: [
            unreadable('cronjobs', { group: 'batch', reason: 'absent' }),
          ],
        }),
      );
      expect(verdict).toMatchObject({
        status: 'unknown',
        findings: [
          {
            code: 'no-data',
            message: 'prod-eu does not serve cronjobs (batch)',
          },
        ],
      });
    });

    it.each([
      ['shop', undefined, 'unknown'],
      ['other', undefined, 'ok'],
      ['other', 'shop', 'ok'],
      ['shop', 'shop', 'unknown'],
    ])('in namespace %s, looking at %s', (where, namespace, status) => {
      const { verdict } = judge(
        snapshotOf([shop], {
          ...(namespace && { namespace }),
          unreadable: [unreadable('pods', { namespaces: [where] })],
        }),
      );
      expect(verdict.status).toBe(status);
    });
  });

  it('does not say that nothing matches where there may be namespaces that we may not name', () => {
    const elsewhere = unreadable('pods', {
      verbs: ['list'],
      namespaces: [],
      elsewhere: true,
    });
    const { verdict } = judge(snapshotOf([], { unreadable: [elsewhere] }));
    expect(verdict.findings).toMatchObject([
      {
        code: 'forbidden',
        message:
          'We may not list pods in other namespaces of prod-eu: the Role lacks list on pods',
        hint: 'Give our account the verbs list on pods (API group core), or name the backstage.io/kubernetes-namespace',
      },
    ]);
    const found = judge(
      snapshotOf([workloadOf(deployment(), { pods: pods(6) })], {
        unreadable: [elsewhere],
      }),
    );
    expect(found.verdict.status).toBe('ok');
  });

  it('describes a workload for the service page', () => {
    const crashing = badPod(
      5 * MIN,
      {
        restarts: 3,
        current: waiting('CrashLoopBackOff'),
        last: ended(6 * MIN, 5 * MIN, { reason: 'OOMKilled' }),
      },
      { name: 'bad', createdAt: ago(30 * MIN) },
    );
    const old = pod({
      name: 'old',
      containers: [container({ image: 'shop:v41', current: runningFor(DAY) })],
    });
    const evicted = pod({ name: 'gone', phase: 'Failed', reason: 'Evicted' });
    const [workload] = judge(
      snapshotOf([
        workloadOf(deployment({ availableReplicas: 5, readyReplicas: 5 }), {
          pods: [old, evicted, ...pods(3), crashing],
          autoscalers: [autoscaler()],
          events: [
            event(),
            event({
              count: 4,
              lastAt: ago(2 * MIN),
              involved: { kind: 'Pod', name: 'other', uid: 'uid-other' },
            }),
            event({ reason: 'Unhealthy', lastAt: ago(HOUR) }),
          ],
        }),
      ]),
    ).workloads;
    expect(workload).toMatchObject({
      kind: 'Deployment',
      namespace: 'shop',
      name: 'shop-api',
      status: 'warning',
      summary: '1 of 5 crash-loops: api, OOMKilled',
      replicas: { desired: 6, ready: 5, updated: 6, available: 5, needed: 5 },
      versions: ['v42', 'v41'],
      restarts: 3,
      autoscaler: { name: 'shop-api', min: 2, max: 10, current: 6, desired: 6 },
      podsCount: 6,
      events: [
        {
          reason: 'BackOff',
          object: 'Pod shop-api-1',
          objects: 2,
          count: 7,
          lastAt: iso(MIN),
        },
        { reason: 'Unhealthy', objects: 1 },
      ],
    });
    expect(
      workload.pods.map(({ name, status, reason }) => [name, status, reason]),
    ).toEqual([
      ['bad', 'warning', 'CrashLoopBackOff'],
      ['gone', 'warning', 'Evicted'],
      ['old', 'ok', 'Running'],
      ['shop-api-1', 'ok', 'Running'],
      ['shop-api-2', 'ok', 'Running'],
      ['shop-api-3', 'ok', 'Running'],
    ]);
  });

  it('shows at most 20 pods and 10 reasons of events', () => {
    const [{ pods: shown, podsCount, events }] = judge(
      snapshotOf([
        workloadOf(deployment(), {
          pods: pods(300),
          events: Array.from({ length: 30 }, (_, index) =>
            event({ reason: `R${index}` }),
          ),
        }),
      ]),
    ).workloads;
    expect([shown.length, podsCount, events.length]).toEqual([20, 300, 10]);
  });

  it('tells the worst 200 findings, and how many there are beside', () => {
    const { verdict } = judge(
      snapshotOf(
        Array.from({ length: 300 }, (_, index) =>
          workloadOf(
            deployment({
              name: `shop-${index}`,
              uid: `uid-${index}`,
              availableReplicas: 0,
              conditions: [condition('Available', 'False', HOUR)],
            }),
          ),
        ),
      ),
    );
    expect(verdict.status).toBe('failing');
    expect(verdict.findings).toHaveLength(202);
    expect(verdict.findings.slice(200)).toMatchObject([
      { status: 'note', message: '100 more findings are not shown' },
      { status: 'note', code: 'selector-broad' },
    ]);
  });

  it.each([
    {
      what: 'more workloads than a service has',
      workloads: 51,
      pods: 1,
      message: 'app=shop matches 51 workloads with 51 pods',
    },
    {
      what: 'more pods than a service has',
      workloads: 1,
      pods: 3_000,
      message: 'app=shop matches 1 workload with 3000 pods',
    },
  ])('makes a note of a selector that matches $what', row => {
    const { verdict } = judge(
      snapshotOf(manyWorkloads(row.workloads, row.pods)),
    );
    expect(verdict.status).toBe('ok');
    expect(verdict.findings).toEqual([
      expect.objectContaining({
        code: 'selector-broad',
        status: 'note',
        message: row.message,
        hint: 'Where some of them belong to other services, narrow backstage.io/kubernetes-label-selector, or name the backstage.io/kubernetes-namespace',
        params: expect.objectContaining({
          cluster: 'prod-eu',
          selector: 'app=shop',
        }),
      }),
    ]);
  });

  it('makes no note of a selector that matches what a service may have', () => {
    const { verdict } = judge(snapshotOf(manyWorkloads(50, 20)));
    expect(verdict).toMatchObject({ status: 'ok', findings: [] });
  });

  it('does not say that nothing scales what is at zero where it may not read autoscalers', () => {
    const { verdict } = judge(
      snapshotOf(
        [workloadOf(deployment({ replicas: 0, createdAt: ago(DAY) }))],
        {
          unreadable: [unreadable('horizontalpodautoscalers')],
        },
      ),
    );
    expect(verdict.findings.map(({ code }) => code)).toEqual([
      'scaled-to-zero',
      'forbidden',
    ]);
    expect(verdict.explanation).toMatchObject({
      rule: 'Deployment shop-api in prod-eu was scaled to zero, and whether something scales it is not known',
      inputs: expect.arrayContaining([
        { name: 'Autoscaler', value: 'not known, we cannot read them' },
      ]),
    });
  });

  it('a Job beside a Deployment that is well does not hide', () => {
    const { verdict } = judge(
      snapshotOf([workloadOf(deployment()), workloadOf(job('failed', HOUR))]),
    );
    expect(verdict).toMatchObject({
      status: 'failing',
      summary: 'failed 6 of 6 tries',
    });
  });
});
