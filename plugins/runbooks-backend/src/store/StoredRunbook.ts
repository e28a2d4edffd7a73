import type {
  RunbookLink,
  RunbookSummary,
  RunbookVersionSummary,
} from '@callboard/plugin-runbooks-common';

/** What a version says beside its text. */
export type RunbookFields = Pick<
  RunbookSummary,
  | 'entityRef'
  | 'title'
  | 'tags'
  | 'matches'
  | 'owner'
  | 'state'
  | 'reviewBy'
  | 'reviewers'
  | 'pinned'
>;

/** What is read out of a text once, after it was saved, so that lists need no text. */
export interface TextFacts {
  /** Links that lead to somewhere in this portal, or nowhere. */
  readonly links: readonly RunbookLink[];
  /** Where links within the text can lead to. */
  readonly anchors?: readonly string[];
  /** Alerts that the text speaks of. */
  readonly alertnames: readonly string[];
  /** First line of what could not be understood, so that nothing of it is known. */
  readonly plainLine?: number;
}

/** "This step is wrong". */
export interface StepReport {
  readonly step: number;
  readonly note?: string;
  readonly at: string;
  readonly by: string;
}

/** A runbook as it is stored: its problems depend on the day and are found when it is read. */
export interface StoredRunbook {
  readonly summary: Omit<RunbookSummary, 'problems'>;
  /** Who last changed what a reader acts on. */
  readonly contentBy: string;
  /** Absent until the text was looked through. */
  readonly facts?: TextFacts;
  /** When runs in a row ended that did not help, with this text. */
  readonly noHelpAt: readonly string[];
  /** Of this version. */
  readonly reports: readonly StepReport[];
  /** First owner of its entity. */
  readonly entityOwner?: string;
  /** Its entity left the catalog then. */
  readonly entityGoneAt?: string;
}

/** A version as it is stored. */
export interface StoredVersion {
  readonly summary: RunbookVersionSummary;
  readonly contentBy: string;
}
