import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { runbookFieldsSchema } from '../store/runbookFieldsSchema';
import type { UnpackedFile } from './unpack';

/** The name of the manifest in an export. */
export const MANIFEST_PATH = 'runbooks.json';

/** Version of the form of an export. */
const FORMAT_VERSION = 1;

/** Ids that an import may choose; others are for files that name none. */
const importedIdSchema = z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/);

const originSchema = z.object({
  path: z.string(),
  /** For people: where it comes from. An import makes versions of its own. */
  version: z.number().int().optional(),
  contentHash: z.string().optional(),
  updatedAt: z.string().optional(),
  updatedBy: z.string().optional(),
});

/** What an export says of a version beside its text. */
const versionEntrySchema = runbookFieldsSchema.extend(originSchema.shape);

/** What an export says of a runbook beside its text. */
export const manifestEntrySchema = versionEntrySchema.extend({
  id: importedIdSchema,
});

/** What an export says of a runbook beside its text. */
export type ManifestEntry = z.infer<typeof manifestEntrySchema>;

/** What an export says of a version beside its text. */
export type VersionEntry = z.infer<typeof versionEntrySchema>;

/** A runbook as it is in force, and the version that waits for a review. */
export type WrittenEntry = ManifestEntry & {
  readonly waiting?: Omit<VersionEntry, 'state'>;
};

const manifestSchema = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  runbooks: z.array(z.unknown()),
});

/** Entries are understood one by one, when their file has its turn. */
const placeSchema = z.looseObject({ path: z.string() });
const entrySchema = placeSchema.extend({
  id: z.unknown(),
  waiting: placeSchema.optional().catch(undefined),
});

/** What a manifest says of a file. */
export interface FoundEntry {
  readonly entry: unknown;
  /** It is a version that waits for a review, beside the one in force. */
  readonly waits: boolean;
}

/** The manifest as it is written. */
export function manifestOf(entries: readonly WrittenEntry[]): string {
  return `${JSON.stringify(
    { formatVersion: FORMAT_VERSION, runbooks: entries },
    null,
    2,
  )}\n`;
}

/** The entries of the manifest by path; of what a manifest of ours would not say nothing is believed. */
export async function readManifest(
  files: readonly UnpackedFile[],
): Promise<ReadonlyMap<string, FoundEntry>> {
  const file = files.find(({ path }) => path === MANIFEST_PATH);
  if (!file) {
    return new Map();
  }
  const bytes = await file.read?.();
  const parsed = manifestSchema.safeParse(
    parseJson(bytes?.toString('utf8') ?? ''),
  );
  if (!parsed.success) {
    throw new InputError(
      `${MANIFEST_PATH} in the zip is not a manifest that this version of the portal understands`,
    );
  }
  const entries = new Map<string, FoundEntry>();
  for (const value of parsed.data.runbooks) {
    const entry = entrySchema.safeParse(value);
    if (entry.success) {
      const { id, path, waiting } = entry.data;
      entries.set(path, { entry: entry.data, waits: false });
      if (waiting) {
        entries.set(waiting.path, {
          entry: { id, ...waiting, state: 'published' },
          waits: true,
        });
      }
    }
  }
  return entries;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
