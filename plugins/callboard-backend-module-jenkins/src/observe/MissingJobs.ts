import { fullName } from '../api/jobPath';
import type { CallBudget } from './CallBudget';
import { inParallel } from './inParallel';
import type { Sighting } from './Sighting';
import type { Survey } from './Survey';

/** How long an answer about a missing job is believed. */
const BELIEVED_MS = 60 * 60_000;

const MAX_PARALLEL_COUNT = 4;

/**
 * Jobs that are not in the listing of their folder. Jenkins keeps silent about what we may not read,
 * so that each is asked for by itself once an hour: 404 is gone, 403 is forbidden.
 */
export class MissingJobs {
  readonly #answers = new Map<string, { at: number; sighting: Sighting }>();

  static create(): MissingJobs {
    return new MissingJobs();
  }

  private constructor() {}

  /** What is known of missing jobs, by full name; asks as far as there are calls left. */
  async explain(
    missing: ReadonlyMap<string, { path: readonly string[]; seen: Sighting }>,
    options: { survey: Survey; budget: CallBudget; now: number },
  ): Promise<ReadonlyMap<string, Sighting>> {
    const { survey, budget, now } = options;
    this.#forgetAllBut(missing);
    const unsure = [...missing.values()]
      .filter(({ path }) => !(this.#ageOf(path, now) < BELIEVED_MS))
      .sort((a, b) => this.#ageOf(b.path, now) - this.#ageOf(a.path, now));
    const found = new Map<string, Sighting>();
    await inParallel(budget.take(unsure), {
      max: MAX_PARALLEL_COUNT,
      task: async ({ path }) => {
        const sighting = await survey.ask(path);
        if (sighting.kind === 'found') {
          found.set(fullName(path), sighting);
        } else if (sighting.kind !== 'missed') {
          this.#answers.set(fullName(path), { at: now, sighting });
        }
      },
    });
    return new Map(
      [...missing].map(([name, { seen }]) => [
        name,
        found.get(name) ?? this.#explained(name, seen),
      ]),
    );
  }

  /** The listing knows which names are near, the answer why the job is not in it. */
  #explained(name: string, seen: Sighting): Sighting {
    const answer = this.#answers.get(name)?.sighting;
    return answer && answer.kind !== 'missing' ? answer : seen;
  }

  #ageOf(path: readonly string[], now: number): number {
    const answer = this.#answers.get(fullName(path));
    return answer ? now - answer.at : Number.POSITIVE_INFINITY;
  }

  #forgetAllBut(missing: ReadonlyMap<string, unknown>): void {
    for (const name of this.#answers.keys()) {
      if (!missing.has(name)) {
        this.#answers.delete(name);
      }
    }
  }
}
