import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type {
  Aspect,
  Change,
  FindingDraft,
  Link,
  Verdict,
} from '@callboard/plugin-callboard-common';

/**
 * What one entity names in one source: a job, a label selector, an alert matcher.
 * @public
 */
export interface SubjectDraft {
  /** `<type>/<name>` of a source that the provider has: `jenkins/main`. */
  readonly source: string;
  /** The side of the service that it tells of. */
  readonly aspect: Aspect;
  /** Name within the source, shown to people: `shop/checkout`. Unique per entity, source and aspect. */
  readonly key: string;
  /**
   * The part of the source that is asked for it, where a round can succeed in parts (a Jenkins
   * folder). Freshness is kept per source and shard.
   */
  readonly shard?: string;
  /** What else the source has to know to judge it, e.g. `{ defaultBranch: 'main' }`. */
  readonly spec: JsonObject;
}

/** A subject of a known service. @public */
export interface Subject extends SubjectDraft {
  /** Callboard's own id, stable while the entity names the subject. */
  readonly id: string;
  /** The service: `component:default/checkout`. */
  readonly entityRef: string;
}

/**
 * Something that the entity says and no source can observe: an instance that is not configured, a
 * value that is no name. It shows as an observation with this verdict, and never goes stale.
 * @public
 */
export interface ResolutionProblem {
  /** The source that was meant, as far as that is known: `jenkins/nope`. */
  readonly source: string;
  /** The side of the service that was meant. */
  readonly aspect: Aspect;
  /** What the entity says, shown to people. */
  readonly key: string;
  /** What is wrong with it, and what to do. */
  readonly verdict: Verdict;
}

/** What an entity names in the sources of a provider. @public */
export interface Resolution {
  /** What can be asked for. */
  readonly subjects: readonly SubjectDraft[];
  /** What cannot. */
  readonly problems: readonly ResolutionProblem[];
}

/** What a source said of one subject. @public */
export interface SubjectObservation {
  /** `id` of the subject. */
  readonly subjectId: string;
  /** What the rules make of what was seen. */
  readonly verdict: Verdict;
  /** Pages of the source about it, the most useful first. */
  readonly links: readonly Link[];
  /** The source's own facts for the service page; JSON, kept small. */
  readonly detail: JsonObject;
  /** What was done to the service, as far as the source knows; kept for the timeline. */
  readonly changes?: readonly Change[];
}

/** A part of a source that could not be observed in a round. @public */
export interface MissedShard {
  /** `shard` of the subjects. */
  readonly shard: string;
  /** What kept us from it. */
  readonly reason: 'unreachable' | 'forbidden';
  /** One sentence, fit to be shown to people. */
  readonly message: string;
}

/** What one round of a source brought. @public */
export interface Round {
  /**
   * One for every subject that was asked for, except those of missed shards; of a watched source
   * one for every subject of `only`.
   */
  readonly observations: readonly SubjectObservation[];
  /** Parts that failed; what they said before stays and goes stale. */
  readonly missed?: readonly MissedShard[];
  /** What is worth knowing about the source as such. */
  readonly findings?: readonly FindingDraft[];
  /** The source's own facts for its page; JSON, kept small, stored where it changed. */
  readonly detail?: JsonObject;
}

/** What was observed before, by subject id. @public */
export type StoredDetails = ReadonlyMap<string, JsonObject>;

/** What one round is about. @public */
export interface ObserveOptions {
  /** Everything that the catalog's entities name in this source. */
  readonly subjects: readonly Subject[];
  /**
   * Of a watched source: ids of the subjects whose observations are wanted, because the watch said
   * that they changed or because time is up. All of them where it is absent.
   */
  readonly only?: ReadonlySet<string>;
  /** Ends when the round has to stop: shutdown, or the lease was lost. */
  readonly signal: AbortSignal;
  /**
   * Reads the stored `detail` of subjects. Ask only for those that changed upstream, to re-use what
   * is expensive to ask for again.
   */
  readonly stored: (subjectIds: readonly string[]) => Promise<StoredDetails>;
}

/** What a watched source is given. @public */
export interface WatchOptions {
  /** Ends when the watch has to stop: shutdown, or the lease was lost. */
  readonly signal: AbortSignal;
  /**
   * To be called when `observe` would tell something new: of these subjects, or about the source as
   * a whole where none are given (it was cut off, or is back). A round follows at once; what is
   * reported meanwhile waits for the next.
   */
  readonly onChange: (subjectIds?: Iterable<string>) => void;
}

/** Calls made since the source was created. @public */
export interface UpstreamUsage {
  /** Requests sent, redirects included. */
  readonly calls: number;
  /** Bytes of bodies received. */
  readonly bytes: number;
  /** Sum of the time of all calls, in milliseconds. */
  readonly totalLatencyMs: number;
}

/**
 * One configured external system.
 *
 * `observe` turns whatever the system answers about a subject into an observation, a part that
 * failed into a missed shard, and throws an {@link UpstreamError} only where nothing could be
 * observed at all.
 * @public
 */
export interface StatusSource {
  /** `jenkins` */
  readonly type: string;
  /** `main` */
  readonly name: string;
  /** How often it is asked, in milliseconds. */
  readonly intervalMs: number;
  /** Longest time that one call may take, in milliseconds. */
  readonly deadlineMs: number;
  /** Set where it cannot be observed in the background; says why and what to do. */
  readonly notObservable?: string;
  /**
   * One round: asks for all subjects with as few calls as the system allows. A watched source answers
   * from what its watch holds, waits for the watch's first full look, and throws while it is cut off.
   */
  observe(options: ObserveOptions): Promise<Round>;
  /**
   * For a system that tells its changes by itself: keeps watching until the signal ends, mends what
   * breaks, and never throws for what the system does. Between its changes rounds go on at the
   * interval, as proof of life. At most one call is under way at a time.
   */
  watch?(options: WatchOptions): Promise<void>;
  /** What asking cost since it was created. */
  usage(): UpstreamUsage;
}

/**
 * All sources of one type, and what entities name in them.
 * @public
 */
export interface StatusSourceProvider {
  /** `jenkins` */
  readonly type: string;
  /**
   * Every instance that is known now; the same object for the same instance. It is looked at again
   * every few seconds, because some systems are found in the catalog. Another object for a known
   * instance takes its place, e.g. with other settings.
   */
  readonly sources: readonly StatusSource[];
  /**
   * Set while it has not found out yet which instances there are, after a start for example: nothing
   * that was known of sources of this type is given up until then, and entities are resolved again
   * afterwards.
   */
  readonly searching?: boolean;
  /** Pure and fast: it is called for every entity that changed. Never throws. */
  resolve(entity: Entity): Resolution;
}
