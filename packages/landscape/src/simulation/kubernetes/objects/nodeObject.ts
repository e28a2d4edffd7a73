import type { KubernetesObject } from '../../../kubernetes';
import { timestamp } from '../naming';
import type { NodeState } from '../states';
import { managed } from './managedFields';
import { metadata } from './metadata';

const SILENT = {
  status: 'Unknown',
  reason: 'NodeStatusUnknown',
  message: 'Kubelet stopped posting node status.',
} as const;

interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
  readonly since: number;
}

function conditions(state: NodeState): readonly unknown[] {
  const { ready, readySince, heartbeatAt, createdAt } = state;
  const pressed = state.memoryPressureSince;
  const healthy: readonly Condition[] = [
    pressed === undefined
      ? {
          type: 'MemoryPressure',
          status: 'False',
          reason: 'KubeletHasSufficientMemory',
          message: 'kubelet has sufficient memory available',
          since: createdAt,
        }
      : {
          type: 'MemoryPressure',
          status: 'True',
          reason: 'KubeletHasInsufficientMemory',
          message: 'kubelet has insufficient memory available',
          since: pressed,
        },
    {
      type: 'DiskPressure',
      status: 'False',
      reason: 'KubeletHasNoDiskPressure',
      message: 'kubelet has no disk pressure',
      since: createdAt,
    },
    {
      type: 'PIDPressure',
      status: 'False',
      reason: 'KubeletHasSufficientPID',
      message: 'kubelet has sufficient PID available',
      since: createdAt,
    },
    {
      type: 'Ready',
      status: 'True',
      reason: 'KubeletReady',
      message: 'kubelet is posting ready status',
      since: readySince,
    },
  ];
  return healthy
    .map(condition =>
      ready ? condition : { ...condition, ...SILENT, since: readySince },
    )
    .map(({ type, status, reason, message, since }) => ({
      type,
      status,
      lastHeartbeatTime: timestamp(heartbeatAt),
      lastTransitionTime: timestamp(since),
      reason,
      message,
    }));
}

function taints(state: NodeState): readonly unknown[] {
  return [
    ...(state.cordoned
      ? [
          {
            key: 'node.kubernetes.io/unschedulable',
            effect: 'NoSchedule',
          },
        ]
      : []),
    ...(state.ready
      ? []
      : ['NoSchedule', 'NoExecute'].map(effect => ({
          key: 'node.kubernetes.io/unreachable',
          effect,
          timeAdded: timestamp(state.readySince),
        }))),
  ];
}

function hexadecimal(text: string, length: number): string {
  return Buffer.from(text.repeat(8)).toString('hex').slice(0, length);
}

/** A Node (v1) as the API shows it. */
export function nodeObject(state: NodeState): KubernetesObject {
  const { name, labels, index, cordoned, uid } = state;
  return {
    resource: 'nodes',
    namespace: '',
    name,
    labels,
    fields: { 'spec.unschedulable': String(cordoned) },
    body: resourceVersion => {
      const tainted = taints(state);
      const spec = {
        podCIDR: `10.244.${index}.0/24`,
        podCIDRs: [`10.244.${index}.0/24`],
        providerID: `fernway://${state.zone}/${name}`,
        ...(cordoned ? { unschedulable: true } : {}),
        ...(tainted.length > 0 ? { taints: tainted } : {}),
      };
      const status = {
        capacity: {
          cpu: '16',
          'ephemeral-storage': '101430960Ki',
          memory: '65843052Ki',
          pods: '110',
        },
        allocatable: {
          cpu: '15890m',
          'ephemeral-storage': '93478772582',
          memory: '62928748Ki',
          pods: '110',
        },
        conditions: conditions(state),
        addresses: [
          { type: 'InternalIP', address: `10.20.1.${10 + index}` },
          { type: 'Hostname', address: name },
        ],
        daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
        nodeInfo: {
          machineID: hexadecimal(uid, 32),
          systemUUID: uid,
          bootID: uid.split('').reverse().join(''),
          kernelVersion: '6.12.41',
          osImage: 'Fernway Linux 12',
          containerRuntimeVersion: 'containerd://2.1.4',
          kubeletVersion: 'v1.35.4',
          kubeProxyVersion: '',
          operatingSystem: 'linux',
          architecture: 'amd64',
        },
      };
      return {
        metadata: metadata({
          state,
          resourceVersion,
          withGeneration: false,
          annotations: { 'node.alpha.kubernetes.io/ttl': '0' },
          managedFields: [
            managed({
              manager: 'kubelet',
              apiVersion: 'v1',
              at: state.heartbeatAt,
              fields: { status },
              subresource: 'status',
            }),
          ],
        }),
        spec,
        status,
      };
    },
  };
}
