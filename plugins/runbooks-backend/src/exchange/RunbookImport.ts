import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, isError } from '@backstage/errors';
import { storableText } from '@callboard/plugin-callboard-node';
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
import { saysAlready } from '../rules/saysAlready';
import { readWrite } from '../service/readWrite';
import type { RunbookDesk } from '../service/RunbookDesk';
import type { RunbookReader } from '../service/RunbookReader';
import type { RunbookStore } from '../store/RunbookStore';
import type { StoredRunbook } from '../store/StoredRunbook';
import {
  MANIFEST_PATH,
  manifestEntrySchema,
  readManifest,
  type FoundEntry,
  type ManifestEntry,
} from './manifest';
import { unpack, type UnpackedFile } from './unpack';

/** A manifest takes more room than one text. */
const MANIFEST_MAX_BYTES = 64 * 1024 * 1024;

const DRAFT_MESSAGE =
  'It came in as a draft: this portal wants somebody else to publish it';

const WAITING_MESSAGE =
  'It waits for a review: until somebody else publishes it, the version before stays in force';

const CANNOT_WAIT_MESSAGE =
  'It waits for a review where it comes from. It can wait here once the version before is published, in a portal that wants reviews: then import it again';

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
  readonly reader: Pick<RunbookReader, 'latest'>;
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

/** An upload that is being taken in. */
interface Import {
  readonly upload: Upload;
  readonly author: BackstageCredentials;
  readonly manifest: ReadonlyMap<string, FoundEntry>;
  /** The runbooks of the entity of the upload. */
  readonly idsByTitle: Map<string, string>;
  /** The files that were taken in, by the runbooks that they became. */
  readonly pathsOf: Map<string, string>;
}

interface TextFile {
  readonly path: string;
  readonly content: string;
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
      ? [{ path: fileName, read: async () => bytes }]
      : await this.#unpack(bytes);
    const manifest = await readManifest(unpacked);
    const current = {
      upload,
      author,
      manifest,
      idsByTitle: await this.#idsByTitle(upload),
      pathsOf: new Map(),
    };
    const files = unpacked.filter(({ path }) => path !== MANIFEST_PATH);
    const waits = ({ path }: UnpackedFile) =>
      Boolean(manifest.get(path)?.waits);
    const items: ImportedFile[] = [];
    // What waits can do so once the version before is there.
    for (const file of [
      ...files.filter(one => !waits(one)),
      ...files.filter(waits),
    ]) {
      items.push(await this.#importFile(file, current));
    }
    const paths = new Set(files.map(({ path }) => path));
    for (const path of manifest.keys()) {
      if (!paths.has(path)) {
        items.push(failed(path, `The zip has no such file`));
      }
    }
    return { items };
  }

