import { RUN_OUTCOMES } from '@callboard/plugin-runbooks-common';
import { z } from 'zod';

/** What a person is writing about how a run ended. */
export const endDraftSchema = z.object({
  outcome: z.enum(RUN_OUTCOMES).optional(),
  note: z.string(),
});

/** What a person is writing about how a run ended. */
export type EndDraft = z.infer<typeof endDraftSchema>;
