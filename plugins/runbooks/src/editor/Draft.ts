import { matcherSchema } from '@callboard/plugin-runbooks-common';
import { z } from 'zod';

/** A text that is not saved yet, as it is kept on this device. */
export const draftSchema = z.object({
  /** The version that it began from; 0 for a new runbook. */
  baseVersion: z.number().int().min(0),
  edited: z.object({
    entityRef: z.string(),
    title: z.string(),
    content: z.string(),
    tags: z.array(z.string()).readonly(),
    matches: z.array(matcherSchema).readonly(),
    owner: z.string(),
    reviewBy: z.string(),
    reviewers: z.array(z.string()).readonly(),
    pinned: z.boolean(),
  }),
  note: z.string(),
  /** ISO 8601 in UTC. */
  keptAt: z.iso.datetime(),
});

/** A text that is not saved yet, as it is kept on this device. */
export type Draft = z.infer<typeof draftSchema>;
