import type { KubernetesObject } from '../../../kubernetes';
import { timestamp } from '../naming';
import type { JobState } from '../states';
import { counts } from './conditionJson';
import { managed } from './managedFields';
import { metadata } from './metadata';
import { templateSpec } from './templateSpec';

function endConditions(state: JobState): readonly unknown[] {
  const { completedAt, failedAt } = state;
  const at = completedAt ?? failedAt;
  if (at === undefined) {
    return [];
  }
  const [types, reason, message] =
    completedAt === undefined
      ? ([
          ['FailureTarget', 'Failed'],
          'BackoffLimitExceeded',
          'Job has reached the specified backoff limit',
        ] as const)
      : ([
          ['SuccessCriteriaMet', 'Complete'],
          'CompletionsReached',
          'Reached expected number of succeeded pods',
        ] as const);
  return types.map(type => ({
    type,
    status: 'True',
    lastProbeTime: timestamp(at),
    lastTransitionTime: timestamp(at),
    reason,
    message,
  }));
}

/** A Job (batch/v1) as the API shows it. */
export function jobObject(state: JobState): KubernetesObject {
  const { template, namespace, name, labels, uid } = state;
  return {
    resource: 'jobs',
    namespace,
    name,
    labels,
    fields: { 'status.successful': String(state.succeeded) },
    body: resourceVersion => {
      const conditions = endConditions(state);
      const shared = templateSpec(template);
      const spec = {
        parallelism: 1,
        completions: 1,
        backoffLimit: state.backoffLimit,
        selector: {
          matchLabels: { 'batch.kubernetes.io/controller-uid': uid },
        },
        manualSelector: false,
        template: { ...shared, metadata: { labels } },
        completionMode: 'NonIndexed',
        suspend: false,
        podReplacementPolicy: 'TerminatingOrFailed',
      };
      const status = {
        ...(conditions.length > 0 ? { conditions } : {}),
        startTime: timestamp(state.startedAt),
        ...(state.completedAt === undefined
          ? {}
          : { completionTime: timestamp(state.completedAt) }),
        ...counts({
          active: state.active,
          succeeded: state.succeeded,
          failed: state.failed,
        }),
        terminating: 0,
        uncountedTerminatedPods: {},
        ready: state.active,
      };
      return {
        metadata: metadata({
          state,
          resourceVersion,
          annotations:
            state.scheduledAt === undefined
              ? {}
              : {
                  'batch.kubernetes.io/cronjob-scheduled-timestamp': timestamp(
                    state.scheduledAt,
                  ),
                },
          owner: state.owner,
          managedFields: [
            managed({
              manager: 'kube-controller-manager',
              apiVersion: 'batch/v1',
              at: state.createdAt,
              fields: { metadata: { labels }, spec: shared },
            }),
            managed({
              manager: 'kube-controller-manager',
              apiVersion: 'batch/v1',
              at: state.completedAt ?? state.failedAt ?? state.startedAt,
              fields: { status },
              subresource: 'status',
            }),
          ],
        }),
        spec,
        status,
      };
    },
  };
}
