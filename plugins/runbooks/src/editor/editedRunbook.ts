import type {
  Matcher,
  Runbook,
  RunbookState,
  RunbookWrite,
} from '@callboard/plugin-runbooks-common';

/** What a person edits of a runbook; its state is what they save it as. */
export interface EditedRunbook {
  readonly entityRef: string;
  readonly title: string;
  readonly content: string;
  readonly tags: readonly string[];
  readonly matches: readonly Matcher[];
  /** Entity ref of a group; empty where the entity's own owner counts. */
  readonly owner: string;
  /** A day, `2027-05-03`; empty for none. */
  readonly reviewBy: string;
  readonly reviewers: readonly string[];
  readonly pinned: boolean;
}

/** What a person edits of a runbook. */
export function editedOf(
  runbook: Pick<
    Runbook,
    | 'entityRef'
    | 'title'
    | 'content'
    | 'tags'
    | 'matches'
    | 'owner'
    | 'reviewBy'
    | 'reviewers'
    | 'pinned'
  >,
): EditedRunbook {
  const { owner = '', reviewBy = '' } = runbook;
  const { entityRef, title, content, tags, matches, reviewers, pinned } =
    runbook;
  return {
    entityRef,
    title,
    content,
    tags,
    matches,
    owner,
    reviewBy,
    reviewers,
    pinned,
  };
}

/** The keys of a matcher in one order, for comparing. */
export function matcherKey(matcher: Matcher): string {
  const { aspect, code, alertname, runbookUrl } = matcher;
  return JSON.stringify([aspect, code, alertname, runbookUrl]);
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Whether nothing differs that a person edits. */
export function sameEdited(a: EditedRunbook, b: EditedRunbook): boolean {
  return (
    a.entityRef === b.entityRef &&
    a.title.trim() === b.title.trim() &&
    a.owner === b.owner &&
    a.reviewBy === b.reviewBy &&
    a.pinned === b.pinned &&
    sameList(a.tags, b.tags) &&
    sameList(a.reviewers, b.reviewers) &&
    sameList(a.matches.map(matcherKey), b.matches.map(matcherKey)) &&
    a.content === b.content
  );
}

/** What is sent to save it. Without a state it keeps the one that it has. */
export function toWrite(
  edited: EditedRunbook,
  options: { readonly state?: RunbookState; readonly note?: string },
): RunbookWrite {
  const { state, note } = options;
  return {
    entityRef: edited.entityRef,
    title: edited.title.trim(),
    content: edited.content,
    tags: [...edited.tags],
    matches: [...edited.matches],
    owner: edited.owner || null,
    reviewBy: edited.reviewBy || null,
    reviewers: [...edited.reviewers],
    pinned: edited.pinned,
    ...(state && { state }),
    ...(note?.trim() && { note: note.trim() }),
  };
}
