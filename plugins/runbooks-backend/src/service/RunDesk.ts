import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { storableText } from '@callboard/plugin-callboard-node';
import {
  EVIDENCE_MAX_BYTES,
  maskSecrets,
  runbooksRunPermission,
  verifies,
  type Run,
  type RunFinish,
  type RunOutcome,
  type RunPage,
  type RunStart,
  type StepChange,
} from '@callboard/plugin-runbooks-common';
import { randomUUID } from 'node:crypto';
import type { RunbookAccess } from '../access/RunbookAccess';
import {
  noSuchEntity,
  readEntityRef,
  type EntityDirectory,
} from '../catalog/EntityDirectory';
import { inWords } from '../rules/inWords';
import { isSameStart, type AskedRun } from '../rules/isSameStart';
import { runAsMarkdown } from '../rules/runAsMarkdown';
import { stepsOf } from '../rules/stepsOf';
import type { RunbookSignals } from '../signals/RunbookSignals';
import type { PagePart, RunbookStore } from '../store/RunbookStore';
import type { RunFilter, RunStore } from '../store/RunStore';
import { actorOf } from './actorOf';
import { TooLargeError } from './errors';
import type { RunbookReader } from './RunbookReader';

/** More are no list that somebody goes through. */
const RUN_STEPS_MAX_COUNT = 1_000;

export interface RunDeskOptions {
  readonly runs: RunStore;
  readonly runbooks: RunbookStore;
  readonly reader: Pick<RunbookReader, 'require'>;
  readonly access: RunbookAccess;
  readonly directory: EntityDirectory;
  readonly signals: RunbookSignals;
  readonly auth: AuthService;
}

/** Lets people go through runbooks, together, as far as they may. */
export class RunDesk {
  readonly #options: RunDeskOptions;

  static create(options: RunDeskOptions): RunDesk {
    return new RunDesk(options);
  }

  private constructor(options: RunDeskOptions) {
    this.#options = options;
  }

  async start(
    options: { readonly runbookId: string; readonly start: RunStart },
    person: BackstageCredentials,
  ): Promise<Run> {
    const { runbookId, start } = options;
    const { runs, runbooks, reader, access, auth } = this.#options;
    const { id = randomUUID() } = start;
    const startedBy = actorOf(auth, person);
    const { summary } = await reader.require(runbookId, person);
    await access.require(runbooksRunPermission, {
      entityRef: summary.entityRef,
      credentials: person,
    });
    const asked = {
      runbookId,
      entityRef: readEntityRef(start.entityRef ?? summary.entityRef),
      dryRun: start.dryRun ?? false,
      params: start.params ?? {},
      finding: start.finding,
      startedBy,
    };
    const begun = start.id && (await runs.find(start.id));
    if (begun) {
      requireSame(begun, asked);
      return this.read(begun.id, person);
    }
    if (summary.state === 'archived') {
      throw new ConflictError(
        `'${summary.title}' is archived; restore it before somebody goes through it`,
      );
    }
    const entityRef = await this.#subjectOf(asked.entityRef, person);
    const found = await runbooks.version(runbookId, summary.version);
    const steps = await stepsOf({
      hash: summary.contentHash,
      content: found?.content ?? '',
    });
    if (steps.length > RUN_STEPS_MAX_COUNT) {
      throw new InputError(
        `The runbook has ${steps.length} steps; a run can have at most ${RUN_STEPS_MAX_COUNT}`,
      );
    }
    const run = await runs.start({
      ...asked,
      id,
      entityRef,
      runbookVersion: summary.version,
      title: summary.title,
      steps,
    });
    // Somebody may have begun one with this id at the same moment.
    requireSame(run, { ...asked, entityRef });
    return this.#told(run);
  }

  async read(id: string, viewer: BackstageCredentials): Promise<Run> {
    const { run } = await this.#require(id, viewer);
    return run;
  }

  async list(
    query: PagePart & { readonly filter: RunFilter },
    viewer: BackstageCredentials,
  ): Promise<RunPage> {
    const { runs, access } = this.#options;
    const page = await runs.page(query, await access.scopeOf(viewer));
    return { ...page, items: [...page.items] };
  }

  async changeStep(
    options: {
      readonly id: string;
      readonly n: number;
      readonly change: StepChange;
    },
    person: BackstageCredentials,
  ): Promise<Run> {
    const { id, n, change } = options;
    const { runs, auth } = this.#options;
    const size = Buffer.byteLength(change.evidence ?? '', 'utf8');
    if (size > EVIDENCE_MAX_BYTES) {
      throw new TooLargeError(
        `The evidence has ${inWords(size)}; a step keeps at most ${inWords(
          EVIDENCE_MAX_BYTES,
        )}`,
      );
    }
    await this.#requireParticipant(id, person);
    const run = await runs.changeStep({
      id,
      n,
      change: {
        ...change,
        ...(change.note !== undefined && { note: kept(change.note) }),
        ...(change.evidence !== undefined && {
          evidence: kept(change.evidence),
        }),
      },
      by: actorOf(auth, person),
    });
    return this.#told(run);
  }

