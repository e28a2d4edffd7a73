import { z } from 'zod';

/** What may be wrong with a runbook, worst first. @public */
export const PROBLEM_CODES = [
  'step-wrong',
  'no-help',
  'review-overdue',
  'not-understood',
  'broken-link',
  'unowned',
  'never-verified',
  'review-due',
  'unknown-alert',
] as const;

/** What may be wrong with a runbook. @public */
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Something about a runbook that its team should look at. @public */
export const problemSchema = z.object({
  code: z.enum(PROBLEM_CODES),
  /** One sentence, without ages. */
  message: z.string(),
  /** What to do about it. */
  hint: z.string(),
  /** ISO 8601 in UTC, where it is known. */
  since: z.iso.datetime().optional(),
});

/** Something about a runbook that its team should look at. @public */
export type Problem = z.infer<typeof problemSchema>;
