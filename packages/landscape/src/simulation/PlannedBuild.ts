import { Random } from '../company/Random';
import type {
  JenkinsBuild,
  JenkinsCause,
  JenkinsCommit,
  JenkinsResult,
  JenkinsStage,
} from '../jenkins';
import type { JobTraits } from './JobTraits';

/** One build on a job's timeline. Times are epoch milliseconds. */
export interface BuildPlan {
  readonly number: number;
  queuedAt: number;
  startedAt: number;
  endsAt: number;
  result: JenkinsResult;
  /** What the trouble is: the same for all builds that suffer from it. */
  troubleSeed: number;
  /** It asks a person, and waits until it ends. */
  asksAt?: number;
}

const STAGE_NAMES = ['Checkout', 'Build', 'Test', 'Package', 'Deploy'];
const STAGE_SHARES = [0.05, 0.3, 0.4, 0.1, 0.15];
/** Where it breaks, most often in the tests. */
const BREAKING_STAGES = [1, 2, 2, 2, 3, 4];
const STAGE_ERRORS = [
  'Error cloning remote repo origin',
  'script returned exit code 2',
  'script returned exit code 1',
  'denied: requested access to the resource is denied',
  'timed out waiting for the condition',
];
const MESSAGES = [
  'Round totals once, at the end',
  'Retry the carrier call after a timeout',
  'Raise the pool to 40 connections',
  'Update dependencies',
  'Log the order id with every warning',
  'Drop the old address format',
  'Accept postal codes with a space',
  'Cache the price list for a minute',
  'Make the migration run twice safely',
  'Remove the feature flag of last spring',
  'Name the queue after the team',
  'Fix the sort order of results',
];

/** A build as Jenkins shows it at one moment; what nobody asks for is never computed. */
export class PlannedBuild implements JenkinsBuild {
  readonly #plan: BuildPlan;
  readonly #traits: JobTraits;
  readonly #now: number;

  constructor(options: { plan: BuildPlan; traits: JobTraits; now: number }) {
    this.#plan = options.plan;
    this.#traits = options.traits;
    this.#now = options.now;
  }

  get number(): number {
    return this.#plan.number;
  }

  get startedAt(): number {
    return this.#plan.startedAt;
  }

  get #isRunning(): boolean {
    return this.#now < this.#plan.endsAt;
  }

  get result(): JenkinsResult | undefined {
    return this.#isRunning ? undefined : this.#plan.result;
  }

  get durationMs(): number | undefined {
    const { startedAt, endsAt } = this.#plan;
    return this.#isRunning ? undefined : endsAt - startedAt;
  }

  get estimatedMs(): number {
    return this.#traits.usualMs;
  }

  #chances(about: string): Random {
    return Random.create(this.#traits.seed, this.#plan.number, about);
  }

  get cause(): JenkinsCause {
    const chances = this.#chances('cause');
    const { branch, authors, kind } = this.#traits;
    if (chances.chance(0.12)) {
      const name = chances.pick(authors);
      const id = name.toLowerCase().replace(/ /g, '.');
      return { kind: 'user', id, name };
    }
    if (branch) {
      return { kind: 'push', branch };
    }
    return kind === 'pipeline' ? { kind: 'scm' } : { kind: 'timer' };
  }

  get commit(): string {
    return this.#chances('commit').sha1();
  }

  get commits(): readonly JenkinsCommit[] {
    const chances = this.#chances('commits');
    const { kind, authors } = this.#traits;
    const count = kind === 'pipeline' ? chances.whole(1, 3) : 0;
    return Array.from({ length: count }, (_, index) => ({
      id: index === 0 ? this.commit : chances.sha1(),
      message: chances.pick(MESSAGES),
      author: chances.pick(authors),
      committedAt:
        this.#plan.queuedAt - Math.round((index + chances.next()) * 600_000),
    }));
  }

  /** Index of the stage that ends the build early, if any does. */
  get #breakingStage(): number | undefined {
    const { result, troubleSeed } = this.#plan;
    return result === 'FAILURE' || result === 'ABORTED'
      ? BREAKING_STAGES[troubleSeed % BREAKING_STAGES.length]
      : undefined;
  }

  get tests(): JenkinsBuild['tests'] {
    const { testCount } = this.#traits;
    const { result, troubleSeed } = this.#plan;
    const breaking = this.#breakingStage ?? Infinity;
    if (testCount === 0 || this.#isRunning || breaking < 2) {
      return undefined;
    }
    const fails = result === 'UNSTABLE' || breaking === 2;
    return {
      total: testCount,
      failed: fails ? 1 + (troubleSeed % 9) : 0,
      skipped: testCount % 4,
    };
  }

  get input(): JenkinsBuild['input'] {
    const { asksAt } = this.#plan;
    return asksAt === undefined || asksAt > this.#now
      ? undefined
      : { since: asksAt, message: 'Deploy to production?' };
  }

  get stages(): readonly JenkinsStage[] {
    const { startedAt, endsAt, asksAt } = this.#plan;
    const breaking = this.#breakingStage;
    const last = breaking ?? STAGE_NAMES.length - 1;
    const length = Math.min(endsAt - startedAt, this.#traits.usualMs);
    const stages: JenkinsStage[] = [];
    let stageStart = startedAt;
    for (let index = 0; index <= last && stageStart <= this.#now; index += 1) {
      const planned =
        index === last
          ? endsAt - stageStart
          : Math.round(length * STAGE_SHARES[index]);
      const done = this.#now >= stageStart + planned;
      const ended = index === breaking ? this.#endOfBroken() : 'SUCCESS';
      const running =
        asksAt !== undefined && asksAt <= this.#now
          ? 'PAUSED_PENDING_INPUT'
          : 'IN_PROGRESS';
      stages.push({
        name: STAGE_NAMES[index],
        status: done ? ended : running,
        durationMs: Math.min(planned, this.#now - stageStart),
        ...(done && ended === 'FAILED' ? { error: STAGE_ERRORS[index] } : {}),
      });
      stageStart += planned;
    }
    return stages;
  }

  #endOfBroken(): 'FAILED' | 'ABORTED' {
    return this.#plan.result === 'ABORTED' ? 'ABORTED' : 'FAILED';
  }
}
