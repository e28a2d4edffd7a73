/** How many sources one instance observes at most, so that they spread over all that live. */
export function leaseQuota(sourceCount: number, instanceCount: number): number {
  return Math.ceil(sourceCount / Math.max(1, instanceCount));
}
