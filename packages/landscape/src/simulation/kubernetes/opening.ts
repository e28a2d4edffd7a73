import type { ClusterName } from '../../company/model';
import type { WorkloadIncident } from './incidents';

/** What is going on already when the demo opens. People end these, time does not. */
export const OPENING: readonly {
  readonly cluster: ClusterName;
  readonly service: string;
  readonly minutesAgo: number;
  readonly incident: WorkloadIncident;
}[] = [
  // The story of the morning: the last good build runs out of memory, and every fix since is red.
  {
    cluster: 'prod-eu',
    service: 'storefront-web',
    minutesAgo: 42,
    incident: { kind: 'oom-killed', pods: 4 },
  },
  {
    cluster: 'prod-eu',
    service: 'invoice-renderer',
    minutesAgo: 65,
    incident: { kind: 'rollout-stuck', deadlineSeconds: 600 },
  },
  {
    cluster: 'prod-eu',
    service: 'payment-ledger',
    minutesAgo: 18,
    incident: { kind: 'quorum-risk' },
  },
  {
    cluster: 'prod-eu',
    service: 'search-api',
    minutesAgo: 40,
    incident: { kind: 'hpa-maxed' },
  },
  {
    cluster: 'prod-eu',
    service: 'suggest-service',
    minutesAgo: 55,
    incident: { kind: 'crash-loop' },
  },
  {
    cluster: 'prod-eu',
    service: 'certificate-renewer',
    minutesAgo: 70,
    incident: { kind: 'cron-failed' },
  },
  {
    cluster: 'prod-eu',
    service: 'loyalty-api',
    minutesAgo: 80,
    incident: { kind: 'evicted' },
  },
  {
    cluster: 'prod-eu',
    service: 'order-api',
    minutesAgo: 33,
    incident: { kind: 'job-failed' },
  },
  {
    cluster: 'prod-eu',
    service: 'parcel-tracking',
    minutesAgo: 90,
    incident: { kind: 'scaled-to-zero' },
  },
  {
    cluster: 'prod-eu',
    service: 'search-indexer',
    minutesAgo: 25,
    incident: { kind: 'volume-pending' },
  },
  {
    cluster: 'prod-eu',
    service: 'picking-planner',
    minutesAgo: 12,
    incident: { kind: 'unschedulable', deadlineSeconds: 600 },
  },
  {
    cluster: 'staging',
    service: 'refunds-worker',
    minutesAgo: 30,
    incident: { kind: 'config-error' },
  },
  {
    cluster: 'staging',
    service: 'cart-service',
    minutesAgo: 50,
    incident: { kind: 'rollout-crashing' },
  },
  {
    cluster: 'staging',
    service: 'edge-router',
    minutesAgo: 22,
    incident: { kind: 'daemon-missing' },
  },
  {
    cluster: 'staging',
    service: 'feature-flags',
    minutesAgo: 95,
    incident: { kind: 'rollout-paused' },
  },
];
