import { z } from 'zod';

/**
 * What an entity says of a job, as it is kept with the subject. Names are as Jenkins has them,
 * not encoded.
 */
export const jobSpecSchema = z.object({
  path: z.array(z.string()).min(1),
  /** The annotation that named it, for hints. */
  annotation: z.string(),
  /** What it says of this job, shortened. */
  value: z.string(),
  defaultBranch: z.string().optional(),
  /** How often it is declared to run, in milliseconds. */
  cadenceMs: z.number().positive().optional(),
});

/** What an entity says of a job. */
export type JobSpec = z.infer<typeof jobSpecSchema>;

/** The part of a Jenkins that is asked for a job: the folder that it is in, `/` for the root. */
export function shardOf(path: readonly string[]): string {
  return path.slice(0, -1).join('/') || '/';
}
