/** Where the server says how it is itself. */
export const HEALTH_PATHS: readonly string[] = [
  '/healthz',
  '/livez',
  '/readyz',
];

/** What an apiserver answers there whose etcd does not answer; taken from a 1.35.4, shortened. */
export function withoutEtcd(path: string): { status: number; text: string } {
  const failed = path === '/readyz' ? ['etcd', 'etcd-readiness'] : ['etcd'];
  return {
    status: 500,
    text: [
      '[+]ping ok',
      '[+]log ok',
      ...failed.map(name => `[-]${name} failed: reason withheld`),
      ...(path === '/readyz' ? ['[+]informer-sync ok'] : []),
      '[+]poststarthook/rbac/bootstrap-roles ok',
      `${path.slice(1)} check failed`,
      '',
    ].join('\n'),
  };
}
