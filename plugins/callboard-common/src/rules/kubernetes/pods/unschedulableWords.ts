import { plainText } from '../../plainText';
import { PodFacts } from '../facts';
import { formatBytes } from '../formatBytes';

/**
 * Why no node fits, of what the scheduler says: `0/3 nodes are available: 3 Insufficient cpu.
 * preemption: …` of a pod that asks for two CPUs is `2 CPU`.
 */
export function unschedulableWords(pod: PodFacts, message = ''): string {
  const asked = [
    ...(/Insufficient cpu/.test(message) && pod.requests
      ? [`${pod.requests.cpuMillis / 1000} CPU`]
      : []),
    ...(/Insufficient memory/.test(message) && pod.requests
      ? [formatBytes(pod.requests.memoryBytes)]
      : []),
  ];
  if (asked.length > 0) {
    return asked.join(', ');
  }
  const [reason] = message
    .replace(/^\d+\/\d+ nodes are available: /, '')
    .split('. ');
  return plainText(reason.replace(/\.$/, '') || 'no reason given', 160);
}
