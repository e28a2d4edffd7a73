import type { Cluster, Controller } from './Cluster';
import type { Nodes } from './Nodes';
import { podObject } from './objects/podObject';
import type { Pod } from './Pod';
import type { PodState } from './states';

const SECOND_MS = 1_000;

export interface PodOptions {
  readonly cluster: Cluster;
  readonly nodes: Nodes;
  readonly owner: Controller;
  readonly state: PodState;
  /** Fixed, for pods of a DaemonSet. */
  readonly nodeName?: string;
}

/** What is written of a pod, and what comes next for it. */
export class PodRecord {
  readonly cluster: Cluster;
  readonly #options: PodOptions;
  readonly #pod: Pod;
  #state: PodState;
  #isGone = false;
  /** A step that was planned before the last one does not happen. */
  #step = 0;

  constructor(options: PodOptions, pod: Pod) {
    this.cluster = options.cluster;
    this.#options = options;
    this.#pod = pod;
    this.#state = options.state;
  }

  get state(): PodState {
    return this.#state;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  get nodesCount(): number {
    return this.#options.nodes.count;
  }

  change(patch: Partial<PodState>): void {
    const before = this.#state.nodeName;
    this.#state = { ...this.#state, ...patch };
    if (this.#state.nodeName && before !== this.#state.nodeName) {
      this.#options.nodes.enter(this.#state.nodeName, this.#pod);
    }
    this.cluster.store.put(podObject(this.#state));
    this.cluster.touch(this.#options.owner);
  }

  remove(): void {
    this.stop();
    this.#options.nodes.leave(this.#state.nodeName, this.#pod);
    this.cluster.store.remove('pods', this.#state);
    this.#state = { ...this.#state, deletionAt: this.cluster.now };
    this.#isGone = true;
    this.cluster.touch(this.#options.owner);
  }

  /** On the node that is given, or one that takes pods. */
  placement(at: number): Partial<PodState> {
    const { nodes, nodeName } = this.#options;
    const node = nodes.place({
      nodeName,
      podName: this.#state.name,
      chances: this.cluster.chances,
    });
    return { nodeName: node.name, ip: node.ip, scheduledAt: at };
  }

  warn(what: { reason: string; message: string; component?: string }): void {
    const { component = 'kubelet', ...rest } = what;
    this.cluster.events.add({
      kind: 'Pod',
      object: this.#state,
      component,
      ...rest,
    });
  }

  /** Plans the next step, in place of any other. */
  next(delayMs: number, step: () => void): void {
    this.#step += 1;
    const planned = this.#step;
    this.cluster.after(delayMs, () => {
      if (planned === this.#step) {
        step();
      }
    });
  }

  /** Nothing comes next. */
  stop(): void {
    this.#step += 1;
  }

  /** Milliseconds between so many seconds. */
  between(fromSeconds: number, toSeconds: number): number {
    return Math.round(
      this.cluster.chances.between(fromSeconds, toSeconds) * SECOND_MS,
    );
  }
}