  /** Asked once: files may be many. */
  async #idsByTitle({ entityRef }: Upload): Promise<Map<string, string>> {
    return entityRef === undefined
      ? new Map()
      : this.#options.store.idsByTitle(readEntityRef(entityRef));
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
    { path, read, problem }: UnpackedFile,
    current: Import,
  ): Promise<ImportedFile> {
    if (!read) {
      return failed(path, problem ?? 'It cannot be read');
    }
    try {
      const file = { path, content: readText(path, await read()) };
      const found = current.manifest.get(path);
      return found
        ? await this.#importEntry({ file, found }, current)
        : await this.#importMarkdown(file, current);
    } catch (error) {
      if (isError(error) && FILE_ERRORS.has(error.name)) {
        return failed(path, error.message);
      }
      throw error;
    }
  }

  /** A runbook of an export: it is the one with this id. */
  async #importEntry(
    options: { readonly file: TextFile; readonly found: FoundEntry },
    current: Import,
  ): Promise<ImportedFile> {
    const { file, found } = options;
    const { store } = this.#options;
    const parsed = manifestEntrySchema.safeParse(found.entry);
    if (!parsed.success) {
      throw new InputError(
        `The manifest is wrong about it: ${parsed.error.issues[0].path.join(
          '.',
        )} ${parsed.error.issues[0].message}`,
      );
    }
    const entry = parsed.data;
    const write = readWrite(writeOf(entry, file.content));
    const taken = await store.find(entry.id);
    const existing = await this.#readable(taken, current);
    return this.#put(
      {
        path: file.path,
        write,
        existing,
        // An id that is somebody else's is not free, which nobody has to know.
        id: taken ? undefined : entry.id,
        waits: found.waits,
      },
      current,
    );
  }

  /** A file by itself: it is the runbook of this title of the entity. */
  async #importMarkdown(
    file: TextFile,
    current: Import,
  ): Promise<ImportedFile> {
    const { store } = this.#options;
    const { upload, idsByTitle } = current;
    if (upload.entityRef === undefined) {
      throw new InputError(
        'It does not say which entity it belongs to: choose one for the import',
      );
    }
    const entityRef = readEntityRef(upload.entityRef);
    const said = await readImported(file);
    const write = readWrite({ ...said, entityRef, content: file.content });
    const id = idsByTitle.get(write.title);
    const found = id === undefined ? undefined : await store.find(id);
    const existing = await this.#readable(found, current);
    const item = await this.#put({ path: file.path, write, existing }, current);
    if (item.id !== undefined) {
      idsByTitle.set(write.title, item.id);
    }
    return item;
  }

  async #readable(
    runbook: StoredRunbook | undefined,
    { author }: Import,
  ): Promise<StoredRunbook | undefined> {
    const { access } = this.#options;
    return runbook && (await access.mayRead(runbook.summary.entityRef, author))
      ? runbook
      : undefined;
  }

  async #put(
    options: {
      readonly path: string;
      readonly write: RunbookWrite;
      /** The version in force. */
      readonly existing?: StoredRunbook;
      readonly id?: string;
      readonly waits?: boolean;
    },
    current: Import,
  ): Promise<ImportedFile> {
    const { path, write, existing, id, waits = false } = options;
    const { desk, reader, config } = this.#options;
    const { author, pathsOf } = current;
    const { title } = write;
    const latest = existing && (await reader.latest(existing));
    const isHeldBack =
      config.reviewRequired &&
      write.state === 'published' &&
      latest?.summary.state !== 'published';
    const asked: RunbookWrite = isHeldBack
      ? { ...write, state: 'draft' }
      : write;
    if (existing && latest && isThere({ existing, latest, write: asked })) {
      const runbook = existing.summary.id;
      pathsOf.set(runbook, path);
      return { path, result: 'unchanged', id: runbook, title };
    }
    const other = !waits && existing && pathsOf.get(existing.summary.id);
    if (other) {
      throw new ConflictError(
        `It would replace another file of this upload, ${other}: give one of them another title`,
      );
    }
    if (
      waits &&
      !(config.reviewRequired && existing?.summary.state === 'published')
    ) {
      throw new ConflictError(CANNOT_WAIT_MESSAGE);
    }
    const note = storableText(`Imported from ${path}`.slice(0, 1000));
    const runbook = latest
      ? await desk.save(
          {
            id: latest.summary.id,
            versions: [latest.summary.version],
            write: { ...asked, note },
          },
          author,
        )
      : await desk.create({ ...asked, note }, author, { id });
    pathsOf.set(runbook.id, path);
    const message = isHeldBack ? DRAFT_MESSAGE : undefined;
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

/** Whether a runbook says it already, in the version in force or in the one that waits. */
function isThere(options: {
  readonly existing: StoredRunbook;
  readonly latest: StoredRunbook;
  readonly write: RunbookWrite;
}): boolean {
  const { existing, latest, write } = options;
  if (saysAlready(latest, write)) {
    return true;
  }
  // While a version waits, what is in force is no draft, whatever a file says.
  return (
    latest !== existing &&
    write.state !== 'archived' &&
    saysAlready(existing, { ...write, state: undefined })
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

function failed(path: string, message: string): ImportedFile {
  return { path, result: 'failed', message };
}
