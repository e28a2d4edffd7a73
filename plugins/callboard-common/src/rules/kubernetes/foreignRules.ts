import { formatDuration } from '../formatDuration';
import { plainText } from '../plainText';
import { customRulings } from './custom/customRules';
import { speaks } from './custom/customState';
import { CustomFacts, ForeignFacts, PodFacts, WorkloadSnapshot } from './facts';
import { isActive, isFinished, isReady, unreadySince } from './pods/podStates';
import {
  firedAt,
  kindOf,
  labelOf,
  placeOf,
  Ruling,
  timeInput,
  WorkloadContext,
  workloadFinding,
} from './ruling';
import { topReason } from './topReason';

type Context = WorkloadContext<ForeignFacts>;

/**
 * What can be said of a head that is none of Kubernetes' own: what its status says, where that is
 * read; else by its pods, by how many of them its ReplicaSets want, and that it is no more.
 */
export function foreignRulings(context: Context): readonly Ruling[] {
  const { head, workload } = context;
  if (head.custom && speaks(head)) {
    return spokenRulings(context, head.custom);
  }
  const ready = workload.pods.filter(
    pod => isActive(pod) && isReady(pod),
  ).length;
  const ended = workload.pods.length > 0 && workload.pods.every(isFinished);
  if (head.ownKind === 'Pod') {
    return podAlone(context, ended || ready > 0);
  }
  const isDone = ended && !workload.pods.some(hasFailed);
  return ready > 0 || isDone
    ? [promiseUnread(context)]
    : [noneServes(context) ?? noneReady(context)];
}

/** What it says is one side, what its pods do is the other: neither makes up for the other. */
function spokenRulings(
  context: Context,
  custom: CustomFacts,
): readonly Ruling[] {
  const { workload } = context;
  const pods = workload.pods.filter(isActive);
  const said = customRulings(context, custom);
  const runs = pods.length > 0 || wantedReplicas(workload) > 0;
  if (!runs || pods.some(isReady)) {
    return said;
  }
  const serves = noneServes(context);
  const others = said.filter(({ finding }) => finding.code !== 'below-minimum');
  if (serves) {
    return [serves, ...others];
  }
  return said.length > 0 ? said : [noneReady(context)];
}

function podAlone(context: Context, isWell: boolean): readonly Ruling[] {
  const failed = context.workload.pods.find(hasFailed);
  if (failed) {
    return [podFailed(context, failed.reason ?? failed.message ?? 'Failed')];
  }
  return isWell ? [] : [noneReady(context)];
}

function hasFailed({ phase }: PodFacts): boolean {
  return phase === 'Failed';
}

/** Its ReplicaSets want pods, and none has been ready for long enough. */
function noneServes(context: Context): Ruling | undefined {
  const { head, workload, clock, thresholds } = context;
  const wanted = wantedReplicas(workload);
  const pods = workload.pods.filter(isActive);
  const startBy = head.createdAt + thresholds.rolloutDeadlineMs;
  if (wanted === 0 || pods.length === 0 || !clock.reached(startBy)) {
    return undefined;
  }
  const onset = { at: Math.max(...pods.map(unreadySince)) };
  const since = firedAt(clock, onset, thresholds.noneAvailableAfterMs);
  if (!since) {
    return undefined;
  }
  const what = `0 of ${wanted} pods serve`;
  return {
    finding: workloadFinding(context, {
      code: 'below-minimum',
      status: 'failing',
      message: what,
      hint: topReason(context) ?? 'See what its controller says of it',
      since: { at: Math.max(since.at, startBy) },
    }),
    summary: what,
    explanation: {
      rule: `No pod of ${placeOf(
        context,
      )} serves, of those that its ReplicaSets want`,
      threshold: `for ${formatDuration(
        thresholds.noneAvailableAfterMs,
      )}, a new one for ${formatDuration(thresholds.rolloutDeadlineMs)}`,
      inputs: [
        { name: 'Pods wanted', value: String(wanted) },
        { name: 'Pods that serve', value: '0' },
        ...timeInput(clock, 'None since', onset),
      ],
      clears: 'when a pod serves',
    },
  };
}

/** How many pods the ReplicaSets of a head want together. */
export function wantedReplicas({ replicaSets }: WorkloadSnapshot): number {
  return replicaSets.reduce((sum, { replicas }) => sum + replicas, 0);
}

function promiseUnread(context: Context): Ruling {
  const { head } = context;
  const kind = kindOf(head);
  return {
    finding: workloadFinding(context, {
      code: 'promise-unread',
      status: 'note',
      message: `What ${kind} ${plainText(
        head.name,
        80,
      )} promises we cannot read; its pods alone are judged`,
      ...(!head.custom && {
        hint: `Name ${kind} in kubernetes.customResources to have its status read`,
      }),
      impact: 'delivery',
    }),
    summary: 'judged by its pods',
    explanation: podsOnly(context),
  };
}

function noneReady(context: Context): Ruling {
  const { pods } = context.workload;
  const count = pods.filter(isActive).length;
  const label = labelOf(context.head);
  const unread = 'what it promises we cannot read';
  return {
    finding: workloadFinding(context, {
      code: 'no-data',
      status: 'unknown',
      message:
        count === 0
          ? `${label} has ${
              pods.length > 0 ? 'only pods that ended' : 'no pods'
            }, and ${unread}`
          : `None of ${count} pods of ${label} is ready yet`,
      hint: 'See what its controller says of it',
    }),
    summary: count === 0 ? 'no pods' : `0 of ${count} pods ready`,
    explanation: podsOnly(context),
  };
}

function podFailed(context: Context, reason: string): Ruling {
  const { head } = context;
  const words = plainText(reason, 160);
  return {
    finding: workloadFinding(context, {
      code: 'pod-failed',
      status: 'warning',
      message: `Pod ${plainText(head.name, 80)} failed: ${words}`,
      hint: 'Nothing makes a new one: make it again, or delete it',
      params: { pod: head.name, reason },
    }),
    summary: 'pod failed',
    explanation: podsOnly(context),
  };
}

function podsOnly(context: Context): Ruling['explanation'] {
  const pods = context.workload.pods.filter(isActive);
  return {
    rule: `${placeOf(
      context,
    )} makes no promise that we can read; its pods are judged`,
    inputs: [
      { name: 'Pods', value: String(pods.length) },
      { name: 'Pods ready', value: String(pods.filter(isReady).length) },
    ],
  };
}
