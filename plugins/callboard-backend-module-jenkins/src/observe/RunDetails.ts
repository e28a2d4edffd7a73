import {
  plainText,
  type PipelineRun,
} from '@callboard/plugin-callboard-common';
import { UpstreamError } from '@callboard/plugin-callboard-node';
import type { JenkinsApi } from '../api/JenkinsApi';
import type { JenkinsStages } from '../api/schemas';
import type { JobRecord } from '../facts/JobRecord';
import type { RunNotes } from '../facts/RunNotes';
import { stageOf, testsOf } from '../facts/toRun';
import type { CallBudget } from './CallBudget';
import { inParallel } from './inParallel';
import type { PendingInputs } from './PendingInputs';
import type { RoundGate } from './RoundGate';

/** How long we believe that Jenkins has no stage API. */
const NO_STAGES_BELIEVED_MS = 60 * 60_000;

const MAX_PARALLEL_COUNT = 4;

interface RunDetailsOptions {
  readonly api: JenkinsApi;
  readonly inputs: PendingInputs;
  readonly notes: RunNotes;
}

export interface FillOptions {
  readonly gate: RoundGate;
  readonly budget: CallBudget;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly signal: AbortSignal;
}

interface Question {
  readonly record: JobRecord;
  readonly run: PipelineRun;
  readonly about: 'stages' | 'tests' | 'input';
}

/**
 * Asks for what no list of runs tells: the stage that failed, the tests, since when a run waits for
 * a person. Only for the runs that decide, each once, the newest first.
 */
export class RunDetails {
  readonly #api: JenkinsApi;
  readonly #inputs: PendingInputs;
  readonly #notes: RunNotes;
  #hasStages = false;
  #noStagesUntil = 0;

  static create(options: RunDetailsOptions): RunDetails {
    return new RunDetails(options);
  }

  private constructor(options: RunDetailsOptions) {
    this.#api = options.api;
    this.#inputs = options.inputs;
    this.#notes = options.notes;
  }

  async fill(
    records: Iterable<JobRecord>,
    options: FillOptions,
  ): Promise<void> {
    const { gate, budget, now, signal } = options;
    const questions = [...records]
      .flatMap(record => this.#questionsAbout(record, now))
      .sort((a, b) => b.run.startedAt - a.run.startedAt);
    await inParallel(budget.take(questions), {
      max: MAX_PARALLEL_COUNT,
      task: async question => {
        try {
          await gate.pass(() => this.#ask(question, { now, signal }));
        } catch (error) {
          // What is missing is a detail; the next round asks again.
          if (!(error instanceof UpstreamError)) {
            throw error;
          }
        }
      },
    });
  }

  #questionsAbout(record: JobRecord, now: number): readonly Question[] {
    const questions: Question[] = [];
    const { decisive } = record;
    if (decisive?.run.result === 'failure' && decisive.note?.f === undefined) {
      questions.push({ ...decisive, record, about: 'stages' });
    }
    if (decisive?.run.result === 'unstable' && decisive.note?.r === undefined) {
      questions.push({ ...decisive, record, about: 'tests' });
    }
    const run = record.runs.at(0);
    const canAskStages = this.#canAskStages(record, now);
    if (run && this.#inputs.isUnsure(record, now)) {
      if (canAskStages) {
        questions.push({ run, record, about: 'input' });
      } else {
        this.#inputs.notice(record, { stages: undefined, now });
      }
    }
    return questions.filter(({ about }) => about === 'tests' || canAskStages);
  }

  #canAskStages({ className }: JobRecord, now: number): boolean {
    const isPipeline = /workflow|pipeline/i.test(className ?? 'workflow');
    return isPipeline && now >= this.#noStagesUntil;
  }

  async #ask(
    { record, run, about }: Question,
    options: { now: number; signal: AbortSignal },
  ): Promise<void> {
    const { now, signal } = options;
    const { number } = run;
    const { path, key } = record;
    const url = `${record.jobUrl}${number}/`;
    if (about === 'tests') {
      const tests = await this.#api.tests(path, { number, signal });
      this.#notes.learn(key, number, { r: tests ?? null });
      if (tests) {
        record.learn(number, { tests: testsOf(tests, url) });
      }
      return;
    }
    const stages = await this.#api.stages(path, { number, signal });
    if (stages) {
      this.#hasStages = true;
    } else if (!this.#hasStages) {
      // Never seen any: it is the API that is missing, not the stages of this run.
      this.#noStagesUntil = now + NO_STAGES_BELIEVED_MS;
    }
    if (about === 'input') {
      this.#inputs.notice(record, { stages, now });
    } else if (stages || this.#hasStages) {
      const failed = firstFailed(stages);
      this.#notes.learn(key, number, { f: failed });
      if (failed) {
        record.learn(number, { failedStage: stageOf(failed.name, url) });
      }
    }
  }
}

function firstFailed(
  stages: JenkinsStages | undefined,
): { name: string } | null {
  const failed = stages?.stages?.find(({ status }) => status === 'FAILED');
  return failed ? { name: plainText(failed.name) } : null;
}
