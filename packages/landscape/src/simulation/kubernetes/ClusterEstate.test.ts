import { ClusterEstate } from './ClusterEstate';
import { Deployment } from './Deployment';
import { resolveBounds } from './deploymentStatus';
import type { WorkloadIncident } from './incidents';
import { StatefulSet } from './StatefulSet';
import type { DaemonSet } from './DaemonSet';
import type { Workload, WorkloadPlan } from './Workload';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const START = Date.UTC(2026, 10, 25, 20, 0);

function plan(part: Partial<WorkloadPlan>): WorkloadPlan {
  return {
    kind: 'Deployment',
    namespace: 'shop',
    name: 'app',
    labels: { app: 'app' },
    image: 'app',
    version: '1.0.1',
    replicas: 6,
    ageMs: 5 * DAY_MS,
    ...part,
  };
}

function create(part: Partial<WorkloadPlan> = {}) {
  const estate = ClusterEstate.create({
    name: 'test',
    seed: '3',
    startAt: START,
    nodes: 4,
    plans: [plan(part)],
  });
  const [workload] = estate.workloads;
  let now = START;
  return {
    estate,
    workload,
    deployment: workload as Deployment,
    statefulSet: workload as StatefulSet,
    daemonSet: workload as DaemonSet,
    happen: (incident: WorkloadIncident) => estate.incident(workload, incident),
    pass: (minutes: number) => {
      now += minutes * MINUTE_MS;
      estate.cluster.advance(now);
    },
  };
}

function condition(deployment: Deployment, type: string) {
  const found = deployment.state.conditions.find(one => one.type === type);
  return found && `${found.status} ${found.reason}`;
}

/** Phase, container reason and readiness of all pods, sorted. */
function pods(workload: Workload): readonly string[] {
  return workload.pods
    .map(({ state, isReady }) => {
      const reason =
        state.container?.now.kind === 'waiting'
          ? state.container.now.reason
          : state.reason ?? '';
      return [state.phase, reason, isReady ? 'ready' : '']
        .filter(Boolean)
        .join(' ');
    })
    .sort();
}

