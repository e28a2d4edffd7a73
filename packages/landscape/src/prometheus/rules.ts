import { z } from 'zod';

/** A group of rules, evaluated together. */
export interface RuleGroup {
  readonly name: string;
  readonly intervalSeconds: number;
  readonly rules: readonly Rule[];
}

/** A rule as it stands in a file. */
export type Rule =
  | {
      readonly type: 'recording';
      readonly name: string;
      readonly query: string;
    }
  | {
      readonly type: 'alerting';
      readonly name: string;
      readonly query: string;
      readonly forSeconds: number;
      readonly severity: string;
      readonly summary: string;
    };

// Group, alert, minutes, severity, summary, query. What the services' trouble is called by who is paged.
// CertificateExpiresSoon, which a runbook still speaks of, was renamed.
const ALERTS = `
workloads | KubePodCrashLooping | 15 | warning | A container is started again and again | max_over_time(kube_pod_container_status_waiting_reason{reason="CrashLoopBackOff"}[5m]) >= 1
workloads | KubePodNotReady | 15 | warning | A pod is not ready | sum by (namespace, pod) (kube_pod_status_ready{condition="false"}) > 0
workloads | KubeDeploymentReplicasMismatch | 15 | warning | A Deployment has fewer pods than it wants | kube_deployment_spec_replicas > kube_deployment_status_replicas_available
workloads | KubeDeploymentRolloutStuck | 15 | warning | A rollout makes no progress | kube_deployment_status_condition{condition="Progressing", status="false"} == 1
workloads | KubeStatefulSetUpdateNotRolledOut | 15 | warning | An update of a StatefulSet makes no progress | kube_statefulset_status_current_revision != kube_statefulset_status_update_revision
workloads | KubeDaemonSetRolloutStuck | 15 | warning | A DaemonSet lacks pods | kube_daemonset_status_desired_number_scheduled - kube_daemonset_status_number_ready > 0
workloads | KubeHpaMaxedOut | 15 | warning | An autoscaler is at its maximum | kube_horizontalpodautoscaler_status_current_replicas == kube_horizontalpodautoscaler_spec_max_replicas
workloads | KubeJobFailed | 0 | warning | A Job failed | kube_job_failed > 0
nodes | KubeNodeNotReady | 15 | warning | A node is not ready | kube_node_status_condition{condition="Ready", status="true"} == 0
nodes | KubeNodePressure | 10 | info | A node runs short of something | kube_node_status_condition{condition=~".+Pressure", status="true"} == 1
nodes | KubeNodeEviction | 0 | info | A node puts pods off | rate(kubelet_evictions[15m]) > 0
nodes | KubePersistentVolumeFillingUp | 1 | critical | A volume is nearly full | kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes < 0.03
shop | CheckoutErrorRate | 5 | page | More than one order in fifty fails | shop:checkout_errors:ratio5m > 0.02
shop | OrdersPerMinuteLow | 10 | page | Orders are far below the forecast | shop:orders:rate5m < 0.5 * shop:orders:forecast
shop | StorefrontDown | 2 | page | The shop does not answer | probe_success{job="storefront-web"} == 0
shop | SearchLatencyHigh | 10 | page | Every twentieth search takes longer than a second | histogram_quantile(0.95, sum by (le) (rate(search_seconds_bucket[5m]))) > 1
payments | PaymentProviderTimeouts | 5 | page | A payment provider does not answer | sum by (provider) (rate(payment_timeouts_total[5m])) > 0.1
payments | PaymentProviderDeclines | 10 | warning | A payment provider declines more than usual | sum by (provider) (rate(payment_declines_total[5m])) > 3 * payments:declines:usual
edge | CertificateExpiryNear | 60 | warning | A certificate ends in less than three weeks | probe_ssl_earliest_cert_expiry - time() < 21 * 86400
`;

const RECORDINGS = `
shop | shop:checkout_errors:ratio5m | sum(rate(checkout_errors_total[5m])) / sum(rate(checkout_total[5m]))
shop | shop:orders:rate5m | sum(rate(orders_total[5m])) * 60
payments | payments:declines:usual | avg_over_time(sum by (provider) (rate(payment_declines_total[5m]))[1d:5m])
`;

const GROUPS = ['workloads', 'nodes', 'shop', 'payments', 'edge'] as const;
const INTERVAL_SECONDS = 30;

const group = z.enum(GROUPS);
const text = z.string().min(1);

const alertSchema = z
  .tuple([group, text, z.coerce.number().int(), text, text, text])
  .transform(([in_, name, minutes, severity, summary, query]) => ({
    group: in_,
    rule: {
      type: 'alerting' as const,
      name,
      query,
      forSeconds: minutes * 60,
      severity,
      summary,
    },
  }));

const recordingSchema = z
  .tuple([group, text, text])
  .transform(([in_, name, query]) => ({
    group: in_,
    rule: { type: 'recording' as const, name, query },
  }));

/** The rules of the company's Prometheus. */
export function readRules(): readonly RuleGroup[] {
  const rules = [
    ...rows(RECORDINGS).map(row => recordingSchema.parse(row)),
    ...rows(ALERTS).map(row => alertSchema.parse(row)),
  ];
  return GROUPS.map(name => ({
    name,
    intervalSeconds: INTERVAL_SECONDS,
    rules: rules
      .filter(row => row.group === name)
      .map(({ rule }): Rule => rule),
  }));
}

function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map(line => line.split(' | ').map(cell => cell.trim()));
}
