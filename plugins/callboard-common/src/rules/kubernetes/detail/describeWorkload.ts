import { KubernetesWorkload } from '../../../kubernetes';
import { Verdict } from '../../../words';
import { toInstant } from '../../instants';
import { plainText } from '../../plainText';
import { ForeignFacts, HeadFacts, WorkloadSnapshot } from '../facts';
import { countedReplicas } from '../facts/countedReplicas';
import { wantedReplicas } from '../foreignRules';
import { imagesOf, podImages, tagOf } from '../images';
import { neededReplicas } from '../neededReplicas';
import { isActive, isReady } from '../pods/podStates';
import { restartHistory, restartsWithin } from '../pods/restarts';
import { kindOf, WorkloadContext } from '../ruling';
import { describePods } from './describePods';
import { describeSchedule } from './describeSchedule';
import { foldEvents } from './foldEvents';

const VERSIONS_MAX_COUNT = 5;

const IMAGES_MAX_COUNT = 10;

/** A workload as the service page shows it. */
export function describeWorkload(
  context: WorkloadContext,
  verdict: Verdict,
): KubernetesWorkload {
  const { head, workload } = context;
  const schedule =
    head.kind === 'CronJob'
      ? describeSchedule({ ...context, head })
      : undefined;
  const autoscaler = workload.autoscalers.at(0);
  const replicas = replicasOf(context);
  return {
    kind: kindOf(head),
    ...(head.kind === 'Foreign' &&
      head.custom && { resource: head.custom.resource }),
    namespace: head.namespace,
    name: plainText(head.name, 253),
    status: verdict.status,
    ...(verdict.off && { off: true }),
    ...(head.canary && { canary: true }),
    summary: verdict.summary,
    ...(verdict.activity && { activity: verdict.activity }),
    explanation: verdict.explanation,
    ...(replicas && { replicas }),
    images: imagesOf(head)
      .slice(0, IMAGES_MAX_COUNT)
      .map(({ container, image }) => ({
        container: plainText(container),
        image: plainText(image, 300),
      })),
    versions: versionsOf(context),
    restarts: restartsOf(context),
    createdAt: toInstant(head.createdAt),
    ...(autoscaler && {
      autoscaler: {
        name: plainText(autoscaler.name),
        min: autoscaler.minReplicas,
        max: autoscaler.maxReplicas,
        current: autoscaler.currentReplicas,
        desired: autoscaler.desiredReplicas,
      },
    }),
    ...(schedule && { schedule }),
    pods: describePods(context),
    podsCount: workload.pods.length,
    events: foldEvents(workload.events),
    links: [],
  };
}

function replicasOf({
  head,
  workload,
}: WorkloadContext): KubernetesWorkload['replicas'] {
  switch (head.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
      return {
        ...countsOf(head),
        updated: head.updatedReplicas,
        ...(head.kind === 'Deployment' && { needed: neededReplicas(head) }),
      };
    case 'ReplicaSet':
      return { ...countsOf(head), updated: head.currentReplicas };
    case 'Foreign':
      return foreignReplicas(head, workload);
    default:
      return undefined;
  }
}

/** What a custom resource counts, else what there is of pods; many run none at all. */
function foreignReplicas(
  head: ForeignFacts,
  workload: WorkloadSnapshot,
): KubernetesWorkload['replicas'] {
  const counts = countedReplicas(head);
  if (counts) {
    const { replicas: desired, ready, updated, available } = counts;
    return { desired, ready, updated, available };
  }
  const pods = workload.pods.filter(isActive);
  const wanted = head.custom?.replicas ?? wantedReplicas(workload);
  if (head.custom && pods.length === 0 && wanted === 0) {
    return undefined;
  }
  const ready = pods.filter(isReady).length;
  return {
    desired: wanted || pods.length,
    ready,
    updated: pods.length,
    available: ready,
  };
}

function countsOf(
  head: Extract<HeadFacts, { readonly availableReplicas: number }>,
): Pick<
  NonNullable<KubernetesWorkload['replicas']>,
  'desired' | 'ready' | 'available'
> {
  return {
    desired: head.replicas,
    ready: head.readyReplicas,
    available: head.availableReplicas,
  };
}

/** The tags that run, what is wanted first, then of revisions and pods, newest first. */
function versionsOf({ head, workload }: WorkloadContext): string[] {
  const wanted = imagesOf(head).at(0);
  const pods = workload.pods
    .filter(isActive)
    .sort((a, b) => b.createdAt - a.createdAt || (a.name < b.name ? -1 : 1));
  const running = pods.flatMap(pod => {
    const images = podImages(pod);
    return (
      images.find(({ container }) => container === wanted?.container) ??
      images.at(0) ??
      []
    );
  });
  const revisions = workload.replicaSets
    .filter(({ currentReplicas }) => currentReplicas > 0)
    .flatMap(({ images }) => images.at(0) ?? []);
  const images = new Set(
    [...(wanted ? [wanted] : []), ...revisions, ...running].map(
      ({ image }) => image,
    ),
  );
  return [...new Set([...images].map(tagOf))].slice(0, VERSIONS_MAX_COUNT);
}

function restartsOf({
  snapshot,
  workload,
  clock,
  thresholds,
}: WorkloadContext): number {
  return workload.pods
    .filter(isActive)
    .flatMap(pod =>
      pod.containers.map(container =>
        restartsWithin(
          restartHistory(container, pod, {
            samples: snapshot.memory.get(pod.uid)?.restarts?.[container.name],
            clock,
          }),
          thresholds.restartsWithinMs,
          clock,
        ),
      ),
    )
    .reduce((sum, count) => sum + count, 0);
}
