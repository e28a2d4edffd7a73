import { z } from 'zod';
import { runbookFieldsSchema } from '../store/runbookFieldsSchema';

/** The name of the manifest in an export. */
export const MANIFEST_PATH = 'runbooks.json';

/** Version of the form of an export. */
const FORMAT_VERSION = 1;

/** Ids that an import may choose; others are for files that name none. */
const importedIdSchema = z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/);

/** What an export says of a runbook beside its text. */
export const manifestEntrySchema = runbookFieldsSchema.extend({
  path: z.string(),
  id: importedIdSchema,
  /** For people: where it comes from. An import makes versions of its own. */
  version: z.number().int().optional(),
  contentHash: z.string().optional(),
  updatedAt: z.string().optional(),
  updatedBy: z.string().optional(),
});

/** What an export says of a runbook beside its text. */
export type ManifestEntry = z.infer<typeof manifestEntrySchema>;

/** Everything that the texts of an export do not say. */
export const manifestSchema = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  runbooks: z.array(z.unknown()),
});

/** The manifest as it is written. */
export function manifestOf(entries: readonly ManifestEntry[]): string {
  return `${JSON.stringify(
    { formatVersion: FORMAT_VERSION, runbooks: entries },
    null,
    2,
  )}\n`;
}
