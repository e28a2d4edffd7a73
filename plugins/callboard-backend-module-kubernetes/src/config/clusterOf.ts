import type { CustomResource } from './CustomResource';
import type { Dashboard } from './Dashboard';
import { dashboardLinks } from './dashboardLinks';
import type { KubernetesCluster } from './KubernetesCluster';
import type { OwnCluster } from './readOwnClusters';

/** One cluster from what the stock config or the catalog says of it, and what ours does, which wins. */
export function clusterOf(options: {
  readonly name: string;
  readonly title?: string;
  readonly dashboard?: Dashboard;
  readonly ours?: OwnCluster;
  readonly customResources?: readonly CustomResource[];
}): KubernetesCluster {
  const { name, ours, customResources = [] } = options;
  const title = ours?.title ?? options.title;
  const dashboard = ours?.dashboard ?? options.dashboard;
  return {
    name,
    context: ours?.context ?? name,
    ...(title && { title }),
    ...(dashboard?.url && { dashboardUrl: dashboard.url }),
    dashboardLinks: object => dashboardLinks(dashboard, object),
    ...(ours?.namespaces && { namespaces: ours.namespaces }),
    ...(customResources.length > 0 && { customResources }),
  };
}
