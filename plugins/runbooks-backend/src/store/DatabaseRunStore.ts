import { ConflictError, NotFoundError } from '@backstage/errors';
import { toInstant, toNumber } from '@callboard/plugin-callboard-node';
import type {
  Run,
  RunOutcome,
  RunStep,
} from '@callboard/plugin-runbooks-common';
import type { Knex } from 'knex';
import type { ReadScope } from '../access/ReadScope';
import type {
  RunbookRow,
  RunChangeRow,
  RunRow,
  RunStepRow,
} from '../database/tables';
import { judgeChange } from '../rules/judgeChange';
import { timeCursor } from './cursors';
import { readRun, readStep } from './readRun';
import type { NewRun, RunEnd, RunStore } from './RunStore';

/** SQLite bounds the parameters of a statement. */
const STEPS_CHUNK_COUNT = 100;

/** Ends of runs that did not help that are kept at hand with a runbook. */
const NO_HELP_KEPT_COUNT = 20;

const HELPED: readonly RunOutcome[] = ['fixed', 'workaround'];

/** Everything of a step but its evidence. */
const STEP_COLUMNS = [
  'run_id',
  'n',
  'title',
  'state',
  'set_by',
  'set_at',
  'note',
  'text_by',
] as const;

/** Why a change is refused that does not know what was done since. */
const OVERTAKEN = {
  state: ({ n, state, by, at }: RunStep) =>
    `Step ${n} is '${state}' since ${at}, by ${by}: this was not known yet, and nothing was changed`,
  text: ({ n, textBy }: RunStep) =>
    `${textBy} wrote about step ${n}: this was not known yet, and nothing was changed`,
} as const;

/** Runs in the tables of the plugin. */
export class DatabaseRunStore implements RunStore {
  readonly #knex: Knex;
  readonly #now: () => number;

  static create(options: {
    readonly knex: Knex;
    readonly now: () => number;
  }): DatabaseRunStore {
    return new DatabaseRunStore(options);
  }

  private constructor(options: {
    readonly knex: Knex;
    readonly now: () => number;
  }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async start(run: NewRun): Promise<Run> {
    const at = this.#now();
    return this.#knex.transaction(async tx => {
      const begun = await tx('run')
        .insert({
          id: run.id,
          runbook_id: run.runbookId,
          runbook_version: run.runbookVersion,
          title: run.title,
          entity_ref: run.entityRef,
          dry_run: run.dryRun,
          params_json: JSON.stringify(run.params),
          finding_json: run.finding ? JSON.stringify(run.finding) : null,
          started_at: at,
          started_by: run.startedBy,
          revision: 1,
        })
        .onConflict('id')
        .ignore()
        .returning('id');
      if (begun.length === 0) {
        return readWritten(tx, run.id);
      }
      const steps = run.steps.map(({ n, title }) => ({
        run_id: run.id,
        n,
        title,
        state: 'open',
      }));
      await tx.batchInsert('run_step', steps, STEPS_CHUNK_COUNT);
      if (!run.dryRun) {
        await tx('runbook')
          .where('id', run.runbookId)
          .increment('runs_count', 1)
          .update({ last_run_at: at });
      }
      return readWritten(tx, run.id);
    });
  }

  async find(id: string): Promise<Run | undefined> {
    return findWithin(this.#knex, id);
  }

  async page(query: Parameters<RunStore['page']>[0], scope: ReadScope) {
    const knex = this.#knex;
    const { filter, limit, cursor } = query;
    const page = knex('run as u')
      .join('runbook as r', 'r.id', 'u.runbook_id')
      .leftJoin('entity as e', 'e.ref', 'r.entity_ref')
      .leftJoin('entity as s', 's.ref', 'u.entity_ref')
      .select('u.*')
      .orderBy([
        { column: 'u.started_at', order: 'desc' },
        { column: 'u.id', order: 'desc' },
      ])
      .limit(limit + 1);
    scope.where(page);
    scope.whereEntity(page, 's');
    if (filter.runbookId !== undefined) {
      page.where('u.runbook_id', filter.runbookId);
    }
    if (filter.entityRef !== undefined) {
      page.where('u.entity_ref', filter.entityRef);
    }
    if (filter.active !== undefined) {
      page[filter.active ? 'whereNull' : 'whereNotNull']('u.finished_at');
    }
    if (cursor !== undefined) {
      const [at, id] = timeCursor.read(cursor);
      page.whereRaw('u.started_at <= ? and (u.started_at < ? or u.id < ?)', [
        at,
        at,
        id,
      ]);
    }
    const rows: RunRow[] = await page;
    const shown = rows.slice(0, limit);
    const steps: StepWithoutEvidence[] = await knex('run_step')
      .select(...STEP_COLUMNS)
      .whereIn(
        'run_id',
        shown.map(({ id }) => id),
      )
      .orderBy(['run_id', 'n']);
    const stepsOf = groupByRun(steps);
    const last = shown.at(-1);
    return {
      items: shown.map(row => readRun(row, stepsOf.get(row.id) ?? [])),
      ...(rows.length > limit &&
        last && {
          nextCursor: timeCursor.write([toNumber(last.started_at), last.id]),
        }),
    };
  }

  async changeStep(
    options: Parameters<RunStore['changeStep']>[0],
  ): Promise<Run> {
    const { id, n, change, by } = options;
    return this.#knex.transaction(async tx => {
      const run = await hold(tx, id);
      const steps = () => tx<RunStepRow>('run_step').where({ run_id: id, n });
      const row = await steps().first();
      if (!row) {
        throw new NotFoundError(`The run has no step ${n}`);
      }
      const key = change.id && { run_id: id, n, made_by: by, id: change.id };
      if (key && (await tx<RunChangeRow>('run_change').where(key).first())) {
        return readWritten(tx, id);
      }
      const step = readStep(row);
      const { setsState, takes, setsText, overtaken } = judgeChange(
        {
          step,
          stateRevision: row.state_revision,
          textRevision: row.text_revision,
          takenRevision: row.taken_revision,
        },
        { change, by },
      );
      const changes = setsState || takes || setsText;
      if (run.finished_at !== null) {
        if (changes) {
          throw new ConflictError(
            `The run is over since ${toInstant(run.finished_at)}`,
          );
        }
        return readWritten(tx, id);
      }
      if (overtaken) {
        throw new ConflictError(OVERTAKEN[overtaken](step));
      }
      if (key) {
        await tx<RunChangeRow>('run_change').insert(key);
      }
      if (changes) {
        const revision = await nextRevision(tx, { id });
        const { state = step.state, note, evidence, agoMs = 0 } = change;
        const at = Math.max(this.#now() - agoMs, toNumber(run.started_at));
        await steps().update({
          ...((setsState || takes) && { set_by: by, set_at: at }),
          ...(setsState && { state, state_revision: revision }),
          ...(takes && { taken_revision: revision }),
          ...(setsText && {
            ...(note !== undefined && { note: note || null }),
            ...(evidence !== undefined && { evidence: evidence || null }),
            text_by: by,
            text_revision: revision,
          }),
        });
      }
      return readWritten(tx, id);
    });
  }

  async finish(end: RunEnd, verifies: (run: Run) => boolean): Promise<Run> {
    const at = this.#now();
    return this.#knex.transaction(async tx => {
      await nextRevision(tx, {
        id: end.id,
        set: {
          finished_at: at,
          finished_by: end.by,
          outcome: end.outcome ?? null,
          note: end.note || null,
          finding_after_json: end.findingAfter
            ? JSON.stringify(end.findingAfter)
            : null,
        },
      });
      const run = await readWritten(tx, end.id);
      await countOutcome(tx, { run, at, verified: verifies(run) });
      return run;
    });
  }
}

