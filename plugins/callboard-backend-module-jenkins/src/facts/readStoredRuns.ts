import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { toNoteTime, type RunNote } from './RunNote';
import type { JobNotes } from './RunNotes';

const storedSchema = z.object({
  decidingJob: z.string(),
  runs: z.array(
    z.object({
      number: z.number(),
      startedAt: z.number(),
      cause: z.string().optional(),
      commit: z.string().optional(),
      actor: z.string().optional(),
      failedStage: z.object({ name: z.string() }).optional(),
      tests: z
        .object({ failed: z.number(), skipped: z.number(), total: z.number() })
        .optional(),
    }),
  ),
});

/**
 * What was known about the runs of a job before this process began, from the detail that was stored
 * with its last observation.
 */
export function readStoredRuns(
  detail: JsonObject | undefined,
): { readonly job: string; readonly notes: JobNotes } | undefined {
  const stored = storedSchema.safeParse(detail);
  if (!stored.success) {
    return undefined;
  }
  const notes = stored.data.runs.map((run): [number, RunNote] => [
    run.number,
    {
      n: run.number,
      t: toNoteTime(run.startedAt),
      ...(run.cause && { c: run.cause }),
      ...(run.commit && { s: run.commit }),
      ...(run.actor && { a: run.actor }),
      ...(run.tests && { r: run.tests }),
      ...(run.failedStage && { f: { name: run.failedStage.name } }),
    },
  ]);
  return { job: stored.data.decidingJob, notes: new Map(notes) };
}
