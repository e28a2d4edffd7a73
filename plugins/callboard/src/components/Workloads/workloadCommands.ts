import type {
  KubernetesDetail,
  KubernetesWorkload,
} from '@callboard/plugin-callboard-common';
import { CommandPart, fill, isSafe } from '../CommandBlock';

/** What a command shows. */
export type CommandPurpose = 'describe' | 'pods' | 'events' | 'logs';

/** A command that only looks. */
export interface WorkloadCommand {
  readonly purpose: CommandPurpose;
  readonly parts: readonly CommandPart[];
}

/** Kinds that `kubectl logs` can be given instead of a pod. */
const WITH_LOGS = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
];
const LOG_LINES_COUNT = 100;

/** `Rollout`, `Job.batch.volcano.sh`. Whoever makes a pod can call the kind of its owner anything. */
const KIND = /^[A-Za-z][A-Za-z0-9.-]*$/;

/** The pod whose log says most: of those that are not well, the first. */
function troubledPod(workload: KubernetesWorkload): string | undefined {
  return workload.pods.find(
    ({ status, restarts }) => status !== 'ok' && restarts > 0,
  )?.name;
}

/** Commands that look closer at a workload and change nothing, with all names filled in. */
export function workloadCommands(
  workload: KubernetesWorkload,
  detail: Pick<KubernetesDetail, 'context' | 'selector'>,
): WorkloadCommand[] {
  const { kind, resource, namespace, name } = workload;
  const { context, selector } = detail;
  // Other groups have kinds of the same name.
  const word = resource ?? kind.toLocaleLowerCase('en-US');
  if (![context, namespace, name].every(isSafe) || !KIND.test(word)) {
    return [];
  }
  const kubectl: CommandPart[] = [
    { text: 'kubectl --context ' },
    fill(context),
    { text: ' -n ' },
    fill(namespace),
  ];
  const object: CommandPart[] = [{ text: ` ${word}/` }, fill(name)];
  const commands: WorkloadCommand[] = [
    {
      purpose: 'describe',
      parts: [...kubectl, { text: ' describe' }, ...object],
    },
  ];
  const pod = troubledPod(workload);
  if (isSafe(pod)) {
    commands.push({
      purpose: 'logs',
      parts: [
        ...kubectl,
        { text: ' logs ' },
        fill(pod),
        { text: ' --all-containers --previous' },
      ],
    });
  } else if (WITH_LOGS.includes(kind) && !workload.off) {
    commands.push({
      purpose: 'logs',
      parts: [
        ...kubectl,
        { text: ' logs' },
        ...object,
        { text: ` --all-containers --tail ${LOG_LINES_COUNT}` },
      ],
    });
  }
  if (isSafe(selector)) {
    commands.push({
      purpose: 'pods',
      parts: [...kubectl, { text: ' get pods -o wide -l ' }, fill(selector)],
    });
  }
  commands.push({
    purpose: 'events',
    parts: [...kubectl, { text: ' events --for' }, ...object],
  });
  return commands;
}
