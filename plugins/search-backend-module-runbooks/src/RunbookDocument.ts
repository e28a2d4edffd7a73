import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { RunbookSummary } from '@callboard/plugin-runbooks-common';

/** The type of runbooks in search. */
export const RUNBOOKS_TYPE = 'runbooks';

/** A runbook as search knows it. */
export interface RunbookDocument extends IndexableDocument {
  /** The entity that it belongs to. */
  readonly entityRef: string;
  /** Empty where it has none of its own. */
  readonly owner: string;
  readonly state: string;
  readonly tags: string[];
}

/**
 * Makes the document of a runbook. All have the same keys: an engine may take its fields from the
 * first that it gets.
 */
export function toDocument(
  runbook: RunbookSummary,
  text: string,
): RunbookDocument {
  const { id, entityRef, title, owner = '', state, tags } = runbook;
  return {
    title,
    text,
    location: `/runbooks/${encodeURIComponent(id)}`,
    entityRef,
    owner,
    state,
    tags,
    authorization: { resourceRef: entityRef },
  };
}
