import { FindingDraft, Verdict } from '../../../words';
import { plainText } from '../../plainText';
import { unknownVerdict } from '../../unknownVerdict';
import { KubernetesSnapshot, WorkloadSnapshot } from '../facts';
import { countedReplicas } from '../facts/countedReplicas';
import { clusterParams, labelOf, textParams } from '../ruling';
import { speaks } from './customState';

/**
 * A custom resource that runs nothing and says nothing of its state (a `ServiceMonitor`): shown, but
 * neither good nor bad comes of it.
 */
export function isBystander(workload: WorkloadSnapshot): boolean {
  const { head } = workload;
  return (
    head.kind === 'Foreign' &&
    head.custom !== undefined &&
    !speaks(head) &&
    ownsNothing(workload)
  );
}

/** Nothing else matches: that makes nothing green. Another cluster may have more of it. */
export function onlyBystanders(
  snapshot: KubernetesSnapshot,
): Verdict | undefined {
  const [first] = snapshot.workloads.map(({ head }) => head);
  if (!first) {
    return undefined;
  }
  const more = snapshot.workloads.length - 1;
  const cluster = plainText(snapshot.cluster, 60);
  return {
    ...unknownVerdict({
      reason: 'no-data',
      message: `In ${cluster} only ${labelOf(first)}${
        more > 0 ? ` and ${more} more` : ''
      } matches ${plainText(
        snapshot.selector,
        160,
      )}, and says nothing of its state`,
      hint: 'Label the workloads and their pods so too',
      summary: 'no workload',
      params: {
        ...clusterParams(snapshot),
        ...textParams({ selector: snapshot.selector }),
      },
      clears: 'when a workload matches',
    }),
    absent: true,
  };
}

/** All that is found of a service are custom resources that run nothing: worth knowing where that is ok. */
export function nothingRuns({
  workloads,
  ...snapshot
}: KubernetesSnapshot): readonly FindingDraft[] {
  const isNothing = workloads.every(
    workload =>
      workload.head.kind === 'Foreign' &&
      workload.head.custom !== undefined &&
      countedReplicas(workload.head) === undefined &&
      ownsNothing(workload),
  );
  return isNothing
    ? [
        {
          code: 'custom-only',
          status: 'note',
          message:
            'Only custom resources match that run no pods: no workload of it is seen',
          hint: 'Label the workloads and their pods so too',
          impact: 'delivery',
          params: clusterParams({ ...snapshot, workloads }),
          links: [],
        },
      ]
    : [];
}

function ownsNothing({ pods, replicaSets }: WorkloadSnapshot): boolean {
  return pods.length === 0 && replicaSets.length === 0;
}
