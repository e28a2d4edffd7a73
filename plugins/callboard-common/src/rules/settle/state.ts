import { z } from 'zod';
import { overallStatusSchema } from '../../words';

/** A stretch of one status. Times are epoch milliseconds. @public */
export const stretchSchema = z.object({
  status: overallStatusSchema,
  since: z.number(),
  /** `since` is the first sight; it may have begun earlier. */
  atLeast: z.boolean().optional(),
  /** Start of not being ok, where the status is bad, or was before a gap of unknown. */
  badSince: z.number().optional(),
  /** Newest start among the parts that make the status, where it is made up of several. */
  latestSince: z.number().optional(),
});

/** A stretch of one status. @public */
export type Stretch = Readonly<z.infer<typeof stretchSchema>>;

/**
 * What settling remembers between two observations; plain JSON. `status`, `since`, `atLeast`,
 * `badSince` and `flappingSince` are what to show, the rest is memory. Times are epoch
 * milliseconds.
 * @public
 */
export const settledStateSchema = stretchSchema.extend({
  /** It flaps: the status is the worst since then. */
  flappingSince: z.number().optional(),
  /** What it would be without the flapping; only while it flaps. */
  current: stretchSchema.optional(),
  /** What it was before a gap of unknown. */
  gap: stretchSchema.optional(),
  /** A change that has not been seen often or long enough yet. */
  pending: z
    .object({
      status: overallStatusSchema,
      seenAt: z.number(),
      observations: z.number(),
    })
    .optional(),
  /** Recent changes between good and bad, oldest first; absent where there are none. */
  changes: z
    .array(
      z.object({
        /** By our clock, which decides about flapping. */
        seenAt: z.number(),
        /** By the upstream's clock where it knows, as in the transition. */
        at: z.number(),
        from: overallStatusSchema,
        to: overallStatusSchema,
      }),
    )
    .optional(),
  /** The status that was told last, by first sight or by a transition. */
  told: overallStatusSchema.optional(),
});

/** What settling remembers between two observations. @public */
export type SettledState = Readonly<z.infer<typeof settledStateSchema>>;
