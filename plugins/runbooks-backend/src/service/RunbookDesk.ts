import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  runbooksArchivePermission,
  runbooksCreatePermission,
  runbooksPublishPermission,
  runbooksRunPermission,
  runbooksUpdatePermission,
  type Runbook,
  type RunbookPage,
  type ProblemCode,
  type RunbookVersion,
  type RunbookWrite,
  type VersionPage,
} from '@callboard/plugin-runbooks-common';
import { randomUUID } from 'node:crypto';
import type { RunbookAccess } from '../access/RunbookAccess';
import type { ViewerOwnership } from '../access/ViewerOwnership';
import { refsOf, type EntityDirectory } from '../catalog/EntityDirectory';
import type { RunbooksConfig } from '../config/readRunbooksConfig';
import { frontMatterOf } from '../rules/frontMatterOf';
import { stepsOf } from '../rules/stepsOf';
import type { RunbookSignals } from '../signals/RunbookSignals';
import { hashOf } from '../store/hashOf';
import type {
  PagePart,
  RunbookFilter,
  RunbookStore,
} from '../store/RunbookStore';
import type { RunbookFields, StoredRunbook } from '../store/StoredRunbook';
import { actorOf } from './actorOf';
import { changesIndex, changesReading } from './changesReading';
import type { Judges } from './Judges';
import { VersionConflictError } from './errors';
import { changedFields, newFields, requireSize } from './readWrite';
import { settleState } from './settleState';

export interface RunbookDeskOptions {
  readonly store: RunbookStore;
  readonly access: RunbookAccess;
  readonly directory: EntityDirectory;
  readonly ownership: ViewerOwnership;
  readonly signals: RunbookSignals;
  readonly auth: AuthService;
  readonly config: RunbooksConfig;
  readonly judges: Judges;
  /** Called after a text was saved that nobody has looked through. */
  readonly onNewText: () => void;
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

/** Where an import may choose. */
export interface CreateOptions {
  readonly id?: string;
}

/** Reads and writes runbooks for somebody, as far as they may. */
export class RunbookDesk {
  readonly #options: RunbookDeskOptions;

  static create(options: RunbookDeskOptions): RunbookDesk {
    return new RunbookDesk(options);
  }

  private constructor(options: RunbookDeskOptions) {
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

  async read(id: string, viewer: BackstageCredentials): Promise<Runbook> {
    const { store, access, judges } = this.#options;
    const found = await store.findWithText(id);
    if (
      !found ||
      !(await access.mayRead(found.runbook.summary.entityRef, viewer))
    ) {
      throw noSuchRunbook(id);
    }
    const judge = await judges.call();
    return { ...judge(found.runbook), content: found.content };
  }

  async create(
    write: RunbookWrite,
    author: BackstageCredentials,
    { id = randomUUID() }: CreateOptions = {},
  ): Promise<Runbook> {
    const { store, access, directory, auth, config } = this.#options;
    requireSize(write.content, config.maxSizeBytes);
    const by = actorOf(auth, author);
    const fields = newFields(write, frontMatterOf(write.content));
    const { state, publishes } = settleState({
      asked: write.state,
      changed: true,
      by,
      reviewRequired: config.reviewRequired,
    });
    const entity = await directory.requireLive(fields.entityRef, author);
    const target = { entityRef: entity.ref, credentials: author };
    await access.require(runbooksCreatePermission, target);
    if (publishes) {
      await access.require(runbooksPublishPermission, target);
    }
    const created = await store.create({
      id,
      fields: { ...fields, state },
      content: write.content,
      contentHash: hashOf(write.content),
      contentBy: by,
      savedBy: by,
      note: write.note || undefined,
    });
    return this.#saved(created, write.content);
  }

  /** Saves the version after one of `versions`; throws a VersionConflictError for all others. */
  async save(
    options: {
      readonly id: string;
      readonly versions: readonly number[];
      readonly write: RunbookWrite;
    },
    author: BackstageCredentials,
  ): Promise<Runbook> {
    const { id, versions, write } = options;
    const { access, config } = this.#options;
    requireSize(write.content, config.maxSizeBytes);
    const before = await this.#require(id, author);
    await access.require(runbooksUpdatePermission, {
      entityRef: before.summary.entityRef,
      credentials: author,
    });
    await this.#requireVersion(before, versions);
    return this.#next(
      {
        before,
        fields: changedFields(write, before.summary),
        asked: write.state,
        content: write.content,
        note: write.note,
      },
      author,
    );
  }

