import { z } from 'zod';

const word = z.string().trim().min(1).max(1000);

/**
 * What a runbook is for. Every key that is given must agree; a runbook with several matchers fits
 * where one of them does.
 * @public
 */
export const matcherSchema = z
  .object({
    /** Side of a service: `pipelines`, `kubernetes`. */
    aspect: word.optional(),
    /** Code of a finding: `crash-loop`. */
    code: word.optional(),
    /** Name of an alert: `KubePodCrashLooping`. */
    alertname: word.optional(),
    /** `runbook_url` of an alert. */
    runbookUrl: word.optional(),
  })
  .strict()
  .refine(
    matcher => Object.values(matcher).some(value => value !== undefined),
    'A matcher names an aspect, a code, an alertname or a runbookUrl',
  );

/** What a runbook is for. @public */
export type Matcher = z.infer<typeof matcherSchema>;

/** What is asked for a runbook: a finding or an alert. @public */
export const matchQuestionSchema = z.object({
  aspect: word.optional(),
  code: word.optional(),
  alertname: word.optional(),
  runbookUrl: word.optional(),
});

/** What is asked for a runbook: a finding or an alert. @public */
export type MatchQuestion = z.infer<typeof matchQuestionSchema>;
