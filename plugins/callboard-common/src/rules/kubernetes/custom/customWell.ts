import { plainText } from '../../plainText';
import { CustomFacts, ForeignFacts } from '../facts';
import { countedReplicas } from '../facts/countedReplicas';
import { isActive } from '../pods/podStates';
import { placeOf, WorkloadContext } from '../ruling';
import { customInputs } from './customRules';
import { pauseOf, phaseOf, withStatus } from './customState';
import type { Wellness } from '../wellOf';

/** What there is to say of a custom resource that says nothing against itself. */
export function customWell(
  context: WorkloadContext<ForeignFacts>,
  custom: CustomFacts,
): Wellness {
  const { summary, off } = inWords(context, custom);
  const { since } = withStatus(custom, 'Ready', 'True') ?? {};
  return {
    summary,
    ...(off && { off }),
    ...(since !== undefined && { since: { at: since } }),
    explanation: {
      rule: off
        ? `${placeOf(context)} rests on purpose`
        : `${placeOf(context)} says nothing against itself`,
      inputs: customInputs(context, custom),
    },
  };
}

function inWords(
  { head, workload }: WorkloadContext<ForeignFacts>,
  custom: CustomFacts,
): Pick<Wellness, 'summary' | 'off'> {
  const runs = workload.pods.some(isActive);
  if (custom.suspended && !runs) {
    return { summary: 'suspended', off: true };
  }
  if (custom.replicas === 0 && !runs) {
    return { summary: 'scaled to zero', off: true };
  }
  const counts = countedReplicas(head);
  if (counts) {
    return { summary: `${counts.ready} of ${counts.replicas} ready` };
  }
  if (withStatus(custom, 'Ready', 'True')) {
    return { summary: 'ready' };
  }
  if (pauseOf(custom)) {
    return { summary: 'paused' };
  }
  const phase = phaseOf(custom);
  return {
    summary: phase
      ? plainText(phase, 60).toLocaleLowerCase('en-US')
      : 'nothing against it',
  };
}
