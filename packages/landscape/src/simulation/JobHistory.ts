import { Random } from '../company/Random';
import type {
  JenkinsBuild,
  JenkinsQueueEntry,
  JenkinsResult,
} from '../jenkins';
import type { JobTraits, Mood } from './JobTraits';
import { PlannedBuild } from './PlannedBuild';
import type { BuildPlan } from './PlannedBuild';

const KEPT_BUILDS_COUNT = 30;
const MINUTE_MS = 60_000;
/** Builds that a job has behind it when time begins. */
const PAST_PERIODS_COUNT = 24;
/** What runs this rarely runs by the clock. */
const PUNCTUAL_PERIOD_MS = 12 * 60 * MINUTE_MS;
const STUCK_AFTER_MS = 10 * MINUTE_MS;

const DEFAULT_TROUBLES: Readonly<Partial<Record<Mood, number>>> = {
  broken: 50,
  unstable: 28,
  aborting: 6,
  'stuck-in-queue': 8,
  overdue: 8,
};

/** Moods in which one build takes all the time there is. */
const SINGLE_BUILD_MOODS: readonly Mood[] = [
  'stuck-in-queue',
  'overdue',
  'waiting-for-input',
];

interface Episode {
  readonly mood: Mood;
  readonly endsAt: number;
  readonly troubleSeed: number;
}

/**
 * The builds of one job through time. What comes next is decided by the seed alone, and only when
 * somebody asks: no timer runs, and asking often or rarely gives the same builds.
 */
export class JobHistory {
  readonly #traits: JobTraits;
  readonly #chances: Random;
  readonly #startAt: number;
  /** Oldest first. */
  #plans: BuildPlan[] = [];
  #episode: Episode;
  #dueAt: number;
  #nextNumber: number;