/** Holds the row of a run: whoever comes at the same time waits. */
async function hold(tx: Knex.Transaction, id: string): Promise<RunRow> {
  // A write that changes nothing, so that the row is ours.
  await tx<RunRow>('run').where('id', id).update({ id });
  const row = await tx<RunRow>('run').where('id', id).first();
  if (!row) {
    throw new NotFoundError(`There is no run '${id}'`);
  }
  return row;
}

/** Counts the changes of a run that goes on. */
async function nextRevision(
  tx: Knex.Transaction,
  options: { readonly id: string; readonly set?: Partial<RunRow> },
): Promise<number> {
  const { id, set = {} } = options;
  const changed = await tx<RunRow>('run')
    .where('id', id)
    .whereNull('finished_at')
    .update({ ...set, revision: tx.raw('revision + 1') });
  if (changed === 0) {
    throw new ConflictError('The run is over');
  }
  const row = await tx<RunRow>('run').where('id', id).first('revision');
  return row?.revision ?? 0;
}

/** What a run that ended says about its runbook; about its text only while it is still the same. */
async function countOutcome(
  tx: Knex.Transaction,
  options: {
    readonly run: Run;
    readonly at: number;
    readonly verified: boolean;
  },
): Promise<void> {
  const { run, at, verified } = options;
  const { outcome, runbookId } = run;
  const hash = tx('runbook_version')
    .select('content_hash')
    .where({ runbook_id: runbookId, version: run.runbookVersion });
  const sameText = () =>
    tx<RunbookRow>('runbook')
      .where('id', runbookId)
      .where('content_hash', hash);
  if (verified) {
    await sameText().update({
      verified_at: at,
      verified_by: run.finishedBy ?? null,
    });
  }
  if (run.dryRun) {
    return;
  }
  if (outcome && HELPED.includes(outcome)) {
    await tx('runbook').where('id', runbookId).increment('helped_count', 1);
    await sameText().update({ no_help_json: '[]' });
  }
  if (outcome === 'no-help') {
    // A write that changes nothing, so that the row is ours.
    await sameText().update({ id: runbookId });
    const row = await sameText().first('no_help_json');
    if (row) {
      const ended: string[] = [
        ...JSON.parse(row.no_help_json),
        new Date(at).toISOString(),
      ];
      await sameText().update({
        no_help_json: JSON.stringify(ended.slice(-NO_HELP_KEPT_COUNT)),
      });
    }
  }
}

type StepWithoutEvidence = Pick<RunStepRow, (typeof STEP_COLUMNS)[number]>;

function groupByRun(
  steps: readonly StepWithoutEvidence[],
): Map<string, StepWithoutEvidence[]> {
  const groups = new Map<string, StepWithoutEvidence[]>();
  for (const step of steps) {
    const group = groups.get(step.run_id);
    if (group) {
      group.push(step);
    } else {
      groups.set(step.run_id, [step]);
    }
  }
  return groups;
}

async function readWritten(tx: Knex.Transaction, id: string): Promise<Run> {
  const run = await findWithin(tx, id);
  if (!run) {
    throw new NotFoundError(`There is no run '${id}'`);
  }
  return run;
}

async function findWithin(knex: Knex, id: string): Promise<Run | undefined> {
  const row = await knex<RunRow>('run').where('id', id).first();
  if (!row) {
    return undefined;
  }
  const steps = await knex<RunStepRow>('run_step')
    .where('run_id', id)
    .orderBy('n');
  return readRun(row, steps);
}
