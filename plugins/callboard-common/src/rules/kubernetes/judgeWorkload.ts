import { Activity, FindingDraft, Verdict } from '../../words';
import { capNonProduction } from '../capNonProduction';
import { compareFindings, worstFinding } from '../findings';
import { isBad, statusOfFindings } from '../worstOf';
import { activityOf } from './activityOf';
import { autoscalerRulings } from './autoscalerRules';
import { daemonMissing, daemonUnseen } from './daemonSetRules';
import {
  belowMinimum,
  rolloutCrashing,
  rolloutFailed,
  rolloutPaused,
} from './deploymentRules';
import { HeadFacts } from './facts';
import { foreignRulings } from './foreignRules';
import { cronFailed, cronMissed, scheduleUnreadable } from './jobs/cronRules';
import { cronRunsOf } from './jobs/cronRuns';
import { jobFailed, jobLong } from './jobs/jobRules';
import { nodeRulings } from './nodeRules';
import { podRulings } from './pods/podRules';
import { replicasMissing } from './replicasMissing';
import { noneServes } from './replicaSetRules';
import { Ruling, WorkloadContext, WorkloadRule } from './ruling';
import { scaledToZero } from './scaledToZero';
import { quorumRisk, updateHeld, updateStuck } from './statefulSetRules';
import { volumeRulings } from './volumeRules';
import { wellOf } from './wellOf';

/** Judges one workload by the table. */
export function judgeWorkload(context: WorkloadContext): Verdict {
  const { head, workload, clock } = context;
  const rulings = [
    ...withoutRepetition(promiseRulings(context)),
    ...podRulings(context),
    ...volumeRulings(context),
    ...autoscalerRulings(context),
    ...nodeRulings(context),
  ];
  const findings = rulings.map(({ finding }) => finding).sort(compareFindings);
  const status = statusOfFindings(findings);
  const decisive = rulings.find(({ finding }) => finding.status === status);
  const activity = activityOf(workload, clock);
  const verdict =
    status === 'ok' || !decisive
      ? well(context, findings)
      : {
          status,
          ...startOf(rulings, context),
          summary: decisive.summary,
          findings,
          explanation: decisive.explanation,
        };
  return withActivity(
    head.canary ? capNonProduction(verdict, 'Canary') : verdict,
    activity,
  );
}

function withActivity(verdict: Verdict, activity?: Activity): Verdict {
  return activity ? { ...verdict, activity } : verdict;
}

function well(context: WorkloadContext, findings: FindingDraft[]): Verdict {
  const { summary, off, since, explanation } = wellOf(context);
  const instant = context.clock.instant(since?.at);
  return {
    status: 'ok',
    ...(instant && {
      since: instant,
      ...(since?.atLeast && { atLeast: true }),
    }),
    summary,
    findings,
    ...(off && { off: true }),
    explanation,
  };
}

/** What is said of the promise of a workload, the most telling first. */
function promiseRulings(context: WorkloadContext): readonly Ruling[] {
  const { head } = context;
  switch (head.kind) {
    case 'Deployment':
      return [
        ...apply({ ...context, head }, [
          belowMinimum,
          rolloutFailed,
          replicasMissing,
          rolloutCrashing,
          rolloutPaused,
          scaledToZero,
        ]),
      ];
    case 'ReplicaSet':
      return apply({ ...context, head }, [
        noneServes,
        replicasMissing,
        scaledToZero,
      ]);
    case 'StatefulSet':
      return apply({ ...context, head }, [
        quorumRisk,
        replicasMissing,
        updateStuck,
        scaledToZero,
        updateHeld,
      ]);
    case 'DaemonSet':
      return apply({ ...context, head }, [daemonUnseen, daemonMissing]);
    case 'Job':
      return head.suspended
        ? []
        : apply({ ...context, head }, [jobFailed, jobLong]);
    case 'CronJob':
      return cronRulings({ ...context, head });
    default:
      return foreignRulings({ ...context, head });
  }
}

function cronRulings(
  context: WorkloadContext<Extract<HeadFacts, { kind: 'CronJob' }>>,
): readonly Ruling[] {
  // What is suspended is not due; a run that goes on all the same may still take too long.
  if (context.head.suspended) {
    return apply(context, [jobLong]);
  }
  const runs = cronRunsOf(context);
  return apply(context, [
    () => cronFailed(context, runs),
    () => cronMissed(context, runs),
    jobLong,
    () => scheduleUnreadable(context, runs),
  ]);
}

function apply<H extends HeadFacts>(
  context: WorkloadContext<H>,
  rules: readonly WorkloadRule<H>[],
): readonly Ruling[] {
  return rules.flatMap(rule => rule(context) ?? []);
}

/** That pods are missing goes without saying where too many of them are. */
function withoutRepetition(rulings: readonly Ruling[]): readonly Ruling[] {
  return rulings.some(({ finding }) => finding.status === 'failing')
    ? rulings.filter(({ finding }) => finding.code !== 'replicas-missing')
    : rulings;
}

function startOf(
  rulings: readonly Ruling[],
  { clock }: WorkloadContext,
): Pick<Verdict, 'since' | 'atLeast' | 'badSince'> {
  const worst = worstFinding(rulings.map(({ finding }) => finding));
  if (!worst?.since || worst.status === 'note') {
    return {};
  }
  const [badSince] = rulings
    .flatMap(({ finding, badSince: earlier }) =>
      finding.status === 'failing' || finding.status === 'warning'
        ? [finding.since, clock.instant(earlier?.at)]
        : [],
    )
    .flatMap(instant => instant ?? [])
    .sort();
  return {
    since: worst.since,
    ...(worst.atLeast && { atLeast: true }),
    ...(isBad(worst.status) &&
      badSince !== undefined &&
      badSince < worst.since && { badSince }),
  };
}
