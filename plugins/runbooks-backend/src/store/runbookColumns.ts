import type { NewVersion, RunbookStore } from './RunbookStore';

type SavedVersion = Parameters<RunbookStore['save']>[0];

/** The columns that a version sets which takes effect. */
export function inForceRow(version: SavedVersion, at: number) {
  const { after, savedBy, textChanged } = version;
  return {
    ...rowOf(version),
    version: after + 1,
    waiting_since: null,
    waiting_by: null,
    updated_at: at,
    updated_by: savedBy,
    reports_json: '[]',
    ...(textChanged && {
      facts_json: null,
      verified_at: null,
      verified_by: null,
      no_help_json: '[]',
    }),
  };
}

/** The columns that a version sets which waits for a review. */
export function waitingRow({ savedBy }: SavedVersion, at: number) {
  return { waiting_since: at, waiting_by: savedBy };
}

/** The columns that hold what a version says. */
export function rowOf({ fields, contentHash, contentBy }: NewVersion) {
  return {
    entity_ref: fields.entityRef,
    title: fields.title,
    owner: fields.owner ?? null,
    state: fields.state,
    review_by: fields.reviewBy ?? null,
    pinned: fields.pinned,
    tags_json: JSON.stringify(fields.tags),
    matches_json: JSON.stringify(fields.matches),
    reviewers_json: JSON.stringify(fields.reviewers),
    content_hash: contentHash,
    content_by: contentBy,
    search: [fields.title, ...fields.tags]
      .join('\n')
      .toLocaleLowerCase('en-US'),
  };
}
