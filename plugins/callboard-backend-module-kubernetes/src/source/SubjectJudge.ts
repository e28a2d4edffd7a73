import {
  judgeKubernetes,
  type FindingDraft,
  type KubernetesDetail,
  type KubernetesSnapshot,
  type KubernetesThresholds,
  type KubernetesWorkload,
  type Link,
} from '@callboard/plugin-callboard-common';
import {
  sourceId,
  type SubjectObservation,
} from '@callboard/plugin-callboard-node';
import type { KubernetesCluster } from '../config/KubernetesCluster';
import type { ClusterWatch } from '../watch/ClusterWatch';
import type { ClusterGraph } from './graph/ClusterGraph';
import type { KnownSubject } from './KnownSubjects';
import type { MemoryBook } from './MemoryBook';
import { nearSelectors } from './nearSelectors';
import { unreadableWords } from './unreadableWords';

const MAX_WORKLOADS_COUNT = 50;
const MAX_PODS_COUNT = 20;
const MAX_EVENTS_COUNT = 10;
const MAX_LINKS_COUNT = 3;

/** What subjects are judged by. */
export interface SubjectJudgeOptions {
  readonly cluster: KubernetesCluster;
  readonly graph: ClusterGraph;
  readonly watch: ClusterWatch;
  readonly memory: MemoryBook;
  readonly thresholds: KubernetesThresholds;
  readonly production: boolean;
  readonly clockOffsetMs: () => number;
}

/** An observation, and when time alone may change it. */
export interface Judged {
  readonly observation: SubjectObservation;
  readonly recheckAt?: number;
}

/** Makes of what is known of a subject what the service page shows. */
export class SubjectJudge {
  readonly #options: SubjectJudgeOptions;

  static create(options: SubjectJudgeOptions): SubjectJudge {
    return new SubjectJudge(options);
  }

  private constructor(options: SubjectJudgeOptions) {
    this.#options = options;
  }

  /** Judges a subject by what is held now. */
  judge(subject: KnownSubject, now: number): Judged {
    const { memory, thresholds, production } = this.#options;
    const snapshot = this.#snapshot(subject, now);
    const judged = judgeKubernetes(snapshot, { now, thresholds, production });
    const shown = judged.workloads
      .slice(0, MAX_WORKLOADS_COUNT)
      .map(workload => this.#shown(workload));
    const stored = memory.stored(snapshot.workloads, now);
    const detail: KubernetesDetail = {
      cluster: snapshot.cluster,
      context: this.#options.cluster.context,
      selector: snapshot.selector,
      ...(snapshot.namespace && { namespace: snapshot.namespace }),
      workloads: shown,
      workloadsCount: judged.workloads.length,
      unreadable: snapshot.unreadable.map(unreadableWords),
      ...(stored && { memory: stored }),
    };
    return {
      observation: {
        subjectId: subject.id,
        verdict: {
          ...judged.verdict,
          findings: judged.verdict.findings.map(finding => ({
            ...finding,
            links: [...this.#linksOf(finding)],
          })),
        },
        links: this.#links(shown),
        detail,
        changes: judged.changes,
      },
      recheckAt: judged.recheckAt,
    };
  }

  #snapshot(subject: KnownSubject, now: number): KubernetesSnapshot {
    const { id, text, namespace } = subject;
    const { cluster, graph, watch, memory } = this.#options;
    const workloads = graph.workloadsOf(id);
    return {
      source: sourceId('kubernetes', cluster.name),
      cluster: cluster.name,
      context: cluster.context,
      clockOffsetMs: this.#options.clockOffsetMs(),
      selector: text,
      ...(namespace !== undefined && { namespace }),
      workloads,
      memory: memory.look(workloads, now),
      nodes: graph.nodesOf(workloads),
      unreadable: watch.unreadable(namespace),
      ...(workloads.length === 0 && { near: nearSelectors(subject, graph) }),
    };
  }

  /** Where the dashboard shows what a finding is about: its pod, else its workload. */
  #linksOf({ params }: FindingDraft): readonly Link[] {
    const { namespace, kind, workload, pod } = params;
    if (!namespace || !kind || !workload) {
      return [];
    }
    return this.#options.cluster.dashboardLinks(
      pod === undefined
        ? { kind, namespace, name: workload }
        : { kind: 'Pod', namespace, name: pod },
    );
  }

  /** Beside those of other clusters, each has to say what it leads to. */
  #links(workloads: readonly KubernetesWorkload[]): readonly Link[] {
    const cluster = this.#options.cluster.name;
    return workloads
      .flatMap(({ name, links }) =>
        links.map(({ title, url }) => ({
          title: `${title}: ${name}, ${cluster}`,
          url,
        })),
      )
      .slice(0, MAX_LINKS_COUNT);
  }

  #shown(workload: KubernetesWorkload): KubernetesWorkload {
    const { kind, namespace, name } = workload;
    const links: readonly Link[] = this.#options.cluster.dashboardLinks({
      kind,
      namespace,
      name,
    });
    return {
      ...workload,
      pods: workload.pods.slice(0, MAX_PODS_COUNT),
      events: workload.events.slice(0, MAX_EVENTS_COUNT),
      links: [...links],
    };
  }
}
