import { z } from 'zod';
import { matcherSchema } from './matcher';
import { problemSchema } from './problem';

/** Longest title. @public */
export const TITLE_MAX_COUNT = 200;

/** Most tags, matchers and reviewers of one runbook. @public */
export const LIST_MAX_COUNT = 50;

/** @public */
export const RUNBOOK_STATES = ['draft', 'published', 'archived'] as const;

/**
 * Where a runbook is in its life. Only `published` ones are matched; `archived` ones stay readable
 * with every version.
 * @public
 */
export type RunbookState = (typeof RUNBOOK_STATES)[number];

/** @public */
export const runbookStateSchema = z.enum(RUNBOOK_STATES);

const instant = z.iso.datetime();

/** A day, `2027-05-03`. @public */
export const daySchema = z.iso.date();

const fields = {
  /** The entity that it belongs to; services of a system, group or domain inherit its runbooks. */
  entityRef: z.string(),
  title: z.string(),
  tags: z.array(z.string()),
  matches: z.array(matcherSchema),
  /** Entity ref of the group that looks after it; that of the entity where it is absent. */
  owner: z.string().optional(),
  state: runbookStateSchema,
  /** Day until which somebody should have read it again. */
  reviewBy: daySchema.optional(),
  /** Entity refs of who is asked to review it. */
  reviewers: z.array(z.string()),
  /** Shown for every finding of its entity, whatever its matchers say. */
  pinned: z.boolean(),
};

/** A version that waits until somebody publishes it. @public */
export const waitingVersionSchema = z.object({
  version: z.number().int().min(1),
  savedAt: instant,
  /** Entity ref of a user, or the name of a service principal. */
  savedBy: z.string(),
});

/** A runbook without its text, as lists have it. @public */
export const runbookSummarySchema = z.object({
  id: z.string(),
  ...fields,
  /** Counts from 1; every write makes the next. */
  version: z.number().int().min(1),
  /** SHA-256 of the text, in hexadecimal digits. */
  contentHash: z.string(),
  createdAt: instant,
  /** Entity ref of a user, or the name of a service principal. */
  createdBy: z.string(),
  updatedAt: instant,
  updatedBy: z.string(),
  /** Last time that somebody other than the author went through this version. */
  verifiedAt: instant.optional(),
  verifiedBy: z.string().optional(),
  /** How many runs ended with `fixed` or `workaround`. */
  helpedCount: z.number().int(),
  /** How many runs there were, dry runs aside. */
  runsCount: z.number().int(),
  lastRunAt: instant.optional(),
  problems: z.array(problemSchema),
  /** A newer version that waits for a review. This one is in force until somebody publishes that. */
  waiting: waitingVersionSchema.optional(),
  /** This version waits for a review, and until then the version of this number is in force. */
  inForce: z.number().int().min(1).optional(),
});

/** A runbook without its text. @public */
export type RunbookSummary = z.infer<typeof runbookSummarySchema>;

/** A runbook. @public */
export const runbookSchema = runbookSummarySchema.extend({
  /** Markdown, byte for byte as it was written. */
  content: z.string(),
});

/** A runbook. @public */
export type Runbook = z.infer<typeof runbookSchema>;

/** A version without its text. @public */
export const runbookVersionSummarySchema = z.object({
  version: z.number().int().min(1),
  ...fields,
  contentHash: z.string(),
  savedAt: instant,
  savedBy: z.string(),
  /** Why it was saved. */
  note: z.string().optional(),
  /** The version that was restored by it. */
  restoredFrom: z.number().int().optional(),
});

/** A version without its text. @public */
export type RunbookVersionSummary = z.infer<typeof runbookVersionSummarySchema>;

/** What a runbook was at one time. @public */
export const runbookVersionSchema = runbookVersionSummarySchema.extend({
  content: z.string(),
});

/** What a runbook was at one time. @public */
export type RunbookVersion = z.infer<typeof runbookVersionSchema>;

/**
 * What is written. What may be absent and is, keeps its value in a `PUT` and is empty in a `POST`;
 * `null` takes a value away. A `POST` without a state makes a draft.
 * @public
 */
export const runbookWriteSchema = z.object({
  entityRef: z.string().min(1),
  title: z.string().trim().min(1).max(TITLE_MAX_COUNT),
  content: z.string(),
  tags: z
    .array(z.string().trim().min(1).max(63))
    .max(LIST_MAX_COUNT)
    .optional(),
  matches: z.array(matcherSchema).max(LIST_MAX_COUNT).optional(),
  owner: z.string().min(1).nullish(),
  state: runbookStateSchema.optional(),
  reviewBy: daySchema.nullish(),
  reviewers: z.array(z.string().min(1)).max(LIST_MAX_COUNT).optional(),
  pinned: z.boolean().optional(),
  /** Why it is saved. */
  note: z.string().max(1000).optional(),
});

/** What is written. @public */
export type RunbookWrite = z.infer<typeof runbookWriteSchema>;
