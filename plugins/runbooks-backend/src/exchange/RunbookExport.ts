import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Zip, ZipDeflate } from 'fflate';
import type { RunbookAccess } from '../access/RunbookAccess';
import type { RunbookStore } from '../store/RunbookStore';
import {
  MANIFEST_PATH,
  manifestOf,
  type ManifestEntry,
  type VersionEntry,
  type WrittenEntry,
} from './manifest';
import { pathOf } from './pathOf';

/** Of the file of a version that waits for a review. */
const WAITING_SUFFIX = '.waiting';

export interface RunbookExportOptions {
  readonly store: RunbookStore;
  readonly access: RunbookAccess;
}

/** Packs all runbooks that somebody may read. */
export class RunbookExport {
  readonly #options: RunbookExportOptions;

  static create(options: RunbookExportOptions): RunbookExport {
    return new RunbookExport(options);
  }

  private constructor(options: RunbookExportOptions) {
    this.#options = options;
  }

  /** The bytes of a zip, one runbook in memory at a time. */
  async *zip(viewer: BackstageCredentials): AsyncGenerator<Uint8Array> {
    const { store, access } = this.#options;
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) {
        throw error;
      }
      chunks.push(chunk);
    });
    const add = (path: string, text: string, mtime?: string) => {
      const file = new ZipDeflate(path);
      if (mtime) {
        file.mtime = mtime;
      }
      zip.add(file);
      file.push(new TextEncoder().encode(text), true);
    };
    const entries: WrittenEntry[] = [];
    const taken = new Set<string>();
    const placeFor = (
      runbook: Parameters<typeof pathOf>[0],
      suffix?: string,
    ) => {
      const path = pathOf(runbook, { taken, suffix });
      taken.add(path.toLowerCase());
      return path;
    };
    for (const id of await store.ids(await access.scopeOf(viewer))) {
      const found = await store.findWithText(id);
      if (!found) {
        continue;
      }
      const { summary } = found.runbook;
      const path = placeFor(summary);
      add(path, found.content, summary.updatedAt);
      const waiting =
        summary.waiting && (await store.version(id, summary.waiting.version));
      if (waiting) {
        const { state, savedAt, savedBy, ...said } = waiting.version.summary;
        const beside = placeFor(summary, WAITING_SUFFIX);
        add(beside, waiting.content, savedAt);
        entries.push({
          ...runbookEntry(summary, path),
          waiting: versionEntry(
            { ...said, updatedAt: savedAt, updatedBy: savedBy },
            beside,
          ),
        });
      } else {
        entries.push(runbookEntry(summary, path));
      }
      yield* chunks.splice(0);
    }
    add(MANIFEST_PATH, manifestOf(entries));
    zip.end();
    yield* chunks.splice(0);
  }
}

function runbookEntry(
  summary: Omit<ManifestEntry, 'path'>,
  path: string,
): ManifestEntry {
  const { id, state } = summary;
  return { id, state, ...versionEntry(summary, path) };
}

function versionEntry(
  said: Omit<VersionEntry, 'path' | 'state'>,
  path: string,
): Omit<VersionEntry, 'state'> {
  return {
    entityRef: said.entityRef,
    title: said.title,
    tags: said.tags,
    matches: said.matches,
    owner: said.owner,
    reviewBy: said.reviewBy,
    reviewers: said.reviewers,
    pinned: said.pinned,
    version: said.version,
    contentHash: said.contentHash,
    updatedAt: said.updatedAt,
    updatedBy: said.updatedBy,
    path,
  };
}
