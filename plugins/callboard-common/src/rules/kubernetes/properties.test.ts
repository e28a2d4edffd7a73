import { KubernetesSnapshot, WorkloadSnapshot } from './facts';
import { JudgedKubernetes } from './judged';
import { judgeKubernetes } from './judgeKubernetes';
import { judge } from './testJudging';
import { DAY, MIN, NOW, SEC } from './testObjects';
import { TestRandom } from './testRandom';
import { randomSnapshot } from './testSnapshots';

const SNAPSHOTS_COUNT = 500;

const snapshots = Array.from({ length: SNAPSHOTS_COUNT }, (_, seed) => ({
  seed,
  snapshot: randomSnapshot(seed),
})).map(({ seed, snapshot }) => ({
  seed,
  snapshot,
  judged: judge(snapshot),
}));

/**
 * The promises of the table, read from its text and not from the rules: what a workload owes, and
 * since when it owes it. Only what the objects themselves and the memory plainly say.
 */
function isUnmet(
  {
    head,
    workload,
  }: { head: WorkloadSnapshot['head']; workload: WorkloadSnapshot },
  { memory, nodes }: KubernetesSnapshot,
): boolean {
  const known = memory.get(head.uid)?.replicas ?? [];
  const last = known.at(-1);
  const lastsMs = last ? NOW - last.at : 0;
  switch (head.kind) {
    case 'Deployment': {
      const available = head.conditions.find(
        ({ type }) => type === 'Available',
      );
      const progressing = head.conditions.find(
        ({ type }) => type === 'Progressing',
      );
      const isDone = progressing?.reason === 'NewReplicaSetAvailable';
      if (head.replicas === 0) {
        return false;
      }
      if (progressing?.reason === 'ProgressDeadlineExceeded') {
        return true;
      }
      const excused =
        (head.strategy === 'Recreate' && !isDone) ||
        NOW - head.createdAt < 30 * DAY;
      return (
        !excused &&
        ((available?.status === 'False' &&
          NOW - (available.since ?? NOW) >= 2 * MIN) ||
          (head.availableReplicas === 0 && lastsMs >= 60 * SEC))
      );
    }
    case 'StatefulSet': {
      const quorumLost =
        head.replicas >= 3
          ? 2 * head.readyReplicas <= head.replicas
          : head.replicas > 0 && head.readyReplicas === 0;
      return quorumLost && lastsMs >= 10 * MIN;
    }
    case 'DaemonSet': {
      const drained = workload.pods.filter(
        ({ nodeName, phase }) =>
          phase !== 'Failed' && nodes.get(nodeName ?? '')?.cordoned,
      ).length;
      const missing = head.replicas - head.availableReplicas - drained;
      return (
        missing > 0 &&
        ((missing > 0.5 * head.replicas && lastsMs >= 5 * MIN) ||
          (missing > 0.1 * head.replicas && lastsMs >= 15 * MIN))
      );
    }
    case 'ReplicaSet':
      return (
        head.replicas > 0 && head.availableReplicas === 0 && lastsMs >= 60 * SEC
      );
    case 'Job':
      return head.conditions.some(
        ({ type, since }) =>
          type === 'Failed' && NOW - (since ?? NOW) <= 7 * DAY,
      );
    case 'CronJob': {
      const [newest] = [...workload.jobs]
        .filter(({ endedAt }) => endedAt !== undefined)
        .sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
      return (
        !head.suspended &&
        newest !== undefined &&
        newest.failed > 0 &&
        (head.lastSuccessfulAt ?? 0) < (newest.endedAt ?? 0) &&
        !workload.jobs.some(
          ({ succeeded, endedAt }) =>
            succeeded > 0 && (endedAt ?? 0) > (newest.endedAt ?? 0),
        )
      );
    }
    default: {
      const says = head.custom;
      const bad = says?.conditions.find(
        ({ type, status }) => type === 'Ready' && status === 'False',
      );
      if (!says?.suspended && bad && NOW - (bad.since ?? 0) >= 2 * MIN) {
        return true;
      }
      if (says?.phase === 'Degraded') {
        return true;
      }
      // It says that it is well, and runs nothing.
      if (says && !workload.pods.some(({ phase }) => phase !== 'Failed')) {
        return false;
      }
      return !workload.pods.some(
        ({ conditions, phase, deletionAt }) =>
          phase !== 'Failed' &&
          deletionAt === undefined &&
          conditions.some(
            ({ type, status }) => type === 'Ready' && status === 'True',
          ),
      );
    }
  }
}

