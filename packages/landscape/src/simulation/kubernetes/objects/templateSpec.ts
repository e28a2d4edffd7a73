import type { TemplateState } from '../states';

const MEMORY_LIMIT_FACTOR = 2;

function probe(path: string, port: number): unknown {
  return {
    httpGet: { path, port, scheme: 'HTTP' },
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
  };
}

function resources(template: TemplateState): unknown {
  return {
    limits: {
      memory: `${template.memoryMebibytes * MEMORY_LIMIT_FACTOR}Mi`,
    },
    requests: {
      cpu: `${template.cpuMillis}m`,
      memory: `${template.memoryMebibytes}Mi`,
    },
  };
}

function containerSpec(
  template: TemplateState,
  mounts: readonly unknown[],
): unknown {
  const { container, image, port, claims = [] } = template;
  const volumeMounts = [
    ...claims.map(name => ({ name, mountPath: `/var/lib/${name}` })),
    ...mounts,
  ];
  return {
    name: container,
    image,
    ...(port
      ? { ports: [{ name: 'http', containerPort: port, protocol: 'TCP' }] }
      : {}),
    env: [
      { name: 'LOG_LEVEL', value: 'info' },
      {
        name: 'DATABASE_PASSWORD',
        valueFrom: {
          secretKeyRef: { name: `${container}-database`, key: 'password' },
        },
      },
    ],
    resources: resources(template),
    ...(volumeMounts.length > 0 ? { volumeMounts } : {}),
    ...(port
      ? {
          livenessProbe: probe('/live', port),
          readinessProbe: probe('/ready', port),
        }
      : {}),
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
  };
}

function initSpec(
  template: TemplateState,
  mounts: readonly unknown[],
): unknown {
  return {
    name: template.init?.name,
    image: template.init?.image,
    resources: {},
    ...(mounts.length > 0 ? { volumeMounts: mounts } : {}),
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
  };
}

/** `spec` of a pod of this template; `mounts` is what every container of it mounts besides. */
export function podSpec(
  template: TemplateState,
  mounts: readonly unknown[] = [],
): Readonly<Record<string, unknown>> {
  return {
    ...(template.init ? { initContainers: [initSpec(template, mounts)] } : {}),
    containers: [containerSpec(template, mounts)],
    restartPolicy: template.restartPolicy,
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
  };
}

const templates = new WeakMap<TemplateState, Readonly<object>>();

/** `spec.template` of a workload; one object a template, so that all revisions share it. */
export function templateSpec(
  template: TemplateState,
): Readonly<Record<string, unknown>> {
  const found = templates.get(template) as
    | Readonly<Record<string, unknown>>
    | undefined;
  const made = found ?? {
    metadata: { labels: template.labels },
    spec: podSpec(template),
  };
  templates.set(template, made);
  return made;
}
