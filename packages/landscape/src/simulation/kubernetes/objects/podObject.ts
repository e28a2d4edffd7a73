import type { KubernetesObject } from '../../../kubernetes';
import { timestamp } from '../naming';
import type {
  ContainerState,
  PodState,
  TemplateState,
  TerminatedState,
} from '../states';
import { managed } from './managedFields';
import { metadata } from './metadata';
import { podSpec } from './templateSpec';

const TOKEN_MOUNT = {
  name: 'kube-api-access-x7k2p',
  readOnly: true,
  mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
};

const TOKEN_VOLUME = {
  name: TOKEN_MOUNT.name,
  projected: {
    sources: [
      { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
      {
        configMap: {
          name: 'kube-root-ca.crt',
          items: [{ key: 'ca.crt', path: 'ca.crt' }],
        },
      },
      {
        downwardAPI: {
          items: [
            {
              path: 'namespace',
              fieldRef: {
                apiVersion: 'v1',
                fieldPath: 'metadata.namespace',
              },
            },
          ],
        },
      },
    ],
    defaultMode: 420,
  },
};

const TOLERATIONS = ['not-ready', 'unreachable'].map(key => ({
  key: `node.kubernetes.io/${key}`,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}));

interface Shared {
  readonly spec: Readonly<Record<string, unknown>>;
  /** What their controller writes into their metadata. */
  readonly metadata: object;
}

const shared = new WeakMap<TemplateState, Shared>();

/** What all pods of a template have in common. */
function sharedBy(template: TemplateState): Shared {
  const made = shared.get(template) ?? {
    spec: podSpec(template, [TOKEN_MOUNT]),
    metadata: {
      generateName: '',
      labels: { ...template.labels, 'pod-template-hash': template.hash },
      ownerReferences: [{ uid: template.hash }],
    },
  };
  shared.set(template, made);
  return made;
}

function spec(state: PodState): Readonly<Record<string, unknown>> {
  const { template, nodeName, ordinal, owner } = state;
  const { securityContext, schedulerName, ...rest } = sharedBy(template).spec;
  return {
    volumes: [
      ...(template.claims ?? []).map(name => ({
        name,
        persistentVolumeClaim: { claimName: `${name}-${state.name}` },
      })),
      TOKEN_VOLUME,
    ],
    ...rest,
    serviceAccountName: 'default',
    serviceAccount: 'default',
    ...(nodeName ? { nodeName } : {}),
    securityContext,
    ...(ordinal === undefined
      ? {}
      : { hostname: state.name, subdomain: owner.name }),
    schedulerName,
    tolerations: TOLERATIONS,
    priority: 0,
    enableServiceLinks: true,
    preemptionPolicy: 'PreemptLowerPriority',
  };
}

function terminated(state: TerminatedState, name: string): unknown {
  return {
    exitCode: state.exitCode,
    reason: state.reason,
    startedAt: timestamp(state.startedAt),
    finishedAt: timestamp(state.finishedAt),
    containerID: `containerd://${containerId(`${name}${state.startedAt}`)}`,
  };
}

/** 64 hexadecimal digits that look like a digest. */
function containerId(text: string): string {
  let hash = 7;
  let digits = '';
  for (let at = 0; digits.length < 64; at += 1) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(at % text.length)) >>> 0;
    digits += hash.toString(16).padStart(8, '0');
  }
  return digits.slice(0, 64);
}

function containerStatus(options: {
  name: string;
  image: string;
  pod: string;
  state: ContainerState;
  ready: boolean;
}): unknown {
  const { name, image, pod, state, ready } = options;
  const { now, last, restarts } = state;
  const states = {
    waiting: () =>
      now.kind === 'waiting'
        ? {
            reason: now.reason,
            ...(now.message ? { message: now.message } : {}),
          }
        : {},
    running: () =>
      now.kind === 'running' ? { startedAt: timestamp(now.startedAt) } : {},
    terminated: () => (now.kind === 'terminated' ? terminated(now, pod) : {}),
  };
  const ran = now.kind !== 'waiting' || last !== undefined;
  return {
    name,
    state: { [now.kind]: states[now.kind]() },
    lastState: last ? { terminated: terminated(last, pod) } : {},
    ready,
    restartCount: restarts,
    image,
    imageID: ran
      ? `${image.replace(/:[^:/]*$/, '')}@sha256:${containerId(image)}`
      : '',
    ...(ran
      ? { containerID: `containerd://${containerId(`${pod}${restarts}`)}` }
      : {}),
    started: now.kind === 'running',
  };
}

interface Condition {
  readonly type: string;
  readonly isTrue: boolean;
  readonly at: number;
  readonly reason?: string;
  readonly message?: string;
}

function condition(options: Condition): unknown {
  const { type, isTrue, at, reason, message } = options;
  return {
    type,
    observedGeneration: 1,
    status: isTrue ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: timestamp(at),
    ...(reason ? { reason } : {}),
    ...(message ? { message } : {}),
  };
}

