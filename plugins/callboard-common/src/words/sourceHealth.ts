import { z } from 'zod';
import { findingDraftSchema, findingSchema, instantSchema } from './finding';

/** What is the matter with a source, in one word. @public */
export const SOURCE_STATES = [
  'ok',
  'starting',
  'failing',
  'unreachable',
  'forbidden',
  'not-observable',
] as const;

/** What is the matter with a source, in one word. @public */
export type SourceState = (typeof SOURCE_STATES)[number];

/** How one external system is, and what asking it costs. @public */
export const sourceHealthSchema = z.object({
  /** `<type>/<name>`: `jenkins/main`. */
  source: z.string(),
  type: z.string(),
  name: z.string(),
  state: z.enum(SOURCE_STATES),
  /** One sentence: what is wrong, and what to do. */
  message: z.string().optional(),
  /** Start of not being ok. */
  since: instantSchema.optional(),
  /** End of the last round in which everything was observed. */
  lastGoodAt: instantSchema.optional(),
  /** Next time that it will be asked, while it is in trouble. */
  nextTryAt: instantSchema.optional(),
  intervalSeconds: z.number(),
  /** Calls made during the last hour. */
  calls: z.number(),
  /** Bytes received during the last hour. */
  bytes: z.number(),
  /** Mean time of a call in the last round, in milliseconds. */
  latencyMs: z.number().optional(),
  /** Services of the viewer that it feeds. */
  services: z.number(),
  /** Of those, the ones that show it stale. */
  staleServices: z.number(),
  production: z.boolean(),
  /** It tells its changes by itself; the interval is only its proof of life. */
  watched: z.boolean().optional(),
  /** What is worth knowing about the source as such, e.g. a queue that does not move. */
  findings: z.array(findingDraftSchema),
});

/** How one external system is, and what asking it costs. @public */
export type SourceHealth = z.infer<typeof sourceHealthSchema>;

/** An entity that names something its source does not have, and what to do about it. @public */
export const doctorEntrySchema = z.object({
  entityRef: z.string(),
  name: z.string(),
  owner: z.string().optional(),
  source: z.string(),
  finding: findingSchema,
  fix: z.object({
    /** What to do, where no line of the file has to change. */
    text: z.string().optional(),
    /** The line of the entity's annotations to delete. */
    remove: z.string().optional(),
    /** The line to add. */
    add: z.string().optional(),
  }),
  /** Where the entity's file can be seen. */
  viewUrl: z.string().optional(),
});

/** An entity that names something its source does not have. @public */
export type DoctorEntry = z.infer<typeof doctorEntrySchema>;
