import type {
  MatchQuestion,
  ProblemCode,
  Run,
  Runbook,
  RunbookState,
  RunbookVersion,
  RunbookWrite,
  RunFinish,
  RunStart,
  StepChange,
} from '../words';
import type {
  Coverage,
  ImportAnswer,
  MatchItem,
  RunbookPage,
  RunPage,
  VersionPage,
} from './answers';

/** What every request can be told. @public */
export interface RunbooksRequestOptions {
  readonly signal?: AbortSignal;
  /** Told what the server's clock said as it answered, in epoch milliseconds, where it can be read. */
  onServerTime?(atMs: number): void;
}

/** Which part of a list. @public */
export interface PageQuery {
  /** 50 by default, at most 200. */
  readonly limit?: number;
  readonly cursor?: string;
}

/** Which runbooks. @public */
export interface RunbooksQuery extends PageQuery {
  /** Of this entity. */
  readonly entityRef?: string;
  /** With `entityRef`: also those that it inherits from its system, domain and owner. */
  readonly inherited?: boolean;
  /** Words in title, tags and text. */
  readonly q?: string;
  readonly tag?: readonly string[];
  /** Drafts and published ones where none is named. */
  readonly state?: readonly RunbookState[];
  /** Entity refs; `@me` stands for the viewer's own. */
  readonly owner?: readonly string[];
  readonly problem?: readonly ProblemCode[];
  /** Saved at this instant or later, ISO 8601 in UTC. */
  readonly updatedSince?: string;
}

/** Which runs. @public */
export interface RunsQuery extends PageQuery {
  readonly runbookId?: string;
  readonly entityRef?: string;
  /** Only those that go on. */
  readonly active?: boolean;
}

/**
 * Everything that the backend of runbooks answers. A method rejects with a `ResponseError` where
 * the server says no; what the viewer may not read is a 404.
 * @public
 */
export interface RunbooksApi {
  getRunbooks(
    query?: RunbooksQuery,
    options?: RunbooksRequestOptions,
  ): Promise<RunbookPage>;

  /**
   * The version that is in force; with `latest` the newest one, which is another where that waits
   * for a review.
   */
  getRunbook(
    id: string,
    options?: RunbooksRequestOptions & { readonly latest?: boolean },
  ): Promise<Runbook>;

  createRunbook(
    write: RunbookWrite,
    options?: RunbooksRequestOptions,
  ): Promise<Runbook>;

  /**
   * Saves the version after `options.version`; rejects with a `RunbookConflictError` where somebody
   * else saved first.
   */
  saveRunbook(
    id: string,
    write: RunbookWrite,
    options: RunbooksRequestOptions & { readonly version: number },
  ): Promise<Runbook>;

  /** Archives it: nothing is ever deleted. */
  archiveRunbook(id: string, options?: RunbooksRequestOptions): Promise<void>;

  getVersions(
    id: string,
    query?: PageQuery,
    options?: RunbooksRequestOptions,
  ): Promise<VersionPage>;

  getVersion(
    id: string,
    version: number,
    options?: RunbooksRequestOptions,
  ): Promise<RunbookVersion>;

  /** Makes a new version of an old one; conflicts like `saveRunbook` does. */
  restoreVersion(
    id: string,
    restore: {
      /** The one to bring back. */
      readonly version: number;
      /** The one that it comes after. */
      readonly after: number;
      readonly note?: string;
    },
    options?: RunbooksRequestOptions,
  ): Promise<Runbook>;

  /** Runbooks that fit a finding of an entity, best first. */
  match(
    question: MatchQuestion & { readonly entityRef: string },
    options?: RunbooksRequestOptions,
  ): Promise<MatchItem[]>;

  /** Runbooks that fit several findings of an entity at once; one list for each. */
  matchAll(
    entityRef: string,
    questions: readonly MatchQuestion[],
    options?: RunbooksRequestOptions,
  ): Promise<MatchItem[][]>;

  startRun(
    runbookId: string,
    start: RunStart,
    options?: RunbooksRequestOptions,
  ): Promise<Run>;

  getRun(id: string, options?: RunbooksRequestOptions): Promise<Run>;

  getRuns(query: RunsQuery, options?: RunbooksRequestOptions): Promise<RunPage>;

  changeStep(
    runId: string,
    n: number,
    change: StepChange,
    options?: RunbooksRequestOptions,
  ): Promise<Run>;

  finishRun(
    runId: string,
    finish: RunFinish,
    options?: RunbooksRequestOptions,
  ): Promise<Run>;

  /** A run as Markdown, for the post-mortem. */
  exportRun(runId: string, options?: RunbooksRequestOptions): Promise<string>;

  /** "Step 4 is wrong": the team sees it as a problem until the next version is saved. */
  reportStep(
    runbookId: string,
    report: {
      readonly version: number;
      readonly step: number;
      readonly note?: string;
    },
    options?: RunbooksRequestOptions,
  ): Promise<void>;

  getCoverage(
    query?: { readonly owner?: readonly string[] },
    options?: RunbooksRequestOptions,
  ): Promise<Coverage>;

  /** All runbooks that the viewer may read, as a zip. */
  exportRunbooks(options?: RunbooksRequestOptions): Promise<Blob>;

  /**
   * Imports Markdown files, or a zip that was exported. `entityRef` is for files that name none.
   */
  importRunbooks(
    file: Blob,
    options?: RunbooksRequestOptions & {
      readonly entityRef?: string;
      /** Of a single Markdown file: its name is the name of an alert. */
      readonly fileName?: string;
    },
  ): Promise<ImportAnswer>;
}
