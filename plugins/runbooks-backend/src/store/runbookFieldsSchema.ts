import {
  matcherSchema,
  runbookStateSchema,
} from '@callboard/plugin-runbooks-common';
import { z } from 'zod';
import type { RunbookFields } from './StoredRunbook';

/** The fields of a version as JSON of our own has them: in its row, and in an export. */
export const runbookFieldsSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  tags: z.array(z.string()),
  matches: z.array(matcherSchema),
  owner: z.string().optional(),
  state: runbookStateSchema,
  reviewBy: z.string().optional(),
  reviewers: z.array(z.string()),
  pinned: z.boolean(),
}) satisfies z.ZodType<RunbookFields>;