const unmet = (snapshot: KubernetesSnapshot) =>
  snapshot.workloads.some(workload =>
    isUnmet({ head: workload.head, workload }, snapshot),
  );

/** What of the answer must not change by itself. */
const told = ({ verdict, workloads, changes }: JudgedKubernetes) =>
  JSON.stringify({ verdict, workloads, changes });

describe('of random snapshots', () => {
  it('none with an unmet promise is ok', () => {
    const lies = snapshots.filter(
      ({ snapshot, judged }) =>
        unmet(snapshot) && judged.verdict.status === 'ok',
    );
    expect(lies.map(({ seed }) => seed)).toEqual([]);
  });

  it('there are many of either kind', () => {
    const count = snapshots.filter(({ snapshot }) => unmet(snapshot)).length;
    const ok = snapshots.filter(
      ({ judged }) => judged.verdict.status === 'ok',
    ).length;
    expect(count).toBeGreaterThan(SNAPSHOTS_COUNT / 10);
    expect(ok).toBeGreaterThan(SNAPSHOTS_COUNT / 50);
  });

  it('none of which a deciding kind could not be read is ok', () => {
    const lies = snapshots.filter(
      ({ snapshot, judged }) =>
        snapshot.unreadable.length > 0 && judged.verdict.status === 'ok',
    );
    expect(lies.map(({ seed }) => seed)).toEqual([]);
  });

  it('none is red for its pods alone', () => {
    const codes = new Set(
      snapshots.flatMap(({ judged }) =>
        judged.verdict.findings
          .filter(({ status }) => status === 'failing')
          .map(({ code }) => code),
      ),
    );
    expect([...codes].sort()).toEqual([
      'below-minimum',
      'cron-failed',
      'daemon-missing',
      'job-failed',
      'quorum-risk',
      'rollout-failed',
      'volume-pending',
    ]);
  });

  it('each says the same, to the letter, until it is to be judged again', () => {
    const restless = snapshots.filter(({ seed, snapshot, judged }) => {
      const random = TestRandom.seeded(seed);
      const { recheckAt = NOW + 30 * DAY } = judged;
      const moments = [
        recheckAt - 1,
        NOW + Math.floor(random.next() * (recheckAt - NOW)),
      ];
      return moments.some(
        now => told(judgeKubernetes(snapshot, { now })) !== told(judged),
      );
    });
    expect(restless.map(({ seed }) => seed)).toEqual([]);
  });

  it('each is to be judged again in time to come, if at all', () => {
    const past = snapshots.filter(
      ({ judged: { recheckAt } }) =>
        recheckAt !== undefined && !(recheckAt > NOW),
    );
    expect(past).toEqual([]);
  });

  it('no answer depends on the order of what the cluster lists', () => {
    const different = snapshots.filter(({ snapshot, judged }) => {
      const turned: KubernetesSnapshot = {
        ...snapshot,
        workloads: [...snapshot.workloads].reverse().map(workload => ({
          ...workload,
          pods: [...workload.pods].reverse(),
        })),
      };
      const { verdict } = judged;
      const other = judgeKubernetes(turned, { now: NOW }).verdict;
      return verdict.status !== other.status || verdict.since !== other.since;
    });
    expect(different.map(({ seed }) => seed)).toEqual([]);
  });
});
