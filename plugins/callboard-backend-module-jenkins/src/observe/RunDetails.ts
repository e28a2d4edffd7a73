import { UpstreamError } from '@callboard/plugin-callboard-node';
import type { JenkinsApi } from '../api/JenkinsApi';
import type { JenkinsStages } from '../api/schemas';
import type { JobRecord } from '../facts/JobRecord';
import type { CallBudget } from './CallBudget';
import { inParallel } from './inParallel';
import type { PendingInputs } from './PendingInputs';
import type { RoundGate } from './RoundGate';

/** How long we believe that Jenkins has no stage API. */
const NO_STAGES_BELIEVED_MS = 60 * 60_000;

const MAX_PARALLEL_COUNT = 4;

interface Question {
  readonly record: JobRecord;
  readonly number: number;
  readonly about: 'stages' | 'tests' | 'input';
  readonly startedAt: number;
}

/**
 * Asks for what no list of runs tells: the stage that failed, the tests, since when a run waits for
 * a person. Only for the runs that decide, each once, the newest first.
 */
export class RunDetails {
  readonly #api: JenkinsApi;
  readonly #inputs: PendingInputs;
  #hasStages = false;
  #noStagesUntil = 0;

  static create(options: {
    api: JenkinsApi;
    inputs: PendingInputs;
  }): RunDetails {
    return new RunDetails(options);
  }

  private constructor(options: { api: JenkinsApi; inputs: PendingInputs }) {
    this.#api = options.api;
    this.#inputs = options.inputs;
  }

  async fill(
    records: Iterable<JobRecord>,
    options: {
      gate: RoundGate;
      budget: CallBudget;
      now: number;
      signal: AbortSignal;
    },
  ): Promise<void> {
    const { gate, budget, now, signal } = options;
    const questions = [...records]
      .flatMap(record => this.#questionsAbout(record, now))
      .sort((a, b) => b.startedAt - a.startedAt);
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
    const decisive = record.runs.find(({ result }) =>
      ['success', 'unstable', 'failure'].includes(result ?? ''),
    );
    const note = decisive && record.noteOf(decisive.number);
    if (decisive?.result === 'failure' && note?.f === undefined) {
      questions.push({ ...decisive, record, about: 'stages' });
    }
    if (decisive?.result === 'unstable' && note?.r === undefined) {
      questions.push({ ...decisive, record, about: 'tests' });
    }
    const newest = record.runs.at(0);
    const canAskStages = this.#canAskStages(record, now);
    if (newest && this.#inputs.isUnsure(record, now)) {
      if (canAskStages) {
        questions.push({ ...newest, record, about: 'input' });
      } else {
        this.#inputs.notice(record, { stages: undefined, now });
      }
    }
    return questions.filter(({ about }) => about === 'tests' || canAskStages);
  }

  #canAskStages({ leaf }: JobRecord, now: number): boolean {
    const isPipeline = /workflow|pipeline/i.test(leaf._class ?? 'workflow');
    return isPipeline && now >= this.#noStagesUntil;
  }

  async #ask(
    { record, number, about }: Question,
    options: { now: number; signal: AbortSignal },
  ): Promise<void> {
    const { now, signal } = options;
    const { path } = record;
    if (about === 'tests') {
      const tests = await this.#api.tests(path, { number, signal });
      record.learn(number, { r: tests ?? null });
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
      record.learn(number, { f: firstFailed(stages) });
    }
  }
}

function firstFailed(
  stages: JenkinsStages | undefined,
): { name: string } | null {
  const failed = stages?.stages?.find(({ status }) => status === 'FAILED');
  return failed ? { name: failed.name } : null;
}
