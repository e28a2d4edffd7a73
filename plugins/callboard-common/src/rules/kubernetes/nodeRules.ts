import { formatDuration } from '../formatDuration';
import { plainText } from '../plainText';
import { NodeFacts } from './facts';
import { conditionOf, isActive } from './pods/podStates';
import {
  firedAt,
  placeOf,
  plural,
  Ruling,
  timeInput,
  WorkloadContext,
  workloadFinding,
} from './ruling';

/** What is worth knowing of the nodes that the pods of a workload sit on. */
export function nodeRulings(context: WorkloadContext): readonly Ruling[] {
  const { workload, snapshot } = context;
  const pods = workload.pods.filter(isActive);
  const names = [...new Set(pods.flatMap(({ nodeName }) => nodeName ?? []))];
  return names.sort().flatMap(name => {
    const node = snapshot.nodes.get(name);
    const count = pods.filter(({ nodeName }) => nodeName === name).length;
    return node
      ? nodeRuling(context, node, `${count} of ${pods.length}`) ?? []
      : [];
  });
}

function nodeRuling(
  context: WorkloadContext,
  node: NodeFacts,
  share: string,
): Ruling | undefined {
  const { clock, thresholds, head } = context;
  const ready = conditionOf(node, 'Ready');
  const onset =
    ready?.status === 'True'
      ? undefined
      : { at: ready?.since ?? node.createdAt };
  const since = firedAt(clock, onset, thresholds.nodeNotReadyAfterMs);
  // A DaemonSet is meant to be everywhere, on cordoned nodes as well.
  const cordoned = node.cordoned && head.kind !== 'DaemonSet';
  if (!since && !cordoned) {
    return undefined;
  }
  const name = plainText(node.name, 80);
  const message = `${share} ${plural(
    context.workload.pods.filter(isActive).length,
    'pod sits',
    'pods sit',
  )} on ${since ? 'NotReady' : 'cordoned'} ${name}`;
  return {
    finding: workloadFinding(context, {
      code: since ? 'node-not-ready' : 'node-cordoned',
      status: 'note',
      message,
      hint: since
        ? 'See the conditions of the node'
        : 'It takes no new pods; what runs there may be moved',
      since,
      params: { node: node.name },
    }),
    summary: message,
    explanation: {
      rule: `A node under ${placeOf(context)} is not as it should be`,
      threshold: formatDuration(thresholds.nodeNotReadyAfterMs),
      inputs: [
        { name: 'Node', value: name },
        ...timeInput(clock, 'NotReady since', onset),
      ],
    },
  };
}
