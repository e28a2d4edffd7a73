import type {
  MatchQuestion,
  RunbookState,
} from '@callboard/plugin-runbooks-common';
import type { ReadScope } from '../access/ReadScope';
import type {
  RunbookFields,
  StepReport,
  StoredRunbook,
  StoredVersion,
  TextFacts,
} from './StoredRunbook';

/** Which runbooks. Values of one list are alternatives; an empty list narrows nothing. */
export interface RunbookFilter {
  /** Entities that they belong to. */
  readonly entityRefs?: readonly string[];
  readonly words: readonly string[];
  readonly tags: readonly string[];
  readonly states: readonly RunbookState[];
  readonly owners: readonly string[];
  /** Saved at this instant or later. */
  readonly updatedSinceMs?: number;
}

/** Which part of a list. */
export interface PagePart {
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
  readonly total: number;
}

/** What is written as a new version. */
export interface NewVersion {
  readonly id: string;
  readonly fields: RunbookFields;
  readonly content: string;
  /** SHA-256 of the text. */
  readonly contentHash: string;
  /** Who last changed what a reader acts on. */
  readonly contentBy: string;
  readonly savedBy: string;
  readonly note?: string;
  readonly restoredFrom?: number;
}

/** Keeps runbooks with every version for ever. */
export interface RunbookStore {
  page(
    query: PagePart & {
      readonly filter: RunbookFilter;
      /** Keeps some of them by what no query can tell. */
      readonly keeps?: (runbook: StoredRunbook) => boolean;
    },
    scope: ReadScope,
  ): Promise<Page<StoredRunbook>>;

  /** What links can lead to: every runbook there is. */
  names(): Promise<readonly { readonly id: string; readonly title: string }[]>;

  /** Everything that the viewer may read, archived runbooks too, in no particular order. */
  ids(scope: ReadScope): Promise<readonly string[]>;

  /** The runbooks of an entity by title, the newest of each, unless they are archived. */
  idsByTitle(entityRef: string): Promise<Map<string, string>>;

  /** The runbook without its text. */
  find(id: string): Promise<StoredRunbook | undefined>;

  /** The runbook and its text, of one moment. */
  findWithText(
    id: string,
  ): Promise<
    { readonly runbook: StoredRunbook; readonly content: string } | undefined
  >;

  /** Makes version 1. Throws a ConflictError where the id is taken. */
  create(version: NewVersion): Promise<StoredRunbook>;

  /**
   * Makes the version after `after`, the newest one; gives nothing and writes nothing where somebody
   * else saved first. One that waits leaves the version in force that is, which is what it gives.
   */
  save(
    version: NewVersion & {
      readonly after: number;
      /** The text is another one than that in force: what was verified and reported does not count any more. */
      readonly textChanged: boolean;
      /** Tags, matchers or title, by which it is found, are others. */
      readonly indexChanged: boolean;
      /** Somebody has to publish it. */
      readonly waits: boolean;
    },
  ): Promise<StoredRunbook | undefined>;

  /** The newest first, without gaps: the number of the newest is how many there are. */
  versions(
    id: string,
    part: PagePart,
  ): Promise<Omit<Page<StoredVersion>, 'total'>>;

  version(
    id: string,
    version: number,
  ): Promise<
    { readonly version: StoredVersion; readonly content: string } | undefined
  >;

  /** All published runbooks that the viewer may read. */
  published(scope: ReadScope): Promise<readonly StoredRunbook[]>;

  /** Texts that were not looked through yet, at most so many. */
  unread(
    limit: number,
  ): Promise<readonly { readonly hash: string; readonly content: string }[]>;

  /** Keeps what a text holds, for all runbooks that have it now. */
  keepFacts(hash: string, facts: TextFacts): Promise<void>;

  report(options: {
    readonly id: string;
    readonly version: number;
    readonly report: StepReport;
  }): Promise<void>;

  /**
   * Published runbooks that may fit: those of the entities, and those of anybody that name a value
   * of one of the questions.
   */
  candidates(
    options: {
      readonly entityRefs: readonly string[];
      readonly questions: readonly MatchQuestion[];
    },
    scope: ReadScope,
  ): Promise<readonly StoredRunbook[]>;
}
