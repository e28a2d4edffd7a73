import { z } from 'zod';

/** How the API says that something went wrong. */
export const apiStatusSchema = z.object({
  kind: z.literal('Status'),
  code: z.number().int().optional(),
  reason: z.string().optional(),
  message: z.string().optional(),
});

/** A page of a list; the objects are read by whoever knows their kind. */
export const listPageSchema = z.object({
  metadata: z.object({
    resourceVersion: z.string().min(1),
    continue: z.string().optional(),
  }),
  // Where there is nothing, Go writes null.
  items: z.array(z.unknown()).nullish(),
});

/** An event of a watch. */
export const watchEventSchema = z.object({
  type: z.string(),
  object: z.unknown(),
});

/** `/version` */
export const versionSchema = z.object({ gitVersion: z.string().min(1) });
