/** A kind of object that the API serves. */
export interface KubernetesResource {
  /** `pods`: its name in paths. */
  readonly name: string;
  readonly singularName: string;
  /** `Pod` */
  readonly kind: string;
  /** `apps`, empty for the core. */
  readonly group: string;
  readonly version: string;
  readonly namespaced: boolean;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly subresources?: readonly string[];
  /** What can be selected by, beside metadata.name and metadata.namespace. */
  readonly selectableFields?: readonly string[];
  /** What a bookmark has beside its metadata: the zero value of the kind. */
  readonly zero?: Readonly<Record<string, unknown>>;
}

const POD_TEMPLATE_ZERO = { metadata: {}, spec: { containers: null } };

const NODE_INFO_FIELDS = [
  'machineID',
  'systemUUID',
  'bootID',
  'kernelVersion',
  'osImage',
  'containerRuntimeVersion',
  'kubeletVersion',
  'kubeProxyVersion',
  'operatingSystem',
  'architecture',
];

/** Everything that is served, by its name in paths. */
export const RESOURCES = {
  configmaps: {
    name: 'configmaps',
    singularName: 'configmap',
    kind: 'ConfigMap',
    group: '',
    version: 'v1',
    namespaced: true,
    shortNames: ['cm'],
  },
  events: {
    name: 'events',
    singularName: 'event',
    kind: 'Event',
    group: '',
    version: 'v1',
    namespaced: true,
    shortNames: ['ev'],
    selectableFields: [
      'type',
      'reason',
      'involvedObject.kind',
      'involvedObject.namespace',
      'involvedObject.name',
      'involvedObject.uid',
    ],
    zero: {
      involvedObject: {},
      source: {},
      firstTimestamp: null,
      lastTimestamp: null,
      eventTime: null,
      reportingComponent: '',
      reportingInstance: '',
    },
  },
  namespaces: {
    name: 'namespaces',
    singularName: 'namespace',
    kind: 'Namespace',
    group: '',
    version: 'v1',
    namespaced: false,
    shortNames: ['ns'],
    subresources: ['status'],
    selectableFields: ['status.phase'],
    zero: { spec: {}, status: {} },
  },
  nodes: {
    name: 'nodes',
    singularName: 'node',
    kind: 'Node',
    group: '',
    version: 'v1',
    namespaced: false,
    shortNames: ['no'],
    subresources: ['status'],
    selectableFields: ['spec.unschedulable'],
    zero: {
      spec: {},
      status: {
        daemonEndpoints: { kubeletEndpoint: { Port: 0 } },
        nodeInfo: Object.fromEntries(NODE_INFO_FIELDS.map(name => [name, ''])),
      },
    },
  },
  persistentvolumeclaims: {
    name: 'persistentvolumeclaims',
    singularName: 'persistentvolumeclaim',
    kind: 'PersistentVolumeClaim',
    group: '',
    version: 'v1',
    namespaced: true,
    shortNames: ['pvc'],
    subresources: ['status'],
    zero: { spec: { resources: {} }, status: {} },
  },
  pods: {
    name: 'pods',
    singularName: 'pod',
    kind: 'Pod',
    group: '',
    version: 'v1',
    namespaced: true,
    shortNames: ['po'],
    categories: ['all'],
    subresources: ['log', 'status'],
    selectableFields: [
      'spec.nodeName',
      'spec.restartPolicy',
      'spec.schedulerName',
      'spec.serviceAccountName',
      'spec.hostNetwork',
      'status.phase',
      'status.podIP',
      'status.nominatedNodeName',
    ],
    zero: { spec: { containers: null }, status: {} },
  },
  secrets: {
    name: 'secrets',
    singularName: 'secret',
    kind: 'Secret',
    group: '',
    version: 'v1',
    namespaced: true,
    selectableFields: ['type'],
  },
  daemonsets: {
    name: 'daemonsets',
    singularName: 'daemonset',
    kind: 'DaemonSet',
    group: 'apps',
    version: 'v1',
    namespaced: true,
    shortNames: ['ds'],
    categories: ['all'],
    subresources: ['status'],
    zero: {
      spec: { selector: null, template: POD_TEMPLATE_ZERO, updateStrategy: {} },
      status: {
        currentNumberScheduled: 0,
        numberMisscheduled: 0,
        desiredNumberScheduled: 0,
        numberReady: 0,
      },
    },
  },
  deployments: {
    name: 'deployments',
    singularName: 'deployment',
    kind: 'Deployment',
    group: 'apps',
    version: 'v1',
    namespaced: true,
    shortNames: ['deploy'],
    categories: ['all'],
    subresources: ['status'],
    zero: {
      spec: {
        replicas: 0,
        selector: null,
        template: POD_TEMPLATE_ZERO,
        strategy: {},
      },
      status: {},
    },
  },
  replicasets: {
    name: 'replicasets',
    singularName: 'replicaset',
    kind: 'ReplicaSet',
    group: 'apps',
    version: 'v1',
    namespaced: true,
    shortNames: ['rs'],
    categories: ['all'],
    subresources: ['status'],
    selectableFields: ['status.replicas'],
    zero: {
      spec: { replicas: 0, selector: null, template: POD_TEMPLATE_ZERO },
      status: { replicas: 0 },
    },
  },
  statefulsets: {
    name: 'statefulsets',
    singularName: 'statefulset',
    kind: 'StatefulSet',
    group: 'apps',
    version: 'v1',
    namespaced: true,
    shortNames: ['sts'],
    categories: ['all'],
    subresources: ['status'],
    zero: {
      spec: {
        replicas: 0,
        selector: null,
        template: POD_TEMPLATE_ZERO,
        serviceName: '',
        updateStrategy: {},
      },
      status: { replicas: 0, availableReplicas: 0 },
    },
  },
  horizontalpodautoscalers: {
    name: 'horizontalpodautoscalers',
    singularName: 'horizontalpodautoscaler',
    kind: 'HorizontalPodAutoscaler',
    group: 'autoscaling',
    version: 'v2',
    namespaced: true,
    shortNames: ['hpa'],
    categories: ['all'],
    subresources: ['status'],
    zero: {
      spec: { scaleTargetRef: { kind: '', name: '' }, maxReplicas: 0 },
      status: { desiredReplicas: 0, currentMetrics: null },
    },
  },
  cronjobs: {
    name: 'cronjobs',
    singularName: 'cronjob',
    kind: 'CronJob',
    group: 'batch',
    version: 'v1',
    namespaced: true,
    shortNames: ['cj'],
    categories: ['all'],
    subresources: ['status'],
    zero: {
      spec: {
        schedule: '',
        jobTemplate: {
          metadata: {},
          spec: { template: POD_TEMPLATE_ZERO },
        },
      },
      status: {},
    },
  },
  jobs: {
    name: 'jobs',
    singularName: 'job',
    kind: 'Job',
    group: 'batch',
    version: 'v1',
    namespaced: true,
    categories: ['all'],
    subresources: ['status'],
    selectableFields: ['status.successful'],
    zero: { spec: { template: POD_TEMPLATE_ZERO }, status: {} },
  },
} as const satisfies Readonly<Record<string, KubernetesResource>>;

/** `pods`, `deployments` … */
export type KubernetesResourceName = keyof typeof RESOURCES;

/** `apps/v1`, `v1` */
export function apiVersionOf(resource: KubernetesResource): string {
  return resource.group
    ? `${resource.group}/${resource.version}`
    : resource.version;
}

/** By its place in a path; undefined where there is none. */
export function findResource(options: {
  group: string;
  version: string;
  name: string;
}): KubernetesResource | undefined {
  const { group, version, name } = options;
  return Object.values<KubernetesResource>(RESOURCES).find(
    resource =>
      resource.name === name &&
      resource.group === group &&
      resource.version === version,
  );
}
