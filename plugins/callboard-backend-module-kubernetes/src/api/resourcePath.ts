import type { WatchedResource } from './KubernetesApi';

/** The path of a kind's objects: in all namespaces, or in one. */
export function resourcePath(
  resource: WatchedResource,
  namespace?: string,
): readonly string[] {
  const { group, version } = resource;
  return [
    ...(group === '' ? ['api', version] : ['apis', group, version]),
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    resource.resource,
  ];
}
