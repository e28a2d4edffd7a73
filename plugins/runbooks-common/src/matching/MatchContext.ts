import type { ExternalRunbook } from '../api';
import type { RunbookSummary } from '../words';

/** Where a finding is, as the catalog has it. All are entity refs. @public */
export interface MatchContext {
  readonly entityRef: string;
  /** The systems that it is part of, and their domains. */
  readonly systems?: readonly string[];
  /** Who owns it. */
  readonly owners?: readonly string[];
  readonly now: Date;
}

/** A runbook that may fit. An external one stands at the entity that names it. @public */
export type MatchCandidate = RunbookSummary | ExternalRunbook;

/** A reason, and what it counts. */
export interface Reason {
  readonly sentence: string;
  readonly score: number;
}
