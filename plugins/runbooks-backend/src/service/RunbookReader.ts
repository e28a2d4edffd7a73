import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { ViewerOwnership } from '@callboard/plugin-callboard-node';
import type {
  ProblemCode,
  Runbook,
  RunbookPage,
  RunbookVersion,
  VersionPage,
} from '@callboard/plugin-runbooks-common';
import type { RunbookAccess } from '../access/RunbookAccess';
import { refsOf, type EntityDirectory } from '../catalog/EntityDirectory';
import { latestVersionOf, waitingRunbook } from '../rules/waitingRunbook';
import type {
  PagePart,
  RunbookFilter,
  RunbookStore,
} from '../store/RunbookStore';
import type { StoredRunbook } from '../store/StoredRunbook';
import { VersionConflictError } from './errors';
import type { Judges } from './Judges';

export interface RunbookReaderOptions {
  readonly store: RunbookStore;
  readonly access: RunbookAccess;
  readonly directory: EntityDirectory;
  readonly ownership: ViewerOwnership;
  readonly judges: Judges;
}

/** Which runbooks somebody asks for. */
export interface ListQuery extends PagePart {
  readonly filter: Omit<RunbookFilter, 'entityRefs'>;
  /** Those that have one of these. */
  readonly problems: readonly ProblemCode[];
  readonly entityRef?: string;
  /** Also those that the entity inherits. */
  readonly inherited: boolean;
}

/** Reads runbooks for somebody, as far as they may. */
export class RunbookReader {
  readonly #options: RunbookReaderOptions;

  static create(options: RunbookReaderOptions): RunbookReader {
    return new RunbookReader(options);
  }

  private constructor(options: RunbookReaderOptions) {
    this.#options = options;
  }

  async list(
    query: ListQuery,
    viewer: BackstageCredentials,
  ): Promise<RunbookPage> {
    const { store, access, ownership, judges } = this.#options;
    const { problems, limit, cursor } = query;
    const [scope, filter, entityRefs, judge] = await Promise.all([
      access.scopeOf(viewer),
      ownership.resolve(query.filter, viewer),
      this.#entityRefs(query, viewer),
      judges.call(),
    ]);
    const { items, ...rest } = await store.page(
      {
        limit,
        cursor,
        filter: { ...filter, entityRefs },
        ...(problems.length > 0 && {
          keeps: runbook =>
            judge(runbook).problems.some(({ code }) => problems.includes(code)),
        }),
      },
      scope,
    );
    return { items: items.map(judge), ...rest };
  }

  /** The version in force, or the newest one, which is another where that waits for a review. */
  async read(
    options: { readonly id: string; readonly latest: boolean },
    viewer: BackstageCredentials,
  ): Promise<Runbook> {
    const { id, latest } = options;
    const { store, access, judges } = this.#options;
    const found = await store.findWithText(id);
    if (
      !found ||
      !(await access.mayRead(found.runbook.summary.entityRef, viewer))
    ) {
      throw noSuchRunbook(id);
    }
    const judge = await judges.call();
    const { runbook, content } = latest
      ? await this.#latestWithText(found)
      : found;
    return { ...judge(runbook), content };
  }

  async versions(
    options: PagePart & { readonly id: string },
    viewer: BackstageCredentials,
  ): Promise<VersionPage> {
    const { id } = options;
    const runbook = await this.require(id, viewer);
    const { items, nextCursor } = await this.#options.store.versions(
      id,
      options,
    );
    return {
      items: items.map(({ summary }) => summary),
      // One that was saved just now may be among them already.
      total: Math.max(latestVersionOf(runbook), items[0]?.summary.version ?? 0),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  async version(
    options: { readonly id: string; readonly version: number },
    viewer: BackstageCredentials,
  ): Promise<RunbookVersion> {
    const { id, version } = options;
    await this.require(id, viewer);
    const found = await this.requireStoredVersion(id, version);
    return { ...found.version.summary, content: found.content };
  }

  /** The runbook without its text, for whoever may read it. */
  async require(
    id: string,
    viewer: BackstageCredentials,
  ): Promise<StoredRunbook> {
    const { store, access } = this.#options;
    const runbook = await store.find(id);
    // What may not be read is answered exactly like what does not exist.
    if (
      !runbook ||
      !(await access.mayRead(runbook.summary.entityRef, viewer))
    ) {
      throw noSuchRunbook(id);
    }
    return runbook;
  }

  /** The newest version of a runbook, which is another than that in force where it waits for a review. */
  async latest(runbook: StoredRunbook): Promise<StoredRunbook> {
    const { id, waiting } = runbook.summary;
    if (!waiting) {
      return runbook;
    }
    const { version } = await this.requireStoredVersion(id, waiting.version);
    return waitingRunbook(runbook, version);
  }

  /** A version with its text, of a runbook that may be read. */
  async requireStoredVersion(id: string, version: number) {
    const found = await this.#options.store.version(id, version);
    if (!found) {
      throw new NotFoundError(`The runbook '${id}' has no version ${version}`);
    }
    return found;
  }

  /** Throws a VersionConflictError where a runbook is at none of the versions. */
  async requireVersion(
    runbook: StoredRunbook,
    versions: readonly number[],
  ): Promise<void> {
    if (!versions.includes(runbook.summary.version)) {
      throw await this.conflict(runbook.summary.id);
    }
  }

  /** The error for whoever was too late, with what is there. */
  async conflict(id: string): Promise<Error> {
    const { store, judges } = this.#options;
    const judge = await judges.call();
    const found = await store.findWithText(id);
    if (!found) {
      return noSuchRunbook(id);
    }
    const { runbook, content } = await this.#latestWithText(found);
    const current = { ...judge(runbook), content };
    return new VersionConflictError(
      `Nothing was saved: the runbook is at version ${current.version} by now, which ${current.updatedBy} saved`,
      current,
    );
  }

  async #latestWithText(found: {
    readonly runbook: StoredRunbook;
    readonly content: string;
  }) {
    const { id, waiting } = found.runbook.summary;
    if (!waiting) {
      return found;
    }
    const { version, content } = await this.requireStoredVersion(
      id,
      waiting.version,
    );
    return { runbook: waitingRunbook(found.runbook, version), content };
  }

  async #entityRefs(
    { entityRef, inherited }: ListQuery,
    viewer: BackstageCredentials,
  ): Promise<readonly string[] | undefined> {
    const { access, directory } = this.#options;
    if (entityRef === undefined) {
      return undefined;
    }
    if (!inherited || !(await access.maySee(entityRef, viewer))) {
      return [entityRef];
    }
    const entity = await directory.require(entityRef, viewer);
    return refsOf(await directory.lineage(entity));
  }
}

/** What cannot be read is not told apart from what does not exist. */
function noSuchRunbook(id: string): NotFoundError {
  return new NotFoundError(`There is no runbook '${id.slice(0, 300)}'`);
}
