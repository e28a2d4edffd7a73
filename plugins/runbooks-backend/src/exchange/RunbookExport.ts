import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Zip, ZipDeflate } from 'fflate';
import type { RunbookAccess } from '../access/RunbookAccess';
import type { RunbookStore } from '../store/RunbookStore';
import { MANIFEST_PATH, manifestOf, type ManifestEntry } from './manifest';
import { pathOf } from './pathOf';

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
    const entries: ManifestEntry[] = [];
    const taken = new Set<string>();
    for (const id of await store.ids(await access.scopeOf(viewer))) {
      const found = await store.findWithText(id);
      if (!found) {
        continue;
      }
      const { summary } = found.runbook;
      const path = pathOf(summary, taken);
      taken.add(path.toLowerCase());
      entries.push({ ...entryFields(summary), path });
      add(path, found.content, summary.updatedAt);
      yield* chunks.splice(0);
    }
    add(MANIFEST_PATH, manifestOf(entries));
    zip.end();
    yield* chunks.splice(0);
  }
}

function entryFields(
  summary: Omit<ManifestEntry, 'path'>,
): Omit<ManifestEntry, 'path'> {
  return {
    id: summary.id,
    entityRef: summary.entityRef,
    title: summary.title,
    tags: summary.tags,
    matches: summary.matches,
    owner: summary.owner,
    state: summary.state,
    reviewBy: summary.reviewBy,
    reviewers: summary.reviewers,
    pinned: summary.pinned,
    version: summary.version,
    contentHash: summary.contentHash,
    updatedAt: summary.updatedAt,
    updatedBy: summary.updatedBy,
  };
}
