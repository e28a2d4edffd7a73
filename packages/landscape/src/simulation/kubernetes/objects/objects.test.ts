import type { KubernetesResourceName } from '../../../kubernetes';
// Recorded from kube-apiserver v1.35.4.
import recorded from '../../../kubernetes/__fixtures__/objects.json';
import { ClusterEstate } from '../ClusterEstate';
import type { WorkloadPlan } from '../Workload';

const HOUR_MS = 60 * 60_000;
const START = Date.UTC(2026, 10, 25, 20, 0);

/** Where a recorded object has what ours has not, for a reason. */
const LEFT_OUT = [
  // No last-applied annotations: our deployer is another one.
  'metadata.annotations',
  // Recorded pods had no resources, and were told apart by an annotation.
  'spec.template.metadata.annotations',
  // Nodes of the recorder were no real ones.
  'metadata.labels',
  'spec.template.metadata.labels',
  // All of ours are probed over HTTP.
  'spec.template.spec.containers[].readinessProbe.tcpSocket',
  // How a crash loop looks depends on the moment.
  'status.containerStatuses[].state',
];

function plan(part: Partial<WorkloadPlan>): WorkloadPlan {
  const name = part.name ?? 'shop';
  return {
    kind: 'Deployment',
    namespace: 'shop',
    name,
    labels: { app: name },
    image: name,
    version: '1.0.1',
    replicas: 4,
    ageMs: HOUR_MS,
    ...part,
  };
}

/** Paths of all fields: `status.conditions[].type`. */
function paths(value: unknown, above = ''): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap(item => paths(item, `${above}[]`));
  }
  if (typeof value !== 'object' || value === null) {
    return [above];
  }
  const entries = Object.entries(value).filter(
    ([key]) => key !== 'managedFields',
  );
  return [
    above,
    ...entries.flatMap(([key, inner]) =>
      paths(inner, above ? `${above}.${key}` : key),
    ),
  ];
}

describe('objects of the simulated clusters', () => {
  const estate = ClusterEstate.create({
    name: 'test',
    seed: '1',
    startAt: START,
    nodes: 3,
    plans: [
      plan({ name: 'well', autoscaler: { min: 2, max: 5 } }),
      plan({ name: 'crashing' }),
      plan({ name: 'unplaced' }),
      plan({ name: 'evicted' }),
      plan({ name: 'late' }),
      plan({ name: 'migrating' }),
      plan({ name: 'queue', kind: 'StatefulSet', storage: true }),
      plan({ name: 'agent', kind: 'DaemonSet' }),
      plan({ name: 'nightly', kind: 'CronJob', schedule: '*/15 * * * *' }),
    ],
  });
  const happen = (name: string, kind: 'crash-loop') =>
    estate.incident(estate.find(`shop/${name}`), { kind });

  function find(
    resource: KubernetesResourceName,
    name: RegExp,
    has?: (body: any) => boolean,
  ): any {
    const found = (estate.cluster.store.list(resource) ?? [])
      .filter(({ object }) => name.test(object.name))
      .map(({ object }) => object.body('1') as any)
      .find(body => !has || has(body));
    expect(found).toBeDefined();
    return found;
  }

  beforeAll(() => {
    happen('crashing', 'crash-loop');
    happen('unplaced', 'unschedulable' as 'crash-loop');
    happen('evicted', 'evicted' as 'crash-loop');
    happen('late', 'rollout-stuck' as 'crash-loop');
    happen('migrating', 'job-failed' as 'crash-loop');
    estate.cluster.advance(START + HOUR_MS / 2);
  });

  const wanted: Readonly<
    Record<
      string,
      {
        readonly resource: KubernetesResourceName;
        readonly name: RegExp;
        readonly has?: (body: any) => boolean;
      }
    >
  > = {
    'Pod (running)': { resource: 'pods', name: /^well-/ },
    'Pod (crash-loop)': {
      resource: 'pods',
      name: /^crashing-/,
      has: ({ status }) => status.containerStatuses[0].lastState.terminated,
    },
    'Pod (unschedulable)': {
      resource: 'pods',
      name: /^unplaced-/,
      has: ({ status }) => status.conditions[0].reason === 'Unschedulable',
    },
    'Pod (evicted)': {
      resource: 'pods',
      name: /^evicted-/,
      has: ({ status }) => status.reason === 'Evicted',
    },
    'Pod (StatefulSet)': { resource: 'pods', name: /^queue-0/ },
    'Pod (Job, failed)': {
      resource: 'pods',
      name: /^migrating-migrate-/,
      has: ({ status }) => status.phase === 'Failed',
    },
    Deployment: { resource: 'deployments', name: /^well$/ },
    'Deployment (past its deadline)': {
      resource: 'deployments',
      name: /^late$/,
    },
    ReplicaSet: { resource: 'replicasets', name: /^well-/ },
    StatefulSet: { resource: 'statefulsets', name: /^queue$/ },
    DaemonSet: { resource: 'daemonsets', name: /^agent$/ },
    'Job (failed)': { resource: 'jobs', name: /^migrating-/ },
    'Job (complete)': {
      resource: 'jobs',
      name: /^nightly-/,
      has: ({ status }) => status.succeeded,
    },
    'Job (of a CronJob)': {
      resource: 'jobs',
      name: /^nightly-/,
      has: ({ status }) => status.succeeded,
    },
    CronJob: { resource: 'cronjobs', name: /^nightly$/ },
    HorizontalPodAutoscaler: {
      resource: 'horizontalpodautoscalers',
      name: /^well$/,
    },
    PersistentVolumeClaim: {
      resource: 'persistentvolumeclaims',
      name: /^data-queue-0$/,
    },
    Node: { resource: 'nodes', name: /-0$/ },
    Namespace: { resource: 'namespaces', name: /^shop$/ },
    Event: {
      resource: 'events',
      name: /^migrating/,
      has: ({ reason }) => reason === 'BackoffLimitExceeded',
    },
  };

  it.each(Object.entries(recorded.objects))(
    'have every field that a real %s has',
    (kind, real) => {
      const { resource, name, has } = wanted[kind];
      const ours = new Set(paths(find(resource, name, has)));
      const missing = [...new Set(paths(real))].filter(
        path =>
          !ours.has(path) && !LEFT_OUT.some(part => path.startsWith(part)),
      );
      expect(missing).toEqual([]);
    },
  );

  it('are about as large as real ones, half of it managedFields', () => {
    const pod = find('pods', /^well-/);
    const bytes = JSON.stringify(pod).length;
    const managed = JSON.stringify(pod.metadata.managedFields).length;
    expect(bytes).toBeGreaterThan(4_000);
    expect(bytes).toBeLessThan(8_000);
    expect(managed).toBeGreaterThan(1_500);
  });

  it('write a Deployment past its deadline as a real controller does', () => {
    const ours = find('deployments', /^late$/);
    const real = recorded.objects['Deployment (past its deadline)'];
    const words = (status: any, name: string) =>
      status.conditions.map((condition: any) => [
        condition.type,
        condition.status,
        condition.reason,
        condition.message.replace(new RegExp(`${name}-[a-z0-9]+`), 'rs'),
      ]);
    expect(words(ours.status, 'late')[1]).toEqual(
      words(real.status, 'catalogue')[1],
    );
  });
});
