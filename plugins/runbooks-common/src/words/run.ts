import { z } from 'zod';
import { matchQuestionSchema } from './matcher';

const instant = z.iso.datetime();
const revision = z.number().int().min(1);

/** Longest evidence of a step. @public */
export const EVIDENCE_MAX_BYTES = 64 * 1024;

/** @public */
export const STEP_STATES = [
  'open',
  'done',
  'skipped',
  'failed',
  'not-applicable',
] as const;

/** What became of a step. @public */
export type StepState = (typeof STEP_STATES)[number];

/** @public */
export const RUN_OUTCOMES = [
  'fixed',
  'workaround',
  'no-help',
  'escalated',
  'false-alarm',
] as const;

/** How a run ended. @public */
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** A finding as it was when a run began or ended. @public */
export const findingSnapshotSchema = matchQuestionSchema.extend({
  message: z.string().max(2000).optional(),
  status: z.string().max(50).optional(),
  since: z.string().max(50).optional(),
  fingerprint: z.string().max(1000).optional(),
  /** Names to fill into commands. */
  params: z.record(z.string(), z.string().max(1000)).optional(),
});

/** A finding as it was when a run began or ended. @public */
export type FindingSnapshot = z.infer<typeof findingSnapshotSchema>;

/** One step of a run. @public */
export const runStepSchema = z.object({
  /** Counts from 1. */
  n: z.number().int().min(1),
  title: z.string(),
  state: z.enum(STEP_STATES),
  /** Who set its state, or is on it while it is open. */
  by: z.string().optional(),
  at: instant.optional(),
  note: z.string().optional(),
  /** What was seen, with secrets masked. */
  evidence: z.string().optional(),
  /** Who wrote note and evidence last. */
  textBy: z.string().optional(),
});

/** One step of a run. @public */
export type RunStep = z.infer<typeof runStepSchema>;

/** Going through a runbook once. It pins the version that it began with. @public */
export const runSchema = z.object({
  id: z.string(),
  runbookId: z.string(),
  runbookVersion: z.number().int(),
  title: z.string(),
  /** The service that it is about. */
  entityRef: z.string(),
  /** Nothing was wrong: somebody tried the runbook out. */
  dryRun: z.boolean(),
  /** Values that were filled in. */
  params: z.record(z.string(), z.string()),
  finding: findingSnapshotSchema.optional(),
  findingAfter: findingSnapshotSchema.optional(),
  steps: z.array(runStepSchema),
  startedAt: instant,
  startedBy: z.string(),
  finishedAt: instant.optional(),
  finishedBy: z.string().optional(),
  outcome: z.enum(RUN_OUTCOMES).optional(),
  note: z.string().optional(),
  /** Counts up with every change. */
  revision: z.number().int(),
});

/** Going through a runbook once. @public */
export type Run = z.infer<typeof runSchema>;

/** How a run begins. @public */
export const runStartSchema = z.object({
  /**
   * Chosen by the caller, who can send the same again without beginning a second run. It is refused
   * where the same person or another one began something else under it.
   */
  id: z
    .string()
    .regex(/^[\w-]{16,64}$/)
    .optional(),
  /** The service that it is about; the runbook's own entity where it is absent. */
  entityRef: z.string().min(1).optional(),
  dryRun: z.boolean().optional(),
  params: z.record(z.string(), z.string().max(1000)).optional(),
  finding: findingSnapshotSchema.optional(),
});

/** How a run begins. @public */
export type RunStart = z.infer<typeof runStartSchema>;

/**
 * What becomes of a step. What is absent stays as it is; `open` of one that is open says that the
 * caller is on it. What is there already is not changed, nor is it refused.
 * @public
 */
export const stepChangeSchema = z
  .object({
    /**
     * Chosen by the caller for this change, who can send it again: it is taken once, whatever
     * becomes of the step afterwards.
     */
    id: z
      .string()
      .regex(/^[\w-]{1,64}$/)
      .optional(),
    state: z.enum(STEP_STATES).optional(),
    note: z.string().max(2000).optional(),
    evidence: z.string().optional(),
    /**
     * The revision of the run that the caller saw: what was changed since is not replaced, not even
     * what the caller changed in another window.
     */
    seen: revision.optional(),
    /**
     * The revisions of the run in the answers to changes that the caller made before this one: of
     * the step's state, and of its note or evidence. What the caller set until then counts as seen,
     * and nothing that somebody else set.
     */
    own: z
      .object({ state: revision.optional(), text: revision.optional() })
      .optional(),
    /**
     * How long ago it was done, for one that could not be sent at once; in milliseconds. No step is
     * done before its run began.
     */
    agoMs: z.number().int().min(0).optional(),
  })
  .refine(
    ({ state, note, evidence }) =>
      [state, note, evidence].some(part => part !== undefined),
    { error: 'It changes nothing: it needs a state, a note or evidence' },
  );

/** What becomes of a step. @public */
export type StepChange = z.infer<typeof stepChangeSchema>;

/** How a run ends. A dry run needs no outcome. @public */
export const runFinishSchema = z.object({
  outcome: z.enum(RUN_OUTCOMES).optional(),
  note: z.string().max(2000).optional(),
  findingAfter: findingSnapshotSchema.optional(),
});

/** How a run ends. @public */
export type RunFinish = z.infer<typeof runFinishSchema>;
