import type { Random } from '../../company/Random';
import type { ClusterEstate } from './ClusterEstate';
import { Deployment } from './Deployment';
import type { WorkloadIncidentKind } from './incidents';
import { StatefulSet } from './StatefulSet';
import type { Workload } from './Workload';

const MINUTE_MS = 60_000;

/** What comes over workloads, the heavier the likelier. */
const TROUBLES: Readonly<Partial<Record<WorkloadIncidentKind, number>>> = {
  'crash-loop': 16,
  'oom-killed': 10,
  'not-ready': 14,
  restarting: 10,
  'below-minimum': 8,
  'rollout-stuck': 8,
  'rollout-crashing': 10,
  'config-error': 6,
  unschedulable: 6,
  evicted: 10,
  'job-failed': 4,
  'stuck-terminating': 4,
};

const STATEFUL_TROUBLES: Readonly<
  Partial<Record<WorkloadIncidentKind, number>>
> = { 'quorum-risk': 4, 'crash-loop': 3, 'volume-pending': 2 };

export interface WeatherOptions {
  readonly estate: ClusterEstate;
  readonly chances: Random;
  /** Mean minutes from one trouble to the next. */
  readonly troubleEveryMinutes: number;
  readonly rolloutEveryMinutes: number;
  /** The version that a workload should have by now; undefined: it stays. */
  readonly newestVersion: (
    workload: Workload,
    now: number,
  ) => string | undefined;
  /** Workloads that only people touch. */
  readonly isSpared: (workload: Workload) => boolean;
}

/** What goes on in a cluster by itself: rollouts, pods that come and go, nodes, and now and then trouble. */
export class Weather {
  readonly #options: WeatherOptions;
  readonly #troubled = new Set<Workload>();

  private constructor(options: WeatherOptions) {
    this.#options = options;
  }

  static begin(options: WeatherOptions): Weather {
    const weather = new Weather(options);
    const { troubleEveryMinutes, rolloutEveryMinutes } = options;
    weather.#every(troubleEveryMinutes, () => weather.#trouble());
    weather.#every(rolloutEveryMinutes, () => weather.#rollOut());
    weather.#every(3, () => weather.#churn());
    weather.#every(50, () => weather.#drainNode());
    weather.#every(90, () => weather.#loseNode());
    return weather;
  }

  #every(minutes: number, happen: () => void): void {
    const { estate, chances } = this.#options;
    const again = (): void => {
      const gap = minutes * MINUTE_MS * chances.between(0.5, 1.5);
      estate.cluster.after(Math.round(gap), () => {
        happen();
        again();
      });
    };
    again();
  }

  #trouble(): void {
    const { estate, chances } = this.#options;
    const workload = this.#pick();
    if (!workload) {
      return;
    }
    const kind = chances.weigh(
      workload instanceof StatefulSet ? STATEFUL_TROUBLES : TROUBLES,
    );
    const forMinutes = Math.round(chances.between(6, 24));
    this.#troubled.add(workload);
    estate.incident(workload, { kind, forMinutes });
    estate.cluster.after((forMinutes + 15) * MINUTE_MS, () =>
      this.#troubled.delete(workload),
    );
  }

  #rollOut(): void {
    const { estate, newestVersion } = this.#options;
    const workload = this.#pick();
    const version = workload && newestVersion(workload, estate.cluster.now);
    if (workload && version) {
      workload.roll({ version });
    }
  }

  /** A pod is deleted, and another takes its place. */
  #churn(): void {
    const { chances } = this.#options;
    const workload = this.#pick();
    const pods = workload?.pods.filter(pod => pod.isReady) ?? [];
    if (workload instanceof Deployment && pods.length > 1) {
      chances.pick(pods).terminate();
    }
  }

  #drainNode(): void {
    const { estate, chances } = this.#options;
    const name = chances.pick(estate.nodes.names);
    if (estate.nodes.state(name)?.ready) {
      estate.nodes.drain(name);
      estate.cluster.after(8 * MINUTE_MS, () => estate.nodes.uncordon(name));
    }
  }

  #loseNode(): void {
    const { estate, chances } = this.#options;
    const name = chances.pick(estate.nodes.names);
    estate.nodes.lose(name);
    estate.cluster.after(7 * MINUTE_MS, () => estate.nodes.find(name));
  }

  /** Somebody to whom nothing happens now. */
  #pick(): Workload | undefined {
    const { estate, chances, isSpared } = this.#options;
    const candidates = estate.workloads;
    for (let tries = 0; tries < 20; tries += 1) {
      const workload = chances.pick(candidates);
      const takesPart =
        workload instanceof Deployment || workload instanceof StatefulSet;
      if (
        takesPart &&
        workload.replicas > 0 &&
        !this.#troubled.has(workload) &&
        !isSpared(workload)
      ) {
        return workload;
      }
    }
    return undefined;
  }
}
