import type { Entity } from '@backstage/catalog-model';
import type {
  Aspect,
  FindingDraft,
  Verdict,
} from '@callboard/plugin-callboard-common';
import type {
  ObserveOptions,
  ResolutionProblem,
  Round,
  StatusSource,
  StatusSourceProvider,
  Subject,
  SubjectObservation,
  WatchOptions,
} from '@callboard/plugin-callboard-node';

/** Names the subjects of an entity in the fake system: `main:job-a,job-b`. */
export const FAKE_ANNOTATION = 'fake.example/jobs';

/** A verdict of a status, with a finding where it is not ok. */
export function verdictOf(
  status: Verdict['status'],
  more: Partial<Verdict> = {},
): Verdict {
  const finding: FindingDraft = {
    code: `is-${status}`,
    status: status === 'ok' ? 'note' : status,
    message: `It is ${status}`,
    impact: 'live',
    params: {},
    links: [],
  };
  return {
    status,
    summary: `now ${status}`,
    findings: status === 'ok' ? [] : [finding],
    explanation: { rule: 'The fake says so', inputs: [] },
    ...more,
  };
}

/** A source that says whatever the test wants. */
export class FakeStatusSource implements StatusSource {
  readonly type: string = 'fake';
  readonly name: string;
  readonly intervalMs: number;
  readonly deadlineMs = 1_000;
  readonly notObservable?: string;
  /** What is said of subjects, by key; `ok` where nothing is set. */
  readonly verdicts = new Map<string, Verdict>();
  readonly more = new Map<string, Partial<SubjectObservation>>();
  /** The rounds so far: the keys that were asked for. */
  readonly asked: string[][] = [];
  /** Replaces what a round brings. */
  answer: (options: ObserveOptions) => Promise<Round> = async ({ subjects }) =>
    this.round(subjects);

  constructor(
    options: {
      name?: string;
      intervalMs?: number;
      notObservable?: string;
    } = {},
  ) {
    this.name = options.name ?? 'main';
    this.intervalMs = options.intervalMs ?? 30_000;
    this.notObservable = options.notObservable;
  }

  async observe(options: ObserveOptions): Promise<Round> {
    this.asked.push(options.subjects.map(({ key }) => key));
    return this.answer(options);
  }

  round(subjects: readonly Subject[]): Round {
    return {
      observations: subjects.map(({ id, key }) => ({
        subjectId: id,
        verdict: this.verdicts.get(key) ?? verdictOf('ok'),
        links: [],
        detail: {},
        ...this.more.get(key),
      })),
    };
  }

  usage() {
    const calls = this.asked.length;
    return { calls, bytes: calls * 100, totalLatencyMs: calls * 10 };
  }
}

/** A fake source that tells its changes by itself, when the test says so. */
export class FakeWatchedSource extends FakeStatusSource {
  /** What each round was asked for: keys, or `all`. */
  readonly wanted: (string[] | 'all')[] = [];
  /** How often it was watched. */
  watches = 0;
  /** What the watch was given that runs now. */
  watching: WatchOptions | undefined;
  /** Bytes that the watch received, beside those of rounds. */
  streamedBytes = 0;
  /** Replaces how the watch goes on. */
  watchUntil: (options: WatchOptions) => Promise<void> = ({ signal }) =>
    new Promise(resolve => {
      signal.addEventListener('abort', () => resolve());
    });

  answer = async ({ subjects, only }: ObserveOptions): Promise<Round> =>
    this.round(subjects.filter(({ id }) => only?.has(id) ?? true));

  async observe(options: ObserveOptions): Promise<Round> {
    const { subjects, only } = options;
    this.wanted.push(
      only
        ? subjects.filter(({ id }) => only.has(id)).map(({ key }) => key)
        : 'all',
    );
    return super.observe(options);
  }

  async watch(options: WatchOptions): Promise<void> {
    this.watches += 1;
    this.watching = options;
    await this.watchUntil(options);
    this.watching = undefined;
  }

  usage() {
    const usage = super.usage();
    return { ...usage, bytes: usage.bytes + this.streamedBytes };
  }
}

/** The provider of fake sources: reads {@link FAKE_ANNOTATION}. */
export class FakeProvider implements StatusSourceProvider {
  readonly type = 'fake';
  sources: readonly FakeStatusSource[];
  searching = false;
  aspect: Aspect = 'pipelines';
  problems: (entity: Entity) => ResolutionProblem[] = () => [];

  constructor(...sources: FakeStatusSource[]) {
    this.sources = sources;
  }

  resolve(entity: Entity) {
    const value = entity.metadata.annotations?.[FAKE_ANNOTATION] ?? '';
    const subjects = value
      .split(';')
      .filter(Boolean)
      .flatMap(part => {
        const [name, keys] = part.split(':');
        return keys.split(',').map(key => ({
          source: `fake/${name}`,
          aspect: this.aspect,
          key,
          shard: key.split('/')[0],
          spec: {},
        }));
      });
    return { subjects, problems: this.problems(entity) };
  }
}

/** A component that names jobs of the fake system. */
export function component(
  name: string,
  options: { jobs?: string; owner?: string; annotations?: object } = {},
): Entity {
  const { jobs, owner = 'team-a', annotations } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      annotations: {
        ...(jobs !== undefined && { [FAKE_ANNOTATION]: jobs }),
        ...annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}
