import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import {
  runbookWriteSchema,
  type ImportAnswer,
  type ImportedFile,
  type RunbookWrite,
} from '@callboard/plugin-runbooks-common';
import type { RunbookAccess } from '../access/RunbookAccess';
import { readEntityRef } from '../catalog/EntityDirectory';
import type { RunbooksConfig } from '../config/readRunbooksConfig';
import { readImported } from '../rules/readImported';
import { latestVersionOf } from '../rules/waitingRunbook';
import { readWrite } from '../service/readWrite';
import type { RunbookDesk } from '../service/RunbookDesk';
import { hashOf } from '../store/hashOf';
import type { RunbookStore } from '../store/RunbookStore';
import type { StoredRunbook } from '../store/StoredRunbook';
import {
  MANIFEST_PATH,
  manifestEntrySchema,
  manifestSchema,
  type ManifestEntry,
} from './manifest';
import { unpack, type UnpackedFile } from './unpack';

/** A manifest takes more room than one text. */
const MANIFEST_MAX_BYTES = 64 * 1024 * 1024;

const DRAFT_MESSAGE =
  'It came in as a draft: this portal wants somebody else to publish it';

const WAITING_MESSAGE =
  'It waits for a review: until somebody else publishes it, the version before stays in force';

/** Errors that are about one file, and harm no other. */
const FILE_ERRORS: ReadonlySet<string> = new Set([
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ReviewRequiredError',
  'TooLargeError',
  'VersionConflictError',
]);

export interface RunbookImportOptions {
  readonly desk: RunbookDesk;
  readonly store: RunbookStore;
  readonly access: RunbookAccess;
  readonly config: RunbooksConfig;
}

/** What somebody uploads. */
export interface Upload {
  readonly bytes: Buffer;
  /** Whether it is one Markdown file; otherwise it is a zip. */
  readonly isMarkdown: boolean;
  readonly fileName?: string;
  /** Of files that name none. */
  readonly entityRef?: string;
}

/** Takes in Markdown files and exports. Each file succeeds or fails by itself. */
export class RunbookImport {
  readonly #options: RunbookImportOptions;

  static create(options: RunbookImportOptions): RunbookImport {
    return new RunbookImport(options);
  }

  private constructor(options: RunbookImportOptions) {
    this.#options = options;
  }

  async import(
    upload: Upload,
    author: BackstageCredentials,
  ): Promise<ImportAnswer> {
    const { bytes, isMarkdown, fileName = 'runbook.md' } = upload;
    const unpacked = isMarkdown
      ? [{ path: fileName, bytes }]
      : await this.#unpack(bytes);
    const manifest = readManifest(unpacked);
    const files = unpacked.filter(({ path }) => path !== MANIFEST_PATH);
    const items: ImportedFile[] = [];
    for (const file of files) {
      items.push(await this.#importFile({ file, manifest, upload }, author));
    }
    const paths = new Set(files.map(({ path }) => path));
    for (const path of manifest.keys()) {
      if (!paths.has(path)) {
        items.push(failed(path, `The zip has no such file`));
      }
    }
    return { items };
  }

  #unpack(zip: Buffer): Promise<UnpackedFile[]> {
    const { importLimits, maxSizeBytes } = this.#options.config;
    return unpack(zip, {
      limits: importLimits,
      maxSizeBytes: path =>
        path === MANIFEST_PATH ? MANIFEST_MAX_BYTES : maxSizeBytes,
    });
  }

