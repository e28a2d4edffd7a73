import type { JsonObject } from '@backstage/types';
import type {
  Change,
  FindingDraft,
  KubernetesClusterDetail,
} from '@callboard/plugin-callboard-common';
import {
  UpstreamError,
  type StatusSource,
  type StatusSourceProvider,
  type Subject,
  type SubjectObservation,
} from '@callboard/plugin-callboard-node';

/** Annotations of services, by their names. */
export type Services = Readonly<
  Record<string, Readonly<Record<string, string>>>
>;

/** A round that was made, and what it asked for: all, or these services. */
export interface FollowedRound {
  readonly only?: readonly string[];
  readonly at: number;
  readonly error?: UpstreamError;
}

const RETRY_MS = 1_000;

/**
 * The part of the spine that follows one watched source: asks for everything once, then for what the
 * source says has changed, and for a proof of life at the interval.
 */
export class SourceFollower {
  readonly source: StatusSource;
  /** Every round since the beginning. */
  readonly rounds: FollowedRound[] = [];
  /** What the source said has changed, call by call; undefined is about the source as a whole. */
  readonly reports: Array<readonly string[] | undefined> = [];
  /** Every observation that was another than the one before it. */
  readonly transitions: SubjectObservation[] = [];
  readonly #subjects: readonly Subject[];
  readonly #latest = new Map<string, SubjectObservation>();
  readonly #changes = new Map<string, Change>();
  readonly #controller = new AbortController();
  readonly #wanted = new Set<string>();
  #wantsAll = true;
  #wake: () => void = () => {};
  #isWoken = false;
  #detail: JsonObject | undefined;
  #running: Promise<unknown> = Promise.resolve();

  /** Follows the only source of a provider about these services. */
  static follow(
    provider: StatusSourceProvider,
    services: Services,
  ): SourceFollower {
    const [source] = provider.sources;
    return SourceFollower.of(source, subjectsOf(provider, services));
  }

  static of(
    source: StatusSource,
    subjects: readonly Subject[],
  ): SourceFollower {
    const follower = new SourceFollower(source, subjects);
    follower.#running = Promise.all([follower.#watch(), follower.#loop()]);
    return follower;
  }

  private constructor(source: StatusSource, subjects: readonly Subject[]) {
    this.source = source;
    this.#subjects = subjects;
  }

  /** The newest observation of a service; undefined before the first. */
  observation(service: string): SubjectObservation | undefined {
    return this.#latest.get(service);
  }

  /** All newest observations. */
  get observations(): ReadonlyMap<string, SubjectObservation> {
    return this.#latest;
  }

  /** A finding of the newest observation of a service. */
  finding(service: string, code: string): FindingDraft | undefined {
    return this.#latest
      .get(service)
      ?.verdict.findings.find(finding => finding.code === code);
  }

  /** Changes that were told, the oldest first. */
  get changes(): readonly Change[] {
    return [...this.#changes.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** The page of the cluster. */
  get page(): KubernetesClusterDetail | undefined {
    return this.#detail as KubernetesClusterDetail | undefined;
  }

  /** Why the last round failed; undefined where it did not. */
  get failure(): UpstreamError | undefined {
    return this.rounds.at(-1)?.error;
  }

  /** Services that were reported as changed since then, one by one. */
  reportedSince(index: number): readonly string[] {
    const ids = this.reports.slice(index).flatMap(report => report ?? []);
    return [...new Set(ids)].sort();
  }

  async stop(): Promise<void> {
    this.#controller.abort();
    this.#wake();
    await this.#running;
  }

  async #watch(): Promise<void> {
    await this.source.watch?.({
      signal: this.#controller.signal,
      onChange: ids => {
        const report = ids && [...ids];
        this.reports.push(report);
        report?.forEach(id => this.#wanted.add(id));
        this.#isWoken = true;
        this.#wake();
      },
    });
  }

  async #loop(): Promise<void> {
    const { signal } = this.#controller;
    while (!signal.aborted) {
      await this.#round();
      if (!this.#isWoken || this.failure) {
        await this.#rest(this.failure ? RETRY_MS : this.source.intervalMs);
      }
      this.#isWoken = false;
    }
  }

  async #round(): Promise<void> {
    const { signal } = this.#controller;
    const only = this.#wantsAll ? undefined : new Set(this.#wanted);
    this.#wantsAll = false;
    this.#wanted.clear();
    const at = Date.now();
    const asked = { ...(only && { only: [...only] }), at };
    try {
      const round = await this.source.observe({
        subjects: this.#subjects,
        ...(only && { only }),
        signal,
        stored: async ids =>
          new Map(
            ids.flatMap(id => {
              const known = this.#latest.get(id);
              return known ? [[id, known.detail] as const] : [];
            }),
          ),
      });
      round.observations.forEach(observation => this.#note(observation));
      this.#detail = round.detail;
      this.rounds.push(asked);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (!(error instanceof UpstreamError)) {
        throw error;
      }
      this.#wantsAll ||= only === undefined;
      only?.forEach(id => this.#wanted.add(id));
      this.rounds.push({ ...asked, error });
    }
  }

  #note(observation: SubjectObservation) {
    const before = this.#latest.get(observation.subjectId);
    if (JSON.stringify(before) !== JSON.stringify(observation)) {
      this.transitions.push(observation);
    }
    this.#latest.set(observation.subjectId, observation);
    observation.changes?.forEach(change =>
      this.#changes.set(change.key, change),
    );
  }

  async #rest(ms: number): Promise<void> {
    if (this.#controller.signal.aborted) {
      return;
    }
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** What services name in the sources of a provider; a service names one thing at most. */
export function subjectsOf(
  provider: StatusSourceProvider,
  services: Services,
): readonly Subject[] {
  return Object.entries(services).flatMap(([name, annotations]) =>
    provider
      .resolve({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, annotations: { ...annotations } },
      })
      .subjects.map(draft => ({
        ...draft,
        id: name,
        entityRef: `component:default/${name}`,
      })),
  );
}
