import { duration } from './naming';
import type { TemplateState } from './states';

/* What the scheduler and kubelets say, in their own words. */

interface Named {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
}

function podFormat({ namespace, name, uid }: Named): string {
  return `${name}_${namespace}(${uid})`;
}

export const CANNOT_PROVIDE =
  'failed to provision volume with StorageClass "ssd": rpc error: code = ResourceExhausted desc = no capacity left in pool';

export function backOff(options: {
  seconds: number;
  container: string;
  pod: Named;
}): string {
  const { seconds, container, pod } = options;
  return `back-off ${duration(
    seconds,
  )} restarting failed container=${container} pod=${podFormat(pod)}`;
}

export function backOffEvent(container: string, pod: Named): string {
  return `Back-off restarting failed container ${container} in pod ${podFormat(
    pod,
  )}`;
}

export function cannotPull(image: string): string {
  return `failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`;
}

export function pullBackOff(image: string): string {
  return `Back-off pulling image "${image}": ErrImagePull: ${cannotPull(
    image,
  )}`;
}

export function missingSecret(container: string): string {
  return `secret "${container}-database" not found`;
}

export function nothingFits(nodesCount: number): string {
  return (
    `0/${nodesCount} nodes are available: ${nodesCount} Insufficient cpu. ` +
    `no new claims to deallocate, preemption: 0/${nodesCount} nodes are available: ` +
    `${nodesCount} No preemption victims found for incoming pod.`
  );
}

export function unboundClaims(nodesCount: number): string {
  return `0/${nodesCount} nodes are available: pod has unbound immediate PersistentVolumeClaims. not found`;
}

export function evicted(template: TemplateState): string {
  return (
    'The node was low on resource: memory. Threshold quantity: 100Mi, available: 61488Ki. ' +
    `Container ${template.container} was using ${
      template.memoryMebibytes * 2 * 1024
    }Ki, request is ${
      template.memoryMebibytes
    }Mi, has larger consumption of memory. `
  );
}
