import {
  DEFAULT_KUBERNETES_THRESHOLDS,
  type KubernetesThresholds,
} from '@callboard/plugin-callboard-common';
import {
  sourceId,
  UpstreamError,
  type ObserveOptions,
  type Round,
  type StatusSource,
  type UpstreamUsage,
  type WatchOptions,
} from '@callboard/plugin-callboard-node';
import type { KubernetesApi } from '../api/KubernetesApi';
import type { KubernetesCluster } from '../config/KubernetesCluster';
import { systemTime, type Time } from '../watch/Time';
import type { WatchPolicy } from '../watch/WatchPolicy';
import { ClusterSession } from './ClusterSession';

const DEFAULT_INTERVAL_MS = 5_000;
const DEFAULT_DEADLINE_MS = 10_000;

/** What the source of a cluster is made of. */
export interface KubernetesSourceOptions {
  readonly cluster: KubernetesCluster;
  readonly api: KubernetesApi;
  /** How often it is to prove that it lives, in milliseconds; 5 s by default. */
  readonly intervalMs?: number;
  /** Longest time that one call may take, in milliseconds; 10 s by default. */
  readonly deadlineMs?: number;
  readonly thresholds?: KubernetesThresholds;
  /** It is production, as is taken for granted. */
  readonly production?: boolean;
  /** The time, in epoch milliseconds. */
  readonly now?: () => number;
  /** The time with its timers, for tests; the machine's own by default. */
  readonly time?: Time;
  /** From 0 to below 1. */
  readonly random?: () => number;
  readonly policy?: WatchPolicy;
}

/** One cluster, watched. */
export class KubernetesSource implements StatusSource {
  readonly type = 'kubernetes';
  readonly name: string;
  readonly intervalMs: number;
  readonly deadlineMs: number;
  readonly #options: KubernetesSourceOptions;
  #session: ClusterSession | undefined;

  static create(options: KubernetesSourceOptions): KubernetesSource {
    return new KubernetesSource(options);
  }

  private constructor(options: KubernetesSourceOptions) {
    this.#options = options;
    this.name = options.cluster.name;
    this.intervalMs = options.intervalMs ?? DEFAULT_INTERVAL_MS;
    this.deadlineMs = options.deadlineMs ?? DEFAULT_DEADLINE_MS;
  }

  async watch({ signal, onChange }: WatchOptions): Promise<void> {
    // Nothing is kept from a watch before it: others may have watched in between.
    const {
      now = systemTime.now,
      production,
      thresholds,
      time,
    } = this.#options;
    const session = ClusterSession.create({
      ...this.#options,
      onChange,
      beatMs: this.intervalMs,
      deadlineMs: this.deadlineMs,
      thresholds: thresholds ?? DEFAULT_KUBERNETES_THRESHOLDS,
      production: production ?? true,
      time: time ?? { ...systemTime, now },
      random: this.#options.random ?? Math.random,
    });
    this.#session = session;
    try {
      await session.run(signal);
    } finally {
      if (this.#session === session) {
        this.#session = undefined;
      }
    }
  }

  async observe(options: ObserveOptions): Promise<Round> {
    if (!this.#session) {
      throw new UpstreamError(
        `${sourceId(this.type, this.name)} is not watched yet`,
        { reason: 'unreachable' },
      );
    }
    return this.#session.observe(options);
  }

  usage(): UpstreamUsage {
    return this.#options.api.usage();
  }
}
