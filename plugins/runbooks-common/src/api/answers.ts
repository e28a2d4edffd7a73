import { z } from 'zod';
import {
  runbookSummarySchema,
  runbookVersionSummarySchema,
  runSchema,
} from '../words';

/** A page of runbooks, those with the newest version first. @public */
export const runbookPageSchema = z.object({
  items: z.array(runbookSummarySchema),
  nextCursor: z.string().optional(),
  total: z.number().int(),
});

/** A page of runbooks. @public */
export type RunbookPage = z.infer<typeof runbookPageSchema>;

/** A page of versions, newest first. @public */
export const versionPageSchema = z.object({
  items: z.array(runbookVersionSummarySchema),
  nextCursor: z.string().optional(),
  total: z.number().int(),
});

/** A page of versions. @public */
export type VersionPage = z.infer<typeof versionPageSchema>;

/** A page of runs, newest first. @public */
export const runPageSchema = z.object({
  items: z.array(runSchema),
  nextCursor: z.string().optional(),
});

/** A page of runs. @public */
export type RunPage = z.infer<typeof runPageSchema>;

/** A runbook that is kept elsewhere: a catalog link of type `runbook`, a `runbook_url`. @public */
export const externalRunbookSchema = z.object({
  external: z.literal(true),
  title: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  /** The entity that names it. */
  entityRef: z.string(),
});

/** A runbook that is kept elsewhere. @public */
export type ExternalRunbook = z.infer<typeof externalRunbookSchema>;

/** A runbook that fits, and why. @public */
export const matchItemSchema = z.object({
  runbook: z.union([externalRunbookSchema, runbookSummarySchema]),
  score: z.number(),
  /** Each reason as a sentence, with what it counts: "Written for the finding crash-loop (45)". */
  because: z.array(z.string()),
});

/** A runbook that fits, and why. @public */
export type MatchItem = z.infer<typeof matchItemSchema>;

/** Runbooks that fit, best first. @public */
export const matchListSchema = z.object({ items: z.array(matchItemSchema) });

/** One list for each question, in the order asked. @public */
export const matchListsSchema = z.object({
  items: z.array(z.array(matchItemSchema)),
});

/** What became of one file of an import. @public */
export const importedFileSchema = z.object({
  path: z.string(),
  result: z.enum(['created', 'updated', 'unchanged', 'failed']),
  id: z.string().optional(),
  title: z.string().optional(),
  /** Why it failed. */
  message: z.string().optional(),
});

/** What became of one file of an import. @public */
export type ImportedFile = z.infer<typeof importedFileSchema>;

/** What became of an import, in the order of its files; what waits for a review comes last. @public */
export const importAnswerSchema = z.object({
  items: z.array(importedFileSchema),
});

/** What became of an import. @public */
export type ImportAnswer = z.infer<typeof importAnswerSchema>;

/** A service in the coverage view. @public */
export const coveredServiceSchema = z.object({
  entityRef: z.string(),
  title: z.string().optional(),
  /** Published runbooks that are its own or that it inherits. */
  runbooksCount: z.number().int(),
  /** Findings of the last 30 days, worst covered first. */
  findings: z.array(
    z.object({
      aspect: z.string(),
      code: z.string(),
      lastAt: z.iso.datetime(),
      /** Whether a runbook fits. */
      covered: z.boolean(),
    }),
  ),
});

/** A service in the coverage view. @public */
export type CoveredService = z.infer<typeof coveredServiceSchema>;

/** For each owner, which services have findings and no runbook. @public */
export const coverageSchema = z.object({
  /** `none`: nothing in this portal tells of findings. */
  findingsFrom: z.enum(['callboard', 'none']),
  items: z.array(
    z.object({
      /** Entity ref; absent for services that nobody owns. */
      owner: z.string().optional(),
      services: z.array(coveredServiceSchema),
    }),
  ),
});

/** For each owner, which services have findings and no runbook. @public */
export type Coverage = z.infer<typeof coverageSchema>;