  async finish(
    options: { readonly id: string; readonly finish: RunFinish },
    person: BackstageCredentials,
  ): Promise<Run> {
    const { id, finish } = options;
    const { runs, runbooks, auth } = this.#options;
    const by = actorOf(auth, person);
    const note = finish.note === undefined ? undefined : kept(finish.note);
    const { outcome } = finish;
    const before = await this.#requireParticipant(id, person);
    // Somebody whose answer got lost asks again, perhaps while the first request is on its way.
    const isSame = (run: Run) => isEndedSo(run, { outcome, note, by });
    if (isSame(before)) {
      return before;
    }
    requireRunning(before);
    if (!before.dryRun && outcome === undefined) {
      throw new InputError(
        'How did the run end? It needs an outcome: fixed, workaround, no-help, escalated or false-alarm',
      );
    }
    const pinned = await runbooks.version(
      before.runbookId,
      before.runbookVersion,
    );
    const author = pinned?.version.contentBy;
    const { findingAfter } = finish;
    const run = await runs
      .finish(
        { id, outcome, note, findingAfter, by },
        ended => author !== undefined && verifies(ended, author),
      )
      .catch(async reason => {
        const now = await runs.find(id);
        if (now && isSame(now)) {
          return now;
        }
        throw reason;
      });
    return this.#told(run);
  }

  /** A run as Markdown. */
  async export(id: string, viewer: BackstageCredentials): Promise<string> {
    const { run } = await this.#require(id, viewer);
    return runAsMarkdown(run);
  }

  /** A run that the person may take part in. */
  async #requireParticipant(
    id: string,
    person: BackstageCredentials,
  ): Promise<Run> {
    const { run, runbookEntityRef } = await this.#require(id, person);
    await this.#options.access.require(runbooksRunPermission, {
      entityRef: runbookEntityRef,
      credentials: person,
    });
    return run;
  }

  async #require(id: string, viewer: BackstageCredentials) {
    const { runs, runbooks, access } = this.#options;
    const run = await runs.find(id);
    const runbook = run && (await runbooks.find(run.runbookId));
    if (!run || !runbook) {
      throw noSuchRun(id);
    }
    const runbookEntityRef = runbook.summary.entityRef;
    const [mayRead, maySee] = await Promise.all([
      access.mayRead(runbookEntityRef, viewer),
      // Mostly the same entity, whose runbooks nobody reads without seeing it.
      run.entityRef === runbookEntityRef ||
        access.maySee(run.entityRef, viewer),
    ]);
    if (!mayRead || !maySee) {
      throw noSuchRun(id);
    }
    return { run, runbookEntityRef };
  }

  /** The entity that a run is about: one that is there and that the person sees. */
  async #subjectOf(
    entityRef: string,
    person: BackstageCredentials,
  ): Promise<string> {
    const { access, directory } = this.#options;
    if (!(await access.maySee(entityRef, person))) {
      throw noSuchEntity(entityRef);
    }
    const entity = await directory.require(entityRef, person);
    return entity.ref;
  }

  #told(run: Run): Run {
    this.#options.signals.tell({ run: run.id, revision: run.revision });
    return run;
  }
}

/** An id is the caller's word for one run: it never answers with another. */
function requireSame(run: Run, asked: AskedRun): void {
  if (!isSameStart(run, asked)) {
    throw new ConflictError('There is another run with this id');
  }
}

function requireRunning(run: Run): void {
  if (run.finishedAt !== undefined) {
    throw new ConflictError(`The run is over since ${run.finishedAt}`);
  }
}

/** Whether somebody ended a run in this way already. */
function isEndedSo(
  run: Run,
  end: {
    readonly outcome?: RunOutcome;
    readonly note?: string;
    readonly by: string;
  },
): boolean {
  return (
    run.finishedAt !== undefined &&
    run.finishedBy === end.by &&
    run.outcome === end.outcome &&
    (run.note ?? '') === (end.note ?? '')
  );
}

/** What people paste, as it is kept. */
function kept(text: string): string {
  return maskSecrets(storableText(text));
}

function noSuchRun(id: string): NotFoundError {
  return new NotFoundError(`There is no run '${id.slice(0, 300)}'`);
}
