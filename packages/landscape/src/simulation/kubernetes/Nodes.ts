import type { Random } from '../../company/Random';
import { hashOf } from '../../company/Random';
import type { Cluster } from './Cluster';
import { nodeObject } from './objects/nodeObject';
import type { Pod } from './Pod';
import type { NodeState } from './states';

const MINUTE_MS = 60_000;
const HEARTBEAT_MS = 5 * MINUTE_MS;
/** How long pods tolerate a node that is not heard of. */
const TOLERATION_MS = 5 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ADDRESSES_PER_NODE_COUNT = 250;

interface Node {
  state: NodeState;
  readonly pods: Set<Pod>;
}

/** The nodes of a cluster, and which pods are on them. */
export class Nodes {
  readonly #cluster: Cluster;
  readonly #nodes = new Map<string, Node>();

  private constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  static create(options: { cluster: Cluster; count: number }): Nodes {
    const { cluster, count } = options;
    const nodes = new Nodes(cluster);
    for (let index = 0; index < count; index += 1) {
      nodes.#add(index);
    }
    return nodes;
  }

  get count(): number {
    return this.#nodes.size;
  }

  get names(): readonly string[] {
    return [...this.#nodes.keys()];
  }

  state(name: string): NodeState | undefined {
    return this.#nodes.get(name)?.state;
  }

  podsOn(name: string): readonly Pod[] {
    return [...(this.#nodes.get(name)?.pods ?? [])];
  }

  /** A node that takes pods, or the one that is meant. */
  place(options: { nodeName?: string; podName: string; chances: Random }): {
    name: string;
    ip: string;
  } {
    const { nodeName, podName, chances } = options;
    const all = [...this.#nodes.values()];
    const open = all.filter(({ state }) => state.ready && !state.cordoned);
    const node =
      (nodeName === undefined ? undefined : this.#nodes.get(nodeName)) ??
      chances.pick(open.length > 0 ? open : all);
    const host = 2 + (hashOf(podName) % ADDRESSES_PER_NODE_COUNT);
    return {
      name: node.state.name,
      ip: `10.244.${node.state.index}.${host}`,
    };
  }

  enter(name: string, pod: Pod): void {
    this.#nodes.get(name)?.pods.add(pod);
  }

  leave(name: string | undefined, pod: Pod): void {
    if (name !== undefined) {
      this.#nodes.get(name)?.pods.delete(pod);
    }
  }

  /** It is not heard of any more: its pods are not ready, and after five minutes put elsewhere. */
  lose(name: string): void {
    const node = this.#nodes.get(name);
    if (!node?.state.ready) {
      return;
    }
    const { now, events } = this.#cluster;
    this.#change(node, { ready: false, readySince: now });
    events.add({
      kind: 'Node',
      object: node.state,
      reason: 'NodeNotReady',
      message: `Node ${name} status is now: NodeNotReady`,
      component: 'node-controller',
      type: 'Normal',
    });
    node.pods.forEach(pod => pod.setNodeLost(true));
    this.#cluster.after(TOLERATION_MS, () => {
      if (!node.state.ready && node.state.readySince === now) {
        this.#movable(node).forEach(pod => pod.terminate());
      }
    });
  }

  find(name: string): void {
    const node = this.#nodes.get(name);
    if (!node || node.state.ready) {
      return;
    }
    const { now } = this.#cluster;
    this.#change(node, { ready: true, readySince: now, heartbeatAt: now });
    node.pods.forEach(pod => pod.setNodeLost(false));
  }

  /** Takes no new pods, and loses those that it has one by one. */
  drain(name: string): void {
    const node = this.#nodes.get(name);
    if (!node || node.state.cordoned) {
      return;
    }
    this.#change(node, { cordoned: true });
    this.#movable(node).forEach((pod, index) =>
      this.#cluster.after(index * 7_000, () => {
        if (node.state.cordoned && pod.isActive) {
          pod.terminate();
        }
      }),
    );
  }

  uncordon(name: string): void {
    const node = this.#nodes.get(name);
    if (node?.state.cordoned) {
      this.#change(node, { cordoned: false });
    }
  }

  setMemoryPressure(name: string, isPressed: boolean): void {
    const node = this.#nodes.get(name);
    if (node) {
      const { now } = this.#cluster;
      this.#change(node, { memoryPressureSince: isPressed ? now : undefined });
    }
  }

  #movable(node: Node): readonly Pod[] {
    return [...node.pods].filter(
      pod => pod.isActive && pod.state.owner.kind !== 'DaemonSet',
    );
  }

  #add(index: number): void {
    const { chances, now } = this.#cluster;
    const zone = `eu-central-1${'abc'.charAt(index % 3)}`;
    const name = `${this.#cluster.name}-pool-${chances
      .whole(0x1000, 0xffff)
      .toString(16)}-${index}`;
    const createdAt = now - Math.round(chances.between(3, 60) * DAY_MS);
    const state: NodeState = {
      ...this.#cluster.meta({
        namespace: '',
        name,
        createdAt,
        labels: {
          'beta.kubernetes.io/arch': 'amd64',
          'beta.kubernetes.io/os': 'linux',
          'kubernetes.io/arch': 'amd64',
          'kubernetes.io/hostname': name,
          'kubernetes.io/os': 'linux',
          'node-role.kubernetes.io/worker': '',
          'topology.kubernetes.io/region': 'eu-central-1',
          'topology.kubernetes.io/zone': zone,
        },
      }),
      index,
      zone,
      cordoned: false,
      ready: true,
      readySince: createdAt + MINUTE_MS,
      heartbeatAt: now,
    };
    const node: Node = { state, pods: new Set() };
    this.#nodes.set(name, node);
    this.#change(node, {});
    this.#cluster.after(Math.round(chances.between(0, HEARTBEAT_MS)), () =>
      this.#beat(node),
    );
  }

  #beat(node: Node): void {
    if (node.state.ready) {
      this.#change(node, { heartbeatAt: this.#cluster.now });
    }
    this.#cluster.after(HEARTBEAT_MS, () => this.#beat(node));
  }

  #change(node: Node, patch: Partial<NodeState>): void {
    node.state = { ...node.state, ...patch };
    this.#cluster.store.put(nodeObject(node.state));
  }
}
