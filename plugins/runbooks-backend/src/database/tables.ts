import type { StoredBigint } from '@callboard/plugin-callboard-node';
import type { RunbookState } from '@callboard/plugin-runbooks-common';

/** Rows as they come out of the database; see the migrations for what the columns mean. */

export interface EntityRow {
  ref: string;
  uid: string;
  kind: string;
  title: string | null;
  owner: string | null;
  system: string | null;
  domain: string | null;
  links_json: string;
  hash: string;
  gone_at: StoredBigint | null;
}

export interface MissingOwnerRow {
  ref: string;
  since: StoredBigint;
}

export interface AlertReadingRow {
  server: string;
  read_at: StoredBigint;
  names_json: string;
}

export interface RunbookRow {
  id: string;
  entity_ref: string;
  title: string;
  owner: string | null;
  state: RunbookState;
  review_by: string | null;
  pinned: boolean | number;
  tags_json: string;
  matches_json: string;
  reviewers_json: string;
  version: number;
  latest_version: number;
  waiting_since: StoredBigint | null;
  waiting_by: string | null;
  content_hash: string;
  content_by: string;
  facts_json: string | null;
  search: string;
  created_at: StoredBigint;
  created_by: string;
  updated_at: StoredBigint;
  updated_by: string;
  verified_at: StoredBigint | null;
  verified_by: string | null;
  runs_count: number;
  helped_count: number;
  last_run_at: StoredBigint | null;
  no_help_json: string;
  reports_json: string;
}

export interface VersionRow {
  runbook_id: string;
  version: number;
  fields_json: string;
  content_hash: string;
  content_by: string;
  saved_at: StoredBigint;
  saved_by: string;
  note: string | null;
  restored_from: number | null;
}

export interface RunRow {
  id: string;
  runbook_id: string;
  runbook_version: number;
  title: string;
  entity_ref: string;
  dry_run: boolean | number;
  params_json: string;
  finding_json: string | null;
  finding_after_json: string | null;
  started_at: StoredBigint;
  started_by: string;
  finished_at: StoredBigint | null;
  finished_by: string | null;
  outcome: string | null;
  note: string | null;
  revision: number;
}

export interface RunStepRow {
  run_id: string;
  n: number;
  title: string;
  state: string;
  set_by: string | null;
  set_at: StoredBigint | null;
  note: string | null;
  evidence: string | null;
  text_by: string | null;
  state_revision: number;
  text_revision: number;
  taken_revision: number;
}

export interface RunChangeRow {
  run_id: string;
  n: number;
  made_by: string;
  id: string;
}
