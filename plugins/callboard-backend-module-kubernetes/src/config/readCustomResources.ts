import type { Config } from '@backstage/config';
import type { CustomResource } from './KubernetesCluster';

/** `customResources` of a cluster, or of all of them, as the stock plugin has it. */
export function readCustomResources(
  config: Config | undefined,
): readonly CustomResource[] | undefined {
  return config?.getOptionalConfigArray('customResources')?.map(resource => ({
    group: resource.getString('group'),
    version: resource.getString('apiVersion'),
    resource: resource.getString('plural'),
  }));
}
