import type { KubernetesClusterDetail } from '@callboard/plugin-callboard-common';
import type { KubernetesCluster } from '../config/KubernetesCluster';
import type { ClusterWatch } from '../watch/ClusterWatch';
import type { Time } from '../watch/Time';
import { clusterDetailOf } from './clusterDetailOf';
import type { ClusterGraph } from './graph/ClusterGraph';

const MIN_AGE_MS = 10_000;

/** The page of a cluster, made anew where something changed, and not too often. */
export class ClusterPage {
  readonly #options: {
    cluster: KubernetesCluster;
    graph: ClusterGraph;
    watch: ClusterWatch;
    time: Time;
  };
  #made:
    | { detail: KubernetesClusterDetail; at: number; of: string }
    | undefined;

  static create(options: {
    cluster: KubernetesCluster;
    graph: ClusterGraph;
    watch: ClusterWatch;
    time: Time;
  }): ClusterPage {
    return new ClusterPage(options);
  }

  private constructor(options: {
    cluster: KubernetesCluster;
    graph: ClusterGraph;
    watch: ClusterWatch;
    time: Time;
  }) {
    this.#options = options;
  }

  /** The page as it is, or was less than ten seconds ago. */
  detail(): KubernetesClusterDetail {
    const { graph, watch, time } = this.#options;
    const now = time.now();
    const states = watch
      .watches()
      .map(({ state, message }) => [state, message]);
    const of = JSON.stringify([graph.revision, watch.version, states]);
    const made = this.#made;
    if (made && (made.of === of || now - made.at < MIN_AGE_MS)) {
      return made.detail;
    }
    const detail = clusterDetailOf(this.#options);
    this.#made = { detail, at: now, of };
    return detail;
  }
}
