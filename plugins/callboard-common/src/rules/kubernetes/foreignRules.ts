import { plainText } from '../plainText';
import { ForeignFacts } from './facts';
import { isActive, isFinished, isReady } from './pods/podStates';
import {
  kindOf,
  labelOf,
  placeOf,
  Ruling,
  WorkloadContext,
  workloadFinding,
} from './ruling';

type Context = WorkloadContext<ForeignFacts>;

/** What can be said of a head whose promise we cannot read: by its pods, and that it is no more. */
export function foreignRulings(context: Context): readonly Ruling[] {
  const { head, workload } = context;
  const pods = workload.pods.filter(isActive);
  const ready = pods.filter(isReady).length;
  const failed = workload.pods.find(({ phase }) => phase === 'Failed');
  if (head.ownKind === 'Pod' && failed) {
    return [podFailed(context, failed.reason ?? failed.message ?? 'Failed')];
  }
  const ended = workload.pods.length > 0 && workload.pods.every(isFinished);
  if (head.ownKind === 'Pod' ? ended || ready > 0 : ready > 0) {
    return head.ownKind === 'Pod' ? [] : [promiseUnread(context)];
  }
  return [noneReady(context, pods.length)];
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
      impact: 'delivery',
    }),
    summary: 'judged by its pods',
    explanation: podsOnly(context),
  };
}

function noneReady(context: Context, count: number): Ruling {
  return {
    finding: workloadFinding(context, {
      code: 'no-data',
      status: 'unknown',
      message:
        count === 0
          ? `${labelOf(
              context.head,
            )} has no pods, and what it promises we cannot read`
          : `None of ${count} pods of ${labelOf(context.head)} is ready yet`,
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
