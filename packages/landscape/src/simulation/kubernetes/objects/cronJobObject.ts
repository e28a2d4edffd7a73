import type { KubernetesObject } from '../../../kubernetes';
import { timestamp } from '../naming';
import type { CronJobState } from '../states';
import { managed } from './managedFields';
import { metadata } from './metadata';
import { templateSpec } from './templateSpec';

/** A CronJob (batch/v1) as the API shows it. */
export function cronJobObject(state: CronJobState): KubernetesObject {
  const { template, namespace, name, labels, active } = state;
  const { lastScheduledAt, lastSuccessfulAt } = state;
  return {
    resource: 'cronjobs',
    namespace,
    name,
    labels,
    body: resourceVersion => {
      const spec = {
        schedule: state.schedule,
        ...(state.timeZone ? { timeZone: state.timeZone } : {}),
        concurrencyPolicy: 'Forbid',
        suspend: state.suspended,
        jobTemplate: {
          metadata: {},
          spec: { backoffLimit: 1, template: templateSpec(template) },
        },
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 1,
      };
      const status = {
        ...(active.length > 0
          ? {
              active: active.map(job => ({
                kind: 'Job',
                namespace,
                name: job.name,
                uid: job.uid,
                apiVersion: 'batch/v1',
              })),
            }
          : {}),
        ...(lastScheduledAt === undefined
          ? {}
          : { lastScheduleTime: timestamp(lastScheduledAt) }),
        ...(lastSuccessfulAt === undefined
          ? {}
          : { lastSuccessfulTime: timestamp(lastSuccessfulAt) }),
      };
      return {
        metadata: metadata({
          state,
          resourceVersion,
          managedFields: [
            managed({
              manager: 'argocd-controller',
              apiVersion: 'batch/v1',
              at: state.createdAt,
              fields: { metadata: { labels }, spec },
            }),
            managed({
              manager: 'kube-controller-manager',
              apiVersion: 'batch/v1',
              at: lastScheduledAt ?? state.createdAt,
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
