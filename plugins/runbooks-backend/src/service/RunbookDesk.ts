import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  runbooksArchivePermission,
  runbooksCreatePermission,
  runbooksPublishPermission,
  runbooksRunPermission,
  runbooksUpdatePermission,
  settleState,
  type Runbook,
  type RunbookWrite,
} from '@callboard/plugin-runbooks-common';
import { randomUUID } from 'node:crypto';
import type { RunbookAccess } from '../access/RunbookAccess';
import type { EntityDirectory } from '../catalog/EntityDirectory';
import type { RunbooksConfig } from '../config/readRunbooksConfig';
import { changesIndex, changesReading } from '../rules/changesReading';
import { frontMatterOf } from '../rules/frontMatterOf';
import { stepsOf } from '../rules/stepsOf';
import { latestVersionOf } from '../rules/waitingRunbook';
import { changedFields, newFields } from '../rules/writtenFields';
import type { RunbookSignals } from '../signals/RunbookSignals';
import { hashOf } from '../store/hashOf';
import type { RunbookStore } from '../store/RunbookStore';
import type { RunbookFields, StoredRunbook } from '../store/StoredRunbook';
import { actorOf } from './actorOf';
import type { Judges } from './Judges';
import type { RunbookReader } from './RunbookReader';
import { requireSize } from './readWrite';

export interface RunbookDeskOptions {
  readonly store: RunbookStore;
  readonly reader: RunbookReader;
  readonly access: RunbookAccess;
  readonly directory: EntityDirectory;
  readonly signals: RunbookSignals;
  readonly auth: AuthService;
  readonly config: RunbooksConfig;
  readonly judges: Judges;
  /** Called after a text was saved that nobody has looked through. */
  readonly onNewText: () => void;
}

/** Where an import may choose. */
export interface CreateOptions {
  readonly id?: string;
}

/** Writes runbooks for somebody, as far as they may. */
export class RunbookDesk {
  readonly #options: RunbookDeskOptions;

  static create(options: RunbookDeskOptions): RunbookDesk {
    return new RunbookDesk(options);
  }

  private constructor(options: RunbookDeskOptions) {
    this.#options = options;
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
    const { reader, access, config } = this.#options;
    requireSize(write.content, config.maxSizeBytes);
    const inForce = await reader.require(id, author);
    await access.require(runbooksUpdatePermission, {
      entityRef: inForce.summary.entityRef,
      credentials: author,
    });
    const before = await reader.latest(inForce);
    await reader.requireVersion(before, versions);
    return this.#next(
      {
        inForce,
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
    const { reader, access } = this.#options;
    const inForce = await reader.require(id, author);
    await access.require(runbooksUpdatePermission, {
      entityRef: inForce.summary.entityRef,
      credentials: author,
    });
    const before = await reader.latest(inForce);
    await reader.requireVersion(before, versions);
    const old = await reader.requireStoredVersion(id, version);
    const { entityRef, state } = before.summary;
    return this.#next(
      {
        inForce,
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
    const { reader, store, access, auth } = this.#options;
    for (;;) {
      const before = await reader.require(id, author);
      await access.require(runbooksArchivePermission, {
        entityRef: before.summary.entityRef,
        credentials: author,
      });
      const latest = latestVersionOf(before);
      if (versions && !versions.includes(latest)) {
        throw await reader.conflict(id);
      }
      if (before.summary.state === 'archived') {
        return;
      }
      const { content } = await reader.requireStoredVersion(
        id,
        before.summary.version,
      );
      const saved = await store.save({
        id,
        after: latest,
        fields: { ...fieldsOf(before.summary), state: 'archived' },
        content,
        contentHash: before.summary.contentHash,
        contentBy: before.contentBy,
        savedBy: actorOf(auth, author),
        textChanged: false,
        indexChanged: false,
        waits: false,
      });
      if (saved) {
        this.#tell(saved);
        return;
      }
    }
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
    const { reader, store, access, auth } = this.#options;
    const runbook = await reader.require(id, author);
    await access.require(runbooksRunPermission, {
      entityRef: runbook.summary.entityRef,
      credentials: author,
    });
    const { content, version: stored } = await reader.requireStoredVersion(
      id,
      version,
    );
    const steps = await stepsOf({
      hash: stored.summary.contentHash,
      content,
    });
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

  /** Makes the version after `before`, the newest one, if nobody else has. */
  async #next(
    next: {
      readonly inForce: StoredRunbook;
      readonly before: StoredRunbook;
      readonly fields: Omit<RunbookFields, 'state'>;
      readonly asked?: RunbookFields['state'];
      readonly content: string;
      readonly note?: string;
      readonly restoredFrom?: number;
    },
    author: BackstageCredentials,
  ): Promise<Runbook> {
    const { inForce, before, fields, asked, content, note, restoredFrom } =
      next;
    const { reader, store, access, directory, auth, config } = this.#options;
    const by = actorOf(auth, author);
    const contentHash = hashOf(content);
    const changes = ({ summary }: StoredRunbook) =>
      contentHash !== summary.contentHash || changesReading(summary, fields);
    const changed = changes(before);
    const differs = changes(inForce);
    const moved = fields.entityRef !== before.summary.entityRef;
    if (moved) {
      await directory.requireLive(fields.entityRef, author);
    }
    const { state, publishes, waits } = settleState({
      before: { state: before.summary.state, contentBy: before.contentBy },
      asked,
      changed,
      ...(inForce.summary.state === 'published' && { differs }),
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
      contentBy: contentByOf({ inForce, before, differs, changed, by }),
      savedBy: by,
      note: note || undefined,
      restoredFrom,
      textChanged: contentHash !== inForce.summary.contentHash,
      indexChanged: changesIndex(inForce.summary, fields),
      waits,
    });
    if (!saved) {
      throw await reader.conflict(before.summary.id);
    }
    return this.#saved(await reader.latest(saved), content);
  }

  async #saved(runbook: StoredRunbook, content: string): Promise<Runbook> {
    const { judges, onNewText } = this.#options;
    this.#tell(runbook);
    if (!runbook.facts && runbook.summary.inForce === undefined) {
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
}

/** Who last changed what readers act on. What is as it was in force is whose it was. */
function contentByOf(write: {
  readonly inForce: StoredRunbook;
  readonly before: StoredRunbook;
  readonly differs: boolean;
  readonly changed: boolean;
  readonly by: string;
}): string {
  const { inForce, before, differs, changed, by } = write;
  if (!differs) {
    return inForce.contentBy;
  }
  return changed ? by : before.contentBy;
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
