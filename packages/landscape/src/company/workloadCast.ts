import type { WorkloadPlan } from '../simulation/kubernetes/Workload';

/** How an entity names its workloads, rightly or wrongly. */
export type Naming =
  | 'id'
  | 'id-and-namespace'
  | 'selector'
  | 'one-cluster'
  | 'not-at-all'
  | 'malformed-selector'
  | 'unknown-cluster'
  | 'matches-nothing'
  | 'misspelt-id';

export interface WorkloadRole
  extends Partial<
    Omit<WorkloadPlan, 'name' | 'namespace' | 'labels' | 'image' | 'ageMs'>
  > {
  readonly naming?: Naming;
  /** Replicas outside production; default 1. */
  readonly staging?: number;
  /** Whether a canary of it runs beside it in production. */
  readonly canary?: boolean;
}

/** What is special about a service in the clusters; the others are Deployments of two pods. */
export const WORKLOAD_ROLES: Readonly<Record<string, WorkloadRole>> = {
  'checkout-api': {
    replicas: 6,
    staging: 2,
    init: true,
    autoscaler: { min: 4, max: 10 },
    maxUnavailable: 1,
    memoryMebibytes: 512,
  },
  'order-events': { kind: 'StatefulSet', replicas: 3, storage: true },
  'payment-gateway': { replicas: 4, staging: 2, maxUnavailable: 0 },
  'gift-cards': { replicas: 2, naming: 'selector' },
  'storefront-web': {
    replicas: 6,
    staging: 2,
    canary: true,
    maxUnavailable: 1,
  },
  'cart-service': {
    replicas: 5,
    staging: 2,
    autoscaler: { min: 3, max: 8 },
  },
  'edge-router': { kind: 'DaemonSet' },
  'invoice-renderer': { replicas: 3, memoryMebibytes: 768 },
  'session-store': {
    kind: 'StatefulSet',
    replicas: 3,
    storage: true,
    naming: 'not-at-all',
  },
  'payment-ledger': {
    kind: 'StatefulSet',
    replicas: 3,
    storage: true,
    memoryMebibytes: 1_024,
  },
  'price-importer': { kind: 'CronJob', schedule: '0 2 * * *' },
  'order-archive': { kind: 'CronJob', schedule: '30 3 * * 0' },
  'card-vault': { strategy: 'Recreate', replicas: 1 },
  'search-api': { replicas: 5, staging: 2, autoscaler: { min: 3, max: 9 } },
  'fraud-scoring': { replicas: 2, staging: 0 },
  'order-api': { replicas: 4, staging: 2, init: true },
  'feature-flags': { replicas: 3 },
  'legacy-cron': {
    kind: 'CronJob',
    schedule: '*/15 * * * *',
    timeZone: 'Etc/UTC',
  },
  'search-indexer': { kind: 'StatefulSet', replicas: 2, storage: true },
  'certificate-renewer': { kind: 'CronJob', schedule: '0 */6 * * *' },
  'stock-api': { replicas: 3, naming: 'id-and-namespace' },
  'loyalty-api': { replicas: 3, naming: 'selector' },
  'kpi-dashboard': { naming: 'not-at-all', replicas: 1 },
  'returns-service': { naming: 'malformed-selector' },
  'tax-engine': { naming: 'unknown-cluster' },
  'address-lookup': { naming: 'matches-nothing' },
  'label-printer': { naming: 'misspelt-id' },
  'carrier-gateway': { replicas: 3, naming: 'id-and-namespace' },
  'picking-planner': { naming: 'one-cluster' },
  'recommendation-trainer': { kind: 'CronJob', schedule: '0 4 * * *' },
  'clickstream-collector': {
    replicas: 8,
    staging: 2,
    autoscaler: { min: 6, max: 12 },
  },
  'data-lake-export': {
    kind: 'CronJob',
    schedule: '15 1 * * *',
    paused: true,
  },
  'consent-service': { naming: 'not-at-all' },
  'ab-testing': { naming: 'not-at-all' },
  'config-server': { replicas: 2, naming: 'not-at-all' },
};

/** In no cluster: what runs on phones, in browsers, or builds. */
export const OUTSIDE_CLUSTERS: readonly string[] = [
  'shop-app-ios',
  'shop-app-android',
  'landing-pages',
  'stock-forecast',
  'payment-sdk',
  'barcode-sdk',
  'store-app',
  'newsletter-builder',
  'referral-service',
  'cluster-images',
  'build-agents',
  'design-system',
  'inbound-scanner',
  'dunning-mailer',
  'gift-wrap-options',
];

/** What nobody in the catalog owns. */
export const UNCLAIMED: readonly (Pick<
  WorkloadPlan,
  'kind' | 'namespace' | 'name' | 'replicas'
> & { readonly id?: string })[] = [
  {
    kind: 'Deployment',
    namespace: 'kube-system',
    name: 'coredns',
    replicas: 2,
  },
  {
    kind: 'DaemonSet',
    namespace: 'kube-system',
    name: 'kube-proxy',
    replicas: 0,
  },
  {
    kind: 'DaemonSet',
    namespace: 'monitoring',
    name: 'node-exporter',
    replicas: 0,
  },
  { kind: 'Deployment', namespace: 'monitoring', name: 'grafana', replicas: 1 },
  {
    kind: 'StatefulSet',
    namespace: 'monitoring',
    name: 'prometheus',
    replicas: 2,
  },
  // Renamed in the catalog last spring, not in the cluster.
  {
    kind: 'Deployment',
    namespace: 'checkout',
    name: 'basket',
    replicas: 2,
    id: 'basket',
  },
  { kind: 'Deployment', namespace: 'sandbox', name: 'jonas-test', replicas: 1 },
];
