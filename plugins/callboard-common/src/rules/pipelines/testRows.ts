import { Status, Verdict, verdictSchema } from '../../words';
import { toInstant } from '../instants';
import { PipelineFacts, PipelineRun } from './facts';
import { judgePipeline } from './judgePipeline';
import { facts, MIN, NOW } from './testFacts';

/** The instant that was so long ago. */
export const iso = (agoMs: number) => toInstant(NOW - agoMs);

/** Judges a job that has these facts. */
export function judge(overrides: Partial<PipelineFacts>, now = NOW): Verdict {
  const verdict = judgePipeline(facts(overrides), { now });
  // Whatever a rule makes passes the door of the HTTP seam.
  return verdictSchema.parse(verdict);
}

/** A row of a table of cases. */
export interface Row {
  readonly name: string;
  readonly facts: Partial<PipelineFacts>;
  readonly status: Status;
  /** Codes in order, notes with a `~`. */
  readonly codes: readonly string[];
  readonly message?: string;
  readonly since?: string;
  readonly badSince?: string;
  readonly atLeast?: boolean;
  readonly summary?: string;
}

/** A run that began so long ago and goes on. */
export const running = (ageMs: number, estimatedMs?: number): PipelineRun => ({
  number: 813,
  startedAt: NOW - ageMs,
  ...(estimatedMs !== undefined && { estimatedMs }),
});

/** What a row expects. */
export function expectedOf({ name, facts: _, ...expected }: Row): object {
  return expected;
}

/** What comes of the facts of a row, as far as the row says what it expects. */
export function seenOf(row: Row): object {
  const verdict = judge(row.facts);
  const seen = {
    ...verdict,
    codes: verdict.findings.map(
      ({ status, code }) => `${status === 'note' ? '~' : ''}${code}`,
    ),
    message: verdict.findings.at(0)?.message,
  };
  return Object.fromEntries(
    Object.keys(expectedOf(row)).map(field => [
      field,
      Reflect.get(seen, field),
    ]),
  );
}

/** Codes of the findings that read otherwise a minute later, though nothing changed upstream. */
export function restlessOf(row: Row): string[] {
  const later = judge(row.facts, NOW + MIN).findings;
  return judge(row.facts)
    .findings.filter(finding =>
      later.some(
        other =>
          other.code === finding.code &&
          JSON.stringify(other) !== JSON.stringify(finding),
      ),
    )
    .map(({ code }) => code);
}
