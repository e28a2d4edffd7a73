import { toInstant } from '@callboard/plugin-callboard-node';
import {
  RUN_OUTCOMES,
  STEP_STATES,
  type Run,
} from '@callboard/plugin-runbooks-common';
import { z } from 'zod';
import type { RunRow, RunStepRow } from '../database/tables';

const stateSchema = z.enum(STEP_STATES);
const outcomeSchema = z.enum(RUN_OUTCOMES);

/** Reads the rows of a run; the JSON in them is our own. */
export function readRun(
  row: RunRow,
  steps: readonly (Omit<RunStepRow, 'evidence'> & {
    readonly evidence?: string | null;
  })[],
): Run {
  return {
    id: row.id,
    runbookId: row.runbook_id,
    runbookVersion: row.runbook_version,
    title: row.title,
    entityRef: row.entity_ref,
    dryRun: Boolean(row.dry_run),
    params: JSON.parse(row.params_json),
    ...(row.finding_json !== null && { finding: JSON.parse(row.finding_json) }),
    ...(row.finding_after_json !== null && {
      findingAfter: JSON.parse(row.finding_after_json),
    }),
    steps: steps.map(step => ({
      n: step.n,
      title: step.title,
      state: stateSchema.parse(step.state),
      ...(step.set_by !== null && { by: step.set_by }),
      ...(step.set_at !== null && { at: toInstant(step.set_at) }),
      ...(step.note !== null && { note: step.note }),
      ...(typeof step.evidence === 'string' && { evidence: step.evidence }),
    })),
    startedAt: toInstant(row.started_at),
    startedBy: row.started_by,
    ...(row.finished_at !== null && { finishedAt: toInstant(row.finished_at) }),
    ...(row.finished_by !== null && { finishedBy: row.finished_by }),
    ...(row.outcome !== null && { outcome: outcomeSchema.parse(row.outcome) }),
    ...(row.note !== null && { note: row.note }),
    revision: row.revision,
  };
}