  async #importFile(
    options: {
      readonly file: UnpackedFile;
      readonly manifest: ReadonlyMap<string, unknown>;
      readonly upload: Upload;
    },
    author: BackstageCredentials,
  ): Promise<ImportedFile> {
    const { file, manifest, upload } = options;
    const { path, bytes, problem } = file;
    if (!bytes) {
      return failed(path, problem ?? 'It cannot be read');
    }
    try {
      const content = readText(path, bytes);
      return manifest.has(path)
        ? await this.#importEntry({ path, content }, manifest.get(path), author)
        : await this.#importMarkdown({ path, content }, upload, author);
    } catch (error) {
      if (isError(error) && FILE_ERRORS.has(error.name)) {
        return failed(path, error.message);
      }
      throw error;
    }
  }

  /** A runbook of an export: it is the one with this id. */
  async #importEntry(
    file: { readonly path: string; readonly content: string },
    value: unknown,
    author: BackstageCredentials,
  ): Promise<ImportedFile> {
    const { store, access, config } = this.#options;
    const parsed = manifestEntrySchema.safeParse(value);
    if (!parsed.success) {
      throw new InputError(
        `The manifest is wrong about it: ${parsed.error.issues[0].path.join(
          '.',
        )} ${parsed.error.issues[0].message}`,
      );
    }
    const entry = parsed.data;
    const isHeldBack = config.reviewRequired && entry.state === 'published';
    const write = readWrite(writeOf(entry, file.content));
    const existing = await store.find(entry.id);
    const readable =
      existing && (await access.mayRead(existing.summary.entityRef, author));
    const asked: RunbookWrite =
      isHeldBack &&
      (existing?.summary.state !== 'published' || existing.summary.waiting)
        ? { ...write, state: 'draft' }
        : write;
    return this.#put(
      {
        path: file.path,
        write: asked,
        existing: readable ? existing : undefined,
        // An id that is somebody else's is not free, which nobody has to know.
        id: existing ? undefined : entry.id,
        message: asked === write ? undefined : DRAFT_MESSAGE,
      },
      author,
    );
  }

  /** A file by itself: it is the runbook of this title of the entity. */
  async #importMarkdown(
    file: { readonly path: string; readonly content: string },
    upload: Upload,
    author: BackstageCredentials,
  ): Promise<ImportedFile> {
    const { store, access } = this.#options;
    if (upload.entityRef === undefined) {
      throw new InputError(
        'It does not say which entity it belongs to: choose one for the import',
      );
    }
    const entityRef = readEntityRef(upload.entityRef);
    const said = await readImported(file);
    const { title } = said;
    const found = await store.findByTitle(entityRef, title);
    const existing =
      found && (await access.mayRead(entityRef, author)) ? found : undefined;
    const write = readWrite({ ...said, entityRef, content: file.content });
    return this.#put({ path: file.path, write, existing }, author);
  }

  async #put(
    options: {
      readonly path: string;
      readonly write: RunbookWrite;
      readonly existing?: StoredRunbook;
      readonly id?: string;
      readonly message?: string;
    },
    author: BackstageCredentials,
  ): Promise<ImportedFile> {
    const { path, write, existing, id, message } = options;
    const { desk } = this.#options;
    const { title } = write;
    if (existing && says(existing, write)) {
      return { path, result: 'unchanged', id: existing.summary.id, title };
    }
    const note = `Imported from ${path}`.slice(0, 1000);
    const runbook = existing
      ? await desk.save(
          {
            id: existing.summary.id,
            versions: [latestVersionOf(existing)],
            write: { ...write, note },
          },
          author,
        )
      : await desk.create({ ...write, note }, author, { id });
    const said = runbook.inForce === undefined ? message : WAITING_MESSAGE;
    return {
      path,
      result: existing ? 'updated' : 'created',
      id: runbook.id,
      title,
      ...(said && { message: said }),
    };
  }
}

/** Whether a runbook says already what is to be written. */
function says({ summary }: StoredRunbook, write: RunbookWrite): boolean {
  const same = (name: 'tags' | 'matches' | 'reviewers') =>
    write[name] === undefined || keyOf(write[name]) === keyOf(summary[name]);
  return (
    hashOf(write.content) === summary.contentHash &&
    write.title === summary.title &&
    readEntityRef(write.entityRef) === summary.entityRef &&
    (write.owner === undefined ||
      (write.owner ?? undefined) === summary.owner) &&
    (write.reviewBy === undefined ||
      (write.reviewBy ?? undefined) === summary.reviewBy) &&
    (write.state === undefined || write.state === summary.state) &&
    (write.pinned === undefined || write.pinned === summary.pinned) &&
    same('tags') &&
    same('matches') &&
    same('reviewers')
  );
}

/** Equal for equal lists, in whatever order their objects name their keys. */
function keyOf(values: readonly (string | object)[]): string {
  return JSON.stringify(
    values.map(value =>
      typeof value === 'string' ? value : Object.entries(value).sort(),
    ),
  );
}

function writeOf(entry: ManifestEntry, content: string): unknown {
  const { entityRef, title, tags, matches, state, reviewers, pinned } = entry;
  return {
    entityRef,
    title,
    content,
    tags,
    matches,
    owner: entry.owner ?? null,
    state,
    reviewBy: entry.reviewBy ?? null,
    reviewers,
    pinned,
  } satisfies Record<
    keyof Omit<typeof runbookWriteSchema.shape, 'note'>,
    unknown
  >;
}

/** Byte for byte: a mark at the beginning stays, and what is no UTF-8 is refused. */
function readText(path: string, bytes: Buffer): string {
  if (!/\.(?:md|markdown)$/i.test(path)) {
    throw new InputError('It is no Markdown file (.md)');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    throw new InputError('It is no text in UTF-8');
  }
}

/** The entries of the manifest by path; of what a manifest of ours would not say nothing is believed. */
function readManifest(
  files: readonly UnpackedFile[],
): ReadonlyMap<string, unknown> {
  const file = files.find(({ path }) => path === MANIFEST_PATH);
  if (!file) {
    return new Map();
  }
  const parsed = manifestSchema.safeParse(
    parseJson(file.bytes?.toString('utf8') ?? ''),
  );
  if (!parsed.success) {
    throw new InputError(
      `${MANIFEST_PATH} in the zip is not a manifest that this version of the portal understands`,
    );
  }
  const entries = new Map<string, unknown>();
  for (const entry of parsed.data.runbooks) {
    const path = manifestEntrySchema.pick({ path: true }).safeParse(entry);
    if (path.success) {
      entries.set(path.data.path, entry);
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

function failed(path: string, message: string): ImportedFile {
  return { path, result: 'failed', message };
}
