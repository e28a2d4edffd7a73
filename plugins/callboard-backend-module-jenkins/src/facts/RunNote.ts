import { z } from 'zod';

const testsSchema = z.object({
  failed: z.number(),
  skipped: z.number(),
  total: z.number(),
});

/**
 * What is worth keeping about one run because it is expensive to ask for again. It never changes
 * once the run is over. Short keys: there are twenty of these for every job.
 */
export const runNoteSchema = z.object({
  /** Number of the run. */
  n: z.number(),
  /** When it started by Jenkins' clock: a job that was made anew begins to count at 1 again. */
  t: z.number(),
  /** Cause. */
  c: z.string().optional(),
  /** Commit. */
  s: z.string().optional(),
  /** Actor. */
  a: z.string().optional(),
  /** Test totals; null where there is no report. */
  r: testsSchema.nullable().optional(),
  /** First stage that failed; null where nothing tells. */
  f: z.object({ name: z.string() }).nullable().optional(),
});

/** What is kept about one run. */
export type RunNote = z.infer<typeof runNoteSchema>;
