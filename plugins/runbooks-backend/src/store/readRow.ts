import {
  toInstant,
  toOptionalInstant,
  type StoredBigint,
} from '@callboard/plugin-callboard-node';
import type { RunbookRow, VersionRow } from '../database/tables';
import type {
  RunbookFields,
  StepReport,
  StoredRunbook,
  StoredVersion,
  TextFacts,
} from './StoredRunbook';

/** A row of `runbook` beside the columns of its entity that problems need. */
export type RunbookWithEntityRow = RunbookRow & {
  readonly entity_owner: string | null;
  readonly entity_gone_at: StoredBigint | null;
};

/** Reads a row; the JSON in it is our own. */
export function readRunbookRow(row: RunbookWithEntityRow): StoredRunbook {
  const reports: StepReport[] = JSON.parse(row.reports_json);
  const facts: TextFacts | undefined = row.facts_json
    ? JSON.parse(row.facts_json)
    : undefined;
  const noHelpAt: string[] = JSON.parse(row.no_help_json);
  return {
    summary: {
      id: row.id,
      entityRef: row.entity_ref,
      title: row.title,
      tags: JSON.parse(row.tags_json),
      matches: JSON.parse(row.matches_json),
      ...(row.owner !== null && { owner: row.owner }),
      state: row.state,
      ...(row.review_by !== null && { reviewBy: row.review_by }),
      reviewers: JSON.parse(row.reviewers_json),
      pinned: Boolean(row.pinned),
      version: row.version,
      contentHash: row.content_hash,
      createdAt: toInstant(row.created_at),
      createdBy: row.created_by,
      updatedAt: toInstant(row.updated_at),
      updatedBy: row.updated_by,
      ...(row.verified_at !== null && {
        verifiedAt: toInstant(row.verified_at),
      }),
      ...(row.verified_by !== null && { verifiedBy: row.verified_by }),
      helpedCount: row.helped_count,
      runsCount: row.runs_count,
      ...(row.last_run_at !== null && {
        lastRunAt: toInstant(row.last_run_at),
      }),
      ...(row.waiting_since !== null && {
        waiting: {
          version: row.latest_version,
          savedAt: toInstant(row.waiting_since),
          savedBy: row.waiting_by ?? '',
        },
      }),
    },
    contentBy: row.content_by,
    facts,
    noHelpAt,
    reports,
    entityOwner: row.entity_owner ?? undefined,
    entityGoneAt: toOptionalInstant(row.entity_gone_at),
  };
}

/** Reads a row of `runbook_version`; the JSON in it is our own. */
export function readVersionRow(row: VersionRow): StoredVersion {
  const fields: RunbookFields = JSON.parse(row.fields_json);
  return {
    summary: {
      version: row.version,
      ...fields,
      contentHash: row.content_hash,
      savedAt: toInstant(row.saved_at),
      savedBy: row.saved_by,
      ...(row.note !== null && { note: row.note }),
      ...(row.restored_from !== null && { restoredFrom: row.restored_from }),
    },
    contentBy: row.content_by,
  };
}