describe('a simulated cluster', () => {
  it('does nothing by itself but heartbeats of nodes', () => {
    const { estate, pass } = create();
    const before = estate.cluster.store.version;
    pass(5);
    expect(estate.cluster.store.version - before).toBe(4);
  });

  it('rolls a new version out within its promise', () => {
    const { estate, deployment, happen } = create({ maxUnavailable: 1 });
    const { maxSurge } = resolveBounds(deployment.state);
    happen({ kind: 'rollout', version: '1.0.2' });
    const seen = new Set<string>();
    for (let second = 1; second <= 300; second += 1) {
      estate.cluster.advance(START + second * 1_000);
      const { availableReplicas, currentReplicas } = deployment.state;
      expect(availableReplicas).toBeGreaterThanOrEqual(5);
      expect(currentReplicas).toBeLessThanOrEqual(6 + maxSurge);
      expect(condition(deployment, 'Available')).toBe(
        'True MinimumReplicasAvailable',
      );
      seen.add(condition(deployment, 'Progressing') ?? '');
    }
    expect([...seen]).toEqual([
      'True ReplicaSetUpdated',
      'True NewReplicaSetAvailable',
    ]);
    expect(deployment.state).toMatchObject({
      currentReplicas: 6,
      updatedReplicas: 6,
      readyReplicas: 6,
      unavailableReplicas: 0,
    });
    expect(deployment.template.image).toMatch(/:1\.0\.2$/);
    expect(pods(deployment)).toEqual(Array(6).fill('Running ready'));
  });

  it.each([
    ['rollout-stuck', 'ImagePullBackOff'],
    ['image-pull', 'ImagePullBackOff'],
    ['config-error', 'CreateContainerConfigError'],
  ] as const)(
    'misses its deadline while the old pods serve: %s',
    (kind, reason) => {
      const { deployment, happen, pass } = create();
      happen({ kind });
      pass(0.2);
      expect(condition(deployment, 'Progressing')).toBe(
        'True ReplicaSetUpdated',
      );
      pass(3);
      expect(condition(deployment, 'Progressing')).toBe(
        'False ProgressDeadlineExceeded',
      );
      expect(condition(deployment, 'Available')).toBe(
        'True MinimumReplicasAvailable',
      );
      expect(pods(deployment).filter(pod => pod.includes(reason))).not.toEqual(
        [],
      );
      happen({ kind: 'workload-restored' });
      pass(2);
      expect(condition(deployment, 'Progressing')).toBe(
        'True NewReplicaSetAvailable',
      );
      expect(pods(deployment)).toEqual(Array(6).fill('Running ready'));
    },
  );

  it('crash-loops as a kubelet has it: between waiting and running, with growing back-off', () => {
    const { estate, workload, happen } = create({ replicas: 1 });
    happen({ kind: 'crash-loop' });
    const messages: string[] = [];
    const states: string[] = [];
    for (let second = 0; second < 600; second += 1) {
      estate.cluster.advance(START + second * 1_000);
      const { container } = workload.pods[0].state;
      if (container && states.at(-1) !== container.now.kind) {
        states.push(container.now.kind);
        if (container.now.kind === 'waiting') {
          messages.push(container.now.message?.split(' ')[1] ?? '');
        }
      }
    }
    expect(messages).toEqual(['10s', '20s', '40s', '1m20s', '2m40s', '5m0s']);
    expect(states.slice(0, 4)).toEqual([
      'running',
      'waiting',
      'running',
      'waiting',
    ]);
    expect(workload.pods[0].state.container).toMatchObject({
      restarts: 6,
      last: { reason: 'Error', exitCode: 1 },
    });
  });

  it('breaks a promise and keeps the newest ReplicaSet available all the same', () => {
    const { deployment, happen, pass } = create();
    happen({ kind: 'below-minimum' });
    pass(1);
    expect(deployment.state.availableReplicas).toBe(4);
    expect(condition(deployment, 'Available')).toBe(
      'False MinimumReplicasUnavailable',
    );
    pass(30);
    // Finished rollouts never time out.
    expect(condition(deployment, 'Progressing')).toBe(
      'True NewReplicaSetAvailable',
    );
    happen({ kind: 'workload-restored' });
    pass(1);
    expect(condition(deployment, 'Available')).toBe(
      'True MinimumReplicasAvailable',
    );
  });

  it.each([
    ['oom-killed', 'Running CrashLoopBackOff', 6],
    ['not-ready', 'Running', 6],
    ['evicted', 'Failed Evicted', 7],
    ['unschedulable', 'Pending', 7],
    ['stuck-terminating', 'Running', 7],
  ] as const)('has a pod in trouble: %s', (kind, pod, count) => {
    const { workload, happen, pass } = create();
    happen({ kind });
    pass(4);
    expect(pods(workload)).toContain(pod);
    expect(workload.pods.length).toBeGreaterThanOrEqual(count);
    expect(
      pods(workload).filter(one => one === 'Running ready').length,
    ).toBeGreaterThanOrEqual(5);
    happen({ kind: 'workload-restored' });
    pass(3);
    expect(pods(workload)).toEqual(Array(6).fill('Running ready'));
  });

  it('ends what was to end by itself', () => {
    const { deployment, happen, pass } = create();
    happen({ kind: 'below-minimum', forMinutes: 5 });
    pass(4);
    expect(condition(deployment, 'Available')).toMatch(/^False/);
    pass(3);
    expect(condition(deployment, 'Available')).toMatch(/^True/);
  });

  it('scales to zero and back', () => {
    const { deployment, happen, pass } = create();
    happen({ kind: 'scaled-to-zero' });
    pass(1);
    expect(deployment.state).toMatchObject({ replicas: 0, currentReplicas: 0 });
    expect(condition(deployment, 'Available')).toMatch(/^True/);
    happen({ kind: 'workload-restored' });
    pass(1);
    expect(deployment.state.availableReplicas).toBe(6);
  });

  it('recreates all pods at once where it is told to', () => {
    const { estate, deployment, happen } = create({ strategy: 'Recreate' });
    happen({ kind: 'rollout' });
    const available = new Set<number>();
    for (let second = 1; second <= 120; second += 1) {
      estate.cluster.advance(START + second * 1_000);
      available.add(deployment.state.availableReplicas);
      const hashes = deployment.pods
        .filter(pod => pod.isActive)
        .map(({ state }) => state.template.hash);
      expect(new Set(hashes).size).toBeLessThanOrEqual(1);
    }
    expect(available).toContain(0);
    expect(deployment.state.availableReplicas).toBe(6);
  });

  it('loses the quorum of a StatefulSet', () => {
    const { statefulSet, happen, pass } = create({
      kind: 'StatefulSet',
      replicas: 3,
      storage: true,
    });
    happen({ kind: 'quorum-risk' });
    pass(1);
    expect(statefulSet.state).toMatchObject({ replicas: 3, readyReplicas: 1 });
    happen({ kind: 'workload-restored' });
    pass(1);
    expect(statefulSet.state.readyReplicas).toBe(3);
  });

  it('updates a StatefulSet from its end, one after the other', () => {
    const { estate, statefulSet, happen } = create({
      kind: 'StatefulSet',
      replicas: 3,
    });
    happen({ kind: 'rollout' });
    for (let second = 1; second <= 180; second += 1) {
      estate.cluster.advance(START + second * 1_000);
      expect(statefulSet.state.readyReplicas).toBeGreaterThanOrEqual(2);
    }
    const { currentRevision, updateRevision, updatedReplicas } =
      statefulSet.state;
    expect(updatedReplicas).toBe(3);
    expect(currentRevision).toBe(updateRevision);
  });

  it('has a volume that nobody provides, and later does', () => {
    const { estate, statefulSet, happen, pass } = create({
      kind: 'StatefulSet',
      replicas: 2,
      storage: true,
    });
    const phase = () =>
      estate.cluster.store
        .get('persistentvolumeclaims', {
          namespace: 'shop',
          name: 'data-app-2',
        })
        ?.object.body('1').status;
    happen({ kind: 'volume-pending' });
    pass(1);
    expect(statefulSet.state).toMatchObject({ replicas: 3, readyReplicas: 2 });
    expect(phase()).toEqual({ phase: 'Pending' });
    happen({ kind: 'workload-restored' });
    pass(1);
    expect(statefulSet.state).toMatchObject({ replicas: 2, readyReplicas: 2 });
  });

  it('tries a version out on the last pod of a StatefulSet, and goes back', () => {
    const { statefulSet, happen, pass } = create({
      kind: 'StatefulSet',
      replicas: 3,
    });
    happen({ kind: 'canary', version: '1.0.2' });
    pass(3);
    expect(statefulSet.state).toMatchObject({
      partition: 2,
      updatedReplicas: 1,
      readyReplicas: 3,
    });
    happen({ kind: 'workload-restored' });
    pass(3);
    expect(statefulSet.state).toMatchObject({
      partition: 0,
      updatedReplicas: 3,
      readyReplicas: 3,
    });
  });

  it('loses what a volume was bound to, and finds it', () => {
    const { estate, happen } = create({
      kind: 'StatefulSet',
      replicas: 3,
      storage: true,
    });
    const phases = () =>
      (estate.cluster.store.list('persistentvolumeclaims') ?? []).map(
        ({ object }) => (object.body('1') as any).status.phase,
      );
    happen({ kind: 'volume-lost' });
    expect(phases().sort()).toEqual(['Bound', 'Bound', 'Lost']);
    happen({ kind: 'workload-restored' });
    expect(phases()).toEqual(['Bound', 'Bound', 'Bound']);
  });

  it('has a Job that began long ago and does not end', () => {
    const { estate, happen, pass } = create();
    happen({ kind: 'job-long' });
    pass(60);
    const [{ object }] = estate.cluster.store.list('jobs') ?? [];
    const { status } = object.body('1') as any;
    expect(status).toMatchObject({
      active: 1,
      startTime: '2026-11-25T07:00:00Z',
    });
    happen({ kind: 'workload-restored' });
    expect(estate.cluster.store.list('jobs')).toEqual([]);
  });

  it('misses a DaemonSet on more than half of the nodes', () => {
    const { daemonSet, happen, pass } = create({ kind: 'DaemonSet' });
    happen({ kind: 'daemon-missing' });
    pass(2);
    expect(daemonSet.state).toMatchObject({ desired: 4, ready: 1 });
  });

  it('loses a node: pods are not ready, then elsewhere, and those left behind go when it is back', () => {
    const { estate, deployment, pass } = create();
    const node = deployment.pods[0].state.nodeName ?? '';
    const onNode = deployment.pods.filter(
      ({ state }) => state.nodeName === node,
    ).length;
    estate.nodeIncident('node-not-ready', node);
    pass(1);
    expect(deployment.state.readyReplicas).toBe(6 - onNode);
    pass(6);
    expect(deployment.state.readyReplicas).toBe(6);
    expect(deployment.state.terminatingReplicas).toBe(onNode);
    estate.nodeIncident('node-restored', node);
    pass(1);
    expect(pods(deployment)).toEqual(Array(6).fill('Running ready'));
  });

  it('drains a node without breaking more than it must', () => {
    const { estate, deployment, pass } = create();
    const node = deployment.pods[0].state.nodeName ?? '';
    estate.nodeIncident('node-drained', node);
    pass(3);
    expect(
      deployment.pods.filter(({ state }) => state.nodeName === node),
    ).toEqual([]);
    expect(deployment.state.readyReplicas).toBe(6);
  });

  it('runs CronJobs by the clock, and fails them on request', () => {
    const { estate, happen, pass } = create({
      kind: 'CronJob',
      schedule: '*/10 * * * *',
    });
    const jobs = () =>
      (estate.cluster.store.list('jobs') ?? []).map(
        ({ object }) =>
          (object.body('1') as any).status.conditions?.[1]?.type ?? 'active',
      );
    pass(61);
    expect(jobs()).toEqual(['Complete', 'Complete', 'Complete', 'active']);
    pass(5);
    happen({ kind: 'cron-failed' });
    pass(8);
    expect(jobs()).toEqual(['Complete', 'Complete', 'Complete', 'Failed']);
    happen({ kind: 'workload-restored' });
    pass(9);
    expect(jobs().at(-1)).toBe('Complete');
  });

  it('refuses what cannot happen', () => {
    const { happen } = create();
    expect(() => happen({ kind: 'cron-failed' })).toThrow('is a Deployment');
    expect(() => happen({ kind: 'hpa-maxed' })).toThrow('no autoscaler');
  });
});
