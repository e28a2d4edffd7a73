import type { StoredBigint } from '@callboard/plugin-callboard-node';

/** Rows as they come out of the database; see the migrations for what the columns mean. */

export interface LeaseRow {
  source: string;
  holder: string | null;
  epoch: StoredBigint;
  expires_at: StoredBigint;
}

export interface SourceRow {
  source: string;
  type: string;
  name: string;
  state: string;
  message: string | null;
  since: StoredBigint | null;
  last_good_at: StoredBigint | null;
  last_round_at: StoredBigint | null;
  next_round_at: StoredBigint | null;
  interval_ms: number;
  deadline_ms: number;
  production: boolean | number;
  usage_json: string;
  latency_ms: number | null;
  findings_json: string;
  watched: boolean | number;
  detail_json: string | null;
  refresh_requested_at: StoredBigint | null;
  subjects_revision: StoredBigint;
  configured: boolean | number;
}

export interface SourceShardRow {
  source: string;
  shard: string;
  last_good_at: StoredBigint | null;
  reason: string;
  message: string;
  since: StoredBigint;
}

export interface ServiceBoardRow {
  id: number;
  ref: string;
  uid: string;
  name: string;
  owner: string | null;
  system: string | null;
  lifecycle: string | null;
  rank: number;
  since: StoredBigint;
  q: string;
  hash: string;
  deleted_at: StoredBigint | null;
}

export interface ServiceDetailRow {
  id: number;
  entity_json: string;
  row_json: string;
  settled_json: string;
  recheck_at: StoredBigint | null;
}

export interface ServiceAspectRow {
  id: number;
  aspect: string;
  rank: number;
  settled_json: string;
}

export interface ServiceSourceRow {
  id: number;
  source: string;
  aspect: string;
  shard: string;
}

export interface ServiceCodeRow {
  id: number;
  code: string;
  source: string;
  /** Position in `FINDING_STATUSES`. */
  rank: number;
}

export interface SubjectRow {
  id: number;
  service_id: number;
  source: string;
  aspect: string;
  key_hash: string;
  key: string;
  shard: string;
  spec_json: string;
  problem: boolean | number;
}

export interface ObservationRow {
  subject_id: number;
  service_id: number;
  source: string;
  hash: string;
  verdict_json: string;
  links_json: string;
  detail_json: string;
  settled_json: string;
  recheck_at: StoredBigint | null;
  changed_at: StoredBigint;
}

export interface TransitionRow {
  id: number;
  service_id: number;
  aspect: string;
  from_status: string;
  to_status: string;
  at: StoredBigint;
  message: string | null;
  flapping_since: StoredBigint | null;
  from_since: StoredBigint | null;
}

export interface FindingHistoryRow {
  id: number;
  service_id: number;
  aspect: string;
  code: string;
  first_at: StoredBigint;
  last_at: StoredBigint | null;
}

export interface ChangeRow {
  id: number;
  service_id: number;
  source: string;
  key_hash: string;
  at: StoredBigint;
  change_json: string;
}
