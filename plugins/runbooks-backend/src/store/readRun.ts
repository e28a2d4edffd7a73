import { toInstant } from '@callboard/plugin-callboard-node';
import {
  RUN_OUTCOMES,
  STEP_STATES,
  type Run,
  type RunStep,
} from '@callboard/plugin-runbooks-common';
import { z } from 'zod';
import type { RunRow, RunStepRow } from '../database/tables';

const stateSchema = z.enum(STEP_STATES);
const outcomeSchema = z.enum(RUN_OUTCOMES);

type StepRow = Omit<
  RunStepRow,
  'evidence' | 'state_revision' | 'text_revision' | 'taken_revision'
> & { readonly evidence?: string | null };

/** Reads the row of a step, without evidence where that was not asked for. */
export function readStep(row: StepRow): RunStep {
  const { n, title, set_by: by, set_at: at, note, evidence } = row;
  return {
    n,
    title,
    state: stateSchema.parse(row.state),
    ...(by !== null && { by }),
    ...(at !== null && { at: toInstant(at) }),
    ...(note !== null && { note }),
    ...(typeof evidence === 'string' && { evidence }),
    ...(row.text_by !== null && { textBy: row.text_by }),
  };
}

/** Reads the rows of a run; the JSON in them is our own. */
export function readRun(row: RunRow, steps: readonly StepRow[]): Run {
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
    steps: steps.map(readStep),
    startedAt: toInstant(row.started_at),
    startedBy: row.started_by,
    ...(row.finished_at !== null && { finishedAt: toInstant(row.finished_at) }),
    ...(row.finished_by !== null && { finishedBy: row.finished_by }),
    ...(row.outcome !== null && { outcome: outcomeSchema.parse(row.outcome) }),
    ...(row.note !== null && { note: row.note }),
    revision: row.revision,
  };
}
