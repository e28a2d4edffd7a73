import { Explanation } from '../../words';
import { speaks } from './custom/customState';
import { customWell } from './custom/customWell';
import { promiseInputs } from './deploymentRules';
import { daemonInputs } from './daemonSetRules';
import { DeploymentFacts, ReplicaSample } from './facts';
import { cronInputs } from './jobs/cronRules';
import { cronRunsOf } from './jobs/cronRuns';
import { jobInputs } from './jobs/jobRules';
import { endOf, hasFailed, hasSucceeded } from './jobs/jobStates';
import { neededReplicas } from './neededReplicas';
import { heldSince, Onset, onsetOf } from './Onset';
import { conditionOf, isActive, isReady } from './pods/podStates';
import { placeOf, plural, WorkloadContext } from './ruling';
import { replicaInputs } from './statefulSetRules';

/** What there is to say of a workload that nothing is wrong with. */
export interface Wellness {
  /** A few words: `6 of 6 serve`. */
  readonly summary: string;
  /** It rests on purpose. */
  readonly off?: boolean;
  readonly since?: Onset;
  readonly explanation: Explanation;
}

/** What a workload is like where no rule has anything against it. */
export function wellOf(context: WorkloadContext): Wellness {
  const { head } = context;
  const place = placeOf(context);
  switch (head.kind) {
    case 'Deployment': {
      const told = conditionOf(head, 'Available');
      return {
        ...serving(head.availableReplicas, head.replicas),
        ...(told?.status === 'True' &&
          told.since !== undefined && { since: { at: told.since } }),
        explanation: {
          rule: promiseOf(head, place),
          inputs: promiseInputs({ ...context, head }),
        },
      };
    }
    case 'ReplicaSet':
      return {
        ...serving(head.availableReplicas, head.replicas),
        ...sinceAll(context, 'available'),
        explanation: {
          rule:
            head.replicas === 0
              ? `${place} is scaled to zero`
              : `The pods of ${place} serve`,
          inputs: [
            { name: 'Pods wanted', value: String(head.replicas) },
            { name: 'Pods that serve', value: String(head.availableReplicas) },
          ],
        },
      };
    case 'StatefulSet':
      return {
        ...(head.replicas === 0
          ? { summary: 'scaled to zero', off: true }
          : { summary: `${head.readyReplicas} of ${head.replicas} ready` }),
        ...sinceAll(context, 'ready'),
        explanation: {
          rule:
            head.replicas === 0
              ? `${place} is scaled to zero`
              : `The pods of ${place} are ready`,
          inputs: replicaInputs(head),
        },
      };
    case 'DaemonSet':
      return {
        ...(head.replicas === 0
          ? { summary: 'no node wants it', off: true }
          : {
              summary: `on ${head.availableReplicas} of ${
                head.replicas
              } ${plural(head.replicas, 'node')}`,
            }),
        ...sinceAll(context, 'available'),
        explanation: {
          rule:
            head.replicas === 0
              ? `No node is to run ${place}`
              : `Enough nodes run ${place}`,
          inputs: daemonInputs({ ...context, head }),
        },
      };
    case 'Job':
      return {
        ...(head.suspended
          ? { summary: 'suspended', off: true }
          : { summary: jobSummary(context) }),
        ...(hasSucceeded(head) && { since: { at: endOf(head) } }),
        explanation: {
          rule: head.suspended
            ? `${place} is suspended`
            : `${place} has not failed`,
          inputs: jobInputs(head),
        },
      };
    case 'CronJob': {
      const runs = cronRunsOf({ ...context, head });
      return {
        ...(head.suspended
          ? { summary: 'suspended', off: true }
          : {
              summary:
                runs.lastSuccessAt === undefined
                  ? 'no run has ended yet'
                  : 'last run succeeded',
            }),
        explanation: {
          rule: head.suspended
            ? `${place} is suspended`
            : `The last run of ${place} did not fail, and none was missed`,
          inputs: cronInputs({ ...context, head }, runs),
        },
      };
    }
    default: {
      if (head.custom && speaks(head)) {
        return customWell({ ...context, head }, head.custom);
      }
      const pods = context.workload.pods.filter(isActive);
      return {
        summary:
          pods.length === 0
            ? 'ran to its end'
            : `${pods.filter(isReady).length} of ${pods.length} pods ready`,
        explanation: {
          rule: `${place} makes no promise that we can read; its pods are judged`,
          inputs: [
            { name: 'Pods', value: String(pods.length) },
            { name: 'Pods ready', value: String(pods.filter(isReady).length) },
          ],
        },
      };
    }
  }
}

function serving(
  there: number,
  wanted: number,
): Pick<Wellness, 'summary' | 'off'> {
  return wanted === 0
    ? { summary: 'scaled to zero', off: true }
    : { summary: `${there} of ${wanted} serve` };
}

function sinceAll(
  { samples, clock }: WorkloadContext,
  field: keyof Pick<ReplicaSample, 'ready' | 'available'>,
): Pick<Wellness, 'since'> {
  const since = onsetOf(clock, {
    remembered: heldSince(samples, sample => sample[field] >= sample.replicas),
  });
  return since ? { since } : {};
}

function jobSummary({ head }: WorkloadContext): string {
  if (head.kind !== 'Job') {
    return '';
  }
  if (hasSucceeded(head)) {
    return 'completed';
  }
  return hasFailed(head)
    ? 'failed, a newer one succeeded or it is long ago'
    : 'runs';
}

/** What is kept, or what there still is time for. */
function promiseOf(head: DeploymentFacts, place: string): string {
  if (head.replicas === 0) {
    return `${place} is scaled to zero`;
  }
  const needed = neededReplicas(head);
  const promise = `at least ${needed} of ${head.replicas} pods serve`;
  return head.availableReplicas < needed
    ? `${place} promises that ${promise}, and has time left until they do`
    : `${place} keeps its promise: ${promise}`;
}
