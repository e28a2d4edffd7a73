import type { Link } from '@callboard/plugin-callboard-common';
import type { Dashboard } from './Dashboard';
import type { DashboardObject } from './KubernetesCluster';

const PLURALS: Readonly<Record<string, string>> = {
  Deployment: 'deployments',
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
  ReplicaSet: 'replicasets',
  Pod: 'pods',
  Job: 'jobs',
  CronJob: 'cronjobs',
  HorizontalPodAutoscaler: 'horizontalpodautoscalers',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  Node: 'nodes',
};

/** How Rancher's explorer calls kinds outside the core group. */
const RANCHER_GROUPS: Readonly<Record<string, string>> = {
  Deployment: 'apps.',
  StatefulSet: 'apps.',
  DaemonSet: 'apps.',
  ReplicaSet: 'apps.',
  Job: 'batch.',
  CronJob: 'batch.',
  HorizontalPodAutoscaler: 'autoscaling.',
};

type PathOf = (
  object: DashboardObject,
  dashboard: Dashboard,
) => URL | undefined;

/** One dashboard of the stock plugin each; undefined where it has no page about such an object. */
const APPS: Readonly<Record<string, { title: string; urlOf: PathOf }>> = {
  standard: { title: 'Kubernetes Dashboard', urlOf: standardUrl },
  rancher: { title: 'Rancher', urlOf: rancherUrl },
  openshift: { title: 'OpenShift', urlOf: openshiftUrl },
  headlamp: { title: 'Headlamp', urlOf: headlampUrl },
  gke: { title: 'Google Cloud', urlOf: gkeUrl },
  aks: { title: 'Azure', urlOf: aksUrl },
};

/** Pages of the cluster's dashboard about an object. */
export function dashboardLinks(
  dashboard: Dashboard | undefined,
  object: DashboardObject,
): readonly Link[] {
  if (!dashboard) {
    return [];
  }
  const app = APPS[dashboard.app];
  const url = app ? app.urlOf(object, dashboard)?.href : dashboard.url;
  return url ? [{ title: app?.title ?? 'Dashboard', url }] : [];
}

function standardUrl(
  { kind, namespace, name }: DashboardObject,
  dashboard: Dashboard,
): URL | undefined {
  const url = below(dashboard, '');
  if (url && PLURALS[kind]) {
    const [ns, id] = [namespace ?? '', name].map(encodeURIComponent);
    url.hash = namespace
      ? `/${kind.toLowerCase()}/${ns}/${id}?namespace=${ns}`
      : `/${kind.toLowerCase()}/${id}`;
  }
  return url;
}

function rancherUrl(
  { kind, namespace, name }: DashboardObject,
  dashboard: Dashboard,
): URL | undefined {
  const type = `${RANCHER_GROUPS[kind] ?? ''}${kind.toLowerCase()}`;
  return below(
    dashboard,
    PLURALS[kind] ? joined('explorer', type, namespace, name) : 'explorer',
  );
}

function openshiftUrl(
  { kind, namespace, name }: DashboardObject,
  dashboard: Dashboard,
): URL | undefined {
  const place = namespace ? joined('k8s', 'ns', namespace) : 'k8s/cluster';
  return below(
    dashboard,
    PLURALS[kind]
      ? `${place}/${joined(PLURALS[kind], name)}`
      : joined('k8s', 'cluster', 'projects', namespace),
  );
}

function headlampUrl(
  { kind, namespace, name }: DashboardObject,
  dashboard: Dashboard,
): URL | undefined {
  const url = below(dashboard, '');
  const plural =
    kind === 'PersistentVolumeClaim'
      ? `storage/${PLURALS[kind]}`
      : PLURALS[kind];
  const cluster = dashboard.parameters.clusterName ?? 'default';
  if (url && plural) {
    url.searchParams.set(
      'to',
      `/${joined('c', cluster)}/${plural}/${joined(namespace, name)}`,
    );
  }
  return url;
}

function gkeUrl(
  { kind, namespace, name }: DashboardObject,
  { parameters }: Dashboard,
): URL | undefined {
  const { projectId, region, clusterName } = parameters;
  if (!projectId || !region || !clusterName) {
    return undefined;
  }
  const page = kind === 'Pod' ? 'details' : 'overview';
  const isWorkload = namespace !== undefined && PLURALS[kind] !== undefined;
  const path = isWorkload
    ? joined(kind.toLowerCase(), region, clusterName, namespace, name, page)
    : joined('clusters', 'details', region, clusterName, 'details');
  const url = new URL(`https://console.cloud.google.com/kubernetes/${path}`);
  url.searchParams.set('project', projectId);
  return url;
}

/** The portal addresses workloads by their whole selector, so this leads to the cluster's list. */
function aksUrl(
  _object: DashboardObject,
  { parameters }: Dashboard,
): URL | undefined {
  const { subscriptionId, resourceGroup, clusterName } = parameters;
  if (!subscriptionId || !resourceGroup || !clusterName) {
    return undefined;
  }
  const cluster = [
    joined('subscriptions', subscriptionId),
    joined('resourceGroups', resourceGroup),
    'providers/Microsoft.ContainerService',
    joined('managedClusters', clusterName),
  ].join('/');
  return new URL(`https://portal.azure.com/#resource/${cluster}/workloads`);
}

/** A page below the dashboard's address, whose own path stays. */
function below(dashboard: Dashboard, path: string): URL | undefined {
  if (!dashboard.url) {
    return undefined;
  }
  const url = new URL(dashboard.url);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  return url;
}

function joined(...parts: ReadonlyArray<string | undefined>): string {
  return parts
    .filter(part => part !== undefined)
    .map(encodeURIComponent)
    .join('/');
}
