import type { JsonObject } from '@backstage/types';
import type {
  Round,
  Subject,
  SubjectObservation,
} from '@callboard/plugin-callboard-node';
import type { KubernetesApi } from '../api/KubernetesApi';
import type { KubernetesCluster } from '../config/KubernetesCluster';
import { KubernetesSource } from '../source/KubernetesSource';
import { DEFAULT_WATCH_POLICY } from '../watch/WatchPolicy';
import { apiOf } from './apiOf';
import { FakeCluster } from './FakeCluster';
import { FakeTime } from './FakeTime';

/** Selectors of subjects, by their ids; `namespace:` before a selector is the only one it looks at. */
export type Selectors = Readonly<Record<string, string>>;

const CLUSTER: KubernetesCluster = {
  name: 'test',
  context: 'test-admin',
  dashboardLinks: ({ kind, name }) => [
    { title: 'Dashboard', url: `https://dashboard.test/${kind}/${name}` },
  ],
};

/** What else is said of the cluster. */
export interface StageOptions
  extends Partial<
    Pick<KubernetesCluster, 'name' | 'namespaces' | 'customResources'>
  > {
  /** A time that others share. */
  readonly time?: FakeTime;
}

/** A source that watches a cluster of a test, and the part of the spine that asks it. */
export class SourceStage {
  readonly cluster: FakeCluster;
  readonly time: FakeTime;
  readonly source: KubernetesSource;
  readonly #api: KubernetesApi;
  #selectors: Selectors;
  #controller = new AbortController();
  #running: Promise<void> = Promise.resolve();
  /** What was stored of each subject. */
  readonly details = new Map<string, JsonObject>();
  /** Ids that the source said have changed, since they were taken. */
  readonly reported = new Set<string>();
  /** How often it said that it was cut off, or is back. */
  turns = 0;

  static async set(
    selectors: Selectors,
    options: StageOptions = {},
  ): Promise<SourceStage> {
    const { time = FakeTime.create() } = options;
    const now = () => time.now();
    const cluster = await FakeCluster.start({ now });
    return new SourceStage({ ...options, cluster, time, selectors });
  }

  private constructor({
    cluster,
    time,
    selectors,
    ...options
  }: {
    cluster: FakeCluster;
    time: FakeTime;
    selectors: Selectors;
  } & StageOptions) {
    this.cluster = cluster;
    this.time = time;
    this.#selectors = selectors;
    this.#api = apiOf(cluster.url, () => this.time.now());
    this.source = KubernetesSource.create({
      cluster: { ...CLUSTER, ...options },
      api: this.#api,
      time: this.time,
      random: () => 0.5,
      // Tests of rules let hours pass.
      policy: { ...DEFAULT_WATCH_POLICY, briefMs: 0, silenceMs: 86_400_000 },
    });
  }

  get subjects(): readonly Subject[] {
    return Object.entries(this.#selectors).map(([id, text]) => {
      const [, namespace, selector] = /^(?:(\w+):)?(.*)$/.exec(text) ?? [];
      return {
        id,
        entityRef: `component:default/${id}`,
        source: 'kubernetes/test',
        aspect: 'kubernetes',
        key: selector,
        spec: { selector, ...(namespace && { namespace }) },
      };
    });
  }

  /** Entities name these from now on. */
  name(selectors: Selectors): void {
    this.#selectors = selectors;
  }

  /** Begins to watch, as whoever got the lease does. */
  begin(): void {
    this.#controller = new AbortController();
    this.#running = this.source.watch({
      signal: this.#controller.signal,
      onChange: ids => {
        if (ids) {
          [...ids].forEach(id => this.reported.add(id));
        } else {
          this.turns++;
        }
      },
    });
  }

  /** Stops, as whoever lost the lease does. */
  async stop(): Promise<void> {
    this.#controller.abort();
    await this.#running;
  }

  async strike(): Promise<void> {
    await this.stop();
    await this.#api.close();
    await this.cluster.close();
  }

  /** A round about these, or about all. */
  async observe(only?: Iterable<string>): Promise<Round> {
    const round = await this.source.observe({
      subjects: this.subjects,
      ...(only && { only: new Set(only) }),
      signal: this.#controller.signal,
      stored: async ids =>
        new Map([...this.details].filter(([id]) => ids.includes(id))),
    });
    round.observations.forEach(({ subjectId, detail }) =>
      this.details.set(subjectId, detail),
    );
    return round;
  }

  /** The observation of one subject. */
  async observeOne(id: string): Promise<SubjectObservation> {
    const { observations } = await this.observe([id]);
    return observations[0];
  }
}
