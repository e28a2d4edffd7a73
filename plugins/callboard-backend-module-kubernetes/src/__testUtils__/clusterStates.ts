const IN_CLUSTER = {
  source: 'kubernetes/real',
  cluster: 'real',
  context: 'real',
};

/** What a finding about a Deployment tells in `params`. */
function of(
  name: string,
  params: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    ...IN_CLUSTER,
    namespace: 'shop',
    kind: 'Deployment',
    workload: name,
    ...params,
  };
}

/** The pod of a Deployment that a finding names, and its container. */
function podOf(name: string, reason: string, container = name) {
  return {
    pod: expect.stringMatching(new RegExp(`^${name}-[a-z0-9]+-[a-z0-9]+$`)),
    container,
    image: `example.test/${
      container === name ? name : `${name}-${container}`
    }:1.0`,
    reason,
    node: expect.stringMatching(/^node-\d$/),
  };
}

/** What the control plane's manifests make of a service. */
export interface ClusterState {
  readonly service: string;
  /** Of the service as a whole. */
  readonly status: string;
  /** What it says, as far as it is the same every time. */
  readonly finding: {
    readonly code: string;
    readonly params?: Readonly<Record<string, unknown>>;
  } & Readonly<Record<string, unknown>>;
}

/** What nobody has to wait for. */
export const AT_ONCE: readonly ClusterState[] = [
  {
    service: 'payments',
    status: 'warning',
    finding: {
      code: 'crash-loop',
      status: 'warning',
      message: '2 of 2 crash-loop: payments, exit code 1',
      hint: 'Read why the last container ended, with logs --previous',
      impact: 'live',
      params: of('payments', podOf('payments', 'exit code 1')),
    },
  },
  {
    service: 'recommender',
    status: 'warning',
    finding: {
      code: 'crash-loop',
      status: 'warning',
      message: '1 of 1 crash-loops: recommender, OOMKilled',
      params: of('recommender', podOf('recommender', 'OOMKilled')),
    },
  },
  {
    service: 'ledger',
    status: 'warning',
    finding: {
      code: 'crash-loop',
      status: 'warning',
      message: '1 of 1 crash-loops: init container migrate, exit code 1',
      params: of('ledger', podOf('ledger', 'exit code 1', 'migrate')),
    },
  },
  {
    service: 'scratch',
    status: 'warning',
    finding: {
      code: 'pod-failed',
      status: 'warning',
      message: 'Pod scratch failed: Evicted',
      params: {
        ...of('scratch'),
        kind: 'Pod',
        pod: 'scratch',
        reason: 'Evicted',
      },
    },
  },
  {
    service: 'reports',
    status: 'failing',
    finding: {
      code: 'job-failed',
      status: 'failing',
      message: 'Job nightly-report failed 2 of 2 tries',
      params: {
        ...of('nightly-report'),
        kind: 'Job',
        job: 'nightly-report',
        pod: expect.stringMatching(/^nightly-report-/),
      },
    },
  },
  {
    service: 'forecast',
    status: 'unknown',
    finding: {
      code: 'no-data',
      status: 'unknown',
      message: 'None of 1 pods of Pod forecast is ready yet',
      params: { ...of('forecast'), kind: 'Pod' },
    },
  },
  {
    service: 'catalogue',
    status: 'failing',
    finding: {
      code: 'rollout-failed',
      status: 'failing',
      message: '1.0 cannot start; 0 of 2 pods serve',
      hint: 'Top reason: 2 of 2 cannot pull example.test/catalogue:1.0. Mend the new revision',
      impact: 'live',
      params: of('catalogue', { version: '1.0' }),
    },
  },
  {
    service: 'nothing',
    status: 'unknown',
    finding: {
      code: 'not-found',
      status: 'unknown',
      message:
        'Nothing in any namespace of real matches backstage.io/kubernetes-id=nothing',
      params: {
        ...IN_CLUSTER,
        selector: 'backstage.io/kubernetes-id=nothing',
      },
    },
  },
];

/** What is only true once it has lasted. */
export const AFTER_A_MINUTE: readonly ClusterState[] = [
  {
    service: 'catalogue',
    status: 'failing',
    finding: {
      code: 'image-pull',
      status: 'warning',
      message: '2 of 2 cannot pull example.test/catalogue:1.0',
      params: of('catalogue', podOf('catalogue', 'ImagePullBackOff')),
    },
  },
  {
    service: 'catalogue',
    status: 'failing',
    finding: {
      code: 'below-minimum',
      status: 'failing',
      message: '0 of 2 pods serve, 2 are needed',
      hint: 'Top reason: 2 of 2 cannot pull example.test/catalogue:1.0',
      params: of('catalogue'),
    },
  },
  {
    service: 'mailer',
    status: 'warning',
    finding: {
      code: 'config-error',
      status: 'warning',
      message: 'Secret settings is missing',
      params: of('mailer', podOf('mailer', 'CreateContainerConfigError')),
    },
  },
];

export const AFTER_FIVE_MINUTES: readonly ClusterState[] = [
  {
    service: 'forecast',
    status: 'warning',
    finding: {
      code: 'unschedulable',
      status: 'warning',
      message: 'No node fits: 1000 CPU',
      params: {
        ...of('forecast'),
        kind: 'Pod',
        pod: 'forecast',
        reason: 'Unschedulable',
      },
    },
  },
];

export const AFTER_FIFTEEN_MINUTES: readonly ClusterState[] = [
  {
    service: 'search',
    status: 'failing',
    finding: {
      code: 'not-ready',
      status: 'warning',
      message: '2 of 2 run, fail readiness',
      params: of('search', podOf('search', 'NotReady')),
    },
  },
  {
    service: 'search',
    status: 'failing',
    finding: {
      code: 'below-minimum',
      status: 'failing',
      message: '0 of 2 pods serve, 2 are needed',
      hint: 'Top reason: 2 of 2 run, fail readiness',
    },
  },
  {
    service: 'payments',
    status: 'failing',
    finding: {
      code: 'below-minimum',
      status: 'failing',
      message: '0 of 2 pods serve, 2 are needed',
      hint: 'Top reason: 2 of 2 crash-loop: payments, exit code 1',
    },
  },
  {
    service: 'archive',
    status: 'failing',
    finding: {
      code: 'below-minimum',
      status: 'failing',
      message: '2 of 3 pods serve, 3 are needed',
      hint: expect.stringMatching(
        /^Top reason: pods "archive-[^"]+" is forbidden: exceeded quota: two-pods, /,
      ),
      params: { ...of('archive'), namespace: 'tight' },
    },
  },
  {
    service: 'backlog',
    status: 'warning',
    finding: {
      code: 'replicas-missing',
      status: 'warning',
      message: '2 of 3 serve',
      hint: expect.stringMatching(
        /^Top reason: pods "backlog-[^"]+" is forbidden: exceeded quota: two-more, /,
      ),
      params: { ...of('backlog'), namespace: 'tighter' },
    },
  },
  {
    service: 'checkout',
    status: 'warning',
    finding: {
      code: 'hpa-blind',
      status: 'warning',
      message: 'Autoscaler checkout gets no metrics: FailedGetResourceMetric',
      params: of('checkout', {
        autoscaler: 'checkout',
        reason: 'FailedGetResourceMetric',
      }),
    },
  },
  {
    service: 'checkout',
    status: 'warning',
    finding: {
      code: 'hpa-maxed',
      status: 'warning',
      message: 'Autoscaler checkout is at its maximum of 3',
      params: of('checkout', {
        autoscaler: 'checkout',
        maxReplicas: '3',
      }),
    },
  },
];
