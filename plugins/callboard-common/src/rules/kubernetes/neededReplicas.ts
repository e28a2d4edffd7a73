import { DeploymentFacts } from './facts';

/**
 * The fewest pods of a Deployment that have to serve: what is wanted less what may be missing. The
 * controller rounds a share down, and lets one be missing where that is nothing at all and nothing
 * may come on top, which only its Available condition tells.
 */
export function neededReplicas(head: DeploymentFacts): number {
  if (head.strategy === 'Recreate') {
    return head.replicas;
  }
  const declared = head.maxUnavailable ?? '25%';
  const number = Number.parseInt(declared, 10);
  if (!Number.isFinite(number)) {
    return head.replicas;
  }
  const missing = declared.endsWith('%')
    ? Math.floor((head.replicas * number) / 100)
    : number;
  return Math.max(head.replicas - Math.max(missing, 0), 0);
}