  async restore(
    options: {
      readonly id: string;
      readonly versions: readonly number[];
      readonly version: number;
      readonly note?: string;
    },
    author: BackstageCredentials,
  ): Promise<Runbook> {
    const { id, versions, version, note } = options;
    const { access } = this.#options;
    const before = await this.#require(id, author);
    await access.require(runbooksUpdatePermission, {
      entityRef: before.summary.entityRef,
      credentials: author,
    });
    await this.#requireVersion(before, versions);
    const old = await this.#requireStoredVersion(id, version);
    const { entityRef, state } = before.summary;
    return this.#next(
      {
        before,
        // Where it belongs is not what was lost; a version of an archived one is brought back as a draft.
        fields: { ...fieldsOf(old.version.summary), entityRef },
        asked: state === 'archived' ? 'draft' : state,
        content: old.content,
        note,
        restoredFrom: version,
      },
      author,
    );
  }

  /** Archives whatever version is there, or one of `versions` only. */
  async archive(
    options: { readonly id: string; readonly versions?: readonly number[] },
    author: BackstageCredentials,
  ): Promise<void> {
    const { id, versions } = options;
    const { store, access, auth } = this.#options;
    for (;;) {
      const before = await this.#require(id, author);
      await access.require(runbooksArchivePermission, {
        entityRef: before.summary.entityRef,
        credentials: author,
      });
      if (versions) {
        await this.#requireVersion(before, versions);
      }
      if (before.summary.state === 'archived') {
        return;
      }
      const { content } = await this.#requireStoredVersion(
        id,
        before.summary.version,
      );
      const saved = await store.save({
        id,
        after: before.summary.version,
        fields: { ...fieldsOf(before.summary), state: 'archived' },
        content,
        contentHash: before.summary.contentHash,
        contentBy: before.contentBy,
        savedBy: actorOf(auth, author),
        textChanged: false,
        indexChanged: false,
      });
      if (saved) {
        this.#tell(saved);
        return;
      }
    }
  }

  async versions(
    options: PagePart & { readonly id: string },
    viewer: BackstageCredentials,
  ): Promise<VersionPage> {
    const { id } = options;
    await this.#require(id, viewer);
    const { items, ...rest } = await this.#options.store.versions(id, options);
    return { items: items.map(({ summary }) => summary), ...rest };
  }

  async version(
    options: { readonly id: string; readonly version: number },
    viewer: BackstageCredentials,
  ): Promise<RunbookVersion> {
    const { id, version } = options;
    await this.#require(id, viewer);
    const found = await this.#requireStoredVersion(id, version);
    return { ...found.version.summary, content: found.content };
  }

  /** "This step is wrong." */
  async report(
    options: {
      readonly id: string;
      readonly version: number;
      readonly step: number;
      readonly note?: string;
      readonly at: string;
    },
    author: BackstageCredentials,
  ): Promise<void> {
    const { id, version, step, note, at } = options;
    const { store, access, auth } = this.#options;
    const runbook = await this.#require(id, author);
    await access.require(runbooksRunPermission, {
      entityRef: runbook.summary.entityRef,
      credentials: author,
    });
    const { content, version: stored } = await this.#requireStoredVersion(
      id,
      version,
    );
    const steps = stepsOf({ hash: stored.summary.contentHash, content });
    if (step > steps.length) {
      throw new InputError(
        `Version ${version} of the runbook has ${steps.length} steps, and no step ${step}`,
      );
    }
    await store.report({
      id,
      version,
      report: { step, at, by: actorOf(auth, author), ...(note && { note }) },
    });
    this.#tell(runbook);
  }

  /** The runbook without its text, for whoever may read it. */
  async require(
    id: string,
    viewer: BackstageCredentials,
  ): Promise<StoredRunbook> {
    return this.#require(id, viewer);
  }

  async #require(
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

  async #requireStoredVersion(id: string, version: number) {
    const found = await this.#options.store.version(id, version);
    if (!found) {
      throw new NotFoundError(`The runbook '${id}' has no version ${version}`);
    }
    return found;
  }

  async #requireVersion(
    runbook: StoredRunbook,
    versions: readonly number[],
  ): Promise<void> {
    if (!versions.includes(runbook.summary.version)) {
      throw await this.#conflict(runbook.summary.id);
    }
  }

  async #conflict(id: string): Promise<Error> {
    const { store, judges } = this.#options;
    const judge = await judges.call();
    const found = await store.findWithText(id);
    if (!found) {
      return noSuchRunbook(id);
    }
    const current = { ...judge(found.runbook), content: found.content };
    return new VersionConflictError(
      `Nothing was saved: the runbook is at version ${current.version} by now, which ${current.updatedBy} saved`,
      current,
    );
  }

  /** Makes the version after `before`, if nobody else has. */
  async #next(
    next: {
      readonly before: StoredRunbook;
      readonly fields: Omit<RunbookFields, 'state'>;
      readonly asked?: RunbookFields['state'];
      readonly content: string;
      readonly note?: string;
      readonly restoredFrom?: number;
    },
    author: BackstageCredentials,
  ): Promise<Runbook> {
    const { before, fields, asked, content, note, restoredFrom } = next;
    const { store, access, directory, auth, config } = this.#options;
    const by = actorOf(auth, author);
    const contentHash = hashOf(content);
    const textChanged = contentHash !== before.summary.contentHash;
    const changed = textChanged || changesReading(before.summary, fields);
    const moved = fields.entityRef !== before.summary.entityRef;
    if (moved) {
      await directory.requireLive(fields.entityRef, author);
    }
    const { state, publishes } = settleState({
      before: { state: before.summary.state, contentBy: before.contentBy },
      asked,
      changed,
      by,
      reviewRequired: config.reviewRequired,
    });
    const target = { entityRef: fields.entityRef, credentials: author };
    if (moved) {
      await access.require(runbooksCreatePermission, target);
    }
    if (publishes) {
      await access.require(runbooksPublishPermission, target);
    }
    if (state === 'archived' && before.summary.state !== 'archived') {
      await access.require(runbooksArchivePermission, target);
    }
    const saved = await store.save({
      id: before.summary.id,
      after: before.summary.version,
      fields: { ...fields, state },
      content,
      contentHash,
      contentBy: changed ? by : before.contentBy,
      savedBy: by,
      note: note || undefined,
      restoredFrom,
      textChanged,
      indexChanged: changesIndex(before.summary, fields),
    });
    if (!saved) {
      throw await this.#conflict(before.summary.id);
    }
    return this.#saved(saved, content);
  }

  async #saved(runbook: StoredRunbook, content: string): Promise<Runbook> {
    const { judges, onNewText } = this.#options;
    this.#tell(runbook);
    if (!runbook.facts) {
      onNewText();
    }
    judges.learn(runbook);
    const judge = await judges.call();
    return { ...judge(runbook), content };
  }

  #tell({ summary }: StoredRunbook): void {
    const { id, version } = summary;
    this.#options.signals.tell({ runbook: id, version });
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
export function noSuchRunbook(id: string): NotFoundError {
  return new NotFoundError(`There is no runbook '${id.slice(0, 300)}'`);
}

function fieldsOf(summary: RunbookFields): RunbookFields {
  const { entityRef, title, tags, matches, owner } = summary;
  const { state, reviewBy, reviewers, pinned } = summary;
  return {
    entityRef,
    title,
    tags,
    matches,
    ...(owner && { owner }),
    state,
    ...(reviewBy && { reviewBy }),
    reviewers,
    pinned,
  };
}