function readiness(state: PodState): Pick<Condition, 'reason' | 'message'> {
  if (state.phase === 'Succeeded') {
    return { reason: 'PodCompleted' };
  }
  if (state.phase === 'Failed') {
    return { reason: 'PodFailed' };
  }
  return {
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${state.template.container}]`,
  };
}

function conditions(state: PodState): readonly unknown[] {
  const { scheduledAt, startedAt, initializedAt, unschedulable } = state;
  if (scheduledAt === undefined) {
    return unschedulable
      ? [
          condition({
            type: 'PodScheduled',
            isTrue: false,
            at: state.readySince,
            reason: 'Unschedulable',
            message: unschedulable,
          }),
        ]
      : [];
  }
  const scheduled = condition({
    type: 'PodScheduled',
    isTrue: true,
    at: scheduledAt,
  });
  if (startedAt === undefined) {
    return [scheduled];
  }
  if (state.reason === 'Evicted') {
    return [
      condition({
        type: 'DisruptionTarget',
        isTrue: true,
        at: state.readySince,
        reason: 'TerminationByKubelet',
        message: state.message,
      }),
      scheduled,
    ];
  }
  const isRunning = state.phase === 'Pending' || state.phase === 'Running';
  const serves = state.ready && !state.nodeLost;
  const why = serves || state.nodeLost ? {} : readiness(state);
  return [
    condition({
      type: 'PodReadyToStartContainers',
      isTrue: isRunning,
      at: startedAt,
    }),
    condition({
      type: 'Initialized',
      isTrue: initializedAt !== undefined,
      at: initializedAt ?? startedAt,
      ...(initializedAt === undefined
        ? {
            reason: 'ContainersNotInitialized',
            message: `containers with incomplete status: [${state.template.init?.name}]`,
          }
        : {}),
    }),
    condition({
      type: 'Ready',
      isTrue: serves,
      at: state.readySince,
      ...why,
    }),
    condition({
      type: 'ContainersReady',
      // Containers of a node that nobody hears of are what they were.
      isTrue: state.ready,
      at: state.readySince,
      ...(state.ready ? {} : why),
    }),
    scheduled,
  ];
}

function status(state: PodState): Readonly<Record<string, unknown>> {
  const { template, ip, container, init, startedAt, nodeName } = state;
  return {
    ...(startedAt === undefined ? {} : { observedGeneration: 1 }),
    phase: state.phase,
    conditions: conditions(state),
    ...(state.message ? { message: state.message } : {}),
    ...(state.reason ? { reason: state.reason } : {}),
    ...(nodeName && startedAt
      ? { hostIP: hostIp(nodeName), hostIPs: [{ ip: hostIp(nodeName) }] }
      : {}),
    ...(ip ? { podIP: ip, podIPs: [{ ip }] } : {}),
    ...(startedAt === undefined ? {} : { startTime: timestamp(startedAt) }),
    ...(init && template.init
      ? {
          initContainerStatuses: [
            containerStatus({
              ...template.init,
              pod: `${state.name}-init`,
              state: init,
              ready: init.now.kind === 'terminated' && init.now.exitCode === 0,
            }),
          ],
        }
      : {}),
    ...(container
      ? {
          containerStatuses: [
            containerStatus({
              name: template.container,
              image: template.image,
              pod: state.name,
              state: container,
              ready: state.ready,
            }),
          ],
        }
      : {}),
    qosClass: 'Burstable',
  };
}

/** `10.20.1.7`, from the number that the node's name ends with. */
function hostIp(nodeName: string): string {
  const [, number = '0'] = /(\d+)$/.exec(nodeName) ?? [];
  return `10.20.1.${10 + Number(number)}`;
}

/** What the status of a pod looks like depends on few things; its fields are kept by these. */
const statusShapes = new Map<string, object>();

function statusShape(state: PodState, written: object): object {
  const { phase, reason, ip, init, container, startedAt, ready } = state;
  const shape = [phase, reason, !!ip, !!init, !!container, !!startedAt, ready];
  const key = shape.join();
  const found = statusShapes.get(key) ?? written;
  statusShapes.set(key, found);
  return found;
}

/** A Pod (v1) as the API shows it. */
export function podObject(state: PodState): KubernetesObject {
  const { template, owner } = state;
  return {
    resource: 'pods',
    namespace: state.namespace,
    name: state.name,
    labels: state.labels,
    fields: {
      'spec.nodeName': state.nodeName ?? '',
      'spec.restartPolicy': template.restartPolicy,
      'spec.schedulerName': 'default-scheduler',
      'status.phase': state.phase,
      'status.podIP': state.ip ?? '',
    },
    body: resourceVersion => {
      const written = status(state);
      return {
        metadata: metadata({
          state,
          resourceVersion,
          generateName:
            state.ordinal === undefined
              ? state.name.replace(/[^-]+$/, '')
              : `${owner.name}-`,
          deletionAt: state.deletionAt,
          owner,
          managedFields: [
            managed({
              manager: 'kube-controller-manager',
              apiVersion: 'v1',
              at: state.createdAt,
              fields: { ...sharedBy(template) },
            }),
            ...(state.startedAt === undefined
              ? []
              : [
                  managed({
                    manager: 'kubelet',
                    apiVersion: 'v1',
                    at: Math.max(state.readySince, state.startedAt),
                    fields: { status: statusShape(state, written) },
                    subresource: 'status' as const,
                  }),
                ]),
          ],
        }),
        spec: spec(state),
        status: written,
      };
    },
  };
}
