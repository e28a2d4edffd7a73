import { Change } from '../../words';
import { plainText } from '../plainText';
import {
  DeploymentFacts,
  ImageFacts,
  PodFacts,
  ReplicaSetFacts,
  StatefulSetFacts,
  WorkloadSnapshot,
} from './facts';
import { conditionOf } from './pods/podStates';
import { podImages, sameImages, versionOf } from './images';
import { RuleClock } from './RuleClock';

/** The rollouts that can still be seen of a workload: new revisions with other images. */
export function changesOf(
  workload: WorkloadSnapshot,
  clock: RuleClock,
): readonly Change[] {
  const { head } = workload;
  switch (head.kind) {
    case 'Deployment':
      return deploymentChanges(head, workload, clock);
    case 'StatefulSet':
      return statefulSetChange(head, workload.pods, clock);
    default:
      return [];
  }
}

function deploymentChanges(
  head: DeploymentFacts,
  { replicaSets, pods }: WorkloadSnapshot,
  clock: RuleClock,
): readonly Change[] {
  return replicaSets.flatMap((set, index) => {
    const before = replicaSets.at(index + 1);
    const isFirst = before === undefined && set.revision === '1';
    if (
      set.revision === undefined ||
      (!isFirst && (!before || sameImages(set.images, before.images)))
    ) {
      return [];
    }
    const isRollback = before !== undefined && set.createdAt < before.createdAt;
    const at = isRollback
      ? rollbackAt({ head, pods, set, after: before.createdAt })
      : set.createdAt;
    return deploy({
      name: `${head.namespace}/${head.name}`,
      label: plainText(head.name, 80),
      revision: set.revision,
      images: set.images,
      verb: isRollback ? 'roll back to' : 'deploy',
      at: clock.instant(at),
    });
  });
}

/** An old ReplicaSet that is taken up again was made long ago, its pods were not. */
function rollbackAt(options: {
  head: DeploymentFacts;
  pods: readonly PodFacts[];
  set: ReplicaSetFacts;
  after: number;
}): number | undefined {
  const { head, pods, set, after } = options;
  const times = pods
    .filter(
      ({ owner, createdAt }) => owner?.uid === set.uid && createdAt > after,
    )
    .map(({ createdAt }) => createdAt);
  if (times.length > 0) {
    return Math.min(...times);
  }
  // Where its old pods still served none was made; then it tells when it was done.
  const progressing = conditionOf(head, 'Progressing');
  const doneAt =
    set.revision === head.revision &&
    progressing?.reason === 'NewReplicaSetAvailable'
      ? progressing.updatedAt
      : undefined;
  return doneAt !== undefined && doneAt > after ? doneAt : undefined;
}

/** Of a StatefulSet only its pods tell when a revision came, and only while there are two. */
function statefulSetChange(
  head: StatefulSetFacts,
  pods: readonly PodFacts[],
  clock: RuleClock,
): readonly Change[] {
  const { updateRevision } = head;
  const renewed = pods.filter(({ revision }) => revision === updateRevision);
  const old = pods.find(
    ({ revision }) => revision !== undefined && revision !== updateRevision,
  );
  if (
    updateRevision === undefined ||
    renewed.length === 0 ||
    !old ||
    sameImages(podImages(old), podImages(renewed[0]))
  ) {
    return [];
  }
  return deploy({
    name: `${head.namespace}/${head.name}`,
    label: plainText(head.name, 80),
    revision: updateRevision,
    images: head.images,
    verb: 'deploy',
    at: clock.instant(Math.min(...renewed.map(({ createdAt }) => createdAt))),
  });
}

function deploy(options: {
  name: string;
  label: string;
  revision: string;
  images: readonly ImageFacts[];
  verb: string;
  at?: string;
}): readonly Change[] {
  const { name, label, revision, images, verb, at } = options;
  return at === undefined
    ? []
    : [
        {
          key: plainText(`${name}#${revision}`, 400),
          kind: 'deploy',
          at,
          title: `${verb} ${versionOf(images)} (${label}, revision ${plainText(
            revision,
            80,
          )})`,
        },
      ];
}
