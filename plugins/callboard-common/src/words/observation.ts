import { z } from 'zod';
import { aspectSchema } from './aspect';
import {
  findingDraftSchema,
  findingSchema,
  instantSchema,
  linkSchema,
} from './finding';
import { statusSchema, unknownReasonSchema } from './status';

/**
 * What goes on, beside the status and never instead of it: re-running a red build does not take
 * it off the red list.
 * @public
 */
export const activitySchema = z.object({
  /** `queued`, `building`, `rolling-out`, `waiting-for-person` … */
  kind: z.string(),
  /** A few words: "building #812". */
  message: z.string(),
  since: instantSchema.optional(),
  /** When it usually would be done; progress is derived from it and `since`. */
  expectedEndAt: instantSchema.optional(),
  /** Share done, 0 to 1, where the system tells it. */
  progress: z.number().min(0).max(1).optional(),
});

/** What goes on, beside the status. @public */
export type Activity = z.infer<typeof activitySchema>;

/** The rule that made a status, its inputs and threshold: "why not green". @public */
export const explanationSchema = z.object({
  /** The rule in words. */
  rule: z.string(),
  /** The threshold that applies, in words, with its unit. */
  threshold: z.string().optional(),
  /** What the rule looked at; values may be ISO 8601 instants. */
  inputs: z.array(z.object({ name: z.string(), value: z.string() })),
  /** When it turns green again. */
  clears: z.string().optional(),
});

/** The rule that made a status, its inputs and threshold. @public */
export type Explanation = z.infer<typeof explanationSchema>;

/** Something that was done to a service: a build of a new commit, a deploy. @public */
export const changeSchema = z.object({
  /** Identity within the service and source, e.g. `shop/checkout#640`. */
  key: z.string(),
  /** `build`, `deploy`, `config` … */
  kind: z.string(),
  at: instantSchema,
  title: z.string(),
  actor: z.string().optional(),
  url: linkSchema.shape.url.optional(),
});

/** Something that was done to a service. @public */
export type Change = z.infer<typeof changeSchema>;

/**
 * What a rule makes of the facts about one subject. `status` is the worst of the findings.
 * @public
 */
export const verdictSchema = z.object({
  status: statusSchema,
  /** Start of this status by the upstream's own time; absent where it does not know. */
  since: instantSchema.optional(),
  /** `since` is as far back as the upstream remembers; it may have begun earlier. */
  atLeast: z.boolean().optional(),
  /** Start of not being ok, where the upstream knows it to be earlier than `since`. */
  badSince: instantSchema.optional(),
  /** A few words for the cell: "main #640 passed". No ages. */
  summary: z.string(),
  findings: z.array(findingDraftSchema),
  activity: activitySchema.optional(),
  /** Rests on purpose; only ever on `ok`. */
  off: z.boolean().optional(),
  /**
   * The source has nothing of what is named, and another source of the same type may have it: it
   * counts only where none of them has, which is what its findings have to say then. Only ever on
   * what is `unknown`.
   */
  absent: z.boolean().optional(),
  explanation: explanationSchema,
});

/** What a rule makes of the facts about one subject. @public */
export type Verdict = z.infer<typeof verdictSchema>;

/** One aspect of a service, as the board shows it. @public */
export const aspectStatusSchema = z.object({
  status: statusSchema,
  since: instantSchema,
  atLeast: z.boolean().optional(),
  badSince: instantSchema.optional(),
  /** When its source last answered in full; absent where it never did. */
  observedAt: instantSchema.optional(),
  stale: z.boolean(),
  summary: z.string(),
  activity: activitySchema.optional(),
  off: z.boolean().optional(),
  /** At least four good/bad changes within the hour: the status is the worst of them. */
  flapping: z.boolean().optional(),
  findings: z.array(findingSchema),
});

/** One aspect of a service, as the board shows it. @public */
export type AspectStatus = z.infer<typeof aspectStatusSchema>;

/** An observation as the service page shows it. @public */
export const observationSchema = aspectStatusSchema.extend({
  source: z.string(),
  subject: z.string(),
  aspect: aspectSchema,
  /** Why the source could not be asked, where it is stale. */
  staleReason: unknownReasonSchema.optional(),
  staleMessage: z.string().optional(),
  /** The source has nothing of what is named; see `Verdict`. */
  absent: z.boolean().optional(),
  /** A source that is not production: its failing counts as warning. */
  production: z.boolean(),
  links: z.array(linkSchema),
  explanation: explanationSchema,
  /** The source's own facts, e.g. `{ runs: [...] }` of a pipeline. */
  detail: z.record(z.string(), z.unknown()),
});

/** What a source said of a subject, as the service page shows it. @public */
export type Observation = z.infer<typeof observationSchema>;
