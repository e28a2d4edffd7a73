import { RESOURCES } from './resources';
import type { KubernetesResource } from './resources';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

/** `/version` */
export const VERSION = {
  major: '1',
  minor: '35',
  emulationMajor: '1',
  emulationMinor: '35',
  minCompatibilityMajor: '1',
  minCompatibilityMinor: '34',
  gitVersion: 'v1.35.4',
  gitCommit: '6a2f3b7c9d1e4f508b6c7d8e9fa0b1c2d3e4f506',
  gitTreeState: 'clean',
  buildDate: '2026-04-15T09:12:44Z',
  goVersion: 'go1.25.6',
  compiler: 'gc',
  platform: 'linux/amd64',
} as const;

function discovered(resource: KubernetesResource): readonly unknown[] {
  const { name, singularName, kind, namespaced } = resource;
  return [
    {
      name,
      singularName,
      namespaced,
      kind,
      // Namespaces cannot be deleted all at once.
      verbs:
        name === 'namespaces'
          ? VERBS.filter(verb => verb !== 'deletecollection')
          : VERBS,
      ...(resource.shortNames ? { shortNames: resource.shortNames } : {}),
      ...(resource.categories ? { categories: resource.categories } : {}),
    },
    ...(resource.subresources ?? []).map(subresource => ({
      name: `${name}/${subresource}`,
      singularName: '',
      namespaced,
      kind,
      verbs: subresource === 'log' ? ['get'] : ['get', 'patch', 'update'],
    })),
  ];
}

function apiGroup(
  group: string,
  resources: readonly KubernetesResource[],
): Readonly<Record<string, unknown>> {
  const versions = [
    ...new Set(
      resources
        .filter(resource => resource.group === group)
        .map(({ version }) => version),
    ),
  ].map(version => ({ groupVersion: `${group}/${version}`, version }));
  return { name: group, versions, preferredVersion: versions[0] };
}

/** The answer of a discovery path, or undefined where it is none. */
export function discovery(options: {
  path: string;
  /** `127.0.0.1:7103` */
  address: string;
  isServed: (resource: KubernetesResource) => boolean;
}): unknown {
  const { path, address, isServed } = options;
  const resources =
    Object.values<KubernetesResource>(RESOURCES).filter(isServed);
  const groups = [
    ...new Set(resources.map(({ group }) => group).filter(Boolean)),
  ];
  if (path === '/api') {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [
        { clientCIDR: '0.0.0.0/0', serverAddress: address },
      ],
    };
  }
  if (path === '/apis') {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groups.map(group => apiGroup(group, resources)),
    };
  }
  const oneGroup = /^\/apis\/([^/]+)$/.exec(path);
  if (oneGroup && groups.includes(oneGroup[1])) {
    return {
      kind: 'APIGroup',
      apiVersion: 'v1',
      ...apiGroup(oneGroup[1], resources),
    };
  }
  const [, group = '', version] =
    /^\/(?:api|apis\/([^/]+))\/([^/]+)$/.exec(path) ?? [];
  const served = resources.filter(
    resource => resource.group === group && resource.version === version,
  );
  if (served.length === 0) {
    return undefined;
  }
  return {
    kind: 'APIResourceList',
    // The core's list goes without, as it always did.
    ...(group ? { apiVersion: 'v1' } : {}),
    groupVersion: group ? `${group}/${version}` : version,
    resources: served.flatMap(discovered),
  };
}
