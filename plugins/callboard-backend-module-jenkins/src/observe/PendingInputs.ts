import { z } from 'zod';
import type { JsonObject } from '@backstage/types';
import type { JenkinsStages } from '../api/schemas';
import type { JobRecord } from '../facts/JobRecord';

/** How long an answer is believed where Jenkins does not tell by itself that a run waits. */
const BELIEVED_MS = 10 * 60_000;

/** Runs shorter than this are not asked about. */
const MIN_RUNNING_MS = 10 * 60_000;

/** A run that waits for a person; times are epoch milliseconds by our clock. */
export interface PendingInput {
  readonly number: number;
  readonly since: number;
}

interface Answer {
  readonly number: number;
  readonly at: number;
  /** Absent where it does not wait. */
  readonly since?: number;
}

const storedSchema = z.object({
  decidingJob: z.string(),
  input: z.object({ number: z.number(), since: z.number() }),
});

/**
 * Which runs wait for a person, and since when. Newer Jenkins tell with the run that it waits; the
 * others have to be asked. Since when is asked for once.
 */
export class PendingInputs {
  readonly #answers = new Map<string, Answer>();

  static create(): PendingInputs {
    return new PendingInputs();
  }

  private constructor() {}

  /** What the newest run waits for, as far as it is known. */
  of(record: JobRecord): PendingInput | undefined {
    const answer = this.#answerFor(record);
    return answer?.since === undefined || waitsOf(record) === false
      ? undefined
      : { number: answer.number, since: answer.since };
  }

  /** Whether Jenkins has to be asked about the newest run. */
  isUnsure(record: JobRecord, now: number): boolean {
    const { newest } = record;
    const waits = waitsOf(record);
    if (!newest || waits === false) {
      return false;
    }
    const answer = this.#answerFor(record);
    if (waits) {
      return answer?.since === undefined;
    }
    const startedAt = record.runs[0]?.startedAt ?? now;
    const usualMs = Math.max(MIN_RUNNING_MS, newest.estimatedMs);
    return (
      now - startedAt > usualMs && (!answer || now - answer.at > BELIEVED_MS)
    );
  }

  /** Takes notice of what the stage API says; undefined where there is none. */
  notice(
    record: JobRecord,
    options: { stages: JenkinsStages | undefined; now: number },
  ): void {
    const number = record.newest?.number;
    if (number === undefined) {
      return;
    }
    const { stages, now } = options;
    const waits = waitsOf(record) ?? stages?.status === 'PAUSED_PENDING_INPUT';
    const before = this.#answerFor(record)?.since;
    this.#answers.set(record.key, {
      number,
      at: now,
      ...(waits && { since: before ?? now - pausedMs(stages) }),
    });
  }

  /** Takes over what was stored before this process began. */
  restore(detail: JsonObject | undefined): void {
    const stored = storedSchema.safeParse(detail);
    if (stored.success && !this.#answers.has(stored.data.decidingJob)) {
      const { decidingJob, input } = stored.data;
      this.#answers.set(decidingJob, { ...input, at: 0 });
    }
  }

  /** Forgets all jobs but these. */
  keep(jobs: ReadonlySet<string>): void {
    for (const job of this.#answers.keys()) {
      if (!jobs.has(job)) {
        this.#answers.delete(job);
      }
    }
  }

  #answerFor(record: JobRecord): Answer | undefined {
    const answer = this.#answers.get(record.key);
    return answer?.number === record.newest?.number ? answer : undefined;
  }
}

/** Whether the newest run says by itself that it waits; undefined where it does not say. */
function waitsOf({ newest }: JobRecord): boolean | undefined {
  return newest?.building ? newest.waits : false;
}

function pausedMs(stages: JenkinsStages | undefined): number {
  const paused = stages?.stages?.find(
    ({ status }) => status === 'PAUSED_PENDING_INPUT',
  );
  return paused?.pauseDurationMillis || stages?.pauseDurationMillis || 0;
}
