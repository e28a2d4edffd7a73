import { FindingDraft, Verdict } from '../../words';
import { combineVerdicts } from '../combineVerdicts';
import { compareFindings } from '../findings';
import { compareStatus } from '../worstOf';
import { changesOf } from './changesOf';
import { isOnDrainedNode } from './daemonSetRules';
import { KubernetesSnapshot, WorkloadSnapshot } from './facts';
import { JudgedKubernetes } from './judged';
import { judgeWorkload } from './judgeWorkload';
import { isBystander, nothingRuns, onlyBystanders } from './custom/bystanders';
import { matchesMuch } from './matchesMuch';
import { nothingMatches } from './nothingMatches';
import { podProblems } from './pods/podProblems';
import { RuleClock } from './RuleClock';
import { clusterParams, WorkloadContext } from './ruling';
import {
  DEFAULT_KUBERNETES_THRESHOLDS,
  KubernetesThresholds,
} from './thresholds';
import { judgeUnreadable, Unreadable } from './unreadable';
import { describeWorkload } from './detail/describeWorkload';

/** A selector may match thousands of workloads; nobody reads on for longer, and all of it is stored. */
const FINDINGS_MAX_COUNT = 200;
const CHANGES_MAX_COUNT = 200;

/** What else the verdict rests on. @public */
export interface JudgeKubernetesOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly thresholds?: KubernetesThresholds;
  /** The cluster is production, as is taken for granted: there nothing is at zero without a word. */
  readonly production?: boolean;
}

/**
 * Judges what one service has in one cluster by the table of Kubernetes rules: red comes only
 * through a workload's own promise, pods alone are warnings. Pure: the same snapshot gives the same
 * answer, to the letter, until `recheckAt`.
 * @public
 */
export function judgeKubernetes(
  snapshot: KubernetesSnapshot,
  options: JudgeKubernetesOptions,
): JudgedKubernetes {
  const clock = RuleClock.at(options.now);
  const thresholds = options.thresholds ?? DEFAULT_KUBERNETES_THRESHOLDS;
  const judged = [...snapshot.workloads].sort(byName).map(workload => {
    const context = contextOf(snapshot, workload, {
      ...options,
      clock,
      thresholds,
    });
    const verdict = judgeWorkload(context);
    return {
      verdict,
      workload: describeWorkload(context, verdict),
      counts: !isBystander(workload),
    };
  });
  const changes = snapshot.workloads
    .flatMap(workload => changesOf(workload, clock))
    .sort((a, b) => compareText(b.at, a.at) || compareText(a.key, b.key))
    .slice(0, CHANGES_MAX_COUNT);
  const verdict = composed(
    snapshot,
    judged.filter(({ counts }) => counts).map(part => part.verdict),
    {
      unreadable: judgeUnreadable(snapshot),
      notes: matchesMuch(snapshot, thresholds),
    },
  );
  const { recheckAt } = clock;
  return {
    verdict,
    workloads: [...judged]
      .sort(
        ({ workload: a, ...one }, { workload: b, ...other }) =>
          Number(other.counts) - Number(one.counts) ||
          compareStatus(a.status, b.status) ||
          Number(a.off ?? false) - Number(b.off ?? false),
      )
      .map(({ workload }) => workload),
    changes,
    ...(recheckAt !== undefined && { recheckAt }),
  };
}

function contextOf(
  snapshot: KubernetesSnapshot,
  workload: WorkloadSnapshot,
  options: Omit<JudgeKubernetesOptions, 'now'> & {
    clock: RuleClock;
    thresholds: KubernetesThresholds;
  },
): WorkloadContext {
  const { clock, thresholds, production = true } = options;
  const { head } = workload;
  const context: WorkloadContext = {
    snapshot,
    workload,
    head,
    clock,
    thresholds,
    production,
    samples: snapshot.memory.get(head.uid)?.replicas ?? [],
    problems: [],
  };
  return {
    ...context,
    problems: workload.pods
      .filter(
        pod => head.kind !== 'DaemonSet' || !isOnDrainedNode(context, pod),
      )
      .flatMap(pod =>
        podProblems(pod, {
          clock,
          thresholds,
          memory: snapshot.memory.get(pod.uid),
        }),
      ),
  };
}

function composed(
  snapshot: KubernetesSnapshot,
  verdicts: readonly Verdict[],
  others: { unreadable: Unreadable; notes: readonly FindingDraft[] },
): Verdict {
  const { unreadable, notes } = others;
  const parts = unreadable.verdict
    ? [...verdicts, unreadable.verdict]
    : verdicts;
  const combined =
    combineVerdicts(parts) ??
    onlyBystanders(snapshot) ??
    nothingMatches(snapshot);
  const verdict =
    parts.length > 1 && combined.status === 'ok' && !combined.off
      ? { ...combined, summary: `${parts.length} workloads are ok` }
      : combined;
  return {
    ...verdict,
    findings: [
      ...worstFindings(snapshot, [
        ...verdict.findings,
        ...(verdict.status === 'ok' ? nothingRuns(snapshot) : []),
        ...unreadable.notes,
      ]),
      ...notes,
    ],
  };
}

/** The worst of them, and how many there are beside. */
function worstFindings(
  snapshot: KubernetesSnapshot,
  findings: readonly FindingDraft[],
): FindingDraft[] {
  const sorted = [...findings].sort(compareFindings);
  const cut = sorted.length - FINDINGS_MAX_COUNT;
  return cut <= 0
    ? sorted
    : [
        ...sorted.slice(0, FINDINGS_MAX_COUNT),
        {
          code: 'more-findings',
          status: 'note',
          message: `${cut} more findings are not shown`,
          hint: 'See whether the selector matches more than this service',
          impact: 'delivery',
          params: clusterParams(snapshot),
          links: [],
        },
      ];
}

function byName({ head: a }: WorkloadSnapshot, { head: b }: WorkloadSnapshot) {
  return (
    compareText(a.kind, b.kind) ||
    compareText(a.namespace, b.namespace) ||
    compareText(a.name, b.name)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