  private constructor(traits: JobTraits, startAt: number) {
    this.#traits = traits;
    this.#startAt = startAt;
    this.#chances = Random.create(traits.seed, 'history');
    this.#nextNumber = traits.firstNumber;
    const { periodMs, opening, idleMs = 0, neverBuilt } = traits;
    const beginsAt =
      startAt -
      idleMs -
      Math.max(PAST_PERIODS_COUNT * periodMs, (opening?.agoMs ?? 0) * 1.5);
    this.#dueAt = neverBuilt
      ? Infinity
      : beginsAt + this.#chances.next() * periodMs;
    this.#episode = {
      mood: 'good',
      endsAt: opening ? startAt - idleMs - opening.agoMs : beginsAt,
      troubleSeed: 0,
    };
  }

  /** `startAt` is when time begins: what is earlier is past that the job comes with. */
  static create(options: { traits: JobTraits; startAt: number }): JobHistory {
    return new JobHistory(options.traits, options.startAt);
  }

  get traits(): JobTraits {
    return this.#traits;
  }

  /** Newest first, those that wait in the queue left out. */
  buildsAt(now: number): readonly JenkinsBuild[] {
    this.#advance(now);
    const traits = this.#traits;
    return this.#plans
      .filter(plan => plan.startedAt <= now)
      .map(plan => new PlannedBuild({ plan, traits, now }))
      .reverse();
  }

  queueAt(now: number): JenkinsQueueEntry | undefined {
    this.#advance(now);
    const plan = this.#plans.find(
      ({ queuedAt, startedAt }) => queuedAt <= now && now < startedAt,
    );
    return (
      plan && {
        since: plan.queuedAt,
        why: 'Waiting for next available executor on ‘linux’',
        stuck: now - plan.queuedAt > STUCK_AFTER_MS,
      }
    );
  }

  /** Ends the build under way, or one that began a while ago, and stays in that mood. */
  forceResult(result: JenkinsResult, now: number): number {
    const plan = this.#current(now);
    plan.startedAt = Math.min(plan.startedAt, now);
    plan.endsAt = now;
    plan.result = result;
    plan.asksAt = undefined;
    this.#enter(moodOf(result), now);
    plan.troubleSeed = this.#episode.troubleSeed;
    this.#dueAt = now + this.#gap();
    return plan.number;
  }

  /** Starts a build now, unless one runs. */
  forceStart(now: number): number {
    const plan = this.#current(now, now);
    if (plan.startedAt > now) {
      plan.startedAt = now;
    }
    plan.endsAt = Math.max(plan.endsAt, now + this.#duration());
    this.#dueAt = plan.endsAt + this.#gap();
    return plan.number;
  }

  /** Holds a build up: in the queue, running, or asking a person. */
  forceHold(options: {
    mood: 'stuck-in-queue' | 'overdue' | 'waiting-for-input';
    sinceMs: number;
    untilMs: number;
    now: number;
  }): number {
    const { mood, sinceMs, untilMs, now } = options;
    const plan = this.#current(now, sinceMs);
    const queued = mood === 'stuck-in-queue';
    plan.queuedAt = sinceMs;
    plan.startedAt = queued ? untilMs : sinceMs;
    plan.endsAt = queued ? untilMs + this.#duration() : untilMs;
    plan.asksAt = mood === 'waiting-for-input' ? sinceMs : undefined;
    plan.result = 'SUCCESS';
    this.#dueAt = plan.endsAt + this.#gap();
    return plan.number;
  }

  /** The build that is not over, or a new one. */
  #current(now: number, startedAt?: number): BuildPlan {
    this.#advance(now);
    const last = this.#plans.at(-1);
    if (last && now < last.endsAt) {
      return last;
    }
    const from =
      startedAt ?? Math.max(last?.endsAt ?? 0, now - this.#duration());
    return this.#push({ queuedAt: from, startedAt: from, endsAt: now + 1 });
  }

  #advance(now: number): void {
    const lastBuildAt =
      this.#traits.idleMs === undefined
        ? now
        : Math.min(now, this.#startAt - this.#traits.idleMs);
    while (this.#dueAt <= lastBuildAt) {
      if (this.#dueAt >= this.#episode.endsAt) {
        this.#nextEpisode();
      }
      this.#build();
    }
  }

  #nextEpisode(): void {
    const { opening, periodMs, troubleChance, idleMs = 0 } = this.#traits;
    const beginsAt = this.#dueAt;
    const openingAt = opening
      ? this.#startAt - idleMs - opening.agoMs
      : undefined;
    const wasBefore =
      openingAt !== undefined && this.#episode.endsAt <= openingAt;
    if (opening && openingAt !== undefined && wasBefore) {
      // Punctual, so that "since" is what the traits say.
      this.#dueAt = Math.max(openingAt, this.#plans.at(-1)?.endsAt ?? 0);
      this.#episode = {
        mood: opening.mood,
        endsAt: this.#startAt + periodMs * this.#chances.between(0.3, 2),
        troubleSeed: this.#troubleSeed(),
      };
      return;
    }
    const wasGood = this.#episode.mood === 'good';
    if (wasGood && this.#chances.chance(troubleChance)) {
      this.#enter(
        this.#chances.weigh(this.#traits.troubles ?? DEFAULT_TROUBLES),
        beginsAt,
      );
    } else {
      const length = periodMs * this.#chances.between(3, 8);
      this.#episode = {
        mood: 'good',
        endsAt: beginsAt + length,
        troubleSeed: 0,
      };
    }
  }

  #enter(mood: Mood, now: number): void {
    this.#episode = {
      mood,
      endsAt: now + this.#traits.periodMs * this.#chances.between(1.2, 4),
      troubleSeed: mood === 'good' ? 0 : this.#troubleSeed(),
    };
  }

  #troubleSeed(): number {
    return this.#chances.whole(0, 9_999);
  }

  #build(): void {
    const { mood, endsAt } = this.#episode;
    const startsAt = this.#dueAt;
    const isLong = SINGLE_BUILD_MOODS.includes(mood) && endsAt > startsAt;
    const heldUntil = isLong ? endsAt : startsAt + this.#duration();
    const waits = isLong && mood === 'stuck-in-queue';
    const startedAt = waits ? heldUntil : startsAt;
    const plan = this.#push({
      queuedAt: startsAt,
      startedAt,
      endsAt: waits ? heldUntil + this.#duration() : heldUntil,
    });
    plan.result = this.#resultIn(mood);
    plan.troubleSeed = this.#episode.troubleSeed;
    plan.asksAt =
      isLong && mood === 'waiting-for-input'
        ? Math.round(startsAt + this.#traits.usualMs / 2)
        : undefined;
    this.#dueAt = Math.max(plan.endsAt, startsAt + this.#gap());
  }

  #push(
    times: Pick<BuildPlan, 'queuedAt' | 'startedAt' | 'endsAt'>,
  ): BuildPlan {
    // Jenkins knows whole milliseconds only.
    const plan: BuildPlan = {
      queuedAt: Math.round(times.queuedAt),
      startedAt: Math.round(times.startedAt),
      endsAt: Math.round(times.endsAt),
      number: this.#nextNumber,
      result: this.#resultIn(this.#episode.mood),
      troubleSeed: this.#episode.troubleSeed,
    };
    this.#nextNumber += 1;
    this.#plans.push(plan);
    if (this.#plans.length > 2 * KEPT_BUILDS_COUNT) {
      this.#plans = this.#plans.slice(-KEPT_BUILDS_COUNT);
    }
    return plan;
  }

  #resultIn(mood: Mood): JenkinsResult {
    switch (mood) {
      case 'broken':
        return 'FAILURE';
      case 'unstable':
        return 'UNSTABLE';
      case 'aborting':
        return 'ABORTED';
      case 'flaky':
        return this.#chances.chance(0.45) ? 'FAILURE' : 'SUCCESS';
      default:
        return 'SUCCESS';
    }
  }

  #duration(): number {
    return Math.round(this.#traits.usualMs * this.#chances.between(0.8, 1.25));
  }

  #gap(): number {
    const { periodMs } = this.#traits;
    const spread = periodMs < PUNCTUAL_PERIOD_MS ? 0.3 : 0.01;
    return Math.round(periodMs * this.#chances.between(1 - spread, 1 + spread));
  }
}

function moodOf(result: JenkinsResult): Mood {
  switch (result) {
    case 'FAILURE':
      return 'broken';
    case 'UNSTABLE':
      return 'unstable';
    case 'ABORTED':
      return 'aborting';
    default:
      return 'good';
  }
}
