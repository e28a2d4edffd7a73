import { z } from 'zod';

/** What the aspect is made from. Codes that are not known yet pass as they are. */
const knownRunbookSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  title: z.string(),
  state: z.enum(['draft', 'published']),
  problems: z.array(
    z.object({
      code: z.string(),
      message: z.string(),
      hint: z.string(),
      since: z.iso.datetime().optional(),
    }),
  ),
});

/** A runbook as the board has to know it. */
export type KnownRunbook = z.infer<typeof knownRunbookSchema>;

/** A page of `GET /v1/runbooks`. */
export const runbookPageSchema = z.object({
  items: z.array(knownRunbookSchema),
  nextCursor: z.string().min(1).optional(),
  total: z.number().int(),
});
